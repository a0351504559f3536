"""What every store must do: inherited by one test class per store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from mandat.record.blobs import Blob
from mandat.record.boxes import ElectionBox, MotionBox
from mandat.record.store.interface import DuplicateEntryError, Group, Head, HeadMovedError, Store, StoreError


def leaf(entry: bytes) -> bytes:
    """Any 32 bytes that follow from the entry: a store does not look inside."""
    return hashlib.sha256(entry).digest()


def group(last: Head | None, *entries: bytes, **more: object) -> Group:
    """A group after ``last``."""
    size = (last.size if last else 0) + len(entries)
    head = Head(size, hashlib.sha256(b"%d" % size).digest(), b"note %d" % size)
    return Group(entries=entries, leaves=tuple(map(leaf, entries)), checkpoint=head, expected=last, **more)  # type: ignore[arg-type]


class StoreContract:
    """Inherit, and give a fixture ``store`` that yields an empty store."""

    @pytest.fixture
    def store(self) -> Iterator[Store]:
        raise NotImplementedError

    def test_an_empty_store_has_nothing(self, store: Store) -> None:
        assert store.head() is None
        assert store.head_at(0) is None
        assert list(store.entries(0)) == []
        assert store.entry(0) is None
        assert store.index_of(leaf(b"a")) is None
        assert store.blob("sha256:00") is None
        assert store.blob_names() == ()
        assert store.box(ElectionBox("e")) == ()

    def test_entries_come_back_byte_for_byte_in_order(self, store: Store) -> None:
        first = group(None, b"a", b"b\x00\xff")
        store.append(first)
        store.append(group(first.checkpoint, b"c"))
        assert list(store.entries(0)) == [b"a", b"b\x00\xff", b"c"]
        assert list(store.entries(1, 2)) == [b"b\x00\xff"]
        assert list(store.entries(3)) == []
        assert (store.entry(2), store.entry(3), store.entry(-1)) == (b"c", None, None)
        assert list(store.leaves()) == [leaf(b"a"), leaf(b"b\x00\xff"), leaf(b"c")]
        assert store.index_of(leaf(b"c")) == 2

    def test_long_records_are_read_in_pieces_without_loss(self, store: Store) -> None:
        entries = [b"%d" % number for number in range(4_001)]
        store.append(group(None, *entries))
        assert list(store.entries(0)) == entries
        assert list(store.entries(1_999, 4_000)) == entries[1_999:4_000]

    def test_every_checkpoint_is_kept(self, store: Store) -> None:
        first = group(None, b"a")
        second = group(first.checkpoint, b"b", b"c")
        store.append(first)
        store.append(second)
        assert store.head() == second.checkpoint
        assert store.head_at(1) == first.checkpoint
        assert store.head_at(2) is None
        assert list(store.heads()) == [first.checkpoint, second.checkpoint]

    def test_a_writer_that_does_not_know_the_last_checkpoint_is_refused(self, store: Store) -> None:
        first = group(None, b"a")
        store.append(first)
        for stale in (group(None, b"x"), group(first.checkpoint._replace(root=bytes(32)), b"x")):
            with pytest.raises(HeadMovedError, match=r"another server has written, or this is an older copy"):
                store.append(stale)
        assert list(store.entries(0)) == [b"a"]

    def test_a_wrong_size_is_refused(self, store: Store) -> None:
        wrong = Group(
            entries=(b"a",), leaves=(leaf(b"a"),), checkpoint=Head(5, bytes(32), b""), expected=None
        )
        with pytest.raises(StoreError, match="the checkpoint says 5 entries, the record would hold 1"):
            store.append(wrong)
        assert store.head() is None

    def test_a_group_without_entries_or_leaves_is_refused(self, store: Store) -> None:
        nothing = Group(entries=(), leaves=(), checkpoint=Head(0, bytes(32), b""), expected=None)
        bare = Group(entries=(b"a",), leaves=(), checkpoint=Head(1, bytes(32), b""), expected=None)
        for wrong in (nothing, bare):
            with pytest.raises(StoreError, match="it has at least one entry, and a leaf hash for each"):
                store.append(wrong)
        assert store.head() is None

    def test_two_writers_of_the_same_size_are_told_apart_by_the_root(self, store: Store) -> None:
        first = group(None, b"a")
        store.append(first)
        with pytest.raises(
            HeadMovedError,
            match=r"holds 1 entry with another root, .* Nothing was written\. Stop all servers",
        ):
            store.append(group(first.checkpoint._replace(root=bytes(32)), b"x"))

    def test_the_same_entry_twice_is_refused_whole(self, store: Store) -> None:
        first = group(None, b"a")
        store.append(first)
        with pytest.raises(DuplicateEntryError):
            store.append(group(first.checkpoint, b"new", b"a"))
        with pytest.raises(DuplicateEntryError):
            store.append(group(first.checkpoint, b"n", b"n"))
        assert store.index_of(leaf(b"new")) is None
        assert store.head() == first.checkpoint

    def test_blobs(self, store: Store) -> None:
        public, sealed = Blob(b"1" * 16, b"text"), Blob(b"2" * 16, b"secret", "sealed")
        first = group(None, b"a", blobs=(public, sealed))
        store.append(first)
        store.append(group(first.checkpoint, b"b", blobs=(public,)))
        assert store.blob(public.name) == public
        assert store.blob(sealed.name) == sealed
        assert store.blob_names() == tuple(sorted((public.name, sealed.name)))

    def test_a_blob_may_come_before_the_act_that_names_it(self, store: Store) -> None:
        blob = Blob(b"1" * 16, b"text", "sealed")
        store.keep_blob(blob)
        store.keep_blob(blob)
        assert store.blob(blob.name) == blob
        assert store.head() is None

    def test_a_blob_keeps_the_audience_that_it_had(self, store: Store) -> None:
        sealed, public = Blob(b"1" * 16, b"text", "sealed"), Blob(b"1" * 16, b"text", "public")
        store.keep_blob(sealed)
        store.keep_blob(public)
        store.append(group(None, b"a", blobs=(public,)))
        assert store.blob(public.name) == sealed

    def test_only_uploads_that_nothing_names_are_swept(self, store: Store) -> None:
        forgotten, named, late, brought = (Blob(b"%d" % n * 16, b"text") for n in range(4))
        for blob in (forgotten, named, late):
            store.keep_blob(blob)
        store.append(group(None, b"a", blobs=(late, brought)))
        store.keep_blob(brought)
        assert store.sweep_blobs({named.name}) == (forgotten.name,)
        assert store.sweep_blobs({named.name}) == ()
        assert store.blob_names() == tuple(sorted((named.name, late.name, brought.name)))
        store.keep_blob(forgotten)
        assert store.blob(forgotten.name) == forgotten

    def test_a_refused_group_leaves_blobs_and_boxes_alone(self, store: Store) -> None:
        store.append(group(None, b"a", ballots=((ElectionBox("e"), b"[1]"),)))
        blob = Blob(b"1" * 16, b"text")
        with pytest.raises(StoreError):
            store.append(
                group(
                    store.head(),
                    b"a",
                    blobs=(blob,),
                    ballots=((ElectionBox("e"), b"[2]"),),
                    emptied=(ElectionBox("e"),),
                )
            )
        assert store.box(ElectionBox("e")) == (b"[1]",)
        assert store.blob_names() == ()

    def test_a_box_is_emptied_before_the_ballots_of_its_group(self, store: Store) -> None:
        store.append(group(None, b"a", ballots=((ElectionBox("e"), b"[1]"),)))
        store.append(
            group(
                store.head(),
                b"b",
                ballots=((ElectionBox("e"), b"[2]"),),
                emptied=(ElectionBox("e"), ElectionBox("none")),
            )
        )
        assert store.box(ElectionBox("e")) == (b"[2]",)

    def test_a_reading_without_an_end_goes_on_to_what_is_appended_meanwhile(self, store: Store) -> None:
        store.append(group(None, *(b"%d" % number for number in range(2_500))))
        reading, bounded = store.entries(0), store.entries(0, 2_500)
        assert (next(reading), next(bounded)) == (b"0", b"0")
        store.append(group(store.head(), b"new"))
        assert list(reading)[-1] == b"new"
        assert list(bounded)[-1] == b"2499"

    def test_a_sound_store_passes_its_check_and_closes_twice(self, store: Store) -> None:
        store.append(group(None, b"a"))
        store.check()
        store.close()
        store.close()

    def test_a_motion_and_an_election_of_one_name_have_boxes_of_their_own(self, store: Store) -> None:
        both = ((ElectionBox("e"), b"[1]"), (MotionBox("e"), b"yes"))
        store.append(group(None, b"a", ballots=both))
        assert (store.box(ElectionBox("e")), store.box(MotionBox("e"))) == ((b"[1]",), (b"yes",))
        store.append(group(store.head(), b"b", emptied=(MotionBox("e"),)))
        assert (store.box(ElectionBox("e")), store.box(MotionBox("e"))) == ((b"[1]",), ())

    def test_the_box_gives_ballots_in_an_order_that_says_nothing(self, store: Store) -> None:
        first = group(
            None,
            b"a",
            ballots=((ElectionBox("e"), b"[2]"), (ElectionBox("e"), b"[1]"), (ElectionBox("other"), b"[3]")),
        )
        store.append(first)
        second = group(first.checkpoint, b"b", ballots=((ElectionBox("e"), b"[1]"),))
        store.append(second)
        assert store.box(ElectionBox("e")) == (b"[1]", b"[1]", b"[2]")
        store.append(group(second.checkpoint, b"c", emptied=(ElectionBox("e"),)))
        assert store.box(ElectionBox("e")) == ()
        assert store.box(ElectionBox("other")) == (b"[3]",)
