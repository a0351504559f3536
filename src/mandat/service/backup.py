"""A copy of a record while it is written: SQLite's online backup, one snapshot of each file, then renamed into place.

The private keys are not copied: a copy can be read, verified and served to readers, but it cannot write. Who wants to write from
it puts ``keys/`` back, and must know that it is the newest copy: a log that goes on from an older one contradicts itself.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
import msgspec

from mandat.language import msg
from mandat.record.directory import RecordDirectory, open_directory
from mandat.record.errors import RecordError
from mandat.record.merkle import EMPTY_ROOT
from mandat.record.store.driver import border

_PLAIN = ("log.vkey", "act.vkey", "origin")
_DATABASES = ("record.sqlite", "people.sqlite")


class BackedUp(msgspec.Struct, frozen=True):
    """What a backup holds: entries, the root of the log as hexadecimal digits, bytes on disk."""

    size: int
    root: str
    disk: int


def back_up(directory: RecordDirectory, target: Path) -> BackedUp:
    """Copy a record into the new directory ``target``, for its owner only; the writer need not stop.

    Raises ``RecordError`` if ``target`` exists, if it cannot be written, or if the copy is not whole: then nothing stays of it.
    """
    if target.exists():
        raise RecordError(
            msg("{target} exists already: name a new directory for each backup")(target=str(target))
        )
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.mkdir(parents=True, mode=0o700)
        for name in _DATABASES:
            _copy_database(directory.path / name, partial / name)
        for name in _PLAIN:
            shutil.copyfile(directory.path / name, partial / name)
        found = _look(partial)
        partial.rename(target)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise RecordError(
            msg("{target} could not be written ({reason}): nothing of it stays")(
                target=str(target), reason=str(error.strerror)
            )
        ) from error
    except RecordError:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return found


def _copy_database(source: Path, target: Path) -> None:
    """Copy a snapshot in one step, so that no write falls into it."""
    if not source.exists():
        return
    target.touch(mode=0o600)
    with border(source):
        here = apsw.Connection(str(source), flags=apsw.SQLITE_OPEN_READONLY)
        there = apsw.Connection(str(target))
        here.set_busy_timeout(5_000)
        try:
            with there.backup("main", here, "main") as copying:
                copying.step()
        finally:
            there.close()
            here.close()


def _look(copy: Path) -> BackedUp:
    """Read the copy: its own check of the file, its last checkpoint and the entry before it."""
    store = open_directory(copy).store(readonly=True)
    try:
        store.check()
        head = store.head()
        size, root = (0, EMPTY_ROOT) if head is None else head[:2]
        if size and store.entry(size - 1) is None:
            raise RecordError(
                msg("the copy lacks entry {size}: check the disk, and try again")(size=size - 1)
            )
    finally:
        store.close()
    return BackedUp(size, root.hex(), sum(each.stat().st_size for each in copy.iterdir()))
