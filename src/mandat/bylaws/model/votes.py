"""How a body decides: decisions and elections, motions, convening."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.model.entry import Entry
from mandat.bylaws.model.pieces import Clock, Need, Population, Rows, Silence, Support

Ballot = Literal["open", "roll-call", "secret", "written"]


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
