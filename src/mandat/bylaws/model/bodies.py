"""Facts, definitions, bodies and their lines of seats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.model.entry import Entry, Part
from mandat.bylaws.model.ids import DecisionId, KindId, LineId
from mandat.bylaws.model.pieces import Need, Population, Rows, Share, Silence, SuccessionStep, Term
from mandat.bylaws.model.votes import Decision

BodyType = Literal[
    "assembly", "council", "congress", "committee", "office", "caucus", "constituency", "outside"
]


Fill = Literal["elected", "sent", "appointed", "ex-officio", "lot", "co-opted"]


class Fact(Entry, frozen=True, kw_only=True):
    """``[fact.X]``: something told, not computed."""

    of: tuple[str, ...]
    type: Literal["flag", "label", "number", "people", "votes", "money", "duration", "date"]
    values: tuple[str, ...] = ()
    told_by: Population | None = None
    decision: DecisionId | None = None
    challenge: Population | None = None


class Define(Entry, frozen=True, kw_only=True):
    """``[define.X]``: a named expression."""

    is_: Rows[Expression]


class SeatNumber(Part, frozen=True, kw_only=True):
    """How many posts a line has, and what follows when the number changes or too few stand."""

    number: Rows[Expression] | None = None
    total: Rows[Expression] | None = None
    divide: Share | Expression | str | None = None
    at_least: Rows[Expression] | None = None
    at_most: Rows[Expression] | None = None
    as_of: Literal["live", "election"] | None = None
    surplus: Literal["stay", "last-elected", "fewest-votes", "lot", "sender"] | None = None
    short: Literal["vacant", "uncontested", "reopen"] | None = None


class SeatFilling(Part, frozen=True, kw_only=True):
    """How posts are filled, by whom, with whose consent, and who may enter."""

    fill: Fill = "elected"
    by: Rows[Population] | None = None
    elect: Decision | None = None
    decision: DecisionId | None = None
    needs: tuple[Need, ...] = ()
    eligible: Expression | None = None


class SeatMandate(Part, frozen=True, kw_only=True):
    """What a holder carries: how long, on what condition, with which votes, bound by what instructions."""

    term: Term | Silence | None = None
    keeps: Expression | None = None
    may_vote: Expression | None = None
    voice: bool | Expression | None = None
    weights: Mapping[str, Rows[Expression]] = msgspec.field(default_factory=dict)
    instructions: Literal["free", "advice", "binding", "forbidden"] | Silence | None = None
    breach: Literal["shown", "counted", "void"] | None = None


class SeatReplacement(Part, frozen=True, kw_only=True):
    """Who follows a holder, and who stands in for a day."""

    succession: tuple[SuccessionStep, ...] | Silence | None = None
    absent: tuple[Literal["substitute", "deputy", "proxy", "nobody"], ...] = ()
    substitutes: Rows[Expression] | None = None


class SeatLine(Entry, frozen=True, kw_only=True):
    """``[body.X.seats.Y]``: a line of seats; its id is ``X.Y``, its rules are cited as ``body.X.seats.Y``."""

    id: LineId
    body: KindId
    name: str
    from_: tuple[KindId, ...] = ()
    where: Expression | None = None
    when: Expression | None = None
    size: SeatNumber = SeatNumber()
    filling: SeatFilling = SeatFilling()
    mandate: SeatMandate = msgspec.field(default_factory=SeatMandate)
    replacing: SeatReplacement = SeatReplacement()


class ProxyRule(msgspec.Struct, frozen=True, kw_only=True):
    """How many proxies one may hold, and among whom they may be given."""

    at_most: int | None = None
    within: Population | None = None


class AdHoc(msgspec.Struct, frozen=True, kw_only=True):
    """The events with which a body for one matter is formed and dissolved."""

    opens: str | None = None
    closes: str | None = None


class MemberVoting(Part, frozen=True, kw_only=True):
    """Which members of a body vote, with which votes, and whether by proxy."""

    may_vote: Expression | None = None
    weights: Mapping[str, Rows[Expression]] = msgspec.field(default_factory=dict)
    proxies: bool | int | ProxyRule | None = None


class BodyKind(Entry, frozen=True, kw_only=True):
    """``[body.X]``: one body, many of a kind, or one for each of another kind."""

    type: BodyType
    many: bool = False
    each: tuple[KindId, ...] = ()
    part_of: KindId | None = None
    voting: MemberVoting = msgspec.field(default_factory=MemberVoting)
    ad_hoc: bool | AdHoc | None = None
    direct: str | None = None
    lines: tuple[SeatLine, ...] = ()
