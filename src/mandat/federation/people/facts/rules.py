"""Who may tell a fact."""

from __future__ import annotations

from mandat.bylaws.model import Fact
from mandat.bylaws.model.ids import FactId
from mandat.bylaws.values.duration import Duration, DurationError
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import look_up
from mandat.federation.base.matter import FactAdoption, FactJudgement
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.types import FactOf, MotionId
from mandat.federation.people.facts.acts import FactChallenge, FactJudge, FactTell
from mandat.federation.people.facts.effects import FactChallenged, FactJudged, FactTold

LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON holds exactly."""


def tell(draft: Draft, act: FactTell) -> None:
    """By whom the bylaws name in ``told_by``; by the registrar where they name nobody, or while that body is still empty."""
    fact = draft.book.bylaws.facts.get(act.fact)
    draft.require(fact is not None, "fact.known", fact=act.fact)
    if fact is None:
        return
    _require_subject(draft, fact, act)
    _require_value(draft, fact, act.value)
    _require_teller(draft, fact, act)
    draft.emit(FactTold(fact=act.fact, of=act.of, value=act.value, at=draft.at))


def _require_subject(draft: Draft, fact: Fact, act: FactTell) -> None:
    state = draft.state
    known = act.of == "" or state.bodies.get(act.of) is not None or act.of in state.members.people
    known = known or ("act" in fact.of and act.of in state.motions.all)
    draft.require(known, "fact.subject", of=act.of)


def _require_value(draft: Draft, fact: Fact, value: int | str) -> None:
    if fact.type == "label":
        fits = isinstance(value, str) and (not fact.values or value in fact.values)
        if str(value).startswith(":"):
            draft.require(False, "fact.label", fact, "type", value=value)
    elif fact.type == "flag":
        fits = value in (0, 1)
    elif fact.type == "duration":
        fits = isinstance(value, str) and _is_duration(value)
    else:
        fits = isinstance(value, int) and 0 <= value <= LARGEST
    draft.require(fits, "fact.value", fact, "type", type=fact.type, value=value)


def _is_duration(text: str) -> bool:
    try:
        Duration.parse(text)
    except DurationError:
        return False
    return True


def _require_teller(draft: Draft, fact: Fact, act: FactTell) -> None:
    told_by = fact.told_by
    if fact.decision is not None:
        _require_decided(draft, fact, act)
        return
    if told_by is None or _nobody_yet(draft, told_by.names):
        draft.require(
            draft.author == draft.state.keys.registrar, "registrar", fact, "told_by", power=act.fact
        )
        return
    own = ("person" in told_by.names or "author" in told_by.names) and draft.author in (
        act.of,
        _mover(draft, act.of),
    )
    holds = own or any(belongs(draft, draft.author, name) for name in told_by.names)
    draft.require(holds, "fact.teller", fact, "told_by", teller=", ".join(told_by.names))


def _require_decided(draft: Draft, fact: Fact, act: FactTell) -> None:
    """Require that a body named in ``told_by`` has carried this very telling by the decision of the bylaws."""
    motion = look_up(draft.state.motions.all, act.motion)
    named = fact.told_by.names if fact.told_by is not None else ()
    listed = ", ".join(named)
    motion = draft.known(motion, "fact.decided", fact, "decision", decision=fact.decision, teller=listed)
    about = motion.about == FactAdoption(act.fact, act.of, act.value)
    draft.require(
        about, "fact.motion", fact, "decision", motion=motion.id, fact=act.fact, of=act.of, value=act.value
    )
    kind = draft.state.bodies.all[motion.body].kind
    fits = motion.decision == fact.decision and (not named or {motion.body, kind} & set(named))
    draft.require(bool(fits), "fact.decided", fact, "decision", decision=fact.decision, teller=listed)
    vote = draft.state.motions.votes.get(motion.id)
    carried = vote is not None and vote.carried is True
    draft.require(carried, "power.decision-not-carried", fact, "decision", motion=motion.id)
    draft.require(belongs(draft, draft.author, motion.body), "fact.teller", fact, "told_by", teller=listed)
    use(draft, motion.id)


def _mover(draft: Draft, motion: FactOf) -> str | None:
    found = draft.state.motions.all.get(MotionId(motion))
    return None if found is None else found.mover


def _nobody_yet(draft: Draft, names: tuple[str, ...]) -> bool:
    """Tell whether all bodies named have no holder yet, as in the days of founding."""
    state = draft.state
    words = {"person", "author"}
    return not words & set(names) and not any(
        state.posts.holders(body) or state.members.roll(body)
        for name in names
        for body in state.bodies.of_kind(name)
    )


def challenge(draft: Draft, act: FactChallenge) -> None:
    """By anybody on the record; the fact stands until whom the bylaws name has judged."""
    fact = _challengeable(draft, act.fact)
    told = (act.fact, act.of) in draft.state.facts.told
    draft.require(told, "fact.told", fact, fact=act.fact, of=act.of)
    raised = (act.fact, act.of) in draft.state.facts.doubts
    draft.require(not raised, "fact.not-doubted", fact, "challenge", fact=act.fact, of=act.of)
    draft.emit(
        FactChallenged(
            fact=act.fact, of=act.of, by=draft.author, at=draft.at, judge=_judges(fact), reasons=act.reasons
        )
    )


def judge(draft: Draft, act: FactJudge) -> None:
    """By whom the bylaws name: an officer alone, a body of several by a motion about ``["judge", FACT, OF, VALUE]``."""
    fact = _challengeable(draft, act.fact)
    raised = (act.fact, act.of) in draft.state.facts.doubts
    draft.require(raised, "fact.doubted", fact, "challenge", fact=act.fact, of=act.of)
    _require_value(draft, fact, act.value)
    _require_judge(draft, fact, act)
    draft.emit(FactJudged(fact=act.fact, of=act.of, value=act.value))
    if draft.state.facts.told.get((act.fact, act.of)) != act.value:
        draft.emit(FactTold(fact=act.fact, of=act.of, value=act.value, at=draft.at))


def _challengeable(draft: Draft, name: FactId) -> Fact:
    fact = draft.known(draft.book.bylaws.facts.get(name), "fact.known", fact=name)
    draft.require(fact.challenge is not None, "fact.challengeable", fact, "challenge", fact=name)
    return fact


def _judges(fact: Fact) -> str:
    return "" if fact.challenge is None else ", ".join(fact.challenge.names)


def _require_judge(draft: Draft, fact: Fact, act: FactJudge) -> None:
    names = () if fact.challenge is None else fact.challenge.names
    kinds = draft.book.bylaws.bodies
    offices = [name for name in names if name in kinds and kinds[name].type == "office"]
    alone = any(belongs(draft, draft.author, name) for name in offices)
    outside = all(name in kinds and kinds[name].type == "outside" for name in names)
    if outside:  # whose people are not on the record
        draft.require(
            draft.author == draft.state.keys.registrar, "registrar", fact, "challenge", power=act.fact
        )
        return
    motion = look_up(draft.state.motions.all, act.motion)
    vote = look_up(draft.state.motions.votes, act.motion)
    place = () if motion is None else (motion.body, draft.state.bodies.all[motion.body].kind)
    about = motion is not None and motion.about == FactJudgement(act.fact, act.of, act.value)
    carried = about and bool({*place} & {*names}) and vote is not None and vote.carried is True
    draft.require(alone or carried, "fact.judge", fact, "challenge", judge=_judges(fact), fact=act.fact)
    if not alone and motion is not None:
        use(draft, motion.id)


DECIDERS: Deciders = {FactTell: tell, FactChallenge: challenge, FactJudge: judge}
