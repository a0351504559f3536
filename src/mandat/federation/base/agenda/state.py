"""What falls due: ends of terms, deadlines, closings."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup, any_order
from mandat.instants import Instant


class Due(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """``kind`` of thing (``term``, ``by-election``, ``petition`` …) that falls due for ``subject`` (an id) at an instant."""

    at: Instant
    kind: str
    subject: str


class Agenda(msgspec.Struct, frozen=True):
    """All that is still to fall due; ``next`` is the earliest instant, so that most acts look no further."""

    items: Lookup[tuple[str, str], Instant] = Lookup()
    next: Instant | None = None

    def with_due(self, due: Due) -> Agenda:
        """Return an agenda that also holds ``due`` (which replaces an item of the same kind and subject)."""
        items = self.items.set((due.kind, due.subject), due.at)
        if (due.kind, due.subject) in self.items:
            return Agenda(items, min(any_order(items).values(), default=None))
        return Agenda(items, due.at if self.next is None else min(self.next, due.at))

    def without(self, kind: str, subject: str) -> Agenda:
        """Return an agenda without that item; the same if there is none."""
        if (kind, subject) not in self.items:
            return self
        items = self.items.delete((kind, subject))
        return Agenda(items, min(any_order(items).values(), default=None))

    def due(self, at: int) -> tuple[Due, ...]:
        """Return what is due at ``at`` or before, earliest first (then by kind and subject)."""
        if self.next is None or self.next > at:
            return ()
        return tuple(
            sorted(
                Due(at=when, kind=k, subject=s)
                for (k, s), when in any_order(self.items).items()
                if when <= at
            )
        )
