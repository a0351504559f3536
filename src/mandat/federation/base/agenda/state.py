"""What falls due: ends of terms, deadlines, closings."""

from __future__ import annotations

import msgspec

from mandat.federation.base.agenda.items import AgendaItem
from mandat.federation.base.lookup import Lookup, any_order
from mandat.instants import Instant


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """Something that falls due at an instant."""

    at: Instant
    item: AgendaItem

    @property
    def place(self) -> tuple[int, str, tuple[str, ...]]:
        """Where it stands among others: earliest first, then by kind and by what it is for."""
        return self.at, self.item.kind, tuple(map(str, self.item.things))


class Agenda(msgspec.Struct, frozen=True):
    """All that is still to fall due; ``next`` is the earliest instant, so that most acts look no further."""

    items: Lookup[AgendaItem, Instant] = Lookup()
    next: Instant | None = None

    def with_due(self, due: Due) -> Agenda:
        """Return an agenda that also holds ``due`` (which replaces the same at another instant)."""
        items = self.items.set(due.item, due.at)
        if due.item in self.items:
            return Agenda(items, min(any_order(items).values(), default=None))
        return Agenda(items, due.at if self.next is None else min(self.next, due.at))

    def without(self, item: AgendaItem) -> Agenda:
        """Return an agenda without that item; the same if there is none."""
        if item not in self.items:
            return self
        items = self.items.delete(item)
        return Agenda(items, min(any_order(items).values(), default=None))

    def due(self, at: int | None = None) -> tuple[Due, ...]:
        """Return what is due at ``at`` or before (everything, if left out), earliest first (then by kind and what it is for)."""
        if self.next is None or (at is not None and self.next > at):
            return ()
        rows = any_order(self.items).items()  # any order: they are sorted below
        found = [Due(at=when, item=item) for item, when in rows if at is None or when <= at]
        return tuple(sorted(found, key=lambda due: due.place))
