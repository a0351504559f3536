"""What happens to bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import KindId
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BodyId
from mandat.federation.people.bodies.state import Bodies, Body
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class BodyFounded(Effect, frozen=True, kw_only=True, tag="body.founded"):
    """A body exists from ``since`` on."""

    body: BodyId
    kind: KindId
    part_of: BodyId | None
    title: str
    since: Instant


class BodyClosing(Effect, frozen=True, kw_only=True, tag="body.closing"):
    """A body is about to be dissolved or merged: its seats, and those it sends to, fall away first."""

    body: BodyId
    cause: VacancyCause


class BodyDissolved(Effect, frozen=True, kw_only=True, tag="body.dissolved"):
    """A body exists no more; ``into`` is the one it was merged into."""

    body: BodyId
    at: Instant
    into: BodyId | None = None


def body_founded(state: State, effect: BodyFounded) -> State:
    """Add a body."""
    body = Body(
        id=effect.body, kind=effect.kind, part_of=effect.part_of, title=effect.title, since=effect.since
    )
    bodies = state.bodies
    of_kind = (*bodies.of_kind(effect.kind), effect.body)
    return _with(state, Bodies(bodies.all.set(body.id, body), bodies.by_kind.set(effect.kind, of_kind)))


def body_closing(state: State, effect: BodyClosing) -> State:
    """Change nothing: what hangs on the body follows by itself."""
    del effect
    return state


def body_dissolved(state: State, effect: BodyDissolved) -> State:
    """End a body; it stays known, so that its id never names another."""
    bodies = state.bodies
    body = bodies.all[effect.body]
    ended = msgspec.structs.replace(body, dissolved=effect.at, into=effect.into)
    standing = tuple(each for each in bodies.of_kind(body.kind) if each != body.id)
    return _with(state, Bodies(bodies.all.set(body.id, ended), bodies.by_kind.set(body.kind, standing)))


def _with(state: State, bodies: Bodies) -> State:
    return msgspec.structs.replace(state, bodies=bodies)


APPLIERS: Appliers = {BodyFounded: body_founded, BodyClosing: body_closing, BodyDissolved: body_dissolved}
