"""A copy of a record that was tampered with fails the check, and the check says where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mandat.record.keys import Signer
from mandat.record.merkle import leaf_hash
from mandat.record.replay import WrongEntryError
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


def memory(office: Office) -> MemoryStore:
    """The store, to be damaged from inside."""
    assert isinstance(office.store, MemoryStore)
    return office.store


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
    entries = memory(office)._entries
    raw = bytearray(entries[index])
    raw[len(raw) // 2] ^= 1
    entries[index] = bytes(raw)
    found = wrong(office)
    assert index <= found.index <= index + 1 or found.index == index - 1


def test_a_flip_is_found_even_if_the_leaf_is_forged_with_it(office: Office) -> None:
    store = memory(office)
    index = 10
    old = store._entries[index]
    new = old.replace(b"lyon", b"nice", 1)
    assert new != old
    store._entries[index] = new
    del store._leaves[leaf_hash(old)]
    store._leaves[leaf_hash(new)] = index
    assert wrong(office).index == index


def test_a_dropped_entry_is_found(office: Office) -> None:
    del memory(office)._entries[10]
    assert wrong(office).index in (10, 11)


def test_two_swapped_entries_are_found(office: Office) -> None:
    entries = memory(office)._entries
    entries[10], entries[12] = entries[12], entries[10]
    assert wrong(office).index == 10


def test_a_cut_record_is_found(office: Office) -> None:
    del memory(office)._entries[-2:]
    found = wrong(office)
    assert "the last checkpoint speaks of" in found.problem


def test_a_record_cut_inside_a_group_is_found(office: Office) -> None:
    del memory(office)._entries[-1:]
    assert "expected a statement of the server" in wrong(office).problem


def test_a_changed_blob_is_found(office: Office) -> None:
    store = memory(office)
    name = next(name for name, blob in store._blobs.items() if b"1 3 0" in blob.content)
    store._blobs[name] = store._blobs[name].__class__(
        b"s" * 16, store._blobs[name].content.replace(b"5 1", b"9 1")
    )
    assert "did not come with it" in wrong(office).problem


def test_a_checkpoint_of_another_log_is_found(office: Office) -> None:
    from mandat.record.checkpoint import Checkpoint, write_checkpoint
    from mandat.record.errors import CheckpointError

    store = memory(office)
    size = store._last.size if store._last else 0
    stranger = Signer.from_seed_text(ORIGIN, "somebody else")
    note = write_checkpoint(Checkpoint(ORIGIN, size, office.writer.tree.root), stranger)
    store._heads[size] = store._last = Head(size, office.writer.tree.root, note)
    with pytest.raises((CheckpointError, WrongEntryError), match="is not signed by the log"):
        office.verify()


def test_a_server_that_lies_about_a_ruling_is_found(office: Office) -> None:
    store = memory(office)

    def relabel(change: Callable[[bytes], bytes]) -> None:
        raw = store._entries[5]
        signed = change(raw.rpartition(b"\n\n")[0] + b"\n")
        from mandat.record.notes import write_note

        store._entries[5] = write_note(signed, (office.server.sign(signed),))

    assert b"admitted" in store._entries[5]
    relabel(lambda text: text.replace(b"admitted", b"refused"))
    found = wrong(office)
    assert "the record says refused, the replay gives admitted" in found.problem
    assert found.index == 4
