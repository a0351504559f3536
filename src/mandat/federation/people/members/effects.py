"""What happens to people and rolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.base.look import look_of
from mandat.federation.base.lookup import Lookup, rows_of
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.people.members.state import EMPTY_ROLL, Members, Person
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class MemberJoined(Effect, frozen=True, kw_only=True, tag="member.joined"):
    """A person becomes a member of an assembly from ``since``."""

    person: PersonId
    body: BodyId
    since: Instant


class MembersJoined(Effect, frozen=True, kw_only=True, tag="members.joined"):
    """Many people become members of assemblies: ``(body, people)``, from ``since``."""

    joined: tuple[tuple[BodyId, tuple[PersonId, ...]], ...]
    since: Instant


class MemberLeft(Effect, frozen=True, kw_only=True, tag="member.left"):
    """A person is no longer a member of an assembly."""

    person: PersonId
    body: BodyId


class PersonKnown(Effect, frozen=True, kw_only=True, tag="person.known"):
    """A person is known on the record, without being a member anywhere yet."""

    person: PersonId


class RollMoved(Effect, frozen=True, kw_only=True, tag="roll.moved"):
    """All members of an assembly become members of another, or of none, with the seniority they have."""

    body: BodyId
    into: BodyId | None


class PersonActed(Effect, frozen=True, kw_only=True, tag="person.acted"):
    """A person has done something: their silence is broken."""

    person: PersonId
    at: Instant


class PersonDied(Effect, frozen=True, kw_only=True, tag="person.died"):
    """A person has died."""

    person: PersonId


def member_joined(state: State, effect: MemberJoined) -> State:
    """Add to the roll."""
    members = state.members
    person = members.people.get(effect.person) or Person(effect.person)
    known = Person(person.id, (*person.bodies, effect.body), person.dead)
    roll = members.roll(effect.body).set(effect.person, effect.since)
    people = members.people.set(person.id, known)
    rolls = members.rolls.set(effect.body, roll)
    return _with(
        state,
        msgspec.structs.replace(members, people=people, rolls=rolls, looks=_seen(members, effect.person)),
    )


def members_joined(state: State, effect: MembersJoined) -> State:
    """Add many to their rolls."""
    people, rolls, looks = state.members.people, state.members.rolls, state.members.looks.mutate()
    for body, joined in effect.joined:
        only = (body,)
        all_people, roll = people.mutate(), rolls.get(body, EMPTY_ROLL).mutate()
        for name in joined:
            known = all_people.get(name)
            bodies = only if known is None else (*known.bodies, body)
            all_people[name] = Person(name, bodies)
            roll[name] = effect.since
            if (look := look_of(name)) != name:
                looks[look] = name
        people, rolls = all_people.finish(), rolls.set(body, roll.finish())
    return _with(
        state, msgspec.structs.replace(state.members, people=people, rolls=rolls, looks=looks.finish())
    )


def member_left(state: State, effect: MemberLeft) -> State:
    """Take off the roll; the person stays known."""
    members = state.members
    person = members.people[effect.person]
    bodies = tuple(body for body in person.bodies if body != effect.body)
    people = members.people.set(person.id, Person(person.id, bodies, person.dead))
    return _with(
        state,
        msgspec.structs.replace(
            members,
            people=people,
            rolls=members.rolls.set(effect.body, members.roll(effect.body).delete(effect.person)),
        ),
    )


def person_known(state: State, effect: PersonKnown) -> State:
    """Add a person."""
    people = state.members.people
    if effect.person in people:
        return state
    known = people.set(effect.person, Person(effect.person))
    looks = _seen(state.members, effect.person)
    return _with(state, msgspec.structs.replace(state.members, people=known, looks=looks))


def roll_moved(state: State, effect: RollMoved) -> State:
    """Move a whole roll."""
    members = state.members
    moved = members.roll(effect.body)
    target = members.roll(effect.into) if effect.into is not None else EMPTY_ROLL
    people, roll = members.people.mutate(), target.mutate()
    for person, since in rows_of(moved):
        known = people[person]
        kept = tuple(body for body in known.bodies if body not in (effect.body, effect.into))
        bodies = kept if effect.into is None else (*kept, effect.into)
        people[person] = Person(person, bodies, known.dead)
        roll[person] = min(since, roll.get(person, since))
    all_people, joined = people.finish(), roll.finish()
    rolls = members.rolls.delete(effect.body) if effect.body in members.rolls else members.rolls
    return _with(state, Members(all_people, rolls if effect.into is None else rolls.set(effect.into, joined)))


def person_died(state: State, effect: PersonDied) -> State:
    """Mark a person as dead."""
    members = state.members
    person = members.people[effect.person]
    return _with(
        state, Members(members.people.set(person.id, Person(person.id, person.bodies, True)), members.rolls)
    )


def _with(state: State, members: Members) -> State:
    return msgspec.structs.replace(state, members=members)


def person_acted(state: State, effect: PersonActed) -> State:
    """Note when."""
    members = msgspec.structs.replace(state.members, spoke=state.members.spoke.set(effect.person, effect.at))
    return msgspec.structs.replace(state, members=members)


def _seen(members: Members, person: PersonId) -> Lookup[str, PersonId]:
    look = look_of(person)
    return members.looks if look == person else members.looks.set(look, person)


APPLIERS: Appliers = {
    PersonActed: person_acted,
    MemberJoined: member_joined,
    MembersJoined: members_joined,
    MemberLeft: member_left,
    PersonKnown: person_known,
    RollMoved: roll_moved,
    PersonDied: person_died,
}
