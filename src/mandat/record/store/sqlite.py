"""A store in one SQLite file: WAL, full sync, one connection that writes and checkpoints the WAL.

SQLite is the one that apsw bundles: versions before 3.51.3 can corrupt a WAL that two connections write or checkpoint at once.
Readers open read-only, never checkpoint, and use no memory map. Every error of the driver becomes a ``StoreError``.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from mandat.record.blobs import Blob
from mandat.record.store.interface import (
    DuplicateEntryError,
    Group,
    Head,
    MissingEntryError,
    StoreError,
    check_group,
)

VERSION = 1
APPLICATION = 0x4D414E44
_CHUNK = 1_000

_SCHEMA = """
CREATE TABLE entries (idx INTEGER PRIMARY KEY, raw BLOB NOT NULL) STRICT;
CREATE TABLE leaves (leaf BLOB PRIMARY KEY, idx INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE heads (size INTEGER PRIMARY KEY, root BLOB NOT NULL, note BLOB NOT NULL) STRICT;
CREATE TABLE blobs (name TEXT PRIMARY KEY, salt BLOB NOT NULL, content BLOB NOT NULL, audience TEXT NOT NULL) STRICT;
CREATE TABLE box (election TEXT, place BLOB, ballot BLOB NOT NULL, PRIMARY KEY (election, place)) STRICT, WITHOUT ROWID;
"""


@contextmanager
def _border(path: Path) -> Iterator[None]:
    """Turn the driver's errors into ours, with what to do."""
    try:
        yield
    except apsw.FullError as error:
        raise StoreError(f"{path}: the disk is full. Free some space; nothing was lost.") from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise StoreError(f"{path} is locked by another program. Close it and try again.") from error
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise StoreError(f"{path} is damaged or no record. Restore it from a mirror or a backup.") from error
    except (apsw.CantOpenError, apsw.ReadOnlyError) as error:
        raise StoreError(f"{path} cannot be opened: check that it exists and that you may use it.") from error
    except apsw.Error as error:
        raise StoreError(f"{path}: {error}") from error


class SQLiteStore:
    """See ``interface.Store``."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        """Open a record's file; create it, unless ``readonly``."""
        self.path = path
        with _border(path):
            if readonly:
                self._connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
                self._connection.wal_autocheckpoint(0)
            else:
                self._connection = apsw.Connection(str(path))
            self._connection.set_busy_timeout(5_000)
            self._prepare(readonly)

    def _prepare(self, readonly: bool) -> None:
        run = self._connection.execute
        run("PRAGMA mmap_size = 0")
        if not readonly:
            run("PRAGMA journal_mode = WAL")
            run("PRAGMA synchronous = FULL")
            run("PRAGMA secure_delete = ON")  # an emptied box leaves no ballots in free pages
        if not readonly and not run("SELECT count(*) FROM sqlite_schema").get:
            with self._connection:
                run(_SCHEMA)
                run(f"PRAGMA application_id = {APPLICATION}")
                run(f"PRAGMA user_version = {VERSION}")
        self._check_format(run("PRAGMA application_id").get, run("PRAGMA user_version").get)

    def _check_format(self, application: int, version: int) -> None:
        if application != APPLICATION:
            raise StoreError(f"{self.path} is the database of another program, not a record: check the path.")
        if version != VERSION:
            raise StoreError(
                f"{self.path} has format {version}; this program knows {VERSION}: update the program"
            )

    def append(self, group: Group) -> None:
        """Keep a group in one transaction, synced to disk before it returns."""
        with _border(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                check_group(group, self._last())
                self._write(group)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            if group.emptied:
                # The WAL still holds the ballots, in the order of the votes; a reader may delay this until the next time.
                with suppress(apsw.BusyError, apsw.LockedError):
                    self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)

    def _write(self, group: Group) -> None:
        many = self._connection.executemany
        first = group.checkpoint.size - len(group.entries)
        many("INSERT INTO entries VALUES (?, ?)", list(enumerate(group.entries, first)))
        try:
            places = [(leaf, place) for place, leaf in enumerate(group.leaves, first)]
            many("INSERT INTO leaves VALUES (?, ?)", places)
        except apsw.ConstraintError as error:
            raise DuplicateEntryError("an entry of the group is on the record already") from error
        if group.blobs:
            rows = [(blob.name, blob.salt, blob.content, blob.audience) for blob in group.blobs]
            many("INSERT INTO blobs VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", rows)
        for election in group.emptied:
            self._connection.execute("DELETE FROM box WHERE election = ?", (election,))
        if group.ballots:
            # A random key orders the table, so that its storage tells nothing of the order of voting.
            many(
                "INSERT INTO box VALUES (?, ?, ?)",
                [(e, secrets.token_bytes(16), b) for e, b in group.ballots],
            )
        self._connection.execute("INSERT INTO heads VALUES (?, ?, ?)", tuple(group.checkpoint))

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        with _border(self.path):
            return self._connection.execute(query, values).fetchall()

    def _last(self) -> Head | None:
        found = self._rows("SELECT size, root, note FROM heads ORDER BY size DESC LIMIT 1")
        return Head(*found[0]) if found else None

    def head(self) -> Head | None:
        """Return the last checkpoint."""
        return self._last()

    def head_at(self, size: int) -> Head | None:
        """Return the checkpoint of a size."""
        found = self._rows("SELECT size, root, note FROM heads WHERE size = ?", (size,))
        return Head(*found[0]) if found else None

    def entries(self, first: int, end: int | None = None) -> Iterator[bytes]:
        """Yield entries, a few thousand at a time, so that a long reading holds no lock."""
        while True:
            last = first + _CHUNK if end is None else min(first + _CHUNK, end)
            rows = self._rows(
                "SELECT idx, raw FROM entries WHERE idx >= ? AND idx < ? ORDER BY idx", (first, last)
            )
            for index, raw in rows:
                if index != first:
                    raise MissingEntryError(first)
                yield raw
                first += 1
            if first < last or first == end:
                self._check_nothing_after(first, end)
                return

    def _check_nothing_after(self, first: int, end: int | None) -> None:
        """Tell the end of the record from a gap."""
        further = self._rows("SELECT idx FROM entries WHERE idx >= ? LIMIT 1", (first,))
        if further and (end is None or first < end):
            raise MissingEntryError(first)

    def entry(self, index: int) -> bytes | None:
        """Return one entry."""
        found = self._rows("SELECT raw FROM entries WHERE idx = ?", (index,))
        return found[0][0] if found else None

    def leaves(self) -> Iterator[bytes]:
        """Yield leaf hashes in order."""
        yield from (row[0] for row in self._rows("SELECT leaf FROM leaves ORDER BY idx"))

    def index_of(self, leaf: bytes) -> int | None:
        """Return the place of a leaf."""
        found = self._rows("SELECT idx FROM leaves WHERE leaf = ?", (leaf,))
        return found[0][0] if found else None

    def blob(self, name: str) -> Blob | None:
        """Return a blob."""
        found = self._rows("SELECT salt, content, audience FROM blobs WHERE name = ?", (name,))
        return Blob(*found[0]) if found else None

    def blob_names(self) -> tuple[str, ...]:
        """Return all names."""
        return tuple(row[0] for row in self._rows("SELECT name FROM blobs ORDER BY name"))

    def box(self, election: str) -> tuple[bytes, ...]:
        """Return the ballots, sorted by content."""
        return tuple(
            row[0]
            for row in self._rows("SELECT ballot FROM box WHERE election = ? ORDER BY ballot", (election,))
        )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
