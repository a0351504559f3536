"""Small records kept for each version of the rules: what a later program must still judge alike, or say in words that it cannot.

``python -m tests.record.versions`` writes those of the present version anew, from the cases named here. Until release 1.0 records
of earlier versions may be given up, and their files with them; from then on each stays and is replayed.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

import msgspec

from mandat.federation.engine import RULES
from mandat.record.blobs import Audience, Blob
from mandat.record.entries import groups
from mandat.record.keys import Verifier
from mandat.record.merkle import leaf_hash
from mandat.record.store.interface import Group, Head
from mandat.record.store.memory import MemoryStore
from mandat.service.cases import Runner, read_case

FOLDER = Path(__file__).parent / "data"
ROOT = Path(__file__).parents[2]
CASES = (
    "by-election",
    "merge-and-dissolve",
    "petition-then-vote",
    "seats-shared-out",
    "second-keys",
    "standing-recall",
    "votes-weighed-and-called",
)
"""Few and small; between them they have two thirds of all effects."""


class KeptGroup(msgspec.Struct):
    """Entries as their authors signed them, and the checkpoint after them."""

    entries: list[str]
    checkpoint: str


class KeptRecord(msgspec.Struct):
    """A record with all that a check of it needs; ``blobs`` are audience, salt and content."""

    case: str
    origin: str
    log: str
    server: str
    groups: list[KeptGroup]
    blobs: list[tuple[Audience, bytes, bytes]]

    @property
    def keys(self) -> tuple[Verifier, Verifier]:
        """The public keys of the log and of the server's statements."""
        return Verifier.from_vkey(self.log), Verifier.from_vkey(self.server)

    def store(self) -> MemoryStore:
        """Put it into a store, group by group."""
        store = MemoryStore()
        blobs, before, size = (
            tuple(Blob(salt, text, audience) for audience, salt, text in self.blobs),
            None,
            0,
        )
        for group in self.groups:
            entries = tuple(text.encode() for text in group.entries)
            size += len(entries)
            root = msgspec.json.decode(f'"{group.checkpoint.splitlines()[2]}"', type=bytes)
            head = Head(size, root, group.checkpoint.encode())
            leaves = tuple(map(leaf_hash, entries))
            store.append(
                Group(
                    entries=entries,
                    leaves=leaves,
                    blobs=blobs,
                    ballots=(),
                    emptied=(),
                    checkpoint=head,
                    expected=before,
                )
            )
            blobs, before = (), head
        return store


def kept() -> Iterator[tuple[int, KeptRecord]]:
    """Give the version of the rules and the record, for every record that is kept."""
    for file in sorted(FOLDER.glob("rules-*.json.xz")):
        version = int(file.name.removeprefix("rules-").partition(".")[0])
        for record in msgspec.json.decode(lzma.decompress(file.read_bytes()), type=list[KeptRecord]):
            yield version, record


def record_of(case: str) -> KeptRecord:
    """Run a case and take its record."""
    runner = Runner(read_case(ROOT / "cases" / case))
    assert runner.run().holds, case
    store, size, found = runner.store, 0, []
    for group in groups(store.entries(0)):
        size += len(group)
        head = store.head_at(size)
        assert head is not None
        found.append(KeptGroup([raw.decode() for raw in group], head.note.decode()))
    blobs = [blob for name in store.blob_names() if (blob := store.blob(name)) is not None]
    return KeptRecord(
        case=case,
        origin=runner.case.origin,
        log=runner.log.vkey,
        server=runner.server.vkey,
        groups=found,
        blobs=[(blob.audience, blob.salt, blob.content) for blob in blobs],
    )


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    written = msgspec.json.encode([record_of(case) for case in CASES])
    (FOLDER / f"rules-{RULES.version}.json.xz").write_bytes(lzma.compress(written, preset=9))
