"""Motions in time for a meeting: how long before it texts are closed, and how long before it they must be published.

A motion is published when it is on the record. Where no meeting of the body has been called, nothing is closed yet.
"""

from __future__ import annotations

from mandat.bylaws.model.pieces import Clock
from mandat.federation.assembly.convening.demanding import latest
from mandat.federation.assembly.convening.state import Notice
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.assembly.motions.supporting import motion_rule
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import values_of
from mandat.federation.base.types import BodyId
from mandat.instants import Instant


def require_open(draft: Draft, body: BodyId, decision: str) -> None:
    """Require that texts for the next meeting of a body that has been called are not closed."""
    rule = motion_rule(draft, body, decision)
    notice = _next(draft, body)
    until = None if rule is None or notice is None else _latest(draft, notice, rule.closes)
    if notice is None or until is None:
        return
    draft.require(draft.at <= until, "motion.closed", rule, "closes", meeting=notice.id, until=until)


def require_published(draft: Draft, motion: Motion) -> None:
    """Require that a motion voted on in a meeting that was called has been on the record for long enough before it."""
    rule = motion_rule(draft, motion.body, motion.decision)
    meeting = draft.state.meetings.open_of(motion.body)
    notice = None if meeting is None else draft.state.convening.called.get(meeting.id)
    until = None if rule is None or notice is None else _latest(draft, notice, rule.published)
    if until is None:
        return
    draft.require(
        motion.tabled <= until, "motion.published", rule, "published", motion=motion.id, until=until
    )


def _latest(draft: Draft, notice: Notice, clock: Clock | None) -> Instant | None:
    """Return the last instant at which it can happen; None where the bylaws set no length of time."""
    named = draft.book.bylaws.clocks[clock.name].clock if clock is not None and clock.name else clock
    return None if named is None or named.length is None else latest(draft, notice.opens, named)


def _next(draft: Draft, body: str) -> Notice | None:
    """Return the notice of the next meeting of a body that is still to come."""
    called = (each for each in values_of(draft.state.convening.called) if each.body == body)
    coming = [each for each in called if each.opens > draft.at and each.id not in draft.state.meetings.all]
    return min(coming, key=lambda each: (each.opens, each.id), default=None)
