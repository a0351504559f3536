"""The discussion of a motion: how long it runs, what restarts it, what it shuts out near its end, who may vary it.

The clock runs from the day the motion is admitted. An event that restarts it leaves at least so much time, never less than
before and never beyond ``at_most``; in the last hours the events of ``shut`` are refused.
"""

from __future__ import annotations

from mandat.bylaws.model import Decision, Entry, MotionRule
from mandat.bylaws.model.pieces import Clock
from mandat.bylaws.values.duration import Duration, DurationError, earlier, later
from mandat.federation.assembly.motions.acts import TimeVary
from mandat.federation.assembly.motions.moving import moved_under
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.assembly.motions.support_effects import (
    DiscussionSet,
    MotionAdmitted,
    OptionAdded,
    OptionAmended,
    VotingVaried,
)
from mandat.federation.base.agenda.items import VotingEnd
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.types import MotionId
from mandat.instants import Instant


def rule_of(draft: Draft, motion: Motion) -> tuple[Entry, Clock] | None:
    """Return the clock of a discussion and the entry that sets it: the motion's own rule, else its decision."""
    rule: MotionRule | None = moved_under(draft, motion)
    decision: Decision = draft.book.decision(motion.decision)
    if rule is not None and rule.discussion is not None:
        return rule, resolved(draft, rule.discussion)
    if decision.course.discussion is not None:
        return decision, resolved(draft, decision.course.discussion)
    return None


def resolved(draft: Draft, clock: Clock) -> Clock:
    """Return a clock itself for one that is named."""
    return draft.book.bylaws.clocks[clock.name].clock if clock.name else clock


def begin(draft: Draft, name: MotionId) -> None:
    """Let the discussion of a motion that is admitted run, if the bylaws give it time."""
    motion = draft.state.motions.all[name]
    found = rule_of(draft, motion)
    if found is None or found[1].length is None:
        return
    _, clock = found
    until = draft.deadline(clock)
    most = None if clock.at_most is None else draft.deadline(clock.at_most)
    least = None if clock.at_least is None else draft.deadline(clock.at_least)
    draft.emit(DiscussionSet(motion=name, until=until, most=most, least=least))


def motion_admitted(draft: Draft, effect: MotionAdmitted) -> None:
    """Begin the discussion."""
    if draft.state.motions.all[effect.motion].discussion.until is None:
        begin(draft, effect.motion)


def option_added(draft: Draft, effect: OptionAdded) -> None:
    """Restart the clock where the bylaws say so."""
    _restart(draft, effect.motion, "option.added")


def option_amended(draft: Draft, effect: OptionAmended) -> None:
    """Restart the clock where the bylaws say so."""
    _restart(draft, effect.motion, "option.amended")


def _restart(draft: Draft, name: MotionId, event: str) -> None:
    motion = draft.state.motions.all[name]
    found = rule_of(draft, motion)
    until = motion.discussion.until
    if found is None or until is None or found[1].restart is None:
        return
    restart = found[1].restart
    if event not in restart.on:
        return
    left = draft.deadline(restart.leaves)
    end = max(until, left if motion.discussion.most is None else min(left, motion.discussion.most))
    if end != until:
        draft.require(True, "motion.restarted", found[0], "discussion", motion=name, until=end)
        draft.emit(
            DiscussionSet(motion=name, until=end, most=motion.discussion.most, least=motion.discussion.least)
        )


def require_not_shut(draft: Draft, motion: Motion, event: str) -> None:
    """Require that it is not too near the end of the discussion for an event, nor after it."""
    found = rule_of(draft, motion)
    until = motion.discussion.until
    if found is None or until is None or found[1].shut is None:
        return
    shut = found[1].shut
    if event not in shut.to:
        return
    before = draft.reckoned(lambda: earlier(until, shut.last, draft.book.zone))
    draft.require(draft.at < before, "motion.shut", found[0], "discussion", motion=motion.id, until=before)


def require_discussed(draft: Draft, motion: Motion) -> None:
    """Require that the discussion is over."""
    if motion.discussion.until is None:
        return
    found = rule_of(draft, motion)
    entry = None if found is None else found[0]
    over = draft.at >= motion.discussion.until
    draft.require(
        over, "motion.discussion", entry, "discussion", motion=motion.id, until=motion.discussion.until
    )


def vary(draft: Draft, act: TimeVary) -> None:
    """By whom the clock names, once for each motion, by no more than it allows, within its bounds."""
    motion = draft.known(draft.state.motions.all.get(act.motion), "motion.known", motion=act.motion)
    entry, clock, until = _running(draft, motion, act.what)
    allowed = draft.known(clock.vary, "motion.vary", entry, act.what, motion=motion.id, what=act.what)
    names = allowed.by.names
    may = any(belongs(draft, draft.author, name) for name in names)
    draft.require(may, "motion.vary-by", entry, act.what, motion=motion.id, by=", ".join(names))
    draft.require(
        act.what not in motion.discussion.varied, "motion.vary-once", entry, act.what, motion=motion.id
    )
    end = _varied(draft, entry, act, until, allowed.length)
    if act.what == "voting":
        draft.strike(VotingEnd(motion.id))
        draft.emit(VotingVaried(motion=motion.id, until=end))
        draft.schedule(VotingEnd(motion.id), end)
        return
    least, most = motion.discussion.least, motion.discussion.most
    longer = most if most is None or act.shorter else max(most, end)
    shorter = least if least is None or not act.shorter else min(least, end)
    draft.emit(DiscussionSet(motion=motion.id, until=end, most=longer, least=shorter, varied=True))


def _running(draft: Draft, motion: Motion, what: str) -> tuple[Entry, Clock, int]:
    """Return the entry, the clock and the end of the period that would be varied; it must be running."""
    vote = draft.state.motions.votes.get(motion.id)
    decision = draft.book.decision(motion.decision)
    if what == "voting":
        vote = draft.known(
            vote
            if vote is not None
            and vote.course.until is not None
            and vote.course.ended is None
            and draft.at < vote.course.until
            else None,
            "motion.vary-running",
            motion=motion.id,
            what=what,
        )
        assert vote.course.until is not None
        assert decision.course.voting is not None
        return decision, resolved(draft, decision.course.voting), vote.course.until
    found, until = rule_of(draft, motion), motion.discussion.until
    found = draft.known(
        found if found is not None and until is not None and draft.at < until and vote is None else None,
        "motion.vary-running",
        motion=motion.id,
        what=what,
    )
    assert until is not None
    return (*found, until)


def _varied(draft: Draft, entry: Entry, act: TimeVary, until: int, most: Duration) -> Instant:
    """Return the end as it is moved; never into the past."""
    try:
        by = Duration.parse(act.length)
    except DurationError:
        draft.require(False, "motion.vary-length", entry, act.what, by=act.length[:40], most=str(most))
        raise
    zone = draft.book.zone
    try:
        within = later(0, by, zone) <= later(0, most, zone)
        draft.require(within, "motion.vary-length", entry, act.what, by=act.length, most=str(most))
        return max(draft.at, draft.reckoned(lambda: (earlier if act.shorter else later)(until, by, zone)))
    except DurationError:
        draft.require(False, "motion.vary-length", entry, act.what, by=act.length, most=str(most))
        raise


DECIDERS: Deciders = {TimeVary: vary}
