"""What happens to caucuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.assembly.caucuses.state import Caucus, Caucuses
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BodyId, CaucusId, PersonId

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class CaucusFormed(Effect, frozen=True, kw_only=True, tag="caucus.formed"):
    """Holders form a caucus."""

    caucus: CaucusId
    body: BodyId
    title: str
    members: tuple[PersonId, ...]


class CaucusJoined(Effect, frozen=True, kw_only=True, tag="caucus.joined"):
    """A holder belongs to a caucus from now on."""

    caucus: CaucusId
    person: PersonId


class CaucusLeft(Effect, frozen=True, kw_only=True, tag="caucus.left"):
    """A holder belongs to a caucus no more; without members it ends."""

    caucus: CaucusId
    person: PersonId


def caucus_formed(state: State, effect: CaucusFormed) -> State:
    """Add a caucus."""
    caucus = Caucus(id=effect.caucus, body=effect.body, title=effect.title, members=effect.members)
    before = state.caucuses
    of = before.of.update({(caucus.body, person): caucus.id for person in caucus.members})
    by_body = before.by_body.set(caucus.body, (*before.by_body.get(caucus.body, ()), caucus.id))
    return _with(state, Caucuses(before.all.set(caucus.id, caucus), of, by_body))


def caucus_joined(state: State, effect: CaucusJoined) -> State:
    """Add a member at the end."""
    before = state.caucuses
    caucus = before.all[effect.caucus]
    changed = msgspec.structs.replace(caucus, members=(*caucus.members, effect.person))
    of = before.of.set((caucus.body, effect.person), caucus.id)
    return _with(state, Caucuses(before.all.set(caucus.id, changed), of, before.by_body))


def caucus_left(state: State, effect: CaucusLeft) -> State:
    """Take a member away, and the caucus with its last one."""
    before = state.caucuses
    caucus = before.all[effect.caucus]
    members = tuple(person for person in caucus.members if person != effect.person)
    of = before.of.delete((caucus.body, effect.person))
    if members:
        changed = msgspec.structs.replace(caucus, members=members)
        return _with(state, Caucuses(before.all.set(caucus.id, changed), of, before.by_body))
    left = tuple(each for each in before.by_body[caucus.body] if each != caucus.id)
    by_body = before.by_body.set(caucus.body, left) if left else before.by_body.delete(caucus.body)
    return _with(state, Caucuses(before.all.delete(caucus.id), of, by_body))


def _with(state: State, caucuses: Caucuses) -> State:
    return msgspec.structs.replace(state, caucuses=caucuses)


APPLIERS: Appliers = {CaucusFormed: caucus_formed, CaucusJoined: caucus_joined, CaucusLeft: caucus_left}
