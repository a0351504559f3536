"""Step five: the record is verified from disk, and a copy with one byte changed is found out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import msgspec

from mandat.language import Sentence
from mandat.record.directory import open_directory
from mandat.record.errors import WrongEntryError
from mandat.record.verify import Verified, verify

COPIED = ("origin", "log.vkey", "act.vkey", "record.sqlite")


class Tampered(msgspec.Struct, frozen=True, kw_only=True):
    """One byte of one entry was changed in a copy: where, and what the verification said about it."""

    entry: int
    byte: int
    before: str
    after: str
    found_at: int
    problem: Sentence


def verify_directory(path: Path, progress: Callable[[int], None]) -> Verified:
    """Verify the record in a directory; raises ``WrongEntryError`` at the first wrong entry."""
    directory = open_directory(path)
    store = directory.store(readonly=True)
    try:
        return verify(store, directory.origin, directory.log, directory.server, progress)
    finally:
        store.close()


def tamper(path: Path, copy: Path, entry: int, progress: Callable[[int], None]) -> Tampered:
    """Copy the public files of a record, change one byte of an entry in the copy, and verify it; raises if that passes."""
    copy.mkdir(mode=0o700)
    for name in COPIED:
        shutil.copy2(path / name, copy / name)
    byte, before, after = _change(copy / "record.sqlite", entry)
    try:
        verify_directory(copy, progress)
    except WrongEntryError as error:
        return Tampered(
            entry=entry, byte=byte, before=before, after=after, found_at=error.index, problem=error.problem
        )
    raise AssertionError(f"a changed entry {entry} passed the verification")


def _change(database: Path, entry: int) -> tuple[int, str, str]:
    """Change the last digit of the entry's text to another; return the place of the byte, and what it was and became."""
    connection = apsw.Connection(str(database))
    try:
        (raw,) = connection.execute("SELECT raw FROM entries WHERE idx = ?", (entry,)).fetchone()  # type: ignore[misc]
        text = raw[: raw.index(b"\n\n")]
        byte = max(place for place, value in enumerate(text) if chr(value).isdigit())
        after = (text[byte] - ord("0") + 1) % 10 + ord("0")
        changed = raw[:byte] + bytes([after]) + raw[byte + 1 :]
        connection.execute("UPDATE entries SET raw = ? WHERE idx = ?", (changed, entry))
    finally:
        connection.close()
    return byte, chr(text[byte]), chr(after)
