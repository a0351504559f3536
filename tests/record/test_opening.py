"""Who may make an act: signatures taken from the record cannot be used again, and odd content is refused in words."""

from __future__ import annotations

import base64

import pytest

from mandat.instants import Instant
from mandat.record.blobs import Blob
from mandat.record.entries import write_act
from mandat.record.keys import Signer
from mandat.record.notes import parse_note, write_note
from mandat.record.reasons import NotTaken, Reason
from mandat.record.store.memory import MemoryStore
from mandat.service.incoming import Incoming
from mandat.service.writer import Receipt, Writer
from tests.service.conftest import ORIGIN, Office


@pytest.fixture(scope="module")
def office() -> Office:
    """A federation with an assembly of twelve members who have keys; every test below leaves it as it is, or adds acts."""
    office = Office()
    office.election()
    return office


def resigned(office: Office, receipt: Receipt, people: list[str], keep: list[str]) -> Incoming:
    """Put signature lines on the text of an act of the record: those to ``keep`` copied, the others made, in this order."""
    raw = office.store.entry(receipt.index)
    assert raw is not None
    note = parse_note(raw)
    old = {line.name.rpartition("/")[2]: line for line in note.signatures}
    lines = [old[person] if person in keep else office.key(person).sign(note.signed) for person in people]
    return Incoming(raw=write_note(note.signed, lines))


def refusal(office: Office, incoming: Incoming) -> NotTaken:
    size, state = office.writer.fold.size, office.writer.state
    with pytest.raises(NotTaken) as caught:
        office.writer.submit(incoming)
    assert (office.writer.fold.size, office.writer.state) == (size, state)
    return caught.value


@pytest.mark.parametrize(
    ("people", "keep"),
    [
        (["lyon-12", "lyon-11"], ["lyon-11", "lyon-12"]),  # the same lines in another order
        (["lyon-11"], ["lyon-11"]),  # one line left out
        (["lyon-12"], ["lyon-12"]),
        (["lyon-3", "lyon-11"], ["lyon-11"]),  # a stranger's line before a line from the record
        (["lyon-3", "lyon-12", "lyon-11"], ["lyon-11", "lyon-12"]),
        (["lyon-11", "lyon-12", "lyon-3"], ["lyon-11", "lyon-12"]),
    ],
)
def test_a_signature_on_the_record_cannot_be_used_for_a_second_entry(
    office: Office, people: list[str], keep: list[str]
) -> None:
    receipt = office.do("lyon-11+lyon-12", "body.found", body="section/nice")
    answer = refusal(office, resigned(office, receipt, people, keep))
    assert answer.reason is Reason.NONCE_REUSED
    assert "Write the act again with a fresh one" in str(answer)


def test_a_refused_attempt_cannot_be_led_through_by_who_has_the_power(office: Office) -> None:
    """Else a member's signature under a refused act would stand under an admitted one."""
    receipt = office.do("lyon-1", "body.found", body="region/jura")
    assert receipt.ruling is not None
    assert not receipt.ruling.admitted
    answer = refusal(office, resigned(office, receipt, ["registrar", "lyon-1"], ["lyon-1"]))
    assert answer.reason is Reason.NONCE_REUSED


def test_two_people_may_use_the_same_nonce(office: Office) -> None:
    for person in ("lyon-1", "lyon-2"):
        assert office.writer.submit(Incoming(raw=act(office, person, nonce=b"the same bytes"))).index


def act(office: Office, person: str, nonce: bytes) -> bytes:
    head = office.writer.head
    assert head is not None
    body = {
        "act": "body.found",
        "body": "section/nice",
        "seen": [head.size, base64.b64encode(head.root).decode()],
        "nonce": base64.b64encode(nonce).decode(),
    }
    return write_act(ORIGIN, body, [office.key(person)])


@pytest.mark.parametrize("length", [0, 11, 33, 40_000])
def test_a_nonce_has_96_to_256_bits(office: Office, length: int) -> None:
    answer = refusal(office, Incoming(raw=act(office, "lyon-1", nonce=b"n" * length)))
    assert "at least 96 random bits, at most 256" in str(answer)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "Expecting property name"),
        (b"\xff", "can't decode byte"),
        (b"", "Expecting value"),
        (b"[1]", "the JSON is not an object"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"act":1.5}', "1.5 is not a whole number"),
        (b'{"act":"body.found","body":"x","body":"y"}', "a name stands twice"),
        (rb'{"act":"body.found","body":"\u001b[2J"}', "which is no character of a text"),
    ],
)
def test_a_sealed_body_is_i_json_like_an_open_act(office: Office, content: bytes, words: str) -> None:
    blob = Blob(b"s" * 16, content, "sealed")
    sealed = office.author("lyon-5").act({"act": "sealed", "body": blob.name}, office.writer.head, (blob,))
    answer = refusal(office, sealed)
    assert answer.reason is Reason.MALFORMED
    assert "its sealed body is not I-JSON" in str(answer)
    assert words in str(answer)


def test_a_key_has_one_name_only(office: Office) -> None:
    """Base64 of 32 bytes leaves two bits over: four texts for one key, of which one is right."""
    key = office.key("lyon-1").public_text
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    place = letters.index(key[-2])
    for other in range(place + 1, place + 4):
        alias = f"{key[:-2]}{letters[other]}="
        assert base64.b64decode(alias) == base64.b64decode(key)
        receipt = office.do("registrar", "key.bind", person="lyon-2", key=alias)
        assert receipt.ruling is not None
        assert receipt.ruling.grounds[-1].requirement == "key.form"


def test_a_seal_within_a_seal_is_no_act(office: Office) -> None:
    inner = Blob(b"s" * 16, b'{"act":"sealed","body":"sha256:00"}', "sealed")
    sealed = office.author("lyon-5").act({"act": "sealed", "body": inner.name}, office.writer.head, (inner,))
    assert refusal(office, sealed).reason is Reason.UNKNOWN_ACT


def founding(text: bytes, *signers: Signer) -> NotTaken:
    """Send a first act to an empty record; it must not be taken."""
    log, server = Signer.from_seed_text(ORIGIN, "log"), Signer.from_seed_text(f"{ORIGIN}/server", "server")
    writer = Writer(MemoryStore(), ORIGIN, log, server, lambda: Instant(0))
    signed = f"mandat/act/v1\n{ORIGIN}\n".encode() + text + b"\n"
    with pytest.raises(NotTaken) as caught:
        writer.submit(Incoming(raw=write_note(signed, [signer.sign(signed) for signer in signers])))
    assert writer.fold.size == 0
    return caught.value


ANN = Signer.from_seed_text(f"{ORIGIN}/m/ann", "ann")
BOB = Signer.from_seed_text(f"{ORIGIN}/m/bob", "bob")
FOUNDING = f'{{"act":"federation.found","registrar":"ann","key":"{ANN.public_text}"}}'.encode()


@pytest.mark.parametrize(
    "text",
    [
        b"3",
        b"[" * 30_000,
        b"{}",
        b'{"registrar":"ann","key":"AAAA"}',
        b'{"registrar":"ann","key":"not base64"}',
        b'{"registrar":"an n","key":"' + ANN.public_text.encode() + b'"}',
        b'{"registrar":7,"key":"' + ANN.public_text.encode() + b'"}',
        FOUNDING.replace(b"}", b',"registrar":"ann"}'),
    ],
)
def test_the_first_act_founds_the_federation(text: bytes) -> None:
    answer = founding(text, ANN)
    assert answer.reason is Reason.MALFORMED
    assert "the first act founds the federation" in str(answer)


def test_the_registrar_founds_alone() -> None:
    assert "signed by the registrar alone" in str(founding(FOUNDING, ANN, BOB))
    assert "signed by the registrar alone" in str(founding(FOUNDING, BOB, ANN))


def test_the_founding_act_is_signed_with_the_key_that_it_states() -> None:
    other = Signer.from_seed_text(ANN.name, "another seed")
    for signer in (BOB, other):
        assert founding(FOUNDING, signer).reason is Reason.BAD_SIGNATURE
