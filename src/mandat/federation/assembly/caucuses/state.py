"""The caucuses of each body."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup


class Caucus(msgspec.Struct, frozen=True, kw_only=True):
    """A caucus of a body: ``id`` is chosen by its founders; a holder belongs to one per body at most."""

    id: str
    body: str
    title: str
    members: tuple[str, ...] = ()


class Caucuses(msgspec.Struct, frozen=True):
    """All caucuses that have members; ``of`` gives the caucus of (body, person)."""

    all: Lookup[str, Caucus] = Lookup()
    of: Lookup[tuple[str, str], str] = Lookup()
    by_body: Lookup[str, tuple[str, ...]] = Lookup()
    """Caucuses of each body, in the order of their founding."""

    def of_body(self, body: str) -> tuple[Caucus, ...]:
        """Return the caucuses of a body in the order of their founding."""
        return tuple(self.all[caucus] for caucus in self.by_body.get(body, ()))
