"""Signed notes, keys, checkpoints: the published example, tampering, and what is refused in words."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.language import LANGUAGES
from mandat.record.checkpoint import Checkpoint, read_checkpoint, write_checkpoint
from mandat.record.entries import read_envelope, split, write_act
from mandat.record.errors import CheckpointError, NoteError, RecordError
from mandat.record.instant import read_instant, write_instant
from mandat.record.keys import Signer, Verifier, key_id
from mandat.record.notes import parse_note, write_note
from mandat.record.reasons import NotTaken, Reason, message

# The example of Go's golang.org/x/mod/sumdb/note documentation (BSD-3-Clause), whose format C2SP signed-note specifies.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
MESSAGE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
).encode()


def test_the_published_example_verifies() -> None:
    note = parse_note(MESSAGE)
    verifier = Verifier.from_vkey(PETER)
    (line,) = note.signatures
    assert (line.name, line.key_id) == (verifier.name, verifier.key_id)
    assert verifier.holds(note.signed, line.signature)
    assert not verifier.holds(note.signed.replace(b"problem", b"Problem"), line.signature)
    assert write_note(note.signed, note.signatures) == MESSAGE


def test_a_vkey_survives_and_a_damaged_one_is_refused() -> None:
    assert Verifier.from_vkey(PETER).vkey == PETER
    with pytest.raises(RecordError, match="copy it again"):
        Verifier.from_vkey(PETER.replace("c74f20a3", "c74f20a4"))
    with pytest.raises(RecordError, match="not base64"):
        Verifier.from_vkey("a+00000000+!!!")
    with pytest.raises(RecordError, match="not an Ed25519 verifier key"):
        Verifier.from_vkey("a+00000000+" + base64.b64encode(b"\x02" + bytes(32)).decode())


def test_key_ids_are_those_of_the_specification() -> None:
    public = base64.b64decode(PETER.rpartition("+")[2])[1:]
    assert key_id("PeterNeumann", public).hex() == "c74f20a3"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "a text, an empty line, and signature lines"),
        (b"text\n", "a text, an empty line, and signature lines"),
        (b"text\n\n", "a text, an empty line, and signature lines"),
        (b"text\n\n- name AAAA\n", "line 3: a signature line begins with an em dash"),
        ("text\n\n— name\n".encode(), "reads “— name base64”"),
        ("text\n\n— na+me AAAAAAAA\n".encode(), "no plus sign"),
        ("text\n\n— name !!!!\n".encode(), "line 3: the signature is not base64"),
        ("text\n\n— name AAAA\n".encode(), "not in the one form"),
        ("te\txt\n\n— name AAAAAAAA\n".encode(), "control character"),
        (b"te\xffxt\n\n\xe2\x80\x94 name AAAAAAAA\n", "not UTF-8"),
        (b"x" * 65_536, "at most 65,535"),
        (("text\n\n" + "— name AAAAAAAA\n" * 65).encode(), "at most 64"),
    ],
)
def test_what_is_no_note(raw: bytes, words: str) -> None:
    with pytest.raises(NoteError, match=words):
        parse_note(raw)


def test_sixteen_signatures_are_read() -> None:
    signers = [Signer.from_seed_text(f"key{n}", str(n)) for n in range(16)]
    raw = write_note(b"text\n", [signer.sign(b"text\n") for signer in signers])
    assert len(parse_note(raw).signatures) == 16


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1), st.binary(min_size=1)
)
def test_notes_round_trip(text: str, seed: bytes) -> None:
    signed = text.encode() + b"\n"
    signer = Signer.from_seed_text("key", seed.hex())
    raw = write_note(signed, (signer.sign(signed),))
    note = parse_note(raw)
    assert note.signed == signed
    assert signer.verifier.holds(note.signed, note.signatures[0].signature)


@given(st.binary(max_size=200))
def test_rubbish_never_gets_through_as_anything_else(raw: bytes) -> None:
    try:
        note = parse_note(raw)
    except NoteError:
        return
    assert write_note(note.signed, note.signatures) == raw


def test_signatures_of_other_lengths_do_not_hold() -> None:
    signer = Signer.from_seed_text("key", "x")
    signature = signer.sign(b"text\n").signature
    for bad in (b"", signature[:-1], signature + b"\0", bytes(64)):
        assert not signer.verifier.holds(b"text\n", bad)


def test_checkpoints() -> None:
    log = Signer.from_seed_text("rail.example/log", "x")
    checkpoint = Checkpoint("rail.example/log", 7, bytes(range(32)))
    raw = write_checkpoint(checkpoint, log)
    assert raw.split(b"\n")[:4] == [b"rail.example/log", b"7", base64.b64encode(bytes(range(32))), b""]
    assert read_checkpoint(raw, log.verifier) == checkpoint
    with pytest.raises(CheckpointError, match="is not signed by the log"):
        read_checkpoint(raw, Signer.from_seed_text("rail.example/log", "y").verifier)
    with pytest.raises(CheckpointError, match="is not signed by the log"):
        read_checkpoint(raw.replace(b"\n7\n", b"\n8\n"), log.verifier)
    signed = b"rail.example/log\n07\n" + base64.b64encode(bytes(32)) + b"\n"
    with pytest.raises(CheckpointError, match="three lines: origin, size, root"):
        read_checkpoint(write_note(signed, (log.sign(signed),)), log.verifier)
    with pytest.raises(CheckpointError, match="not a checkpoint"):
        read_checkpoint(b"rubbish", log.verifier)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b'{"a":1.0}', "1.0 is not a whole number"),
        (b'{"a":1e3}', "1e3 is not a whole number"),
        (b'{"a":NaN}', "NaN is not a whole number"),
        (b'{"a":9007199254740992}', "beyond 2^53"),
        (b'{"a":123456789012345678901234567890}', "beyond 2^53"),
        (b'{"a":1,"a":2}', "a name stands twice"),
        (b'{"x":{"a":1,"a":2}}', "a name stands twice"),
        (b"[1]", "not an object"),
        (b"{", "not well-formed"),
        (b"[" * 50_000, "nested too deeply"),
    ],
)
def test_what_is_no_i_json(text: bytes, words: str) -> None:
    with pytest.raises(NotTaken) as caught:
        read_envelope(text)
    assert words in str(caught.value)


def test_an_act_is_three_lines_and_its_envelope_is_read() -> None:
    signer = Signer.from_seed_text("o/m/ann", "ann")
    nonce = base64.b64encode(b"n" * 12).decode()
    raw = write_act("o", {"act": "x.y", "seen": [0, ""], "nonce": nonce}, (signer,))
    parts = split(raw, "o")
    assert read_envelope(parts.json).act == "x.y"
    with pytest.raises(NotTaken, match=r"meant for the record o, this one is p"):
        split(raw, "p")
    short = write_act("o", {"act": "x.y", "seen": [0, ""], "nonce": "bm4="}, (signer,))
    with pytest.raises(NotTaken, match="at least 96 random bits"):
        read_envelope(split(short, "o").json)


def test_key_files_are_private_and_damage_is_said(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    signer = Signer.generate("o/m/ann")
    signer.save(folder / "ann.key")
    assert (folder / "ann.key").stat().st_mode & 0o777 == 0o600
    assert Signer.load(folder / "ann.key").public == signer.public
    with pytest.raises(RecordError, match="a key is never overwritten"):
        signer.save(folder / "ann.key")
    (folder / "bad.key").write_text("one\n")
    with pytest.raises(RecordError, match="is not a key file"):
        Signer.load(folder / "bad.key")
    (folder / "short.key").write_text("o AAAA\n")
    with pytest.raises(RecordError, match="holds 3 bytes instead of 32"):
        Signer.load(folder / "short.key")
    with pytest.raises(RecordError, match="there is no key file"):
        Signer.load(folder / "none.key")


@given(st.integers(-62_135_596_800, 253_402_300_799))
def test_instants_round_trip(at: int) -> None:
    assert read_instant(write_instant(at)) == at


@pytest.mark.parametrize(
    "text", ["2026-01-01", "2026-01-01T00:00:00+00:00", "2026-13-01T00:00:00Z", "2026-1-1T0:0:0Z"]
)
def test_other_forms_of_instants_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"2026|month"):
        read_instant(text)


def test_every_reason_has_words_in_each_language() -> None:
    details = dict.fromkeys(
        ("problem", "given", "origin", "key", "schema", "nonce", "size", "blob", "person"), "x"
    )
    for reason in Reason:
        said = [message(reason, language, **details) for language in LANGUAGES]
        assert len(set(said)) == len(LANGUAGES)
        assert all(len(words) > 20 for words in said)
