"""The path of an act through the writer, and what never reaches the record."""

from __future__ import annotations

import gc
import weakref

import msgspec
import pytest

from mandat.federation.base.types import PostId
from mandat.instants import Instant
from mandat.language import as_it_is
from mandat.record.blobs import Blob
from mandat.record.boxes import ElectionBox
from mandat.record.merkle import leaf_hash, verify_inclusion
from mandat.record.reasons import NotTaken, Reason
from mandat.record.store.interface import Group, HeadMovedError, StoreError
from mandat.record.store.memory import MemoryStore
from mandat.service.author import Author
from mandat.service.founding import found
from mandat.service.incoming import Incoming
from mandat.service.writer import Receipt, Writer
from tests.federation.bylaws import RAIL
from tests.service.conftest import ORIGIN, START, Office

POST = PostId("region/rhone:delegates:section/lyon:1")


def refused(office: Office, incoming: Incoming) -> NotTaken:
    """Submit what must not be taken; nothing may change."""
    size, state = office.writer.fold.size, office.writer.state
    with pytest.raises(NotTaken) as caught:
        office.writer.submit(incoming)
    assert (office.writer.fold.size, office.writer.state) == (size, state)
    return caught.value


def test_an_act_is_answered_with_its_place_and_ruling(office: Office) -> None:
    receipt = office.ok("registrar", "body.found", body="region/rhone")
    assert receipt.index == 2  # 0 founding, 1 its rulings
    proof = office.writer.tree.inclusion_proof(receipt.index)
    assert verify_inclusion(
        receipt.leaf, receipt.index, office.writer.tree.size, proof, office.writer.tree.root
    )


def test_the_record_verifies_from_beginning_to_end(office: Office) -> None:
    office.election()
    office.count()
    found = office.verify()
    assert found.state == office.writer.state
    assert found.entries == office.writer.fold.size
    assert found.refused == 0


def test_a_refused_act_of_an_enrolled_key_stays_on_the_record(office: Office) -> None:
    office.election()
    receipt = office.do("lyon-1", "body.found", body="section/nice")
    assert receipt.ruling is not None
    assert not receipt.ruling.admitted
    assert office.verify().refused == 1
    assert office.verify().state == office.writer.state


def test_the_same_bytes_twice_get_the_first_receipt_and_append_nothing(office: Office) -> None:
    incoming = office.write("registrar", "body.found", body="region/rhone")
    first = office.writer.submit(incoming)
    size = office.writer.fold.size
    second = office.writer.submit(incoming)
    assert (second.index, second.repeated) == (first.index, True)
    third, fourth = office.writer.submit_many((incoming, incoming))
    assert isinstance(third, Receipt)
    assert isinstance(fourth, Receipt)
    assert office.writer.fold.size == size


def test_twice_in_one_batch_is_once(office: Office) -> None:
    incoming = office.write("registrar", "body.found", body="region/rhone")
    first, second = office.writer.submit_many((incoming, incoming))
    assert isinstance(first, Receipt)
    assert isinstance(second, Receipt)
    assert first.index == second.index
    assert second.repeated


def test_a_reused_nonce_is_not_taken(office: Office) -> None:
    author = Author(ORIGIN, [office.key("registrar")], nonce=lambda: b"n" * 12)
    office.writer.submit(author.act({"act": "body.found", "body": "region/rhone"}, office.writer.head))
    answer = refused(office, author.act({"act": "body.found", "body": "region/jura"}, office.writer.head))
    assert answer.reason is Reason.NONCE_REUSED
    assert "fresh one" in str(answer)


def test_an_unknown_key_is_not_taken(office: Office) -> None:
    answer = refused(office, office.write("stranger", "body.found", body="region/rhone"))
    assert answer.reason is Reason.UNKNOWN_KEY
    assert "Ask the registrar" in str(answer)
    assert "Demander au secrétariat" in answer.text("fr")


def test_a_changed_act_is_not_taken(office: Office) -> None:
    raw = office.write("registrar", "body.found", body="region/rhone").raw.replace(b"rhone", b"loire")
    assert refused(office, Incoming(raw=raw)).reason is Reason.BAD_SIGNATURE


def test_a_revoked_key_is_not_taken(office: Office) -> None:
    office.election()
    office.ok("registrar", "key.revoke", person="lyon-3", key=office.key("lyon-3").public_text)
    answer = refused(office, office.write("lyon-3", "confidence.withdraw", post=POST))
    assert answer.reason is Reason.REVOKED_KEY


def test_an_act_for_another_record_is_not_taken(office: Office) -> None:
    author = Author("other.example/log", [office.key("registrar")])
    answer = refused(office, author.act({"act": "body.found", "body": "region/rhone"}, office.writer.head))
    assert answer.reason is Reason.WRONG_ORIGIN


def test_an_act_that_has_seen_another_log_is_not_taken(office: Office) -> None:
    head = office.writer.head
    assert head is not None
    forged = head._replace(root=bytes(32))
    act = {"act": "body.found", "body": "region/rhone"}
    assert refused(office, office.author("registrar").act(act, forged)).reason is Reason.SEEN_UNKNOWN
    future = head._replace(size=10_000)
    assert refused(office, office.author("registrar").act(act, future)).reason is Reason.SEEN_UNKNOWN


def test_a_checkpoint_can_be_named_for_thirty_days_after_it_was_replaced(office: Office) -> None:
    head = office.writer.head
    office.ok("registrar", "body.found", body="region/rhone")
    act = {"act": "body.found", "body": "region/jura"}
    office.now = Instant(office.now + 30 * 86_400)
    assert office.writer.submit(office.author("registrar").act(act, head)).index
    office.now = Instant(office.now + 1)
    answer = refused(office, office.author("registrar").act(act, head))
    assert answer.reason is Reason.SEEN_TOO_OLD
    assert "was replaced more than 30 days ago. Fetch the latest one" in str(answer)


def test_however_long_nobody_acted_the_last_checkpoint_can_be_named(office: Office) -> None:
    office.now = Instant(office.now + 400 * 86_400)
    office.ok("registrar", "body.found", body="region/rhone")
    assert office.verify().entries == office.writer.fold.size


@pytest.mark.parametrize(
    ("body", "reason", "words"),
    [
        ({"act": "no.such.act"}, Reason.UNKNOWN_ACT, "not known here"),
        ({"act": "body.found"}, Reason.MALFORMED, "missing required field `body`"),
        ({"act": "body.found", "body": 7}, Reason.MALFORMED, "Expected `str`"),
        ({"act": "body.found", "body": "x", "more": 1}, Reason.MALFORMED, "unknown field `more`"),
        ({"act": "body.found", "body": 1.5}, Reason.MALFORMED, "1.5 is not a whole number"),
        ({"act": "body.found", "body": 2**60}, Reason.MALFORMED, "beyond 2^53"),
    ],
)
def test_malformed_acts(office: Office, body: dict[str, object], reason: Reason, words: str) -> None:
    answer = refused(office, office.author("registrar").act(body, office.writer.head))
    assert answer.reason is reason
    assert words in str(answer)


def test_a_missing_blob_is_asked_for(office: Office) -> None:
    office.election()
    answer = refused(
        office, office.write("lyon-11+lyon-12", "count.enter", election="e1", ballots="sha256:00")
    )
    assert answer.reason is Reason.BLOB_MISSING
    assert "Send it along" in str(answer)


def test_rubbish(office: Office) -> None:
    for raw in (b"", b"\xff\xfe", b"hello\n", b"a\n\nb\n", b"x" * 70_000):
        assert refused(office, Incoming(raw=raw)).reason in (Reason.MALFORMED, Reason.TOO_LARGE)


def test_nobody_signs_for_the_server(office: Office) -> None:
    raw = office.write("registrar", "body.found", body="region/rhone").raw.replace(
        b"mandat/act/v1", b"mandat/clock/v1"
    )
    assert refused(office, Incoming(raw=raw)).reason is Reason.SERVER_KEY


def test_who_withdrew_is_sealed_and_the_totals_are_public(office: Office) -> None:
    office.election()
    office.count()
    body = {"act": "confidence.withdraw", "post": POST}
    receipt = office.writer.submit(office.author("lyon-5").sealed(body, office.writer.head))
    raw = office.store.entry(receipt.index)
    assert raw is not None
    assert b"confidence" not in raw
    assert POST.encode() not in raw
    assert len(office.writer.state.confidence.standings[POST].withdrawn) == 1
    assert office.verify().state == office.writer.state


def test_the_same_sealed_act_has_another_digest_each_time(office: Office) -> None:
    office.election()
    office.count()
    body = {"act": "confidence.withdraw", "post": POST}
    digests = []
    for salt in (b"a" * 16, b"b" * 16):
        other = Office(store=None)
        other.election()
        other.count()
        other.writer.submit(other.author("lyon-5").sealed(body, other.writer.head, salt))
        last = other.store.entry(other.writer.fold.size - 1)
        assert last is not None
        digests.append(last)
    assert digests[0] != digests[1]


def test_secret_ballots_go_to_the_box_and_come_out_sorted(office: Office) -> None:
    office.election()
    for number in range(1, 8):
        ranking = [1, 3] if number % 2 else [2, 3]
        vote = office.author(f"lyon-{number}").ballot("e1", ranking, office.writer.head)
        receipt = office.writer.submit(vote)
        raw = office.store.entry(receipt.index)
        assert raw is not None
        assert b"ranking" not in raw
    office.ok("lyon-11", "election.close", election="e1")
    from mandat.service.box import publish

    blob = publish(office.store, office.writer.state, "e1", b"s" * 16)
    assert blob.content.splitlines()[:4] == [b"3 2", b"4 1 3 0", b"3 2 3 0", b"0"]
    office.ok("lyon-11+lyon-12", "count.enter", (blob,), election="e1", ballots=blob.name)
    assert office.writer.state.posts.holders("region/rhone") == ("lyon-1", "lyon-2")
    assert office.verify().state == office.writer.state


@pytest.mark.parametrize(
    ("ranking", "words"),
    [
        ([9], "at rank 1 stands 9"),
        ([1, 1], "candidate 1 stands twice, again at rank 2"),
        ([1, 0, 2], "at rank 2 stands 0"),
    ],
)
def test_bad_ballots_are_not_taken(office: Office, ranking: list[int], words: str) -> None:
    office.election()
    vote = office.author("lyon-3").ballot("e1", ranking, office.writer.head)
    assert words in str(refused(office, vote))
    assert office.store.box(ElectionBox("e1")) == ()


def test_what_falls_due_is_stated_before_the_next_act(office: Office) -> None:
    office.election()
    office.count()
    office.now = Instant(office.now + 3 * 366 * 86_400)
    head = office.writer.head
    office.writer.tick()
    assert office.writer.state.posts.holders("region/rhone") == ()
    assert office.writer.head != head
    assert office.verify().state == office.writer.state
    assert office.writer.tick() == ()


def test_a_failed_append_answers_nobody_and_changes_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.writer.state

    def fail(group: Group) -> None:
        del group
        raise StoreError(as_it_is("the disk is full"))

    monkeypatch.setattr(office.store, "append", fail)
    with pytest.raises(StoreError):
        office.do("registrar", "body.found", body="region/rhone")
    monkeypatch.undo()
    assert office.writer.state == before
    office.ok("registrar", "body.found", body="region/rhone")


def test_a_second_writer_is_refused(office: Office) -> None:
    second = office.open()
    office.ok("registrar", "body.found", body="region/rhone")
    act = office.author("registrar").act({"act": "body.found", "body": "region/jura"}, second.head)
    with pytest.raises(HeadMovedError, match="another server has written"):
        second.submit(act)


def test_a_reopened_record_has_the_same_state(office: Office) -> None:
    office.election()
    office.count()
    assert office.open().state == office.writer.state


def test_leaves_are_rfc_6962(office: Office) -> None:
    raw = office.store.entry(0)
    assert raw is not None
    assert next(office.store.leaves()) == leaf_hash(raw)
    assert msgspec.json.decode(raw.split(b"\n")[2])["act"] == "federation.found"
    assert isinstance(office.store.blob(msgspec.json.decode(raw.split(b"\n")[2])["bylaws"]), Blob)


def test_a_writer_and_its_state_are_freed_without_the_collector(office: Office) -> None:
    """Large states are set aside from the garbage collector: whoever lets go of a writer must get the memory back."""
    writer = Writer(MemoryStore(), ORIGIN, office.log, office.server, lambda: START)
    found(writer, RAIL, "registrar", office.key("registrar"))
    fold = weakref.ref(writer.fold)
    gc.disable()
    try:
        del writer
        assert fold() is None
    finally:
        gc.enable()
