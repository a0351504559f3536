"""The closed list of named counts: facts and definitions of a bylaws file add names, never change these.

One table, from which the loader's errors, the sentences of the read-back and the manual are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mandat.bylaws.expression import units
from mandat.bylaws.expression.places import SubjectKind
from mandat.bylaws.expression.units import Unit
from mandat.language import Message, msg


class Of(StrEnum):
    """What may stand behind ``of``."""

    BODY = "body"
    """A body, or all of a kind."""
    LINE = "line"
    """A line of seats."""
    PART = "part"
    """In a vote: the part of those entitled that a body or a line of seats is."""


class GroupKind(StrEnum):
    """What may be at hand inside ``number(…)`` and ``sum(…)``."""

    BODIES = "bodies"
    LABELS = "labels"


@dataclass(frozen=True, slots=True)
class NamedCount:
    """A named count: unit, what it can be about without ``of``, what it is, its phrases, and what can be added to it.

    ``noun`` is a noun phrase; ``verb`` what those counted do, for sentences such as
    "at least half of the members concerned vote" (none: they have no verb). ``of``: what may stand behind ``of``.
    ``groups``: of what groups it can be taken apart. ``weighs``: a tally may stand behind ``by``. ``told``: a fact may stand
    behind ``with``.
    """

    name: str
    unit: Unit
    subjects: frozenset[SubjectKind]
    meaning: str
    noun: Message
    verb: Message | None = None
    of: frozenset[Of] = frozenset()
    groups: frozenset[GroupKind] = frozenset()
    weighs: bool = False
    told: bool = False


_BODY = frozenset((SubjectKind.BODY, SubjectKind.GROUP, SubjectKind.VOTE))
_IN_BODIES, _IN_LINES, _IN_VOTES = frozenset((Of.BODY,)), frozenset((Of.LINE,)), frozenset((Of.PART,))
_IN_SEATS = _IN_BODIES | _IN_LINES
_ANY_GROUP, _BODIES_ONLY = frozenset(GroupKind), frozenset((GroupKind.BODIES,))
_VOTE = frozenset((SubjectKind.VOTE,))
_BALLOTS = frozenset((SubjectKind.VOTE, SubjectKind.TALLY))
_ELECTION = frozenset((SubjectKind.ELECTION,))
_STANDING = frozenset((SubjectKind.ELECTION, SubjectKind.CANDIDACY))
_LINE = frozenset((SubjectKind.LINE,))
_POST = frozenset((SubjectKind.POST,))
_PERSON = frozenset((SubjectKind.PERSON,))
_ASKED = frozenset((SubjectKind.ASKED,))
_TENURE = frozenset((SubjectKind.TENURE,))
_CONSENT = frozenset((SubjectKind.CONSENT,))


def _in_vote(
    name: str, subjects: frozenset[SubjectKind], meaning: str, noun: Message, verb: Message | None = None
) -> NamedCount:
    """Return a count of a vote: by heads or in a tally, of all or of a part of those entitled."""
    return NamedCount(
        name, units.PEOPLE, subjects, meaning, noun, verb,
        of=_IN_VOTES, groups=_ANY_GROUP, weighs=True, told=True,
    )  # fmt: skip


_BODIES = (
    NamedCount(
        "members", units.PEOPLE, _BODY, "memberships of an assembly or caucus now (a council has posts: `filled`, `seats`)",
        msg("the members"), msg("are members"), of=_IN_BODIES, groups=_ANY_GROUP, told=True,
    ),
    NamedCount(
        "entitled", units.PEOPLE, _BODY | _VOTE | _ELECTION,
        "on the roll of this vote: those whose `may_vote` held at `roll_at`, less those barred; outside a vote, now",
        msg("those entitled to vote"), msg("are entitled to vote"), of=frozenset(Of), groups=_ANY_GROUP, weighs=True, told=True,
    ),
    _in_vote(
        "concerned", _VOTE,
        "members whom the matter touches, listed and frozen when the vote is called",
        msg("the members concerned"), msg("are concerned"),
    ),
    NamedCount(
        "electors", units.PEOPLE, _POST,
        "entitled in the election that filled this seat, and still members of the constituency",
        msg("those who were entitled in its election and are still members"),
    ),
    NamedCount(
        "seats", units.SEATS, _BODY, "posts due, vacant ones included",
        msg("all seats"), of=_IN_SEATS, groups=_BODIES_ONLY, weighs=True,
    ),
    NamedCount(
        "filled", units.SEATS, _BODY, "posts with a holder (full, acting or caretaker)",
        msg("the posts with a holder"), of=_IN_SEATS, groups=_ANY_GROUP, weighs=True, told=True,
    ),
)  # fmt: skip
_VOTES = (
    _in_vote(
        "present", _VOTE, "entitled and there when the vote opens, no proxies; not in a written vote",
        msg("those present"), msg("are present"),
    ),
    _in_vote(
        "represented", _VOTE, "those present, and those whose proxy-holder is there",
        msg("those present or represented"), msg("are present or represented"),
    ),
    _in_vote(
        "yes", _BALLOTS, "ballots for (of a candidate or option: those that name it above the default)",
        msg("those in favour"), msg("are in favour"),
    ),
    _in_vote(
        "no", _BALLOTS, "ballots against",
        msg("those against"), msg("are against"),
    ),
    _in_vote(
        "abstain", _BALLOTS, "ballots that abstain, blank ones included",
        msg("those who abstain"), msg("abstain"),
    ),
    _in_vote(
        "invalid", _BALLOTS, "ballots that are void",
        msg("the invalid ballots"),
    ),
    _in_vote("cast", _BALLOTS, "yes + no", msg("those cast")),
    _in_vote("valid", _BALLOTS, "cast + abstain", msg("the valid ballots")),
    _in_vote(
        "voted", _BALLOTS, "valid + invalid",
        msg("those who vote"), msg("vote"),
    ),
)  # fmt: skip
_SEATS = (
    NamedCount(
        "due", units.SEATS, _LINE, "of this line, for this sender: posts due", msg("the posts due"), of=_IN_LINES,
    ),
    NamedCount(
        "sent", units.SEATS, _LINE, "of this line, for this sender: posts with a holder",
        msg("the delegates sent"), of=_IN_LINES,
    ),
    NamedCount(
        "sent_present", units.SEATS, _LINE, "of this line, for this sender: holders present",
        msg("the delegates present"), msg("are present"), of=_IN_LINES,
    ),
    NamedCount("standing", units.PEOPLE, _STANDING, "candidates of this election", msg("the candidates")),
    NamedCount(
        "places", units.SEATS, _STANDING, "seats to fill in this election",
        msg("the seats to fill"),
    ),
    NamedCount("lists", units.NUMBER, _STANDING, "lists in this election", msg("the lists")),
    NamedCount(
        "divisor", units.NUMBER, frozenset((SubjectKind.DIVISOR,)),
        "with `total`, once, as a divisor: the number that makes the seats add up",
        msg("the divisor"),
    ),
)  # fmt: skip
_SIGNATURES = (
    NamedCount(
        "signed", units.PEOPLE, frozenset((SubjectKind.SUPPORT,)),
        "standing signatures of those who may sign",
        msg("the signatures"), msg("have signed"), groups=_ANY_GROUP,
    ),
    NamedCount(
        "withdrawn", units.PEOPLE, frozenset((SubjectKind.CONFIDENCE,)),
        "standing withdrawals of confidence from this holder of this seat by those in its base",
        msg("those who have withdrawn confidence"), msg("have withdrawn confidence"),
    ),
    NamedCount(
        "parties", units.BODIES, _CONSENT, "parties of an agreement",
        msg("the parties"), told=True,
    ),
    NamedCount(
        "ratified", units.BODIES, _CONSENT,
        "parties of an agreement that have ratified it",
        msg("the parties that have ratified"), msg("have ratified"), told=True,
    ),
)  # fmt: skip
_PERSONS = (
    NamedCount("age", units.DURATION, _PERSON, "age of the person", msg("the age")),
    NamedCount(
        "seniority", units.DURATION, _PERSON, "how long the membership has lasted",
        msg("the membership"), of=_IN_BODIES,
    ),
    NamedCount(
        "served", units.DURATION, _POST, "time in this post",
        msg("the time in the post"),
    ),
    NamedCount(
        "left", units.DURATION, _POST, "what is left of the term",
        msg("the rest of the term"),
    ),
    NamedCount(
        "since_left", units.DURATION, _TENURE, "time since the person left the post; longer than any if never held",
        msg("the time since leaving the post"),
    ),
    NamedCount(
        "silent", units.DURATION, _PERSON, "time since the person's last act, or since joining",
        msg("the time since the last act"),
    ),
    NamedCount(
        "terms", units.NUMBER, _TENURE, "terms completed in this post",
        msg("the terms completed"),
    ),
    NamedCount(
        "target", units.TRUTH, _ASKED, "the person whose post is at stake",
        msg("the person concerned"),
    ),
    NamedCount(
        "signer", units.TRUTH, _ASKED, "a signer of this support",
        msg("a signer"),
    ),
    NamedCount(
        "author", units.TRUTH, _ASKED, "the author of this act or motion",
        msg("the author"),
    ),
    NamedCount(
        "amount", units.MONEY, frozenset((SubjectKind.AMOUNT,)), "amount named in the act",
        msg("the amount"),
    ),
)  # fmt: skip

COUNTS: dict[str, NamedCount] = {
    count.name: count for count in (*_BODIES, *_VOTES, *_SEATS, *_SIGNATURES, *_PERSONS)
}
"""Every named count, by name, in the order of the manual."""

STATE_MEANINGS: dict[str, tuple[str, Message]] = {
    "vacant": ("has no holder", msg("{title} is vacant")),
    "sitting": ("is in session, from `opened` to `closed` or `adjourned`", msg("{title} is sitting")),
    "met": ("has met since it was last renewed", msg("{title} has met")),
    "open": ("has started and not ended: a vote, a recall, a petition", msg("{title} is open")),
    "in_force": ("binds its parties: an agreement", msg("{title} is in force")),
    "resolved": ("has been decided in favour: a vote", msg("{title} has been resolved")),
    "seated": ("the person of the subject holds a post there", msg("the person holds a seat of {title}")),
}
"""The truths about a body, a vote, a recall or an agreement: meaning, and the phrase with the title."""


def meaningful(subjects: tuple[SubjectKind, ...]) -> list[str]:
    """The names that have a meaning without ``of`` where the subject is one of these, in the order of the table."""
    if SubjectKind.ANY in subjects:
        return list(COUNTS)
    return [name for name, count in COUNTS.items() if not count.subjects.isdisjoint(subjects)]
