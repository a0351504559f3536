"""SQLite as this package uses it: how a file is opened, and what its errors mean to whoever runs the server.

SQLite is the one that apsw bundles: versions before 3.51.3 can corrupt a WAL that two connections write or checkpoint at once.
Writers: full sync, deleted content overwritten. Readers: read-only, and they never checkpoint. No memory map, so that a
failing disk gives an error and no signal. A file may come from a stranger: its tables must be ours, its schema is not trusted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

import apsw

from mandat.language import msg, told
from mandat.record.store.interface import StoreError

_PATIENCE_MS = 5_000
_CACHE_KIB = 16_384


class Format(NamedTuple):
    """What a file of ours is: how people call it, SQLite's application id, the version of its tables, their statements.

    ``journal`` is WAL, or DELETE for a file from which things are erased: then no log of them stays beside it.
    """

    name: str
    application: int
    version: int
    tables: tuple[str, ...]
    journal: Literal["WAL", "DELETE"] = "WAL"


@contextmanager
def border(path: Path) -> Iterator[None]:
    """Turn the driver's errors into ``StoreError``, with what to do."""
    try:
        yield
    except apsw.FullError as error:
        raise StoreError(
            msg("{path}: the disk is full. Free some space and try again; nothing was lost.")(path=str(path))
        ) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise StoreError(
            msg("{path} is locked by another program. Close it and try again.")(path=str(path))
        ) from error
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise StoreError(
            msg("{path} is damaged or no record. Restore it from a mirror or a backup.")(path=str(path))
        ) from error
    except apsw.CantOpenError as error:
        raise StoreError(
            msg("{path} cannot be opened: check that it exists and that you may use it.")(path=str(path))
        ) from error
    except (apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise StoreError(
            msg("{path} may only be read: check who owns the file and its directory.")(path=str(path))
        ) from error
    except apsw.IOError as error:
        raise StoreError(
            msg(
                "{path}: the disk failed ({problem}). Check the disk, then start again to read the record anew."
            )(path=str(path), problem=told(error))
        ) from error
    except apsw.ConnectionClosedError as error:
        raise StoreError(msg("{path} was closed already: open it again.")(path=str(path))) from error
    except apsw.Error as error:
        raise StoreError(msg("{path}: {problem}")(path=str(path), problem=told(error))) from error


def open_for_writing(path: Path, form: Format) -> apsw.Connection:
    """Open a file of this format, and create it, readable by its owner only, if there is none. Raises ``StoreError``."""
    with border(path):
        _create(path)
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            connection.set_busy_timeout(_PATIENCE_MS)
            _harden(connection)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            _prepare(connection, path, form)
            connection.execute(f"PRAGMA journal_mode = {form.journal}")
        except BaseException:
            connection.close()
            raise
    return connection


def open_for_reading(path: Path, form: Format) -> apsw.Connection:
    """Open an existing file of this format read-only. Raises ``StoreError``."""
    with border(path):
        connection = apsw.Connection(
            _reading_name(path), flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        )
        try:
            connection.set_busy_timeout(_PATIENCE_MS)
            connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            connection.wal_autocheckpoint(0)
            _harden(connection)
            _check_format(connection, path, form)
        except BaseException:
            connection.close()
            raise
    return connection


def _create(path: Path) -> None:
    """Make the empty file ourselves: SQLite would let everybody read it. Its WAL gets the same rights from it."""
    if not path.exists():
        try:
            path.touch(mode=0o600)
        except OSError as error:
            raise StoreError(
                msg(
                    "{path} cannot be created ({reason}): check that its directory exists and that you may write there."
                )(path=str(path), reason=str(error.strerror))
            ) from error


def _reading_name(path: Path) -> str:
    """Return the URI to read from: a cleanly closed copy where nothing may be written needs no WAL beside it."""
    name = f"file:{quote(str(path.absolute()))}?mode=ro"
    wal = path.with_name(path.name + "-wal")
    if not os.access(path.parent, os.W_OK) and not wal.exists():
        name += "&immutable=1"
    return name


def _harden(connection: apsw.Connection) -> None:
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _prepare(connection: apsw.Connection, path: Path, form: Format) -> None:
    """Make the tables of a new file, all or none; check those of an old one and leave it as it is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not connection.execute("SELECT count(*) FROM sqlite_schema").get:
            for statement in form.tables:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {form.application}")
            connection.execute(f"PRAGMA user_version = {form.version}")
        _check_format(connection, path, form)
        # Who dies before this line leaves an empty file, which the next opening fills.
        connection.execute("COMMIT")
    except BaseException:
        roll_back(connection)
        raise


def roll_back(connection: apsw.Connection) -> None:
    """Undo the open transaction, if SQLite has not done so already."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _check_format(connection: apsw.Connection, path: Path, form: Format) -> None:
    application = connection.execute("PRAGMA application_id").get
    version = connection.execute("PRAGMA user_version").get
    if application != form.application:
        raise StoreError(
            msg("{path} is the database of another program, not a {name}: check the path.")(
                path=str(path), name=form.name
            )
        )
    if version != form.version:
        raise StoreError(
            msg(
                "{path} has format {version}; this program knows {known}: update the program. The file was left as it is."
            )(path=str(path), version=version, known=form.version)
        )
    found = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    if tuple(row[0] for row in found) != form.tables:
        raise StoreError(
            msg("{path} has other tables than a {name}. Restore it from a mirror or a backup.")(
                path=str(path), name=form.name
            )
        )
