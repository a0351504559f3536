"""What a bylaws file says, once read: one frozen type per table of the language.

Field names are the keys of the file (with ``_`` after a word that Python reserves), so that who knows the file knows the
model. A key that the file leaves out is ``None`` or empty: a right that is left out does not exist.
Source: the language as described in ``docs/manual/bylaws.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.pieces import (
    Clock,
    Need,
    Population,
    Rows,
    Share,
    Silence,
    SuccessionStep,
    Support,
    Term,
    Text,
)

BodyType = Literal[
    "assembly", "council", "congress", "committee", "office", "caucus", "constituency", "outside"
]
Fill = Literal["elected", "sent", "appointed", "ex-officio", "lot", "co-opted"]
Ballot = Literal["open", "roll-call", "secret", "written"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What every entry may have.

    ``id`` is the rule id that rulings cite, e.g. ``recall.delegates``; ``line`` its line in the file.
    """

    id: str
    article: str | None = None
    title: Text = msgspec.field(default_factory=dict)
    note: str | None = None
    source: str | None = None
    line: int = 0


class Fact(Entry, frozen=True, kw_only=True):
    """``[fact.X]``: something told, not computed."""

    of: tuple[str, ...]
    type: Literal["flag", "label", "number", "people", "votes", "money", "duration", "date"]
    values: tuple[str, ...] = ()
    told_by: Population | None = None
    decision: str | None = None
    challenge: Population | None = None


class Define(Entry, frozen=True, kw_only=True):
    """``[define.X]``: a named expression."""

    is_: Rows[Expression]


class Decision(Entry, frozen=True, kw_only=True):
    """``[decision.X]``, or the inline table of a line's ``elect``: how a vote or an election is held."""

    in_: Population | None = None
    voters: Population | None = None
    method: Rows[str] | None = None
    parameters: Mapping[str, object] = msgspec.field(default_factory=dict)
    lists: str | None = None
    default: str | None = None
    opens: Clock | None = None
    nomination: tuple[Support, ...] = ()
    campaign: Clock | None = None
    discussion: Clock | None = None
    voting: Clock | None = None
    roll_at: str | None = None
    ballot: Ballot | Silence | None = None
    roll_call: tuple[Support, ...] = ()
    tally: str | None = None
    show: tuple[str, ...] = ()
    quorum: Rows[Expression] | None = None
    carried: Rows[Expression] | None = None
    rejected: Rows[Expression] | None = None
    tie: Population | Literal["lot"] | Silence | None = None
    barred: Expression | None = None
    again: Mapping[str, object] | None = None
    repeat: tuple[Literal["default", "quorum", "tie"], ...] = ()


class SeatLine(Entry, frozen=True, kw_only=True):
    """``[body.X.seats.Y]``: a line of seats; its id is ``X.Y``, its rules are cited as ``body.X.seats.Y``."""

    body: str
    name: str
    from_: tuple[str, ...] = ()
    where: Expression | None = None
    when: Expression | None = None
    fill: Fill = "elected"
    by: Rows[Population] | None = None
    number: Rows[Expression] | None = None
    total: Rows[Expression] | None = None
    divide: Share | Expression | str | None = None
    at_least: Rows[Expression] | None = None
    at_most: Rows[Expression] | None = None
    as_of: Literal["live", "election"] | None = None
    surplus: Literal["stay", "last-elected", "fewest-votes", "lot", "sender"] | None = None
    short: Literal["vacant", "uncontested", "reopen"] | None = None
    elect: Decision | None = None
    decision: str | None = None
    needs: tuple[Need, ...] = ()
    eligible: Expression | None = None
    keeps: Expression | None = None
    may_vote: Expression | None = None
    voice: bool | Expression | None = None
    weights: Mapping[str, Rows[Expression]] = msgspec.field(default_factory=dict)
    term: Term | Silence | None = None
    succession: tuple[SuccessionStep, ...] | Silence | None = None
    absent: tuple[Literal["substitute", "deputy", "proxy", "nobody"], ...] = ()
    substitutes: Rows[Expression] | None = None
    instructions: Literal["free", "advice", "binding", "forbidden"] | Silence | None = None
    breach: Literal["shown", "counted", "void"] | None = None


class BodyKind(Entry, frozen=True, kw_only=True):
    """``[body.X]``: one body, many of a kind, or one for each of another kind."""

    type: BodyType
    many: bool = False
    each: tuple[str, ...] = ()
    part_of: str | None = None
    may_vote: Expression | None = None
    weights: Mapping[str, Rows[Expression]] = msgspec.field(default_factory=dict)
    proxies: bool | int | Mapping[str, object] | None = None
    ad_hoc: bool | Mapping[str, object] | None = None
    direct: str | None = None
    lines: tuple[SeatLine, ...] = ()


class Motion(Entry, frozen=True, kw_only=True):
    """``[motion.X]``: how a proposal is started, discussed, and brought to a decision."""

    in_: Population
    start: tuple[Support, ...] = ()
    discussion: Clock | None = None
    closes: Clock | None = None
    published: Clock | None = None
    decision: str | None = None


class Convening(Entry, frozen=True, kw_only=True):
    """``[convening.BODY]``: who calls the body, with what notice, and what happens when they do not."""

    by: Population | None = None
    every: Clock | None = None
    first: Clock | None = None
    notice: Clock | None = None
    urgent: Mapping[str, object] | None = None
    demand: tuple[Support, ...] = ()
    fallback: tuple[Mapping[str, object], ...] = ()
    needs: tuple[Need, ...] = ()
    closes: Clock | None = None
    late: Expression | None = None
    remote: bool | Expression | None = None


class Limit(Entry, frozen=True, kw_only=True):
    """``[limit.X]``: composition of a body, or posts that one person may not hold together."""

    in_: Population
    per: str | None = None
    with_: Population | None = None
    at_least: Rows[Expression] | Share | None = None
    at_most: Rows[Expression] | None = None
    when: Expression | None = None
    checked: Literal["election", "succession", "always"] = "always"
    repair: Literal["refuse", "next", "next-of-group", "resign"] = "refuse"


class Recall(Entry, frozen=True, kw_only=True):
    """``[recall.X]``: one way to lose a post: standing confidence, or a petition and then a decision."""

    of: Population
    by: Population
    target: Literal["person", "body"] = "person"
    start: tuple[Support, ...] = ()
    confidence: Rows[Expression] | None = None
    decision: str | None = None
    needs: tuple[Need, ...] = ()
    when: Expression | None = None
    reasons: bool | tuple[str, ...] | None = None
    notice: Clock | None = None
    hearing: bool | Clock | None = None
    discussion: Clock | None = None
    not_before: Clock | None = None
    bars: Clock | None = None
    cooling_off: Clock | None = None
    pending: Literal["full", "caretaker", "suspended"] | Mapping[str, object] | None = None
    interim: Literal["full", "caretaker", "suspended"] | Mapping[str, object] | None = None
    effect: Literal["vacate", "suspend"] = "vacate"
    then: tuple[SuccessionStep, ...] = ()


class Delegable(msgspec.Struct, frozen=True, kw_only=True):
    """Whether and to whom a power may be delegated."""

    to: Population | None = None
    decision: str | None = None
    limit: Expression | None = None


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """A further holder of a power (``also``), each with its condition."""

    holder: Population
    jointly: bool = False
    when: Expression | None = None
    needs: tuple[Need, ...] = ()
    decision: str | None = None


class Power(Entry, frozen=True, kw_only=True):
    """``[power."X"]``: a named authority and its holder."""

    holder: Population
    jointly: bool = False
    also: tuple[Holder, ...] = ()
    when: Expression | None = None
    frozen_when: Expression | None = None
    current: bool = False
    delegable: bool | Delegable = False
    limit: Expression | None = None
    start: tuple[Support, ...] = ()
    decision: str | None = None
    needs: tuple[Need, ...] = ()
    covers: tuple[str, ...] = ()


class Check(Entry, frozen=True, kw_only=True):
    """``[check.X]``: who stops or undoes what others do."""

    of: Population
    by: Population
    how: Literal["suspend", "annul", "replace", "block"]
    within: Clock | None = None
    lasts: Clock | None = None
    once: bool | str = False
    start: tuple[Support, ...] = ()
    decision: str | None = None
    stays: str | None = None


class NamedClock(Entry, frozen=True, kw_only=True):
    """``[clock.X]``: a clock that others refer to by name."""

    clock: Clock


class Duty(Entry, frozen=True, kw_only=True):
    """``[duty.X]``: something owed to somebody by some time."""

    of: Population
    to: Population
    every: Clock | None = None
    after: str | None = None
    within: Clock | None = None
    overdue: Literal["shown", "notify", "vacate"] = "shown"


class Agreement(Entry, frozen=True, kw_only=True):
    """``[agreement.X]``: how a kind of agreement is signed, ratified and left."""

    sign: str | None = None
    ratify: tuple[Need, ...] = ()
    force: Mapping[str, object] | None = None
    leave: Mapping[str, object] | None = None


class Bylaws(msgspec.Struct, frozen=True, kw_only=True):
    """A whole bylaws file. Every mapping keeps the order of the file; keys are the ids as written there."""

    mandat: int
    id: str
    title: Text = msgspec.field(default_factory=dict)
    time_zone: str = "UTC"
    calendar: str = "gregorian"
    holidays: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = msgspec.field(default_factory=dict)
    defines: Mapping[str, Define] = msgspec.field(default_factory=dict)
    bodies: Mapping[str, BodyKind] = msgspec.field(default_factory=dict)
    lines: Mapping[str, SeatLine] = msgspec.field(default_factory=dict)
    decisions: Mapping[str, Decision] = msgspec.field(default_factory=dict)
    motions: Mapping[str, Motion] = msgspec.field(default_factory=dict)
    convenings: Mapping[str, Convening] = msgspec.field(default_factory=dict)
    limits: Mapping[str, Limit] = msgspec.field(default_factory=dict)
    recalls: Mapping[str, Recall] = msgspec.field(default_factory=dict)
    powers: Mapping[str, Power] = msgspec.field(default_factory=dict)
    checks: Mapping[str, Check] = msgspec.field(default_factory=dict)
    clocks: Mapping[str, NamedClock] = msgspec.field(default_factory=dict)
    duties: Mapping[str, Duty] = msgspec.field(default_factory=dict)
    agreements: Mapping[str, Agreement] = msgspec.field(default_factory=dict)
    text: str = ""
