"""The bodies of the federation as they stand."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A body: ``id`` is its kind, or ``kind/name`` where the kind has many."""

    id: str
    kind: str
    part_of: str | None = None
    title: str = ""
    since: int = 0
    into: str | None = None
    """The body it was merged into."""
    dissolved: int | None = None

    @property
    def stands(self) -> bool:
        """Whether the body exists now."""
        return self.dissolved is None


class Bodies(msgspec.Struct, frozen=True):
    """All bodies that ever were, and those standing by kind (in order of founding)."""

    all: Lookup[str, Body] = Lookup()
    by_kind: Lookup[str, tuple[str, ...]] = Lookup()

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the ids of the standing bodies of a kind."""
        return self.by_kind.get(kind, ())

    def get(self, body: str) -> Body | None:
        """Return a body, standing or not."""
        return self.all.get(body)
