"""The directory of a record.

record.sqlite       entries, checkpoints, blobs, boxes
people.sqlite       names and addresses, which can be erased (never on the record)
origin              the name of the log, which every entry carries
log.vkey act.vkey   the public keys of the log and of the server's own statements
keys/log.key act.key   their private halves, readable by the owner only
pen                 locked by the one process that writes
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from mandat.record.errors import RecordError
from mandat.record.keys import Signer, Verifier
from mandat.record.store.sqlite import SQLiteStore

_ORIGIN = re.compile(r"[a-z0-9][a-z0-9.-]*(/[a-z0-9._-]+)*")
_FILES = ("record.sqlite", "origin", "log.vkey", "act.vkey")


class RecordDirectory(msgspec.Struct, frozen=True, kw_only=True):
    """An existing directory of a record and what its readable files say."""

    path: Path
    origin: str
    log: Verifier
    server: Verifier

    @property
    def database(self) -> Path:
        """The file of the store."""
        return self.path / "record.sqlite"

    @property
    def people(self) -> Path:
        """The file of names and addresses."""
        return self.path / "people.sqlite"

    def store(self, *, readonly: bool = False) -> SQLiteStore:
        """Open the store."""
        return SQLiteStore(self.database, readonly=readonly)

    def signers(self) -> tuple[Signer, Signer]:
        """Load the private keys: of the log, and of the server's statements."""
        return Signer.load(self.path / "keys" / "log.key"), Signer.load(self.path / "keys" / "act.key")


def create(path: Path, origin: str) -> RecordDirectory:
    """Create the directory of a new record with fresh keys; refuses one that holds anything, and a malformed origin."""
    if not _ORIGIN.fullmatch(origin):
        raise RecordError(
            f"{origin!r} cannot name a log: write it like rail.example/log (small letters, digits, . - _ /)"
        )
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise RecordError(f"{path} exists and is not empty: choose a new directory")
    keys = path / "keys"
    keys.mkdir(parents=True, mode=0o700)
    keys.chmod(0o700)
    log, server = Signer.generate(origin), Signer.generate(f"{origin}/server")
    log.save(keys / "log.key")
    server.save(keys / "act.key")
    (path / "log.vkey").write_text(log.vkey + "\n")
    (path / "act.vkey").write_text(server.vkey + "\n")
    SQLiteStore(path / "record.sqlite").close()
    (path / "origin").write_text(origin + "\n")
    return open_directory(path)


def open_directory(path: Path) -> RecordDirectory:
    """Open the directory of a record; raises ``RecordError`` with what is missing."""
    if not path.is_dir():
        raise RecordError(f"there is no directory {path}: create a federation with “mandat new {path}”")
    missing = [name for name in _FILES if not (path / name).is_file()]
    if missing:
        raise RecordError(
            f"{path} is not the directory of a record, or was half created: it lacks {', '.join(missing)}"
        )
    return RecordDirectory(
        path=path,
        origin=(path / "origin").read_text().strip(),
        log=Verifier.from_vkey((path / "log.vkey").read_text()),
        server=Verifier.from_vkey((path / "act.vkey").read_text()),
    )
