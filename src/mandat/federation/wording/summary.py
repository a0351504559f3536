"""A ruling in one sentence: its weightiest effect, the ground that decided it, and what follows; of a refusal, what was missing.

"Anne is recalled from the seat steward of Depot: 11 of 18 voted for it, art. 4; Ida follows by countback".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

from mandat.bylaws.expression import phrase
from mandat.bylaws.expression.explain import Clause, explain
from mandat.bylaws.expression.tree import And, Compare
from mandat.federation.assembly.caucuses.effects import CaucusLeft
from mandat.federation.assembly.motions.effects import MotionTabled, OptionsVoteClosed, VoteClosed
from mandat.federation.assembly.motions.support_effects import (
    MotionAdmitted,
    MotionSupported,
    RollCallDemanded,
)
from mandat.federation.authority.agreements.effects import (
    AgreementRatified,
    ForceAgreed,
    PartyBound,
)
from mandat.federation.authority.checks.effects import CheckEnded, CheckSigned, CheckStarted, CheckTaken
from mandat.federation.base.agenda.effects import Scheduled, Struck
from mandat.federation.base.closed import Seating, VacancyCause
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.rulings import Effect, Ground, Ruling
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import BylawsVersion
from mandat.federation.law.effects import BylawsAdopted, BylawsInForce, BylawsLapsed, FederationFounded
from mandat.federation.people.bodies.effects import BodyDissolved, BodyFounded
from mandat.federation.people.keys.effects import KeyBound, KeysBound
from mandat.federation.people.members.effects import (
    MemberJoined,
    MemberLeft,
    MembersJoined,
    PersonActed,
    PersonDied,
)
from mandat.federation.seats.confidence.effects import (
    ConfidenceGiven,
    ConfidenceWithdrawn,
    ElectorLeft,
    StandingBegan,
    StandingEnded,
)
from mandat.federation.seats.elections.effects import (
    BallotsCounted,
    ElectionCalled,
    ElectionCertified,
    ElectionOpened,
    ElectionTied,
    ElectionVoid,
    ElectorateFrozen,
)
from mandat.federation.seats.posts.effects import VacancyAwaits
from mandat.federation.seats.recall.effects import PetitionComplete, PetitionSigned, PetitionStarted
from mandat.federation.wording.catalogue import EFFECTS
from mandat.federation.wording.closed import said
from mandat.federation.wording.effect import filled_by
from mandat.federation.wording.thresholds import TitlesSeen, expression_of
from mandat.language import Message, Reader, Sentence, Value, msg, plural

Books = Lookup[BylawsVersion, Rulebook]

WEIGHTIEST: tuple[type[Effect], ...] = (
    FederationFounded,
    BylawsInForce,
    BylawsAdopted,
    BylawsLapsed,
    BodyDissolved,
    BodyFounded,
    PersonDied,
    MemberLeft,
    MemberJoined,
    MembersJoined,
    SeatVacated,
    ElectionCertified,
    ElectionVoid,
    ElectionTied,
    VoteClosed,
    OptionsVoteClosed,
    PetitionComplete,
    CheckTaken,
    CheckEnded,
    ForceAgreed,
    PartyBound,
    ElectionOpened,
    SeatFilled,
    ElectionCalled,
    VacancyAwaits,
)
"""Effects that outweigh all others, the weightiest first."""

LIGHTEST = frozenset(
    {
        Scheduled,
        Struck,
        StandingBegan,
        StandingEnded,
        ElectorLeft,
        PersonActed,
        KeyBound,
        KeysBound,
        ElectorateFrozen,
        BallotsCounted,
        CaucusLeft,
    }
)
"""What is kept beside: told first only where nothing else happened."""

ENOUGH = ("start.enough", "enough", "roll_call.enough")
DECIDED_BY: dict[type[Effect], tuple[str, ...]] = {
    ConfidenceWithdrawn: ("confidence",),
    ConfidenceGiven: ("confidence",),
    SeatVacated: ("confidence",),
    PetitionStarted: ENOUGH,
    PetitionSigned: ENOUGH,
    PetitionComplete: ENOUGH,
    CheckStarted: ENOUGH,
    CheckSigned: ENOUGH,
    CheckTaken: ENOUGH,
    MotionTabled: ENOUGH,
    MotionSupported: ENOUGH,
    MotionAdmitted: ENOUGH,
    RollCallDemanded: ENOUGH,
    AgreementRatified: ("force.when",),
    ForceAgreed: ("force.when",),
    VoteClosed: ("quorum", "carried"),
}
"""Type of effect → the keys of the tests that decide it."""

VACATED: dict[VacancyCause, Message] = {
    VacancyCause.RECALL: msg("{person} was recalled from the seat {post}"),
    VacancyCause.RESIGNATION: msg("{person} has resigned from the seat {post}"),
    VacancyCause.RELIEF: msg("{person} was removed from the seat {post}"),
    VacancyCause.TERM: msg("{person} leaves the seat {post} at the end of the term"),
    VacancyCause.KEEPS: msg("{person} loses the seat {post}, whose condition is no longer met"),
    VacancyCause.DUTY: msg("{person} loses the seat {post} for a duty that was not done"),
}
FOLLOWERS = {
    Seating.COUNTBACK,
    Seating.NEXT_BY_VOTES,
    Seating.NEXT_ON_LIST,
    Seating.NEXT_LIST,
    Seating.SUBSTITUTE,
}
_FOLLOWS = msg("{person} follows {how}")
_RESULT = msg("the vote on {motion} is closed: {result}")
_VOTED = msg("{yes} of {cast} voted for it")
_AT_LEAST = msg("{left} of the {right} needed")
_AT_MOST = msg("{left}, where {right} at most are allowed")
_WITHDRAWN = msg("{left} of {whole} have withdrawn confidence")
_MISSING = plural("{n} more is needed", "{n} more are needed", "n")
_TOO_MANY = plural("{n} too many", "{n} too many", "n")
_LACKING = msg("{found}; {missing}")
_BECAUSE = msg("{what}: {why}")
_BECAUSE_ARTICLE = msg("{what}: {why}, art. {article}")
_THEN = msg("{told}; {then}")
_NEEDED = msg("this is needed: {condition}")
_ARTICLE = msg("{told} (art. {article})")
_BUILT_IN = msg("{told} (built-in rule)")
_REMEDY = msg("{told} – {remedy}")
_SEALED = msg("the act is sealed: only its author may read why")
_PLAIN = Message("{told}")
_NOTHING = msg("the act stands on the record and changes nothing")


class GroundTold(Protocol):
    """What the sentence takes from a ground that is in words already."""

    @property
    def found(self) -> str:
        """What was found."""

    @property
    def remedy(self) -> str | None:
        """What the author can do about it."""


def summed_up(
    ruling: Ruling, grounds: Sequence[tuple[Ground, GroundTold]], books: Books, reader: Reader
) -> str:
    """Return the ruling in one sentence for a reader; ``grounds`` are its grounds, each with its words."""
    return _admitted(ruling, books, reader) if ruling.admitted else _capital(_refused(grounds, books, reader))


def _capital(told: str) -> str:
    return told[:1].upper() + told[1:]


def _admitted(ruling: Ruling, books: Books, reader: Reader) -> str:
    if not ruling.effects:
        return _capital(_NOTHING.text(reader))
    leading = min(ruling.effects, key=_weight)
    told = _with_reason(leading, ruling, books, reader)
    then = _what_follows(leading, ruling.effects)
    text = (told if then is None else _THEN(told=told, then=_following(then, leading))).text(reader)
    first = _headline(leading)
    named = first.message.words(reader.language, first.values).startswith("{")
    return text if named else _capital(text)


def _weight(effect: Effect) -> int:
    kind = type(effect)
    if kind in LIGHTEST:
        return len(WEIGHTIEST) + 1
    return WEIGHTIEST.index(kind) if kind in WEIGHTIEST else len(WEIGHTIEST)


def _headline(effect: Effect) -> Sentence:
    match effect:
        case SeatVacated(cause=cause) if cause in VACATED:
            return filled_by(effect, VACATED[cause])
        case VoteClosed():
            return filled_by(effect, _RESULT)
    return filled_by(effect, EFFECTS[type(effect)])


def _what_follows(leading: Effect, effects: Iterable[Effect]) -> Effect | None:
    """Return what becomes of the seat that fell vacant, else the first seat that falls vacant because of it."""
    rest = [each for each in effects if each is not leading]
    if isinstance(leading, SeatVacated):
        filled = (
            each
            for each in rest
            if isinstance(each, SeatFilled | VacancyAwaits) and each.post == leading.post
        )
        called = (each for each in rest if isinstance(each, ElectionCalled))
        return next(filled, next(called, None))
    return next((each for each in rest if isinstance(each, SeatVacated)), None)


def _following(effect: Effect, leading: Effect) -> Sentence:
    if isinstance(effect, SeatFilled) and isinstance(leading, SeatVacated) and effect.how in FOLLOWERS:
        return _FOLLOWS(**{**filled_by(effect, _FOLLOWS).values, "how": said(effect.how)})
    return _headline(effect)


def _with_reason(leading: Effect, ruling: Ruling, books: Books, reader: Reader) -> Sentence:
    """Return what happened, and for what is decided by numbers those numbers, with the article."""
    what = _headline(leading)
    vote = next((each for each in ruling.effects if isinstance(each, VoteClosed)), None)
    voted = vote is not None and isinstance(leading, SeatVacated | VoteClosed)
    keys = DECIDED_BY[VoteClosed] if voted else DECIDED_BY.get(type(leading), ())
    deciding = _deciding(ruling.grounds, keys)
    test = None if deciding is None else _test(deciding, books, reader)
    if vote is not None and voted and (test is None or deciding is None or deciding.key != "quorum"):
        why: Value = _VOTED(yes=vote.yes, cast=vote.yes + vote.no + vote.abstain)
        why = why if test is None else _with_missing(why, *test)
    elif test is not None and deciding is not None:
        why = _numbers(deciding, *test)
    else:
        return what
    article = None if deciding is None else deciding.article
    return (_BECAUSE if article is None else _BECAUSE_ARTICLE)(what=what, why=why, article=article)


def _deciding(grounds: Sequence[Ground], keys: tuple[str, ...]) -> Ground | None:
    """Return the test that fails among those that decide, else the first under the last key (what follows comes after it)."""
    found = [each for each in grounds if each.requirement == Ground.EXPRESSION and each.key in keys]
    failing = next((each for each in found if each.holds is False), None)
    last = next((each for key in reversed(keys) for each in found if each.key == key), None)
    return last if last is not None and last.key == "confidence" else failing or last


def _test(ground: Ground, books: Books, reader: Reader) -> tuple[str, Clause] | None:
    """Return the sign of a ground's comparison of numbers, and the comparison; the one that fails, where there are several."""
    expression = expression_of(ground, books)
    if expression is None:
        return None
    node = expression.node
    nodes = node.tests if isinstance(node, And) else (node,)
    compared = [
        (each.op, clause)
        for each, clause in zip(nodes, explain(expression, ground.numbers, reader.language), strict=True)
        if isinstance(each, Compare) and isinstance(clause.left, int | Fraction)
    ]
    return next((each for each in compared if each[1].holds is False), compared[0] if compared else None)


def _sides(sign: str, clause: Clause) -> Value:
    """Say both sides of a comparison; of a number that must be whole, the least or the most that will do."""
    left, right = clause.left, clause.right
    if not isinstance(left, int | Fraction) or not isinstance(right, int | Fraction):
        return clause.words
    if sign in ("<", "<="):
        return _AT_MOST(left=left, right=ceil(right) - 1 if sign == "<" else floor(right))
    return _AT_LEAST(left=left, right=floor(right) + 1 if sign == ">" else ceil(right))


def _numbers(ground: Ground, sign: str, clause: Clause) -> Value:
    """Say both sides of a comparison, and how many are missing."""
    whole = next((ground.numbers[each] for each in ("electors", "members") if each in ground.numbers), None)
    if ground.key == "confidence" and isinstance(whole, int) and isinstance(clause.left, int):
        return _with_missing(_WITHDRAWN(left=clause.left, whole=whole), sign, clause)
    return _with_missing(_sides(sign, clause), sign, clause)


def _with_missing(found: Value, sign: str, clause: Clause) -> Value:
    """Add how many are still missing for a test, or too many."""
    if not clause.short_by:
        return found
    missing = (_TOO_MANY if sign in ("<", "<=") else _MISSING)(n=clause.short_by)
    return _LACKING(found=found, missing=missing)


def _refused(grounds: Sequence[tuple[Ground, GroundTold]], books: Books, reader: Reader) -> str:
    """Return what was missing, by which article, and what whoever acts can do."""
    failing = [each for each in grounds if each[0].holds is not True]
    if not failing:
        return _SEALED.text(reader)
    ground, words = failing[-1]
    told: Value = words.found
    expression = expression_of(ground, books) if ground.requirement == Ground.EXPRESSION else None
    if expression is not None:
        told = _NEEDED(condition=phrase(expression, reader.language, TitlesSeen(reader)))
        test = _test(ground, books, reader)
        told = told if test is None else _BECAUSE(what=told, why=_sides(*test))
    if ground.article is not None:
        told = _ARTICLE(told=told, article=ground.article)
    elif ground.rule == "language":
        told = _BUILT_IN(told=told)
    return (
        _REMEDY.text(reader, told=told, remedy=words.remedy)
        if words.remedy
        else _PLAIN.text(reader, told=told)
    )
