"""The pen: one process writes a record, no other."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType
from weakref import WeakSet

from mandat.language import msg
from mandat.record.errors import RecordError

_PID_BYTES = 32


class PenTakenError(RecordError):
    """Another process, or another writer of this one, writes this record."""


class Pen:
    """An exclusive lock on a record's directory; the system lets go of it when the process ends, however it ends.

    It belongs to the process that took it: a forked child does not hold it.
    """

    def __init__(self, directory: Path) -> None:
        """Take the pen.

        Raises ``PenTakenError`` naming the process that holds it, and ``RecordError`` if there is no such directory or nothing
        may be written there.
        """
        self._descriptor: int | None = _open(directory)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(self._descriptor, _PID_BYTES).decode("ascii", "replace").strip() or "unknown"
            self.release()
            raise PenTakenError(
                msg(
                    "{directory} is being written by another process (pid {holder}). Stop it first, or send it your acts."
                )(directory=str(directory), holder=holder)
            ) from error
        os.truncate(self._descriptor, 0)
        os.write(self._descriptor, b"%d\n" % os.getpid())
        _HELD.add(self)

    def __enter__(self) -> Pen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def release(self) -> None:
        """Let go of the pen; a second time does nothing. The file stays, since removing it would let two writers in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _open(directory: Path) -> int:
    try:
        return os.open(directory / "pen", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise RecordError(
            msg(
                "{directory} cannot be written ({reason}): check the path of the record, and that you own its directory"
            )(directory=str(directory / "pen"), reason=str(error.strerror))
        ) from error


_HELD: WeakSet[Pen] = WeakSet()


def _drop_in_child() -> None:
    # The lock lives as long as any copy of its descriptor: a worker that outlives a killed writer would keep it.
    for pen in tuple(_HELD):
        pen.release()


os.register_at_fork(after_in_child=_drop_in_child)
