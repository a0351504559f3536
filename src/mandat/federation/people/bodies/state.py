"""The bodies of the federation as they stand."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import KindId
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId
from mandat.instants import Instant


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A body: ``id`` is its kind, or ``kind/name`` where the kind has many."""

    id: BodyId
    kind: KindId
    part_of: BodyId | None = None
    title: str = ""
    since: Instant = Instant(0)
    into: BodyId | None = None
    """The body it was merged into."""
    dissolved: Instant | None = None

    @property
    def stands(self) -> bool:
        """Whether the body exists now."""
        return self.dissolved is None


class Bodies(msgspec.Struct, frozen=True):
    """All bodies that ever were, and those standing by kind (in order of founding)."""

    all: Lookup[BodyId, Body] = Lookup()
    by_kind: Lookup[KindId, tuple[BodyId, ...]] = Lookup()

    def of_kind(self, kind: str) -> tuple[BodyId, ...]:
        """Return the ids of the standing bodies of a kind."""
        return self.by_kind.get(KindId(kind), ())

    def get(self, name: str | None) -> Body | None:
        """Return a body, standing or not; None if nothing of that name is one."""
        return None if name is None else self.all.get(BodyId(name))
