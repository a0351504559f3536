"""The closed list of named counts: facts and definitions of a bylaws file add names, never change these.

One table, from which the loader's errors, the sentences of the read-back and the manual are made.
"""

from __future__ import annotations

from dataclasses import dataclass

from mandat.bylaws.expression import units
from mandat.bylaws.expression.places import SubjectKind
from mandat.bylaws.expression.units import Unit
from mandat.language import Message, msg


@dataclass(frozen=True, slots=True)
class NamedCount:
    """A named count: unit, whose it can be without ``of``, whether ``of`` is possible, what it is, its phrases.

    ``noun`` is a noun phrase; ``verb`` what those counted do, for sentences such as
    "at least half of the members concerned vote" (none: they have no verb). ``weighs``: a tally may stand behind ``by``.
    """

    name: str
    unit: Unit
    subjects: frozenset[SubjectKind]
    meaning: str
    noun: Message
    verb: Message | None = None
    of: bool = True
    weighs: bool = True


_BODY = frozenset(
    (
        SubjectKind.SENDER,
        SubjectKind.POST,
        SubjectKind.VOTE,
        SubjectKind.SUPPORT,
        SubjectKind.CONSTITUENCY,
        SubjectKind.RECORD,
        SubjectKind.GROUP,
    )
)
_VOTE = frozenset((SubjectKind.VOTE,))
_ELECTION = frozenset((SubjectKind.SENDER, SubjectKind.VOTE, SubjectKind.SUPPORT, SubjectKind.RECORD))
_PERSON = frozenset((SubjectKind.PERSON,))
_HOLDER = frozenset((SubjectKind.PERSON, SubjectKind.POST))
_LINE = frozenset((SubjectKind.SENDER, SubjectKind.POST, SubjectKind.RECORD, SubjectKind.GROUP))

_BODIES = (
    NamedCount(
        "members", units.PEOPLE, _BODY, "memberships of an assembly or caucus now (a council has posts: `filled`, `seats`)",
        msg("the members"), msg("are members"),
    ),
    NamedCount(
        "entitled", units.PEOPLE, _BODY,
        "on the roll of this vote: those whose `may_vote` held at `roll_at`, less those barred; outside a vote, now",
        msg("those entitled to vote"), msg("are entitled to vote"),
    ),
    NamedCount(
        "concerned", units.PEOPLE, _VOTE | {SubjectKind.SUPPORT, SubjectKind.RECORD},
        "members whom the matter touches, listed and frozen when the vote is called",
        msg("the members concerned"), msg("are concerned"),
    ),
    NamedCount(
        "electors", units.PEOPLE, frozenset((SubjectKind.CONSTITUENCY, SubjectKind.VOTE, SubjectKind.SUPPORT)),
        "entitled in the election that filled this seat, and still members of the constituency",
        msg("those who were entitled in its election and are still members"),
    ),
    NamedCount(
        "seats", units.SEATS, _BODY, "posts due, vacant ones included",
        msg("all seats"),
    ),
    NamedCount(
        "filled", units.SEATS, _BODY, "posts with a holder (full, acting or caretaker)",
        msg("the posts with a holder"),
    ),
)  # fmt: skip
_VOTES = (
    NamedCount(
        "present", units.PEOPLE, _VOTE, "entitled and there when the vote opens, no proxies; not in a written vote",
        msg("those present"), msg("are present"),
    ),
    NamedCount(
        "represented", units.PEOPLE, _VOTE, "those present, and those whose proxy-holder is there",
        msg("those present or represented"), msg("are present or represented"),
    ),
    NamedCount(
        "yes", units.PEOPLE, _VOTE, "ballots for (of a candidate or option: those that name it above the default)",
        msg("those in favour"), msg("are in favour"),
    ),
    NamedCount(
        "no", units.PEOPLE, _VOTE, "ballots against",
        msg("those against"), msg("are against"),
    ),
    NamedCount(
        "abstain", units.PEOPLE, _VOTE, "ballots that abstain, blank ones included",
        msg("those who abstain"), msg("abstain"),
    ),
    NamedCount(
        "invalid", units.PEOPLE, _VOTE, "ballots that are void",
        msg("the invalid ballots"),
    ),
    NamedCount("cast", units.PEOPLE, _VOTE, "yes + no", msg("those cast")),
    NamedCount("valid", units.PEOPLE, _VOTE, "cast + abstain", msg("the valid ballots")),
    NamedCount(
        "voted", units.PEOPLE, _VOTE, "valid + invalid",
        msg("those who vote"), msg("vote"),
    ),
)  # fmt: skip
_SEATS = (
    NamedCount(
        "due", units.SEATS, _LINE, "of this line, for this sender: posts due", msg("the posts due"),
    ),
    NamedCount(
        "sent", units.SEATS, _LINE, "of this line, for this sender: posts with a holder",
        msg("the delegates sent"),
    ),
    NamedCount(
        "sent_present", units.SEATS, _LINE, "of this line, for this sender: holders present",
        msg("the delegates present"), msg("are present"),
    ),
    NamedCount("standing", units.PEOPLE, _ELECTION, "candidates of this election", msg("the candidates")),
    NamedCount(
        "places", units.SEATS, _ELECTION, "seats to fill in this election",
        msg("the seats to fill"),
    ),
    NamedCount("lists", units.NUMBER, _ELECTION, "lists in this election", msg("the lists"), weighs=False),
    NamedCount(
        "divisor", units.NUMBER, frozenset((SubjectKind.SENDER,)),
        "with `total`, once, as a divisor: the number that makes the seats add up",
        msg("the divisor"), of=False, weighs=False,
    ),
)  # fmt: skip
_SIGNATURES = (
    NamedCount(
        "signed", units.PEOPLE, frozenset((SubjectKind.SUPPORT, SubjectKind.RECORD)),
        "standing signatures of those who may sign",
        msg("the signatures"), msg("have signed"),
    ),
    NamedCount(
        "withdrawn", units.PEOPLE, frozenset((SubjectKind.CONSTITUENCY, SubjectKind.RECORD)),
        "standing withdrawals of confidence from this holder of this seat by those in its base",
        msg("those who have withdrawn confidence"), msg("have withdrawn confidence"),
    ),
    NamedCount(
        "parties", units.BODIES, frozenset((SubjectKind.RECORD, SubjectKind.ACT, SubjectKind.SUPPORT)), "parties of an agreement",
        msg("the parties"), weighs=False,
    ),
    NamedCount(
        "ratified", units.BODIES, frozenset((SubjectKind.RECORD, SubjectKind.ACT, SubjectKind.SUPPORT)),
        "parties of an agreement that have ratified it",
        msg("the parties that have ratified"), msg("have ratified"), weighs=False,
    ),
)  # fmt: skip
_PERSONS = (
    NamedCount("age", units.DURATION, _PERSON, "age of the person", msg("the age"), weighs=False),
    NamedCount(
        "seniority", units.DURATION, _PERSON, "how long the membership has lasted",
        msg("the membership"), weighs=False,
    ),
    NamedCount(
        "served", units.DURATION, _HOLDER, "time in this post",
        msg("the time in the post"), weighs=False,
    ),
    NamedCount(
        "left", units.DURATION, _HOLDER, "what is left of the term",
        msg("the rest of the term"), weighs=False,
    ),
    NamedCount(
        "since_left", units.DURATION, _PERSON, "time since the person left the post; longer than any if never held",
        msg("the time since leaving the post"), weighs=False,
    ),
    NamedCount(
        "silent", units.DURATION, _PERSON, "time since the person's last act",
        msg("the time since the last act"), weighs=False,
    ),
    NamedCount(
        "terms", units.NUMBER, _HOLDER, "terms completed in this post",
        msg("the terms completed"), weighs=False,
    ),
    NamedCount(
        "target", units.TRUTH, _PERSON, "the person whose post is at stake",
        msg("the person concerned"), of=False, weighs=False,
    ),
    NamedCount(
        "signer", units.TRUTH, _PERSON, "a signer of this support",
        msg("a signer"), of=False, weighs=False,
    ),
    NamedCount(
        "author", units.TRUTH, _PERSON, "the author of this act or motion",
        msg("the author"), of=False, weighs=False,
    ),
    NamedCount(
        "amount", units.MONEY, frozenset((SubjectKind.ACT,)), "amount named in the act",
        msg("the amount"), of=False, weighs=False,
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
