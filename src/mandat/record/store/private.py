"""The private register: names and addresses of people in a file of its own, which is never on the record and can be erased.

The record knows people by pseudonymous ids only. Where it must be bound to something kept here, it holds a hash with a salt, and
the salt is kept here: who erases the person erases the salt, and the hash on the record says nothing any more.

Erasing overwrites what SQLite holds in the file, and no journal of it stays. It cannot reach backups, nor old blocks that a file
system or a solid-state disk keeps: encrypt the disk, and let backups of this file expire.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from mandat.record.store.driver import Format, border, open_for_reading, open_for_writing, roll_back

MOST_FOUND = 50
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

PEOPLE = Format(
    "register of people",
    0x4D414E50,
    1,
    (
        "CREATE TABLE people (person TEXT PRIMARY KEY, name TEXT NOT NULL, mail TEXT NOT NULL, salt BLOB NOT NULL, "
        "found_by TEXT NOT NULL) STRICT",
    ),
    journal="DELETE",
)
_ENTRY = "SELECT person, name, mail, salt FROM people "


class PrivateEntry(msgspec.Struct, frozen=True, gc=False):
    """What is known in private about a person of the record (by id); ``salt`` is that of hashes about the person."""

    person: str
    name: str
    mail: str
    salt: bytes = b""


class People:
    """The register. Every error of the storage is a ``StoreError`` with what to do. One thread at a time."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        """Open the register; create it, for its owner only, unless ``readonly``."""
        self.path = path
        self._connection = open_for_reading(path, PEOPLE) if readonly else open_for_writing(path, PEOPLE)

    def put(self, entries: Iterable[PrivateEntry]) -> None:
        """Keep or replace entries, all or none, durably."""
        rows = ((e.person, e.name, e.mail, e.salt, _fold(f"{e.name} {e.mail}")) for e in entries)
        self._change("INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?, ?)", rows)

    def get(self, person: str) -> PrivateEntry | None:
        """Return what is known of a person."""
        found = self._rows(_ENTRY + "WHERE person = ?", person)
        return PrivateEntry(*found[0]) if found else None

    def search(self, text: str, most: int = MOST_FOUND) -> tuple[PrivateEntry, ...]:
        """Return the people in whose name or address all words of ``text`` occur, by name; ``most`` at most, none for no words.

        Capitals and accents do not count: ``"elodie"`` finds Élodie.
        """
        words = _fold(text).split()
        if not words:
            return ()
        where = " AND ".join(["instr(found_by, ?)"] * len(words))
        query = f"{_ENTRY} WHERE {where} ORDER BY found_by, person LIMIT ?"
        return tuple(PrivateEntry(*row) for row in self._rows(query, *words, most))

    def erase(self, person: str) -> bool:
        """Forget a person and the salt; tell whether anything was known."""
        return self._change("DELETE FROM people WHERE person = ?", ((person,),)) > 0

    def close(self) -> None:
        """Close the file."""
        with border(self.path):
            self._connection.close()

    def _rows(self, query: str, *values: object) -> list[Any]:
        with border(self.path):
            return self._connection.execute(query, values).fetchall()

    def _change(self, statement: str, rows: Iterable[tuple[object, ...]]) -> int:
        """Run a statement for all rows or none; return how many rows of the table it changed."""
        with border(self.path):
            before = self._connection.total_changes()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany(statement, rows)
                self._connection.execute("COMMIT")
            except BaseException:
                roll_back(self._connection)
                raise
            return self._connection.total_changes() - before


def _fold(text: str) -> str:
    """Write text without capitals and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_ASCII.sub(lambda letter: "" if unicodedata.combining(letter[0]) else letter[0], apart)
