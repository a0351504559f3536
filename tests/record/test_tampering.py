"""A copy of a record that was tampered with fails both checks, with and without the bylaws, and they say where."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence

import pytest

from mandat.federation.engine import RULES
from mandat.instants import Instant
from mandat.record.audit import Audited, audit
from mandat.record.blobs import Blob
from mandat.record.checkpoint import Checkpoint, write_checkpoint
from mandat.record.entries import write_act
from mandat.record.errors import WrongEntryError
from mandat.record.keys import NoteSignature, Signer, Verifier
from mandat.record.merkle import Tree
from mandat.record.notes import parse_note, write_note
from mandat.record.rulings import ClockItem, EntryOutcome, write_clock, write_rulings
from mandat.record.stated_keys import StatedKeys
from mandat.record.store.interface import Head, Store
from mandat.record.verify import verify
from mandat.service.author import Author
from tests.federation.bylaws import RAIL
from tests.record.copies import Copy
from tests.service.conftest import ORIGIN, Office

POST = "region/rhone:delegates:section/lyon:1"
Check = Callable[[Store], object]


def a_record() -> Office:
    """A record with an election, a sealed withdrawal, a group of several acts and a clock statement."""
    office = Office(RAIL)
    office.election()
    office.count()
    body = {"act": "confidence.withdraw", "post": POST}
    office.writer.submit(office.author("lyon-5").sealed(body, office.writer.head))
    office.writer.submit_many(
        office.write("registrar", "body.found", body=f"region/{name}") for name in ("alpes", "jura", "savoie")
    )
    office.now = Instant(office.now + 3 * 366 * 86_400)
    office.writer.tick()
    return office


OFFICE = a_record()  # read by every test, changed by none
SIZE = OFFICE.writer.fold.size


def replayed(store: Store) -> object:
    return verify(store, ORIGIN, OFFICE.log.verifier, OFFICE.server.verifier)


def audited(store: Store) -> Audited:
    return audit(
        store, ORIGIN, OFFICE.log.verifier, OFFICE.server.verifier, StatedKeys(store, ORIGIN).resolve
    )


@pytest.fixture
def copy() -> Copy:
    return Copy(OFFICE.store)


@pytest.fixture(params=[replayed, audited])
def check(request: pytest.FixtureRequest) -> Check:
    found: Check = request.param
    return found


def wrong(check: Check, copy: Copy) -> WrongEntryError:
    with pytest.raises(WrongEntryError) as caught:
        check(copy)
    return caught.value


def group_end(index: int) -> int:
    """Give the place of the note that ends an entry's group."""
    return min(head.size for head in OFFICE.store.heads() if head.size > index) - 1


def test_an_untouched_copy_holds(copy: Copy) -> None:
    replayed(copy)
    found = audited(copy)
    assert (found.entries, found.signatures_checked, found.blobs_absent) == (SIZE, True, 0)
    assert found.blobs == len(OFFICE.store.blob_names())
    assert found.root == OFFICE.writer.tree.root.hex()


def test_progress_is_told_after_each_group(copy: Copy) -> None:
    for call in (audit, verify):
        told: list[int] = []
        call(copy, ORIGIN, OFFICE.log.verifier, OFFICE.server.verifier, progress=told.append)
        assert told == [head.size for head in OFFICE.store.heads()]


@pytest.mark.parametrize("index", range(SIZE))
def test_one_flipped_bit_is_found_at_its_entry(copy: Copy, check: Check, index: int) -> None:
    for place in (0, len(copy.raws[index]) // 2, len(copy.raws[index]) - 1):
        damaged = Copy(copy)
        raw = bytearray(damaged.raws[index])
        raw[place] ^= 1
        damaged.raws[index] = bytes(raw)
        found = wrong(check, damaged)
        assert found.index == index
        assert "do not hash to the leaf" in found.problem.text("en")


@pytest.mark.parametrize("index", range(SIZE))
def test_one_flipped_bit_with_forged_hashes_is_found_at_its_entry(
    copy: Copy, check: Check, index: int
) -> None:
    raw = bytearray(copy.raws[index])
    raw[raw.index(b'"') + 1] ^= 1  # inside the JSON, which is signed
    copy.raws[index] = bytes(raw)
    copy.rehash()
    found = wrong(check, copy)
    assert found.index == index
    assert "signature" in found.problem.text("en")


@pytest.mark.parametrize("index", range(SIZE))
def test_a_dropped_entry_is_found_where_it_stood(copy: Copy, check: Check, index: int) -> None:
    del copy.raws[index]
    found = wrong(check, copy)
    assert found.index == index


@pytest.mark.parametrize("index", range(SIZE))
def test_a_dropped_entry_with_forged_hashes_is_found_in_its_group(
    copy: Copy, check: Check, index: int
) -> None:
    del copy.raws[index]
    copy.rehash()
    assert index <= wrong(check, copy).index <= group_end(min(index + 1, SIZE - 1))


@pytest.mark.parametrize("index", range(SIZE - 1))
def test_two_swapped_entries_are_found_at_the_first(copy: Copy, check: Check, index: int) -> None:
    copy.raws[index], copy.raws[index + 1] = copy.raws[index + 1], copy.raws[index]
    assert wrong(check, copy).index == index


def test_two_swapped_acts_of_a_group_with_forged_hashes_are_found_in_the_group(copy: Copy) -> None:
    index = next(i for i in range(SIZE) if b"region/jura" in copy.raws[i])
    copy.raws[index], copy.raws[index + 1] = copy.raws[index + 1], copy.raws[index]
    copy.rehash()
    assert wrong(replayed, copy).index == index  # the digests differ
    assert wrong(audited, copy).index == group_end(index)  # the checkpoint signs another root


def test_a_cut_record_is_found(copy: Copy, check: Check) -> None:
    kept = sorted(copy.head_at_size)[-2]
    del copy.raws[kept:]
    found = wrong(check, copy)
    assert f"the last checkpoint speaks of {SIZE} entries, the record holds {kept}" in found.problem.text(
        "en"
    )
    assert found.index == kept


def test_a_record_cut_inside_a_group_is_found(copy: Copy) -> None:
    del copy.raws[-1]
    found = wrong(replayed, copy)
    assert found.index == SIZE - 1
    assert found.problem.text("en") == "the record ends before the note of rulings that ends a group"


def test_an_empty_record_is_told(copy: Copy, check: Check) -> None:
    copy.raws.clear()
    copy.head_at_size.clear()
    found = wrong(check, copy)
    assert (found.index, found.problem.text("en")) == (0, "the record is empty: there is no checkpoint")


def test_a_changed_blob_is_found_at_the_act_that_names_it(copy: Copy, check: Check) -> None:
    name = next(name for name, blob in copy.blob_named.items() if blob and b"1 3 0" in blob.content)
    old = copy.blob_named[name]
    assert old is not None
    copy.blob_named[name] = Blob(old.salt, old.content.replace(b"5 1", b"9 1"))
    found = wrong(check, copy)
    assert name.encode() in copy.raws[found.index]


def test_a_copy_without_sealed_blobs_can_be_audited(copy: Copy) -> None:
    copy.blob_named = {name: b for name, b in copy.blob_named.items() if b and b.audience == "public"}
    assert audited(copy).blobs_absent == 1
    assert b'"sealed"' in copy.raws[wrong(replayed, copy).index]


def test_keys_can_be_left_out_and_the_audit_says_so(copy: Copy) -> None:
    found = audit(copy, ORIGIN, OFFICE.log.verifier, OFFICE.server.verifier)
    assert not found.signatures_checked


def test_a_key_that_is_not_on_the_record_is_found(copy: Copy) -> None:
    def nobody(line: NoteSignature, index: int) -> Verifier | None:
        return None if index == 4 else StatedKeys(OFFICE.store, ORIGIN).resolve(line, index)

    with pytest.raises(
        WrongEntryError, match=r"entry 4: the key .*/m/registrar is not on the record at this place"
    ):
        audit(copy, ORIGIN, OFFICE.log.verifier, OFFICE.server.verifier, nobody)


def test_a_checkpoint_of_another_log_is_found_at_its_group(copy: Copy, check: Check) -> None:
    stranger = Signer.from_seed_text(ORIGIN, "somebody else")
    root = OFFICE.writer.tree.root
    copy.head_at_size[SIZE] = Head(SIZE, root, write_checkpoint(Checkpoint(ORIGIN, SIZE, root), stranger))
    found = wrong(check, copy)
    assert found.index == SIZE - 1
    assert "is not signed by the log" in found.problem.text("en")


def test_a_missing_checkpoint_is_found_at_its_group(copy: Copy, check: Check) -> None:
    del copy.head_at_size[4]
    found = wrong(check, copy)
    assert (found.index, found.problem.text("en")) == (3, "no checkpoint was signed at the end of its group")


# A server that lies: it has its own keys, and the log's, so that hashes and signatures hold. ---------------------------


def forged(copy: Copy, first: int, entries: Sequence[bytes]) -> Copy:
    """End a copy at entry ``first`` and go on with ``entries``, as one group that the log signs."""
    copy.raws[first:] = entries
    copy.rehash()
    tree = Tree(copy.leaf_hashes)
    copy.head_at_size = {size: head for size, head in copy.head_at_size.items() if size <= first}
    note = write_checkpoint(Checkpoint(ORIGIN, tree.size, tree.root), OFFICE.log)
    copy.head_at_size[tree.size] = Head(tree.size, tree.root, note)
    return copy


def ended(first: int, count: int, at: Instant = OFFICE.now) -> bytes:
    """Write the note of rulings of a group that begins at ``first``."""
    rulings = [EntryOutcome("admitted", bytes(32))] * count
    return write_rulings(ORIGIN, OFFICE.server, at, RULES.version, first, rulings, "1")


def test_a_lie_about_a_ruling_is_found_by_the_replay_alone(copy: Copy) -> None:
    signed = parse_note(copy.raws[5]).signed.replace(b"admitted", b"refused")
    lie = forged(copy, 4, [copy.raws[4], write_note(signed, (OFFICE.server.sign(signed),))])
    found = wrong(replayed, lie)
    assert (found.index, found.problem.text("en")) == (
        4,
        "the record says refused, the replay gives admitted",
    )
    assert audited(lie).entries == 6


@pytest.mark.parametrize(("first", "count"), [(3, 1), (5, 1), (4, 0), (4, 2)])
def test_a_note_of_rulings_on_other_entries_is_found(
    copy: Copy, check: Check, first: int, count: int
) -> None:
    found = wrong(check, forged(copy, 4, [copy.raws[4], ended(first, count)]))
    assert found.index == 5
    assert f"entries {first} to {first + count}" in found.problem.text("en")


def test_time_that_runs_backwards_is_found(copy: Copy, check: Check) -> None:
    found = wrong(check, forged(copy, 4, [copy.raws[4], ended(4, 1, at=0)]))
    assert found.index == 5
    assert "before that of an earlier" in found.problem.text("en")


def test_an_act_under_the_server_s_key_is_found(copy: Copy, check: Check) -> None:
    signed = parse_note(copy.raws[4]).signed
    act = write_note(signed, (OFFICE.server.sign(signed),))
    assert wrong(check, forged(copy, 4, [act, ended(4, 1)])).index == 4


def test_a_statement_under_a_person_s_key_is_found(copy: Copy, check: Check) -> None:
    note = write_rulings(
        ORIGIN,
        OFFICE.key("registrar"),
        OFFICE.now,
        RULES.version,
        4,
        [EntryOutcome("admitted", bytes(32))],
        "1",
    )
    found = wrong(check, forged(copy, 4, [copy.raws[4], note]))
    assert found.index == 5
    assert "expected a statement of the server" in found.problem.text("en")


def test_a_malformed_statement_of_the_server_is_found(copy: Copy, check: Check) -> None:
    signed = f"mandat/rulings/v1\n{ORIGIN}\n{{}}\n".encode()
    note = write_note(signed, (OFFICE.server.sign(signed),))
    found = wrong(check, forged(copy, 4, [copy.raws[4], note]))
    assert found.index == 5
    assert "the server's note of rulings is malformed" in found.problem.text("en")


def test_a_clock_that_states_what_is_not_due_is_found(copy: Copy, check: Check) -> None:
    item = ClockItem(("term", "nobody"), OFFICE.now + 1)
    clock = write_clock(ORIGIN, OFFICE.server, OFFICE.now, (item,))
    found = wrong(check, forged(copy, 4, [clock, ended(4, 1)]))
    assert found.index == 4
    assert "not due" in found.problem.text("en")


def test_an_act_of_another_fork_is_found(copy: Copy, check: Check) -> None:
    other = Head(4, bytes(32), b"")
    act = OFFICE.author("registrar").act({"act": "body.found", "body": "region/x"}, other).raw
    found = wrong(check, forged(copy, 4, [act, ended(4, 1)]))
    assert found.index == 4


def test_the_audit_names_a_fork_and_a_nonce_used_twice(copy: Copy) -> None:
    other = Head(4, bytes(32), b"")
    act = OFFICE.author("registrar").act({"act": "body.found", "body": "region/x"}, other).raw
    fork = forged(Copy(copy), 4, [act, ended(4, 1)])
    assert wrong(audited, fork).problem.text("en") == "its “seen” (size 4) is not a checkpoint of this log"
    author = Author(ORIGIN, (OFFICE.key("registrar"),), nonce=lambda: b"n" * 12)
    acts = [
        author.act({"act": "body.found", "body": name}, OFFICE.store.head_at(4)).raw for name in ("a", "b")
    ]
    again = wrong(audited, forged(copy, 4, [*acts, ended(4, 2)]))
    assert again.index == 5
    assert "was used before with this key" in again.problem.text("en")


def test_numbers_beyond_i_json_are_found_even_if_signed(copy: Copy, check: Check) -> None:
    body = {
        "act": "body.found",
        "body": 2**60,
        "seen": [0, ""],
        "nonce": base64.b64encode(bytes(12)).decode(),
    }
    act = write_act(ORIGIN, body, (OFFICE.key("registrar"),))
    found = wrong(check, forged(copy, 4, [act, ended(4, 1)]))
    assert found.index == 4
    assert "beyond 2^53" in found.problem.text("en")
