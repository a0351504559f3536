"""The bylaws in force, earlier ones, and what was ruled where they are silent."""

from __future__ import annotations

import msgspec
from immutables import Map

from mandat.federation.law.rulebook import Rulebook
from mandat.federation.rulings import OpenQuestion


class Law(msgspec.Struct, frozen=True):
    """``books``: every version of the bylaws that was ever in force, by the name of its text.

    ``readings``: interpretations by (rule id, key), given once and used from then on.
    """

    current: str = ""
    books: Map[str, Rulebook] = Map()
    readings: Map[tuple[str, str], str] = Map()
    questions: Map[str, OpenQuestion] = Map()

    @property
    def book(self) -> Rulebook:
        """The rulebook in force."""
        return self.books[self.current]
