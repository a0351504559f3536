"""A store in one SQLite file; ``driver`` says how it is opened. One connection writes and checkpoints the WAL.

Only the owner may read the file: it holds sealed blobs and ballots.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from mandat.language import msg
from mandat.record.blobs import Blob
from mandat.record.boxes import BoxName, ElectionBox
from mandat.record.store.driver import Format, border, open_for_reading, open_for_writing, roll_back
from mandat.record.store.interface import (
    DuplicateEntryError,
    Group,
    Head,
    MissingEntryError,
    StoreError,
    check_group,
)

VERSION = 2
APPLICATION = 0x4D414E44
_CHUNK = 1_000
_PLACE_BYTES = 16

RECORD = Format(
    "record",
    APPLICATION,
    VERSION,
    (
        # The leaf stands before the bytes, so that reading all leaves does not read long entries.
        "CREATE TABLE entries (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL UNIQUE, raw BLOB NOT NULL) STRICT",
        "CREATE TABLE heads (size INTEGER PRIMARY KEY, root BLOB NOT NULL, note BLOB NOT NULL) STRICT",
        "CREATE TABLE blobs (name TEXT PRIMARY KEY, salt BLOB NOT NULL, audience TEXT NOT NULL, "
        "uploaded INTEGER NOT NULL, content BLOB NOT NULL) STRICT",
        # A random key orders the box, so that its storage tells nothing of the order of voting.
        "CREATE TABLE box (kind TEXT, name TEXT, place BLOB, ballot BLOB NOT NULL, PRIMARY KEY (kind, name, place)) "
        "STRICT, WITHOUT ROWID",
    ),
)
_KEEP_BLOB = (
    "INSERT INTO blobs (name, salt, content, audience, uploaded) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO "
)
_HEAD = "SELECT size, root, note FROM heads "


def _key(box: BoxName) -> tuple[str, str]:
    """Return the kind of a box and what it is for: an election and a motion may have the same id."""
    return ("election", box.election) if isinstance(box, ElectionBox) else ("motion", box.motion)


class SQLiteStore:
    """See ``interface.Store``."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        """Open a record's file; create it, unless ``readonly``. Raises ``StoreError``."""
        self.path = path
        self._connection = open_for_reading(path, RECORD) if readonly else open_for_writing(path, RECORD)
        self._failed = False

    def append(self, group: Group) -> None:
        """Keep a group in one transaction, synced to disk before it returns."""
        with self._transaction():
            check_group(group, self.head())
            self._write(group)
        if group.emptied:
            self._forget()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with border(self.path):
            if self._failed:
                raise StoreError(
                    msg(
                        "{path}: an earlier commit failed. Check the disk, then start again to read the record anew."
                    )(path=str(self.path))
                )
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._commit()
            except BaseException:
                roll_back(self._connection)
                raise

    def _commit(self) -> None:
        try:
            self._connection.execute("COMMIT")
        except apsw.IOError:
            # A sync that failed once may succeed the next time without having written: this connection cannot be trusted
            # any more. After a restart the group is there as a whole or not at all.
            self._failed = True
            raise

    def _write(self, group: Group) -> None:
        many = self._connection.executemany
        first = group.checkpoint.size - len(group.entries)
        places = range(first, group.checkpoint.size)
        try:
            many(
                "INSERT INTO entries VALUES (?, ?, ?)", zip(places, group.leaves, group.entries, strict=True)
            )
        except apsw.ConstraintError as error:
            raise DuplicateEntryError(msg("an entry of the group is on the record already")) from error
        # An earlier upload of the same content is now named by an entry.
        self._keep_blobs("UPDATE SET uploaded = 0", group.blobs, uploaded=False)
        many("DELETE FROM box WHERE kind = ? AND name = ?", map(_key, group.emptied))
        ballots = ((*_key(box), secrets.token_bytes(_PLACE_BYTES), ballot) for box, ballot in group.ballots)
        many("INSERT INTO box VALUES (?, ?, ?, ?)", ballots)
        self._connection.execute("INSERT INTO heads VALUES (?, ?, ?)", tuple(group.checkpoint))

    def _keep_blobs(self, conflict: str, blobs: Iterable[Blob], *, uploaded: bool) -> None:
        rows = ((blob.name, blob.salt, blob.content, blob.audience, uploaded) for blob in blobs)
        self._connection.executemany(_KEEP_BLOB + conflict, rows)

    def _forget(self) -> None:
        """Clear the WAL of the ballots it saw; a reader who is still reading postpones that, and nothing else fails."""
        with border(self.path):
            try:
                self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            except (apsw.BusyError, apsw.LockedError):
                return

    def _rows(self, query: str, *values: object) -> list[Any]:
        with border(self.path):
            return self._connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: object) -> Any:
        rows = self._rows(query, *values)
        return rows[0] if rows else None

    def _stream(self, column: str, first: int, end: int | None = None) -> Iterator[bytes]:
        """Yield a column of the entries, a thousand rows at a time, so that a long reading holds up no checkpoint."""
        query = f"SELECT idx, {column} FROM entries WHERE idx >= ? ORDER BY idx LIMIT ?"  # noqa: S608 - our own names
        while end is None or first < end:
            wanted = _CHUNK if end is None else min(_CHUNK, end - first)
            rows = self._rows(query, first, wanted)
            for index, value in rows:
                if index != first:
                    raise MissingEntryError(first)
                yield value
                first += 1
            if len(rows) < wanted:
                return

    def head(self) -> Head | None:
        """Return the last checkpoint."""
        found = self._one(_HEAD + "ORDER BY size DESC LIMIT 1")
        return Head(*found) if found else None

    def head_at(self, size: int) -> Head | None:
        """Return the checkpoint of a size."""
        found = self._one(_HEAD + "WHERE size = ?", size)
        return Head(*found) if found else None

    def heads(self) -> Iterator[Head]:
        """Yield every checkpoint, a thousand at a time."""
        size = -1
        while rows := self._rows(_HEAD + f"WHERE size > ? ORDER BY size LIMIT {_CHUNK}", size):
            yield from (Head(*row) for row in rows)
            size = rows[-1][0]

    def entries(self, first: int, end: int | None = None) -> Iterator[bytes]:
        """Yield entries."""
        return self._stream("raw", first, end)

    def entry(self, index: int) -> bytes | None:
        """Return one entry."""
        found = self._one("SELECT raw FROM entries WHERE idx = ?", index)
        return found[0] if found else None

    def leaves(self) -> Iterator[bytes]:
        """Yield leaf hashes in order."""
        return self._stream("leaf", 0)

    def index_of(self, leaf: bytes) -> int | None:
        """Return the place of a leaf."""
        found = self._one("SELECT idx FROM entries WHERE leaf = ?", leaf)
        return found[0] if found else None

    def keep_blob(self, blob: Blob) -> None:
        """Keep a blob."""
        with self._transaction():
            self._keep_blobs("NOTHING", (blob,), uploaded=True)

    def blob(self, name: str) -> Blob | None:
        """Return a blob."""
        found = self._one("SELECT salt, content, audience FROM blobs WHERE name = ?", name)
        return Blob(*found) if found else None

    def blob_names(self) -> tuple[str, ...]:
        """Return all names."""
        return tuple(row[0] for row in self._rows("SELECT name FROM blobs ORDER BY name"))

    def sweep_blobs(self, named: Collection[str]) -> tuple[str, ...]:
        """Drop uploads that nothing names."""
        with self._transaction():
            uploaded = self._rows("SELECT name FROM blobs WHERE uploaded ORDER BY name")
            dropped = tuple(name for (name,) in uploaded if name not in named)
            self._connection.executemany("DELETE FROM blobs WHERE name = ?", ((name,) for name in dropped))
        return dropped

    def box(self, name: BoxName) -> tuple[bytes, ...]:
        """Return the ballots, sorted by content."""
        rows = self._rows("SELECT ballot FROM box WHERE kind = ? AND name = ? ORDER BY ballot", *_key(name))
        return tuple(row[0] for row in rows)

    def check(self) -> None:
        """Check pages, order, types and the index of leaves."""
        problems = [row[0] for row in self._rows("PRAGMA integrity_check(1)")]
        if problems != ["ok"]:
            what = problems[0].splitlines()[-1]
            raise StoreError(
                msg("{path} is damaged ({what}). Restore it from a mirror or a backup.")(
                    path=str(self.path), what=what
                )
            )

    def close(self) -> None:
        """Close the file."""
        with border(self.path):
            self._connection.close()
