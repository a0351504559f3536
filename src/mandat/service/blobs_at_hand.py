"""The blobs that a writer can give to the act in hand."""

from __future__ import annotations

from collections.abc import Iterable

from mandat.record.blobs import Blob
from mandat.record.store.interface import Store


class BlobsAtHand:
    """Blobs that came with the act, those that the group in the making names already, and those of the store.

    It knows nothing of the writer, so that a writer and its state are freed as soon as nobody holds them.
    """

    def __init__(self, store: Store) -> None:
        """Begin a group."""
        self._store = store
        self._offered: dict[str, Blob] = {}
        self._named: dict[str, Blob] = {}
        self._pending: dict[str, Blob] = {}

    def offer(self, blobs: Iterable[Blob]) -> None:
        """Take what came with the next act."""
        self._offered, self._named = {blob.name: blob for blob in blobs}, {}

    def find(self, name: str) -> Blob | None:
        """Find a blob for the act in hand: what came with it first, so that the group keeps exactly what its acts name."""
        offered = self._offered.get(name)
        if offered is not None:
            self._named[name] = offered
            return offered
        return self._pending.get(name) or self._store.blob(name)

    def keep(self) -> None:
        """Keep for the group what the act in hand named of what came with it."""
        self._pending |= self._named

    def kept(self) -> tuple[Blob, ...]:
        """Return what the group keeps, for its commit."""
        return tuple(self._pending.values())

    def end_group(self) -> None:
        """Begin the next group: the store has what this one kept."""
        self._pending = {}
