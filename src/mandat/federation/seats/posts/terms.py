"""How long a post is held: a length, an event, a window of days, a part at a time; and what is left for who follows.

Where a line says nothing about the end, its holders stay until something else ends their time. A holder seated in the middle of
a term serves a full one, unless the line says ``rest``: then the rest, and under a condition a full term besides.
"""

from __future__ import annotations

from mandat.bylaws.model import SeatLine
from mandat.bylaws.model.pieces import Rotation, Term, TermWindow
from mandat.bylaws.values.duration import Duration, earlier, later
from mandat.federation.base.agenda.items import CareEnd, RotationDay, TermEnd, WindowOpening
from mandat.federation.base.closed import Capacity, Seating, VacancyCause
from mandat.federation.base.draft import Draft
from mandat.federation.base.subject import Subject
from mandat.federation.base.tenure.effects import SeatFilled
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.base.types import BodyId, PostId
from mandat.federation.seats.posts.calendar import YEAR, end_of, next_day
from mandat.federation.seats.posts.state import Post
from mandat.instants import Instant


def start_term(draft: Draft, post: PostId, *, general: bool = False) -> None:
    """Set the end of the time of a holder just seated; in a ``general`` election it begins anew for all.

    Where the line has no end that can be reckoned, an earlier holder's counts no more.
    """
    line = draft.book.line(draft.state.posts.all[post].line)
    term = line.mandate.term if isinstance(line.mandate.term, Term) else None
    if term is None:
        draft.strike(TermEnd(post))
        return
    if not general and _serves_rest(draft, line, term, post):
        return
    if term.window is not None:
        draft.schedule(WindowOpening(post), _next_window(draft, term, term.window, post, draft.at))
    elif term.clock.length is not None and term.clock.until is None:
        draft.schedule(TermEnd(post), draft.deadline(term.clock))
    else:
        draft.strike(TermEnd(post))
    if term.rotation is not None:
        _set_rotation(draft, line, term.rotation, draft.state.posts.all[post].body)


def _serves_rest(draft: Draft, line: SeatLine, term: Term, post: PostId) -> bool:
    """Tell whether who was seated serves the rest of a running term; set its end if a full term is added."""
    end = draft.state.agenda.items.get(TermEnd(post))
    if term.rest in (None, False) or end is None or end <= draft.at:
        return False
    if not isinstance(term.rest, bool) and term.rest is not None:
        longer = draft.test(term.rest, subject_of(draft.state.posts.all[post]), line, "term.rest")
        if longer and term.clock.length is not None:
            draft.schedule(TermEnd(post), draft.deadline(term.clock, end))
    return True


def subject_of(post: Post) -> Subject:
    """Return the subject of a condition about a holder."""
    return Subject(body=post.body, sender=post.sender, line=post.line, person=post.holder, post=post.id)


def _next_window(draft: Draft, term: Term, window: TermWindow, post: PostId, after: int) -> Instant:
    """Return when the window begins in which the term may end: of a full date the next one, else after its length."""
    day, zone = window.from_, draft.book.zone
    length = term.clock.length or YEAR
    dated = not day.startswith("--")
    first = after if dated else earlier(later(draft.state.posts.all[post].since, length, zone), YEAR, zone)
    return draft.reckoned(lambda: next_day(day, max(after, first), zone, length))


def window_opens(draft: Draft, due: WindowOpening) -> None:
    """The days have come in which the term ends, with the last of them; unless the election is skipped this time."""
    post = draft.state.posts.all.get(due.post)
    line = None if post is None else draft.book.bylaws.lines.get(post.line)
    if post is None or line is None or post.holder is None or not isinstance(line.mandate.term, Term):
        return
    term, window = line.mandate.term, line.mandate.term.window
    if window is None:
        return
    if term.skip_if is not None and draft.test(term.skip_if, subject_of(post), line, "term.skip_if"):
        draft.schedule(WindowOpening(due.post), _next_window(draft, term, window, due.post, draft.at))
        return
    draft.schedule(TermEnd(due.post), draft.reckoned(lambda: end_of(window.until, draft.at, draft.book.zone)))
    if term.clock.length is not None:
        draft.require(True, "term.window", line, "term.window", post=due.post)


def end_term(draft: Draft, due: TermEnd) -> None:
    """The term is over: the post falls vacant and an election fills it; where the line says so the holder stays as caretaker."""
    post = draft.state.posts.all.get(due.post)
    if post is None or post.holder is None:
        return
    line = draft.book.bylaws.lines.get(post.line)
    term = line.mandate.term if line is not None and isinstance(line.mandate.term, Term) else None
    vacate(draft, post, VacancyCause.TERM)
    if term is not None and term.caretaker and line is not None:
        _keep(draft, line, term, post)


def _keep(draft: Draft, line: SeatLine, term: Term, post: Post) -> None:
    """Let the holder care for the post until a successor sits, at most for the time that the bylaws set."""
    now = draft.state.posts.all.get(post.id)
    if now is None or now.holder is not None or post.holder is None:
        return
    draft.require(True, "term.caretaker", line, "term.caretaker", post=post.id, person=post.holder)
    draft.emit(
        SeatFilled(
            post=post.id,
            person=post.holder,
            how=Seating.CARETAKER,
            since=post.since,
            election=post.election,
            order=post.order,
            list=post.list,
            capacity=Capacity.CARETAKER,
        )
    )
    if isinstance(term.caretaker, Duration):
        draft.schedule(CareEnd(post.id), draft.deadline(term.caretaker))


def end_care(draft: Draft, due: CareEnd) -> None:
    """The time of a caretaker is over, and nobody has followed."""
    post = draft.state.posts.all.get(due.post)
    if post is not None and post.capacity == "caretaker":
        vacate(draft, post, VacancyCause.TERM)


def happened(draft: Draft, event: str, *, filled: str | None = None) -> None:
    """End the terms that last until an event such as ``congress.opened``; an election ends those of its own line itself."""
    for line in draft.book.terms_until.get(event, ()):
        for body in draft.state.bodies.of_kind(line.body):
            for post in draft.state.posts.of_body(body):
                if post.line == line.id and line.id != filled and _long_enough(draft, line, post):
                    end_term(draft, TermEnd(post.id))


def _long_enough(draft: Draft, line: SeatLine, post: Post) -> bool:
    """With a length, the term ends with the first such event after it."""
    length = line.mandate.term.clock.length if isinstance(line.mandate.term, Term) else None
    return length is None or later(post.since, length, draft.book.zone) <= draft.at


def _set_rotation(draft: Draft, line: SeatLine, rotation: Rotation, body: BodyId) -> None:
    item = RotationDay(line.id, body)
    if item not in draft.state.agenda.items:
        day = draft.reckoned(lambda: next_day(rotation.on, draft.at, draft.book.zone))
        draft.schedule(item, day)


def rotate(draft: Draft, due: RotationDay) -> None:
    """On the day, those who go are named: the first so many in order, if the condition holds for them."""
    line = draft.book.bylaws.lines.get(due.line)
    if line is None or not isinstance(line.mandate.term, Term) or line.mandate.term.rotation is None:
        return
    rotation = line.mandate.term.rotation
    leaving = draft.state.agenda.items  # whoever goes already is not named again
    held = [
        post
        for post in draft.state.posts.of_body(due.body)
        if post.line == due.line and post.holder is not None and TermEnd(post.id) not in leaving
    ]
    first = sorted(held, key=lambda post: (post.since, post.order, post.id))[: rotation.of]
    for post in first:
        if rotation.if_ is None or draft.test(rotation.if_, subject_of(post), line, "term.rotation.if"):
            _goes(draft, post, rotation)
    _set_rotation(draft, line, rotation, due.body)


def _goes(draft: Draft, post: Post, rotation: Rotation) -> None:
    until = rotation.until
    if until is None:
        end_term(draft, TermEnd(post.id))
    else:
        draft.schedule(TermEnd(post.id), draft.reckoned(lambda: end_of(until, draft.at, draft.book.zone)))
