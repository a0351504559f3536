"""The pen: one process writes a record, no other."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType

from mandat.record.errors import RecordError


class PenTakenError(RecordError):
    """Another process writes this record."""


class Pen:
    """An exclusive lock on a record's directory; the system lets go of it when the process ends, however it ends."""

    def __init__(self, directory: Path) -> None:
        """Take the pen; raises ``PenTakenError`` naming the process that holds it."""
        self._path = directory / "pen"
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(self._descriptor, 32).decode().strip() or "unknown"
            os.close(self._descriptor)
            raise PenTakenError(
                f"{directory} is being written by another process (pid {holder}). Stop it first, or send it your acts."
            ) from error
        os.truncate(self._descriptor, 0)
        os.write(self._descriptor, str(os.getpid()).encode())

    def __enter__(self) -> Pen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def release(self) -> None:
        """Let go of the pen."""
        os.close(self._descriptor)
