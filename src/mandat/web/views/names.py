"""Who may read whose name: outsiders see ids, members those of their assemblies and of post-holders, the registrar all."""

from __future__ import annotations

from mandat.federation.state import State
from mandat.record.store.private import People


class Names:
    """Names as one reader may see them; an id stands for whoever's name is not for them, or not known."""

    def __init__(self, state: State, people: People | None, reader: str | None) -> None:
        """Look with the eyes of ``reader`` (None: an outsider)."""
        self._state = state
        self._people = people
        self._reader = reader
        known = None if reader is None else state.members.people.get(reader)
        self._bodies = frozenset(() if known is None else known.bodies)
        self._all = reader is not None and reader == state.keys.registrar
        self._member = known is not None or self._all or bool(reader and state.posts.held_by(reader))

    def may_read(self, person: str) -> bool:
        """Tell whether the reader may see the person's name."""
        if self._all or person == self._reader:
            return True
        if not self._member:
            return False
        known = self._state.members.people.get(person)
        shared = known is not None and not self._bodies.isdisjoint(known.bodies)
        return shared or bool(self._state.posts.held_by(person))

    def is_reader(self, person: str) -> bool:
        """Tell whether a person is the one who reads."""
        return self._reader is not None and person == self._reader

    def of(self, person: str | None) -> str:
        """Return the name, else the id."""
        if person is None:
            return "–"
        if self._people is None or not self.may_read(person):
            return person
        entry = self._people.get(person)
        return entry.name if entry is not None and entry.name else person
