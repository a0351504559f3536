"""Ex-officio seats: each goes with another post, and whoever holds that one sits here.

A line with ``fill = "ex-officio"`` names in ``by`` the offices or lines whose holders sit. A body takes those of its own
area (they sit there, or are sent from there): of itself, of the body it exists for (``each``), and of all beneath; a body that is
part of nothing takes all.
"""

from __future__ import annotations

from mandat.bylaws.model import SeatLine
from mandat.federation.base.closed import Seating, VacancyCause
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import any_order
from mandat.federation.base.subject import View
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.tenure.leaving import seat, vacate
from mandat.federation.base.types import BodyId, PostId
from mandat.federation.seats.posts.effects import ExOfficioCreated, PostsCreated
from mandat.federation.seats.posts.numbers import abolish
from mandat.federation.seats.posts.state import Post, post_id


def establish(draft: Draft, body: BodyId) -> None:
    """Create a body's ex-officio seats for the posts that exist already."""
    kind = draft.book.kind(draft.state.bodies.all[body].kind)
    for line in kind.lines:
        if line.filling.fill == "ex-officio":
            for post in _sources(draft, line):
                _attach(draft, line, body, post)


def _sources(draft: Draft, line: SeatLine) -> tuple[PostId, ...]:
    """Return the posts that the line names, in order of their ids."""
    lines = {
        each.id
        for row in (line.filling.by.rows if line.filling.by else ())
        for each in draft.book.lines_named(row.value)
    }
    return tuple(sorted(post.id for post in any_order(draft.state.posts.all).values() if post.line in lines))


def _attach(draft: Draft, line: SeatLine, body: BodyId, source: PostId) -> None:
    """Create one ex-officio seat, unless it exists or its source lies outside the body's area."""
    posts = draft.state.posts
    known = any(posts.all[each].body == body for each in posts.ex_officio.get(source, ()))
    places = (posts.all[source].body, posts.all[source].sender)
    if (
        known
        or _comes_from(draft, source, line.id)
        or not any(in_area(draft, place, body) for place in places if place is not None)
    ):
        return
    number = posts.numbered.get((body, line.id, None), 0) + 1
    post = post_id(body, line.id, None, number)
    draft.emit(ExOfficioCreated(post=post, line=line.id, body=body, number=number, source=source))


def _comes_from(draft: Draft, source: PostId, line: str) -> bool:
    """Tell whether a post goes, by others perhaps, with one of the line itself: lines that follow each other end there."""
    place: PostId | None = source
    while place is not None:
        post = draft.state.posts.all[place]
        if post.line == line:
            return True
        place = post.source
    return False


def in_area(view: View, source: BodyId, body: BodyId) -> bool:
    """Tell whether a body belongs to the area of another: it is that one, or lies beneath it or beneath whom it is for."""
    target = view.state.bodies.all[body]
    area = target.part_of if view.book.kind(target.kind).each else body
    if target.part_of is None and not view.book.kind(target.kind).many:
        return True
    place: BodyId | None = source
    while place is not None and place != area:
        found = view.state.bodies.get(place)
        place = None if found is None else found.part_of
    return place is not None


def posts_created(draft: Draft, effect: PostsCreated) -> None:
    """New posts of a line bring the ex-officio seats that go with them."""
    for post in effect.posts:
        _follow(draft, draft.state.posts.all[post])


def seat_created(draft: Draft, effect: ExOfficioCreated) -> None:
    """An ex-officio seat is taken at once by the holder of its source, and may carry further seats itself."""
    source = draft.state.posts.all[effect.source]
    if source.holder is not None:
        seat(draft, effect.post, source.holder, Seating.EX_OFFICIO)
    _follow(draft, draft.state.posts.all[effect.post])


def _follow(draft: Draft, post: Post) -> None:
    for line in draft.book.ex_officio.get(post.line, ()):
        for body in draft.state.bodies.of_kind(line.body):
            _attach(draft, line, body, post.id)


def filled(draft: Draft, effect: SeatFilled) -> None:
    """Who takes a post takes the seats that go with it."""
    for post in draft.state.posts.ex_officio.get(effect.post, ()):
        if draft.state.posts.all[post].holder is None:
            seat(draft, post, effect.person, Seating.EX_OFFICIO)


def vacated(draft: Draft, effect: SeatVacated) -> None:
    """Who leaves a post leaves the seats that go with it."""
    for post in draft.state.posts.ex_officio.get(effect.post, ()):
        vacate(draft, draft.state.posts.all[post], VacancyCause.EX_OFFICIO)


def abolished(draft: Draft, post: PostId) -> None:
    """With a post go the seats that go with it."""
    for each in draft.state.posts.ex_officio.get(post, ()):
        abolish(draft, draft.state.posts.all[each], VacancyCause.ABOLISHED)
