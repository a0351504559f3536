"""The caucuses of each body."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId, CaucusId, PersonId


class Caucus(msgspec.Struct, frozen=True, kw_only=True):
    """A caucus of a body: ``id`` is chosen by its founders; a holder belongs to one per body at most."""

    id: CaucusId
    body: BodyId
    title: str
    members: tuple[PersonId, ...] = ()


class Caucuses(msgspec.Struct, frozen=True):
    """All caucuses that have members; ``of`` gives the caucus of (body, person)."""

    all: Lookup[CaucusId, Caucus] = Lookup()
    of: Lookup[tuple[BodyId, PersonId], CaucusId] = Lookup()
    by_body: Lookup[BodyId, tuple[CaucusId, ...]] = Lookup()
    """Caucuses of each body, in the order of their founding."""

    def of_body(self, body: BodyId) -> tuple[Caucus, ...]:
        """Return the caucuses of a body in the order of their founding."""
        return tuple(self.all[caucus] for caucus in self.by_body.get(body, ()))
