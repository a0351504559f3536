"""A copy of a record that a test can damage, as somebody who holds the files could."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mandat.language import as_it_is
from mandat.record.blobs import Blob
from mandat.record.boxes import BoxName
from mandat.record.merkle import leaf_hash
from mandat.record.store.interface import Group, Head, Store, StoreError


class Copy:
    """What a store gives to read, open to change: ``raws`` in order, leaf hashes, checkpoints by size, blobs by name."""

    def __init__(self, store: Store) -> None:
        self.raws = list(store.entries(0))
        self.leaf_hashes = list(store.leaves())
        self.head_at_size = {head.size: head for head in store.heads()}
        self.blob_named = {name: store.blob(name) for name in store.blob_names()}

    def rehash(self) -> None:
        """Make the leaf hashes fit the changed entries, as a careful forger would."""
        self.leaf_hashes = [leaf_hash(raw) for raw in self.raws]

    def append(self, group: Group) -> None:
        del group
        raise StoreError(as_it_is("a copy is read only"))

    def head(self) -> Head | None:
        return self.head_at_size[max(self.head_at_size)] if self.head_at_size else None

    def head_at(self, size: int) -> Head | None:
        return self.head_at_size.get(size)

    def heads(self) -> Iterator[Head]:
        yield from (self.head_at_size[size] for size in sorted(self.head_at_size))

    def entries(self, first: int, end: int | None = None) -> Iterator[bytes]:
        yield from self.raws[first:end]

    def entry(self, index: int) -> bytes | None:
        return self.raws[index] if 0 <= index < len(self.raws) else None

    def leaves(self) -> Iterator[bytes]:
        yield from self.leaf_hashes

    def index_of(self, leaf: bytes) -> int | None:
        return self.leaf_hashes.index(leaf) if leaf in self.leaf_hashes else None

    def keep_blob(self, blob: Blob) -> None:
        del blob
        raise StoreError(as_it_is("a copy is read only"))

    def blob(self, name: str) -> Blob | None:
        return self.blob_named.get(name)

    def blob_names(self) -> tuple[str, ...]:
        return tuple(sorted(self.blob_named))

    def sweep_blobs(self, named: Collection[str]) -> tuple[str, ...]:
        del named
        raise StoreError(as_it_is("a copy is read only"))

    def box(self, name: BoxName) -> tuple[bytes, ...]:
        del name
        return ()

    def check(self) -> None:
        """A copy in memory has no pages to check."""

    def close(self) -> None:
        """Nothing to let go of."""
