"""Who may read whose name: outsiders see ids, members those of their assemblies and of post-holders, the registrar all."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from mandat.federation.base.types import PersonId
from mandat.federation.state import State
from mandat.language import Language
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

    def spoken(self, text: str, language: Language) -> str:
        """Return a sentence of a ruling with names and titles for ids, and with the federation's days for instants."""
        named = _TOKEN.sub(lambda found: self._spoken_id(found.group(), language), text)
        return _INSTANT.sub(lambda found: self._spoken_instant(found.group(), language), named)

    def _spoken_instant(self, text: str, language: Language) -> str:
        zone = self._state.law.book.bylaws.time_zone
        at = datetime.fromisoformat(text).astimezone(ZoneInfo(zone))
        return f"{format_date(at, format='long', locale=language)} {format_time(at, format='HH:mm', locale=language)}"

    def _spoken_id(self, token: str, language: Language) -> str:
        state = self._state
        if (post := state.posts.get(token)) is not None:
            return seat_title(state, post.id, language)
        if "/" in token and (body := state.bodies.get(token)) is not None:
            return body_title(state, body.id, language)
        person = state.members.people.get(PersonId(token))
        if person is not None and not token.isalpha():
            return self.of(person.id)
        return token


_INSTANT = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_TOKEN = re.compile(r"[A-Za-z0-9][\w./:-]*\w")
"""What may be an id: of a person only if it is no plain word, of a body only with its kind before it."""
