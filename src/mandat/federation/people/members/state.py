"""The people of the federation and the rolls of its assemblies."""

from __future__ import annotations

import msgspec

from mandat.federation.base.look import look_of
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId, PersonId
from mandat.instants import Instant

Roll = Lookup[PersonId, Instant]
"""A roll: person id → instant since which the membership runs. A frozen electorate is a reference to an old roll."""

EMPTY_ROLL: Roll = Lookup()


class Person(msgspec.Struct, frozen=True, gc=False):
    """A person, known on the record by a pseudonymous id; ``bodies`` are the assemblies they are a member of."""

    id: PersonId
    bodies: tuple[BodyId, ...] = ()
    dead: bool = False


class Members(msgspec.Struct, frozen=True):
    """All people, and the roll of each assembly."""

    people: Lookup[PersonId, Person] = Lookup()
    rolls: Lookup[BodyId, Roll] = Lookup()
    spoke: Lookup[PersonId, Instant] = Lookup()
    """When each person last acted; kept only where the bylaws ask for it (``silent``)."""

    looks: Lookup[str, PersonId] = Lookup()
    """By what an id looks like (``look_of``): the person, where that differs from the id."""

    def alike(self, person: PersonId) -> PersonId | None:
        """Return another person whose id looks like this one; None if there is none."""
        look = look_of(person)
        found = self.looks.get(look) or (PersonId(look) if look in self.people else None)
        return None if found == person else found

    def roll(self, body: BodyId | None) -> Roll:
        """Return the roll of an assembly; empty if nobody is a member."""
        return EMPTY_ROLL if body is None else self.rolls.get(body, EMPTY_ROLL)
