"""The directory of a record.

record.sqlite       entries, checkpoints, blobs, boxes
people.sqlite       names and addresses, which can be erased (never on the record)
origin              the name of the log, which every entry carries
log.vkey act.vkey   the public keys of the log and of the server's own statements
keys/log.key act.key   their private halves
pen                 locked by the one process that writes

All of it is for the owner only (directories 0700): the store holds sealed blobs and ballots. What the public may see is published
elsewhere.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec

from mandat.language import msg, told
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
        """Load the private keys: of the log, and of the server's statements.

        Raises ``RecordError`` if one is missing, or is not the private half of the public key that stands beside it.
        """
        keys = self.path / "keys"
        return _signer(keys / "log.key", self.log), _signer(keys / "act.key", self.server)


def _signer(path: Path, public: Verifier) -> Signer:
    signer = Signer.load(path)
    if signer.vkey != public.vkey:
        raise RecordError(
            msg(
                "{path} is not the private half of {vkey}: put back the key file that was made with this record"
            )(path=str(path), vkey=public.vkey)
        )
    return signer


def create(path: Path, origin: str) -> RecordDirectory:
    """Create the directory of a new record with fresh keys, for its owner only.

    Refuses with ``RecordError`` a malformed origin and a directory that holds anything; then nothing is changed. Who is
    interrupted leaves a directory that ``open_directory`` refuses: the origin is written last.
    """
    if not _ORIGIN.fullmatch(origin):
        raise RecordError(
            msg(
                "{origin} cannot name a log: write it like rail.example/log (small letters, digits, . - _ /)"
            )(origin=repr(origin))
        )
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise RecordError(msg("{path} exists and is not empty: choose a new directory")(path=str(path)))
    try:
        _fill(path, origin)
    except OSError as error:
        raise RecordError(
            msg("{path} could not be created ({reason}): remove what is there of it, and try again")(
                path=str(path), reason=str(error.strerror)
            )
        ) from error
    return open_directory(path)


def _fill(path: Path, origin: str) -> None:
    path.mkdir(parents=True, exist_ok=True)
    keys = path / "keys"
    keys.mkdir()
    for directory in (path, keys):
        directory.chmod(0o700)
    log, server = Signer.generate(origin), Signer.generate(f"{origin}/server")
    log.save(keys / "log.key")
    server.save(keys / "act.key")
    (path / "log.vkey").write_text(log.vkey + "\n")
    (path / "act.vkey").write_text(server.vkey + "\n")
    SQLiteStore(path / "record.sqlite").close()
    _sync(path / "log.vkey", path / "act.vkey", keys, path)
    (path / "origin").write_text(origin + "\n")
    _sync(path / "origin", path, path.parent)


def _sync(*paths: Path) -> None:
    """Make files and names of files survive a power failure: an entry must not outlive the key it is checked with."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def open_directory(path: Path) -> RecordDirectory:
    """Open the directory of a record; raises ``RecordError`` with what is missing or does not fit together.

    A copy without ``keys`` can be read and verified, not written.
    """
    if not path.is_dir():
        raise RecordError(
            msg("there is no directory {path}: create a federation with “mandat new {path}”")(path=str(path))
        )
    missing = [name for name in _FILES if not (path / name).is_file()]
    if missing:
        raise RecordError(
            msg(
                "{path} is not the directory of a record, or was half created: it lacks {missing}. If “mandat new” "
                "was interrupted here, remove the directory and create it again; otherwise restore the files from a "
                "mirror or a backup."
            )(path=str(path), missing=", ".join(missing))
        )
    found = RecordDirectory(
        path=path,
        origin=_text(path / "origin"),
        log=Verifier.from_vkey(_text(path / "log.vkey")),
        server=Verifier.from_vkey(_text(path / "act.vkey")),
    )
    if found.log.name != found.origin:
        raise RecordError(
            msg("{path} is the key of {name}, the record is {origin}: two records were mixed")(
                path=str(path / "log.vkey"), name=found.log.name, origin=found.origin
            )
        )
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text().strip()
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(
            msg("{path} cannot be read: {problem}. Restore it from a mirror or a backup.")(
                path=str(path), problem=told(error)
            )
        ) from error
