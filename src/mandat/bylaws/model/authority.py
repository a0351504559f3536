"""Who may do what, who undoes it, how posts are lost: limits, recalls, powers, checks, clocks, duties, agreements."""

from __future__ import annotations

from typing import Literal

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.model.entry import Entry, Part
from mandat.bylaws.model.ids import CheckId, DecisionId, DutyId, LimitId, PowerId, RecallId
from mandat.bylaws.model.pieces import Clock, Need, Population, Rows, Share, SuccessionStep, Support
from mandat.bylaws.values.duration import Duration


class Limit(Entry, frozen=True, kw_only=True):
    """``[limit.X]``: composition of a body, or posts that one person may not hold together."""

    id: LimitId
    in_: Population
    per: str | None = None
    with_: Population | None = None
    at_least: Rows[Expression] | Share | None = None
    at_most: Rows[Expression] | None = None
    when: Expression | None = None
    checked: Literal["election", "succession", "always"] = "always"
    repair: Literal["refuse", "next", "next-of-group", "resign"] = "refuse"


class Acting(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts meanwhile, in the holder's place."""

    acting: Population


Care = Literal["full", "caretaker", "suspended"] | Acting
"""What becomes of an office while its holder is in question, or gone."""


class RecallDeciding(Part, frozen=True, kw_only=True):
    """What ends the post: confidence lost, or a decision, and whose consent it needs."""

    confidence: Rows[Expression] | None = None
    decision: DecisionId | None = None
    needs: tuple[Need, ...] = ()


class RecallTiming(Part, frozen=True, kw_only=True):
    """Notice, hearing and discussion before it, and the times in which there is none."""

    notice: Clock | None = None
    hearing: bool | Clock | None = None
    discussion: Clock | None = None
    not_before: Clock | None = None
    bars: Clock | None = None
    cooling_off: Clock | None = None


class RecallAftermath(Part, frozen=True, kw_only=True):
    """What becomes of the office until it is decided, then, and who follows."""

    pending: Care | None = None
    interim: Care | None = None
    effect: Literal["vacate", "suspend"] = "vacate"
    then: tuple[SuccessionStep, ...] = ()


class Recall(Entry, frozen=True, kw_only=True):
    """``[recall.X]``: one way to lose a post: standing confidence, or a petition and then a decision."""

    id: RecallId
    of: Population
    by: Population
    target: Literal["person", "body"] = "person"
    start: tuple[Support, ...] = ()
    when: Expression | None = None
    reasons: bool | tuple[str, ...] | None = None
    deciding: RecallDeciding = RecallDeciding()
    timing: RecallTiming = RecallTiming()
    aftermath: RecallAftermath = RecallAftermath()


class Delegable(msgspec.Struct, frozen=True, kw_only=True):
    """Whether and to whom a power may be delegated."""

    to: Population | None = None
    decision: DecisionId | None = None
    limit: Expression | None = None


class Holder(Part, frozen=True, kw_only=True):
    """Who holds a power, on what condition, and how it is exercised."""

    holder: Population
    jointly: bool = False
    when: Expression | None = None
    needs: tuple[Need, ...] = ()
    decision: DecisionId | None = None


class Power(Entry, frozen=True, kw_only=True):
    """``[power."X"]``: a named authority, the holder it names ``first``, and those who hold it ``also``."""

    first: Holder
    also: tuple[Holder, ...] = ()
    frozen_when: Expression | None = None
    current: bool = False
    delegable: bool | Delegable = False
    limit: Expression | None = None
    start: tuple[Support, ...] = ()
    covers: tuple[PowerId, ...] = ()

    @property
    def holders(self) -> tuple[Holder, ...]:
        """All who may hold it, the one named first before the others."""
        return (self.first, *self.also)


class Check(Entry, frozen=True, kw_only=True):
    """``[check.X]``: who stops or undoes what others do."""

    id: CheckId
    of: Population
    by: Population
    how: Literal["suspend", "annul", "replace", "block"]
    within: Clock | None = None
    lasts: Clock | None = None
    once: bool | str = False
    start: tuple[Support, ...] = ()
    decision: DecisionId | None = None
    stays: str | None = None


class NamedClock(Entry, frozen=True, kw_only=True):
    """``[clock.X]``: a clock that others refer to by name."""

    clock: Clock


class Duty(Entry, frozen=True, kw_only=True):
    """``[duty.X]``: something owed to somebody by some time."""

    id: DutyId
    of: Population
    to: Population
    every: Clock | None = None
    after: str | None = None
    within: Clock | None = None
    overdue: Literal["shown", "notify", "vacate"] = "shown"


class EntryIntoForce(msgspec.Struct, frozen=True, kw_only=True):
    """When an agreement binds, and how long after; ``each_after`` counts for each party from its own ratification."""

    when: Expression | None = None
    after: Clock | None = None
    each_after: Clock | None = None


class LeaveWindow(msgspec.Struct, frozen=True, kw_only=True):
    """A time in which a party may leave: it comes round ``every`` so often and is open for ``length``."""

    every: Duration
    length: Duration


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """How a party leaves an agreement: with what notice, and when."""

    notice: Clock | None = None
    window: LeaveWindow | None = None


class AgreementRule(Entry, frozen=True, kw_only=True):
    """``[agreement.X]``: how a kind of agreement is signed, ratified and left."""

    sign: PowerId | None = None
    ratify: tuple[Need, ...] = ()
    force: EntryIntoForce | None = None
    leave: Withdrawal | None = None
