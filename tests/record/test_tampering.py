"""A copy of a record that was tampered with fails the check, and the check says where."""

from __future__ import annotations

import pytest

from mandat.record.checkpoint import Checkpoint, write_checkpoint
from mandat.record.errors import CheckpointError, WrongEntryError
from mandat.record.keys import Signer
from mandat.record.merkle import leaf_hash
from mandat.record.store.interface import Head
from mandat.record.store.memory import MemoryStore
from tests.federation.bylaws import RAIL
from tests.service.conftest import ORIGIN, Office


@pytest.fixture
def office() -> Office:
    """A record with an election and a sealed withdrawal: some forty entries."""
    office = Office(RAIL)
    office.election()
    office.count()
    body = {"act": "confidence.withdraw", "post": "region/rhone:delegates:section/lyon:1"}
    office.writer.submit(office.author("lyon-5").sealed(body, office.writer.head))
    return office


class Copy(MemoryStore):
    """Somebody's copy of a record, every part of which they can change."""

    def __init__(self, store: Store) -> None:
        self.raw = list(store.entries(0))
        self.places = {leaf: place for place, leaf in enumerate(store.leaves())}
        self.checkpoints = {
            head.size: head for head in map(store.head_at, range(1, len(self.raw) + 1)) if head
        }
        self.files = {name: found for name in store.blob_names() if (found := store.blob(name))}

    def entries(self, first: int, end: int | None = None) -> Iterator[bytes]:
        yield from self.raw[first:end]

    def entry(self, index: int) -> bytes | None:
        return self.raw[index] if index < len(self.raw) else None

    def leaves(self) -> Iterator[bytes]:
        yield from self.places

    def index_of(self, leaf: bytes) -> int | None:
        return self.places.get(leaf)

    def head(self) -> Head | None:
        return self.checkpoints[max(self.checkpoints)]

    def head_at(self, size: int) -> Head | None:
        return self.checkpoints.get(size)

    def blob(self, name: str) -> Blob | None:
        return self.files.get(name)

    def forge(self, index: int, raw: bytes) -> None:
        """Change an entry and its leaf with it."""
        self.places = {
            leaf_hash(raw) if place == index else leaf: place for leaf, place in self.places.items()
        }
        self.raw[index] = raw


def copy_of(office: Office) -> Copy:
    """A copy of the record, which the office checks from now on."""
    copy = Copy(office.store)
    office.store = copy
    return copy


def wrong(office: Office) -> WrongEntryError:
    """The check must fail."""
    with pytest.raises(WrongEntryError) as caught:
        office.verify()
    return caught.value


def test_an_untouched_record_holds(office: Office) -> None:
    assert office.verify().entries == office.writer.fold.size


@pytest.mark.parametrize("index", range(0, 40, 3))
def test_one_flipped_bit_in_any_entry_is_found_at_that_entry_or_in_its_group(
    office: Office, index: int
) -> None:
    entries = copy_of(office).raw
    raw = bytearray(entries[index])
    raw[len(raw) // 2] ^= 1
    entries[index] = bytes(raw)
    found = wrong(office)
    assert index <= found.index <= index + 1 or found.index == index - 1


def test_a_flip_is_found_even_if_the_leaf_is_forged_with_it(office: Office) -> None:
    store = copy_of(office)
    index = 10
    old = store.raw[index]
    new = old.replace(b"lyon", b"nice", 1)
    assert new != old
    store.forge(index, new)
    assert wrong(office).index == index


def test_a_dropped_entry_is_found(office: Office) -> None:
    del copy_of(office).raw[10]
    assert wrong(office).index in (10, 11)


def test_two_swapped_entries_are_found(office: Office) -> None:
    entries = copy_of(office).raw
    entries[10], entries[12] = entries[12], entries[10]
    assert wrong(office).index == 10


def test_a_cut_record_is_found(office: Office) -> None:
    del copy_of(office).raw[-2:]
    found = wrong(office)
    assert "the last checkpoint speaks of" in found.problem


def test_a_record_cut_inside_a_group_is_found(office: Office) -> None:
    del copy_of(office).raw[-1:]
    assert "expected a statement of the server" in wrong(office).problem


def test_a_changed_blob_is_found(office: Office) -> None:
    store = copy_of(office)
    name = next(name for name, blob in store.files.items() if b"1 3 0" in blob.content)
    store.files[name] = Blob(b"s" * 16, store.files[name].content.replace(b"5 1", b"9 1"))
    assert "did not come with it" in wrong(office).problem


def test_a_checkpoint_of_another_log_is_found(office: Office) -> None:
    store = copy_of(office)
    size = max(store.checkpoints)
    stranger = Signer.from_seed_text(ORIGIN, "somebody else")
    note = write_checkpoint(Checkpoint(ORIGIN, size, office.writer.tree.root), stranger)
    store.checkpoints[size] = Head(size, office.writer.tree.root, note)
    with pytest.raises((CheckpointError, WrongEntryError), match="is not signed by the log"):
        office.verify()


def test_a_server_that_lies_about_a_ruling_is_found(office: Office) -> None:
    store = copy_of(office)
    signed = store.raw[5].rpartition(b"\n\n")[0] + b"\n"
    assert b"admitted" in signed
    lie = signed.replace(b"admitted", b"refused")
    store.forge(5, write_note(lie, (office.server.sign(lie),)))
    found = wrong(office)
    assert "the record says refused, the replay gives admitted" in found.problem
    assert found.index == 4
