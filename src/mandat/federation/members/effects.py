"""What happens to people and rolls."""

from __future__ import annotations

import msgspec
from immutables import Map

from mandat.federation.members.state import Members, Person
from mandat.federation.rulings import Effect
from mandat.federation.state import State


class MemberJoined(Effect, frozen=True, kw_only=True, tag="member.joined"):
    """A person becomes a member of an assembly from ``since``."""

    person: str
    body: str
    since: int


class MembersJoined(Effect, frozen=True, kw_only=True, tag="members.joined"):
    """Many people become members of assemblies: ``(body, people)``, from ``since``."""

    joined: tuple[tuple[str, tuple[str, ...]], ...]
    since: int


class MemberLeft(Effect, frozen=True, kw_only=True, tag="member.left"):
    """A person is no longer a member of an assembly."""

    person: str
    body: str


class PersonDied(Effect, frozen=True, kw_only=True, tag="person.died"):
    """A person has died."""

    person: str


def member_joined(state: State, effect: MemberJoined) -> State:
    """Add to the roll."""
    members = state.members
    person = members.people.get(effect.person) or Person(effect.person)
    known = Person(person.id, (*person.bodies, effect.body), person.dead)
    roll = members.roll(effect.body).set(effect.person, effect.since)
    return _with(state, Members(members.people.set(person.id, known), members.rolls.set(effect.body, roll)))


def members_joined(state: State, effect: MembersJoined) -> State:
    """Add many to their rolls."""
    people, rolls = state.members.people, state.members.rolls
    for body, joined in effect.joined:
        only = (body,)
        with people.mutate() as all_people, rolls.get(body, Map()).mutate() as roll:
            for name in joined:
                known = all_people.get(name)
                bodies = only if known is None else (*known.bodies, body)
                all_people[name] = Person(name, bodies)
                roll[name] = effect.since
            people = all_people.finish()
            rolls = rolls.set(body, roll.finish())
    return _with(state, Members(people, rolls))


def member_left(state: State, effect: MemberLeft) -> State:
    """Take off the roll; the person stays known."""
    members = state.members
    person = members.people[effect.person]
    bodies = tuple(body for body in person.bodies if body != effect.body)
    people = members.people.set(person.id, Person(person.id, bodies, person.dead))
    return _with(state, Members(people, members.rolls.set(effect.body, members.roll(effect.body).delete(effect.person))))


def person_died(state: State, effect: PersonDied) -> State:
    """Mark a person as dead."""
    members = state.members
    person = members.people[effect.person]
    return _with(
        state, Members(members.people.set(person.id, Person(person.id, person.bodies, True)), members.rolls)
    )


def _with(state: State, members: Members) -> State:
    return msgspec.structs.replace(state, members=members)


APPLIERS = {
    MemberJoined: member_joined,
    MembersJoined: members_joined,
    MemberLeft: member_left,
    PersonDied: person_died,
}
