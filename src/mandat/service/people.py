"""The private register: names and addresses, apart from the record, erasable at any time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import apsw
import msgspec

_SCHEMA = "CREATE TABLE IF NOT EXISTS people (person TEXT PRIMARY KEY, name TEXT NOT NULL, mail TEXT NOT NULL) STRICT"


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What is known in private about a person of the record."""

    person: str
    name: str
    mail: str


class People:
    """A table of names in a file of its own; deleting overwrites (``secure_delete``)."""

    def __init__(self, path: Path) -> None:
        """Open the register, or create it, readable by its owner only."""
        path.touch(mode=0o600, exist_ok=True)
        self._connection = apsw.Connection(str(path))
        self._connection.execute("PRAGMA secure_delete = ON")
        self._connection.execute(_SCHEMA)

    def put(self, entries: Iterable[Entry]) -> None:
        """Keep or replace entries, all or none."""
        rows = [(entry.person, entry.name, entry.mail) for entry in entries]
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", rows)

    def get(self, person: str) -> Entry | None:
        """Return what is known of a person."""
        row = self._connection.execute(
            "SELECT person, name, mail FROM people WHERE person = ?", (person,)
        ).fetchone()
        return None if row is None else Entry(*row)

    def erase(self, person: str) -> bool:
        """Forget a person; the record keeps only the pseudonymous id. Tell whether anything was known."""
        self._connection.execute("DELETE FROM people WHERE person = ?", (person,))
        return self._connection.changes() > 0

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
