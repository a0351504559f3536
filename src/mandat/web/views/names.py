"""Who may read whose name: outsiders see ids, members those of their assemblies and of post-holders, the registrar all."""

from __future__ import annotations

from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.state import State
from mandat.language import Kind, Language, Named, Reader
from mandat.record.store.private import People
from mandat.web.views.bodies import body_title, seat_title


class Names:
    """Names as one reader may see them; an id stands for whoever's name is not for them, or not known."""

    def __init__(self, state: State, people: People | None, reader: PersonId | None) -> None:
        """Look with the eyes of ``reader`` (None: an outsider)."""
        self._state = state
        self._people = people
        self._reader = reader
        known = None if reader is None else state.members.people.get(reader)
        self._bodies = frozenset(() if known is None else known.bodies)
        self._all = reader is not None and reader == state.keys.registrar
        self._member = known is not None or self._all or bool(reader and state.posts.held_by(reader))

    def may_read(self, person: PersonId) -> bool:
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

    def of(self, person: PersonId | None) -> str:
        """Return the name, else the id."""
        if person is None:
            return "–"
        if self._people is None or not self.may_read(person):
            return person
        entry = self._people.get(person)
        return entry.name if entry is not None and entry.name else person

    def reader(self, language: Language) -> Reader:
        """Return the eyes for which a sentence is made: names and titles for ids, the federation's days for instants."""
        zone = self._state.law.book.bylaws.time_zone
        return Reader(language, zone, lambda named: self._named(named, language))

    def _named(self, named: Named, language: Language) -> str:
        state, name = self._state, named.id
        if named.kind in (Kind.POST, Kind.ANY) and (post := state.posts.get(name)) is not None:
            return seat_title(state, post.id, language)
        if named.kind in (Kind.BODY, Kind.ANY) and state.bodies.get(name) is not None:
            return body_title(state, BodyId(name), language)
        if named.kind in (Kind.PERSON, Kind.ANY) and PersonId(name) in state.members.people:
            return self.of(PersonId(name))
        return name
