"""Conditions for keeping a post that hang on time alone: the clock asks them again when their answer may change."""

from __future__ import annotations

from mandat.bylaws.expression import Expression
from mandat.bylaws.model import SeatLine
from mandat.bylaws.values.duration import Duration, DurationError, Elapsed, later
from mandat.federation.base.agenda.items import KeepsMoment
from mandat.federation.base.draft import Draft
from mandat.federation.base.tenure.effects import SeatFilled
from mandat.federation.base.tenure.leaving import recheck_keeps
from mandat.federation.seats.posts.state import Post
from mandat.federation.seats.posts.terms import subject_of
from mandat.instants import Instant


def watch(draft: Draft, effect: SeatFilled) -> None:
    """Set the next instant at which the holder's condition may fail by the passing of time."""
    _watch(draft, draft.state.posts.all[effect.post])


def _watch(draft: Draft, post: Post) -> None:
    line = draft.book.bylaws.lines.get(post.line)
    if line is None or line.mandate.keeps is None or not line.mandate.keeps.durations or post.holder is None:
        return
    moments = [moment for moment in _moments(draft, line, line.mandate.keeps, post) if moment > draft.at]
    if moments:
        draft.schedule(KeepsMoment(post.id), draft.reckoned(lambda: min(moments)))


def _moments(draft: Draft, line: SeatLine, keeps: Expression, post: Post) -> list[Instant]:
    """Return when each elapsed time of the condition reaches each length in it, and the second after."""
    del line
    numbers = draft.supply(subject_of(post))(keeps)
    since = {value.since for value in numbers.values() if isinstance(value, Elapsed)}
    found = [_after(start, length, draft) for start in sorted(since) for length in keeps.durations]
    return [Instant(moment + second) for moment in found if moment is not None for second in (0, 1)]


def _after(start: int, length: Duration, draft: Draft) -> Instant | None:
    try:
        return later(start, length, draft.book.zone)
    except DurationError:
        return None


def recheck(draft: Draft, due: KeepsMoment) -> None:
    """Ask the condition again, and set the next instant if the holder stays."""
    post = draft.state.posts.all.get(due.post)
    if post is None or post.holder is None:
        return
    recheck_keeps(draft, post.holder)
    now = draft.state.posts.all.get(due.post)
    if now is not None and now.holder == post.holder:
        _watch(draft, now)
