"""What a store promises.

A store keeps the entries of one record, their leaf hashes, every checkpoint, the blobs that entries name, and the boxes of
secret ballots. It takes all of them as bytes and looks into none.

Consistency: entries, leaves, blobs, ballots, emptied boxes and checkpoint of one ``append`` become visible together or not at
all. Entries are numbered from 0 without gaps and never change; a leaf hash stands once; every checkpoint is kept.
Durability: when ``append`` or ``keep_blob`` returns, what it kept survives a crash of the process and of the machine.
Concurrency: one writer (see ``Pen``), any number of readers in processes of their own, each seeing whole groups only. An iterator
goes on to what was appended while it ran, unless its end is given. One store object serves one thread at a time. A second writer
is refused by the compare-and-swap of the checkpoint: ``HeadMovedError``.
Errors: ``StoreError`` and its kinds only; an absent thing is ``None`` (one thing asked for by name or place) or empty.
Retries: none here. After ``HeadMovedError`` and ``DuplicateEntryError`` nothing of the group was kept. After any other
``StoreError`` of ``append`` the group was kept as a whole or not at all, as after a crash: answer nobody, read the record again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple, Protocol

import msgspec

from mandat.language import Sentence, msg, plural
from mandat.record.blobs import Blob
from mandat.record.boxes import BoxName
from mandat.record.errors import RecordError


class StoreError(RecordError):
    """The storage failed; the message says what to do. A group that was being appended was kept as a whole or not at all."""


class HeadMovedError(StoreError):
    """Another writer has appended, or this is an older copy of the record: the expected checkpoint is not the last one."""


class DuplicateEntryError(StoreError):
    """The very same bytes are on the record already, or twice in the group."""


_MISSING = msg("entry {index} is missing from the storage. Restore the record from a mirror or a backup.")


class MissingEntryError(StoreError):
    """An entry between others is gone: the storage was damaged or tampered with."""

    def __init__(self, index: int) -> None:
        super().__init__(_MISSING(index=str(index)))
        self.index = index


class Head(NamedTuple):
    """A checkpoint: size, root (32 bytes), and the signed note."""

    size: int
    root: bytes
    note: bytes


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """What is appended at once: at least one entry.

    ``leaves[i]`` is the leaf hash of ``entries[i]``. ``expected`` is the last checkpoint the writer knows (None: the record is
    empty). ``ballots`` are (box, ballot); ``emptied`` are the boxes that are emptied first.
    """

    entries: tuple[bytes, ...]
    leaves: tuple[bytes, ...]
    checkpoint: Head
    expected: Head | None
    blobs: tuple[Blob, ...] = ()
    ballots: tuple[tuple[BoxName, bytes], ...] = ()
    emptied: tuple[BoxName, ...] = ()


class Store(Protocol):
    """One record in storage; the promises stand at the top of this module."""

    def append(self, group: Group) -> None:
        """Keep a group, durably and as a whole.

        A blob that is kept already stays as it is, with the audience it had. Raises ``HeadMovedError`` if ``group.expected`` has
        not size and root of the last checkpoint, ``DuplicateEntryError`` for a leaf hash that is there already, and
        ``StoreError`` if the group contradicts itself or the storage fails.
        """
        ...

    def head(self) -> Head | None:
        """Return the last checkpoint; None if the record is empty."""
        ...

    def head_at(self, size: int) -> Head | None:
        """Return the checkpoint of exactly this size, if there was one."""
        ...

    def heads(self) -> Iterator[Head]:
        """Yield every checkpoint, by size."""
        ...

    def entries(self, first: int, end: int | None = None) -> Iterator[bytes]:
        """Yield the entries from ``first`` (0 or more) up to ``end`` (not included), or to the last one there is, in order.

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

    def keep_blob(self, blob: Blob) -> None:
        """Keep a blob durably before the act that names it; one that is kept already stays as it is."""
        ...

    def blob(self, name: str) -> Blob | None:
        """Return a blob by its name."""
        ...

    def blob_names(self) -> tuple[str, ...]:
        """Return the names of all blobs, sorted."""
        ...

    def sweep_blobs(self, named: Collection[str]) -> tuple[str, ...]:
        """Drop the blobs that came by ``keep_blob`` only and are not among ``named``; return their names, sorted.

        ``named`` must hold the name of every blob that an entry names. A blob that a group brought along is never dropped.
        """
        ...

    def box(self, name: BoxName) -> tuple[bytes, ...]:
        """Return the ballots in a box, sorted by content, so that their order says nothing."""
        ...

    def check(self) -> None:
        """Check that the storage itself is sound (not what the entries say); raises ``StoreError`` if it is damaged.

        For a copy that comes from elsewhere, before it is read.
        """
        ...

    def close(self) -> None:
        """Let go of the storage; a second time does nothing. Nothing else may be called afterwards."""
        ...


def check_group(group: Group, last: Head | None) -> None:
    """Refuse a group that contradicts itself, or that does not follow ``last``, the last checkpoint of the store."""
    if (last and last[:2]) != (group.expected and group.expected[:2]):
        raise HeadMovedError(_moved(last, group.expected))
    if not group.entries or len(group.leaves) != len(group.entries):
        raise StoreError(
            msg(
                "a group of {count} entries and {other} leaf hashes cannot be kept: it has at least one entry, and "
                "a leaf hash for each"
            )(count=len(group.entries), other=len(group.leaves))
        )
    size = (last.size if last else 0) + len(group.entries)
    if group.checkpoint.size != size:
        raise StoreError(
            msg("the checkpoint says {size} entries, the record would hold {held}")(
                size=group.checkpoint.size, held=size
            )
        )


_MOVED = msg(
    "the record holds {held}, the writer expected {wanted}: another server has written, or this is an older copy restored from a "
    "backup. Nothing was written. Stop all servers but one; it must start again to read the record anew, and an older copy must "
    "first be brought up to date from a mirror."
)
_ENTRIES = plural("{n} entry", "{n} entries", "n")
_OTHER_ROOT = plural("{n} entry with another root", "{n} entries with another root", "n")
_AS_KNOWN = plural("{n} entry as it knows it", "{n} entries as it knows them", "n")


def _moved(last: Head | None, expected: Head | None) -> Sentence:
    if last and expected and last.size == expected.size:
        return _MOVED(held=_OTHER_ROOT(n=last.size), wanted=_AS_KNOWN(n=expected.size))
    held = _ENTRIES(n=last.size) if last else msg("nothing")
    wanted = _ENTRIES(n=expected.size) if expected else msg("an empty record")
    return _MOVED(held=held, wanted=wanted)
