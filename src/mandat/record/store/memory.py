"""A store in memory, for tests and for runs that keep nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mandat.language import msg
from mandat.record.blobs import Blob
from mandat.record.boxes import BoxName
from mandat.record.store.interface import DuplicateEntryError, Group, Head, check_group


class MemoryStore:
    """See ``interface.Store``; durable only as long as the process."""

    def __init__(self) -> None:
        """Begin empty."""
        self._entries: list[bytes] = []
        self._leaves: dict[bytes, int] = {}
        self._heads: dict[int, Head] = {}
        self._last: Head | None = None
        self._blobs: dict[str, Blob] = {}
        self._uploaded: set[str] = set()
        self._boxes: dict[BoxName, list[bytes]] = {}

    def append(self, group: Group) -> None:
        """Keep a group."""
        check_group(group, self._last)
        if len(set(group.leaves)) != len(group.leaves) or any(leaf in self._leaves for leaf in group.leaves):
            raise DuplicateEntryError(msg("an entry of the group is on the record already"))
        for entry, leaf in zip(group.entries, group.leaves, strict=True):
            self._leaves[leaf] = len(self._entries)
            self._entries.append(entry)
        for blob in group.blobs:
            self._blobs.setdefault(blob.name, blob)
            self._uploaded.discard(blob.name)
        self._fill(group)
        self._last = self._heads[group.checkpoint.size] = group.checkpoint

    def _fill(self, group: Group) -> None:
        for box in group.emptied:
            self._boxes.pop(box, None)
        for box, ballot in group.ballots:
            self._boxes.setdefault(box, []).append(ballot)

    def head(self) -> Head | None:
        """Return the last checkpoint."""
        return self._last

    def head_at(self, size: int) -> Head | None:
        """Return the checkpoint of a size."""
        return self._heads.get(size)

    def heads(self) -> Iterator[Head]:
        """Yield every checkpoint."""
        yield from tuple(self._heads.values())

    def entries(self, first: int, end: int | None = None) -> Iterator[bytes]:
        """Yield entries."""
        index = first
        while index < len(self._entries) and (end is None or index < end):
            yield self._entries[index]
            index += 1

    def entry(self, index: int) -> bytes | None:
        """Return one entry."""
        return self._entries[index] if 0 <= index < len(self._entries) else None

    def leaves(self) -> Iterator[bytes]:
        """Yield leaf hashes."""
        yield from tuple(self._leaves)

    def index_of(self, leaf: bytes) -> int | None:
        """Return the place of a leaf."""
        return self._leaves.get(leaf)

    def keep_blob(self, blob: Blob) -> None:
        """Keep a blob."""
        if blob.name not in self._blobs:
            self._blobs[blob.name] = blob
            self._uploaded.add(blob.name)

    def blob(self, name: str) -> Blob | None:
        """Return a blob."""
        return self._blobs.get(name)

    def blob_names(self) -> tuple[str, ...]:
        """Return all names."""
        return tuple(sorted(self._blobs))

    def sweep_blobs(self, named: Collection[str]) -> tuple[str, ...]:
        """Drop uploads that nothing names."""
        dropped = sorted(self._uploaded.difference(named))
        for name in dropped:
            del self._blobs[name]
        self._uploaded.difference_update(dropped)
        return tuple(dropped)

    def box(self, name: BoxName) -> tuple[bytes, ...]:
        """Return the ballots, sorted."""
        return tuple(sorted(self._boxes.get(name, ())))

    def check(self) -> None:
        """Nothing can be damaged."""

    def close(self) -> None:
        """Nothing to let go of."""
