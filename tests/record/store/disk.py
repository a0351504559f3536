"""A disk that fails or loses its power where a test wants it to: an SQLite VFS over the real one."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import apsw
import pytest


class Event(NamedTuple):
    """What was asked of the disk: ``write`` (bytes at a place), ``truncate`` (to a place), ``sync``, ``delete``."""

    kind: str
    file: str
    place: int = 0
    content: bytes = b""


class Disk:
    """Keeps every event, and lets ``fault`` fail it: before it is done, or after (done, but reported as failed)."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.fault: Callable[[Event], str | None] = lambda _: None

    def do(self, event: Event, action: Callable[[], None]) -> None:
        fault = self.fault(event)
        if fault == "before":
            raise apsw.IOError("injected")
        action()
        self.events.append(event)
        if fault == "after":
            raise apsw.IOError("injected")


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.name = Path(path).name if path else ""
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self.disk.do(Event("write", self.name, offset, bytes(data)), partial(super().xWrite, data, offset))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self.disk.do(Event("truncate", self.name, newsize), partial(super().xTruncate, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.do(Event("sync", self.name), partial(super().xSync, flags))

    def excepthook(self, *_: object) -> bool:
        """The injected errors are expected."""
        return True


class _VFS(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        super().__init__("test-disk", "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return _File(self.disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        event = Event("delete", Path(filename).name)
        self.disk.do(event, partial(super().xDelete, filename, syncdir))

    def excepthook(self, *_: object) -> bool:
        """The injected errors are expected."""
        return True


@contextmanager
def disk_under_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """Connections opened meanwhile go through the returned disk."""
    disk = Disk()
    vfs = _VFS(disk)
    with monkeypatch.context() as patch:
        patch.setattr(apsw, "Connection", partial(apsw.Connection, vfs="test-disk"))
        try:
            yield disk
        finally:
            vfs.unregister()


def after_power_failure(events: list[Event], directory: Path, lost: random.Random | None) -> None:
    """Write into ``directory`` the files as a disk may hold them that lost its power after ``events``.

    What was synced is there. Of each later write nothing, its first half, or all has arrived: by ``lost``, or nothing if None.
    """
    synced = {event.file: number for number, event in enumerate(events) if event.kind == "sync"}
    files: dict[str, bytearray] = {}
    for number, event in enumerate(events):
        share = 1.0 if number < synced.get(event.file, -1) else lost.choice((0.0, 0.5, 1.0)) if lost else 0.0
        if event.kind == "delete":
            files.pop(event.file, None)
        elif event.kind == "write":
            _put(files.setdefault(event.file, bytearray()), event, share)
        elif event.kind == "truncate" and share == 1.0:
            del files.setdefault(event.file, bytearray())[event.place :]
    for name, content in files.items():
        (directory / name).write_bytes(content)


def _put(content: bytearray, event: Event, share: float) -> None:
    part = event.content[: int(len(event.content) * share)]
    if part:
        content.extend(bytes(max(0, event.place - len(content))))
        content[event.place : event.place + len(part)] = part
