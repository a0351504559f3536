"""Pools: a constituency without members of its own elects with those of the assemblies that are part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.federation.base.lookup import any_order, rows_of
from mandat.federation.base.types import BodyId, PersonId

if TYPE_CHECKING:
    from mandat.federation.people.members.state import Roll
    from mandat.federation.state import State


def roll_of(state: State, body: BodyId | None) -> Roll:
    """Return the members of an assembly; of a constituency its own members and those of all assemblies beneath it.

    A person in several of them counts once, with the earliest membership.
    """
    roll = state.members.roll(body)
    if body is None or not _is_pool(state, body):
        return roll
    for part in beneath(state, body):
        for person, since in rows_of(state.members.roll(part)):
            if since < roll.get(person, since + 1):
                roll = roll.set(person, since)
    return roll


def pools_above(state: State, body: BodyId) -> tuple[BodyId, ...]:
    """Return the constituencies that an assembly's members also belong to, from the nearest upwards."""
    found: list[BodyId] = []
    place = state.bodies.get(body)
    while place is not None and place.part_of is not None:
        if _is_pool(state, place.part_of):
            found.append(place.part_of)
        place = state.bodies.get(place.part_of)
    return tuple(found)


def in_pool(state: State, body: BodyId, person: PersonId) -> bool:
    """Tell whether a person is a member of a body, or of one that it pools."""
    if person in state.members.roll(body):
        return True
    known = state.members.people.get(person)
    return known is not None and any(body in pools_above(state, own) for own in known.bodies)


def beneath(state: State, body: str) -> tuple[BodyId, ...]:
    """Return the standing bodies that are part of a body, or part of one that is; in order of their ids."""
    parts = sorted(
        each.id for each in any_order(state.bodies.all).values() if each.part_of == body and each.stands
    )
    return tuple(found for part in parts for found in (part, *beneath(state, part)))


def _is_pool(state: State, body: BodyId) -> bool:
    found = state.bodies.get(body)
    return found is not None and state.law.book.kind(found.kind).type == "constituency"
