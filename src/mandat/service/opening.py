"""Open a record for writing: take the pen, load the keys, read the record."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mandat.instants import Instant
from mandat.record.directory import open_directory
from mandat.record.pen import Pen
from mandat.service.writer import ClockReader, Writer


def now() -> Instant:
    """Return the present in whole seconds since 1970."""
    return Instant(int(time.time()))


@contextmanager
def writing(path: Path, clock: ClockReader = now) -> Iterator[Writer]:
    """Hold the pen of the record in ``path`` and yield its writer; raises ``RecordError`` if another process holds it."""
    directory = open_directory(path)
    with Pen(path):
        store = directory.store()
        try:
            log, server = directory.signers()
            yield Writer(store, directory.origin, log, server, clock)
        finally:
            store.close()
