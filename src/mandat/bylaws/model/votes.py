"""How a body decides: decisions and elections, motions, convening."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.model.entry import Entry, Part
from mandat.bylaws.model.ids import DecisionId
from mandat.bylaws.model.pieces import Clock, Need, Population, Rows, Silence, Support

Ballot = Literal["open", "roll-call", "secret", "written"]


class SecondConvocation(msgspec.Struct, frozen=True, kw_only=True):
    """A vote held again where the quorum was missing: how long after, and its quorum and majority."""

    after: Clock | None = None
    quorum: Rows[Expression] | None = None
    carried: Rows[Expression] | None = None


Parameter = bool | int | str
"""A parameter of a counting rule, as the file gives it."""


class Balloting(Part, frozen=True, kw_only=True):
    """How votes are cast and counted."""

    method: Rows[str] | None = None
    parameters: Mapping[str, Parameter] = msgspec.field(default_factory=dict)
    lists: str | None = None
    default: str | None = None
    ballot: Ballot | Silence | None = None
    roll_call: tuple[Support, ...] = ()


class Course(Part, frozen=True, kw_only=True):
    """What happens when: nomination, campaign, discussion, the roll, the vote."""

    opens: Clock | None = None
    nomination: tuple[Support, ...] = ()
    campaign: Clock | None = None
    discussion: Clock | None = None
    voting: Clock | None = None
    roll_at: str | None = None


class Verdict(Part, frozen=True, kw_only=True):
    """When it is carried, by which votes, and when it is held again."""

    tally: str | None = None
    show: tuple[str, ...] = ()
    quorum: Rows[Expression] | None = None
    carried: Rows[Expression] | None = None
    rejected: Rows[Expression] | None = None
    tie: Population | Literal["lot"] | Silence | None = None
    again: SecondConvocation | None = None
    repeat: tuple[Literal["default", "quorum", "tie"], ...] = ()


class Decision(Entry, frozen=True, kw_only=True):
    """``[decision.X]``, or the inline table of a line's ``elect``: how a vote or an election is held."""

    in_: Population | None = None
    voters: Population | None = None
    barred: Expression | None = None
    balloting: Balloting = msgspec.field(default_factory=Balloting)
    course: Course = Course()
    verdict: Verdict = Verdict()


class MotionRule(Entry, frozen=True, kw_only=True):
    """``[motion.X]``: how a proposal is started, discussed, and brought to a decision."""

    in_: Population
    start: tuple[Support, ...] = ()
    discussion: Clock | None = None
    closes: Clock | None = None
    published: Clock | None = None
    decision: DecisionId | None = None


class UrgentCall(msgspec.Struct, frozen=True, kw_only=True):
    """Who may call a body at shorter notice, and when."""

    by: Population
    notice: Clock | None = None
    when: Expression | None = None


class Fallback(msgspec.Struct, frozen=True, kw_only=True):
    """Who calls a body if those who must have not done so ``after`` a time."""

    after: Clock
    by: Population
    when: Expression | None = None


class Calling(Part, frozen=True, kw_only=True):
    """Who calls a body and how often, who may demand it, and who calls it if they do not."""

    by: Population | None = None
    every: Clock | None = None
    first: Clock | None = None
    demand: tuple[Support, ...] = ()
    fallback: tuple[Fallback, ...] = ()


class ConveningRule(Entry, frozen=True, kw_only=True):
    """``[convening.BODY]``: who calls the body, with what notice, and what happens when they do not."""

    calling: Calling = Calling()
    notice: Clock | None = None
    urgent: UrgentCall | None = None
    needs: tuple[Need, ...] = ()
    closes: Clock | None = None
    late: Expression | None = None
    remote: bool | Expression | None = None
