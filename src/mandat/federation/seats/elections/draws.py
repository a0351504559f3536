"""Seats filled by lot: the pool and the sources are published first, the values decide later."""

from __future__ import annotations

from mandat.bylaws.model import SeatLine
from mandat.counting import CountingError, published_lot
from mandat.federation.base.closed import Seating
from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.named_powers import CALL_ELECTIONS
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.electorate import electorate_of
from mandat.federation.base.population.staying import still_votes
from mandat.federation.base.subject import Subject
from mandat.federation.base.types import BodyId, PersonId, PetitionId
from mandat.federation.seats.elections.acts import DrawAnnounce, DrawHold
from mandat.federation.seats.elections.effects import DrawAnnounced, DrawHeld
from mandat.federation.seats.elections.state import Draw
from mandat.federation.seats.limits.screening import screened
from mandat.federation.seats.posts.confirming import take
from mandat.federation.seats.posts.numbers import due_now, match, target_of
from mandat.federation.seats.posts.state import Post, Taking


def announce(draft: Draft, act: DrawAnnounce) -> None:
    """By who may call elections: freeze the pool, in order of the people's ids, and name the sources of the lot."""
    require_power(draft, CALL_ELECTIONS)
    require_new(
        draft,
        act.draw,
        taken=act.draw in draft.state.elections.draws,
        others=keys_of(draft.state.elections.draws),
    )
    line = draft.known(draft.book.bylaws.lines.get(act.line), "line.known", line=act.line)
    draft.require(line.filling.fill == "lot", "line.lot", line, "fill", line=line.id, fill=line.filling.fill)
    draft.require(bool(act.sources), "draw.sources", draw=act.draw)
    petition = act.petition
    known = petition is None or petition in draft.state.recalls.all
    draft.require(known, "petition.known", petition=petition)
    sender = _sender(draft, line)
    body = _body(draft, act, line, sender)
    due = due_now(draft, line, body, sender)
    if due is not None:
        match(draft, line, body, sender, due, shrink=False)
    pool = _pool(draft, line, body, sender, petition)
    draft.require(bool(pool), "draw.pool", line, "eligible", draw=act.draw)
    draft.emit(
        DrawAnnounced(draw=act.draw, line=line.id, body=body, sender=sender, sources=act.sources, pool=pool)
    )


def _sender(draft: Draft, line: SeatLine) -> BodyId:
    """Return the one body from whose people the lot is drawn."""
    senders = tuple(body for kind in line.from_ for body in draft.state.bodies.of_kind(kind))
    draft.require(len(senders) == 1, "line.sender-needed", line, "from", line=line.id)
    return senders[0]


def _body(draft: Draft, act: DrawAnnounce, line: SeatLine, sender: BodyId) -> BodyId:
    name = act.body or target_of(draft, line, sender) or BodyId(line.body)
    body = draft.state.bodies.get(name)
    draft.require(body is not None and body.stands and body.kind == line.body, "body.stands", body=name)
    return name


def _pool(
    draft: Draft, line: SeatLine, body: BodyId, sender: BodyId, petition: PetitionId | None
) -> tuple[PersonId, ...]:
    """Return who may be drawn, in order of their ids: entitled in the sender, eligible, and not in this line already."""
    found = []
    for person in keys_of(electorate_of(draft, sender)):
        subject = Subject(body=body, sender=sender, line=line.id, person=person, petition=petition)
        seated = any(p.line == line.id and p.body == body for p in draft.state.posts.held_by(person))
        if not seated and _eligible(draft, line, subject):
            found.append(person)
    return tuple(found)


def _eligible(draft: Draft, line: SeatLine, subject: Subject) -> bool:
    """Test without a ground for each person: the pool is a fact of the ruling."""
    if line.filling.eligible is None:
        return True
    before = len(draft.grounds)
    fits = draft.test(line.filling.eligible, subject, line, "eligible") is True
    del draft.grounds[before:]
    return fits


def hold(draft: Draft, act: DrawHold) -> None:
    """By who may call elections, with one value for each source: the order that they give fills the vacant seats."""
    require_power(draft, CALL_ELECTIONS)
    draw = draft.known(draft.state.elections.draws.get(act.draw), "draw.known", draw=act.draw)
    draft.require(not draw.order, "draw.waits", draw=draw.id)
    given, wanted = len(act.values), len(draw.sources)
    draft.require(given == wanted, "draw.values", draw=draw.id, given=given, wanted=wanted)
    order = _order(draft, draw, act.values)
    line = draft.book.line(draw.line)
    draft.require(True, "draw.order", line, "fill", draw=draw.id, drawn=len(order))
    draft.emit(DrawHeld(draw=draw.id, values=act.values, order=order))
    _seat(draft, draw, order)


def _order(draft: Draft, draw: Draw, values: tuple[str, ...]) -> tuple[PersonId, ...]:
    try:
        numbers = published_lot.draw(len(draw.pool), values)
    except CountingError:
        draft.require(False, "draw.value", draw=draw.id)
        raise
    return tuple(draw.pool[number - 1] for number in numbers)


def _seat(draft: Draft, draw: Draw, order: tuple[PersonId, ...]) -> None:
    """Seat those drawn who still stand in the pool, down the order; a limit may pass some over."""
    posts = draft.state.posts.of_line(draw.body, draw.line, draw.sender)
    free: tuple[Post, ...] = tuple(post for post in posts if post.holder is None)
    sender = draw.sender
    there = tuple(person for person in order if sender is None or still_votes(draft, sender, person))
    chosen = screened(draft, free, there, len(free))
    for number, (post, person) in enumerate(zip(free, chosen, strict=False), 1):
        taking = Taking(post=post.id, person=person, how=Seating.LOT, order=number)
        take(draft, draft.book.line(draw.line), taking)


DECIDERS: Deciders = {DrawAnnounce: announce, DrawHold: hold}
