"""What a store promises.

A store keeps the entries of one record, their leaf hashes, every checkpoint, the blobs that entries name, and the boxes of
secret ballots.

Consistency: entries, leaves, blobs, ballots and checkpoint of one ``append`` become visible together or not at all. Entries are
numbered from 0 without gaps and never change.
Durability: when ``append`` returns, the group survives a crash of the process and of the machine.
Concurrency: one writer (see ``Pen``), any number of readers, each seeing a whole group or nothing of it. A second writer is
refused by the compare-and-swap of the checkpoint: ``HeadMovedError``.
Errors: ``StoreError`` and its kinds only; an absent thing is ``None`` (one thing asked for by name or place) or empty. Nothing
is retried here: whoever appends reads the head again and decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

import msgspec

from mandat.record.blobs import Blob
from mandat.record.errors import RecordError


class StoreError(RecordError):
    """The storage failed; the message says what to do."""


class HeadMovedError(StoreError):
    """Another writer has appended, or this is an older copy of the record: the expected checkpoint is not the last one."""


class DuplicateEntryError(StoreError):
    """The very same bytes are on the record already."""


class MissingEntryError(StoreError):
    """An entry between others is gone: the storage was damaged or tampered with."""

    def __init__(self, index: int) -> None:
        super().__init__(f"entry {index} is missing from the storage. Restore the record from a mirror or a backup.")
        self.index = index


class Head(NamedTuple):
    """A checkpoint: size, root (32 bytes), and the signed note."""

    size: int
    root: bytes
    note: bytes


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """What is appended at once. ``expected`` is the last checkpoint the writer knows (None: the record is empty).

    ``ballots`` are (election, ballot) for the box; ``emptied`` names elections whose box is emptied.
    """

    entries: tuple[bytes, ...]
    leaves: tuple[bytes, ...]
    checkpoint: Head
    expected: Head | None
    blobs: tuple[Blob, ...] = ()
    ballots: tuple[tuple[str, bytes], ...] = ()
    emptied: tuple[str, ...] = ()


class Store(Protocol):
    """One record in storage."""

    def append(self, group: Group) -> None:
        """Keep a group, durably and as a whole.

        A blob whose name is there already stays as it is. Raises ``HeadMovedError``, ``DuplicateEntryError`` or
        ``StoreError``; then nothing was kept, unless the storage failed while it confirmed: read the head to know.
        """
        ...

    def head(self) -> Head | None:
        """Return the last checkpoint."""
        ...

    def head_at(self, size: int) -> Head | None:
        """Return the checkpoint of exactly this size, if there was one."""
        ...

    def entries(self, first: int, end: int | None = None) -> Iterator[bytes]:
        """Yield the entries from ``first`` up to ``end`` (not included), or to the last one there is, in order.

        Raises ``MissingEntryError`` where one is gone between others.
        """
        ...

    def entry(self, index: int) -> bytes | None:
        """Return one entry."""
        ...

    def leaves(self) -> Iterator[bytes]:
        """Yield all leaf hashes in order."""
        ...

    def index_of(self, leaf: bytes) -> int | None:
        """Return the place of an entry by its leaf hash."""
        ...

    def blob(self, name: str) -> Blob | None:
        """Return a blob by its name."""
        ...

    def blob_names(self) -> tuple[str, ...]:
        """Return the names of all blobs, sorted."""
        ...

    def box(self, election: str) -> tuple[bytes, ...]:
        """Return the ballots in the box of an election, sorted by content, so that their order says nothing."""
        ...

    def close(self) -> None:
        """Let go of the storage; nothing may be called afterwards."""
        ...


def check_group(group: Group, last: Head | None) -> None:
    """Refuse a group that does not follow the last checkpoint."""
    if (last and last[:2]) != (group.expected and group.expected[:2]):
        held = f"{last.size} entries" if last else "nothing"
        wanted = f"{group.expected.size}" if group.expected else "none"
        raise HeadMovedError(
            f"the record holds {held}, the writer expected {wanted}: another server has written, or this is an older copy. "
            "Stop one of them; start again to read the record anew."
        )
    size = (last.size if last else 0) + len(group.entries)
    if group.checkpoint.size != size or len(group.leaves) != len(group.entries):
        raise StoreError(f"the checkpoint says {group.checkpoint.size} entries, the record would hold {size}")
