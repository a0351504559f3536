"""Entries: signed notes whose text is a schema line, the origin of the log, and one line of I-JSON.

The schema line separates domains; the origin keeps an act from being replayed in another record. The JSON is parsed only after
the signature holds, and never written again (``ijson`` says what is refused).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from mandat.language import msg, told
from mandat.record.errors import NoteError
from mandat.record.ijson import IJSONError, check_ijson
from mandat.record.keys import Signer
from mandat.record.notes import MOST_BYTES, SignedNote, parse_note, write_note
from mandat.record.reasons import NotTaken, Reason

ACT = "mandat/act/v1"
CLOCK = "mandat/clock/v1"
RULINGS = "mandat/rulings/v1"
SCHEMAS = frozenset({ACT, CLOCK, RULINGS})
NONCE_BYTES = 12
MOST_NONCE_BYTES = 32  # every nonce is kept for good, to find a repeated one


class Parts(SignedNote):
    """An entry's note taken apart: what was signed and by which keys, and in it the schema and the JSON (not parsed yet)."""

    @property
    def schema(self) -> str:
        """The first line: what the note is."""
        return self.signed.partition(b"\n")[0].decode()

    @property
    def json(self) -> bytes:
        """The third line."""
        return self.signed.split(b"\n", 3)[2]


class Envelope(msgspec.Struct, frozen=True, gc=False):
    """What every act carries for the record: its type, the checkpoint its author has seen, and a nonce."""

    act: str
    seen: tuple[int, str]
    nonce: str


def split(raw: bytes, origin: str) -> Parts:
    """Take an entry apart; raises ``NotTaken`` if it is no note of this record. Nothing inside is parsed."""
    if len(raw) > MOST_BYTES:
        raise NotTaken(Reason.TOO_LARGE, size=len(raw))
    try:
        parts = parse_note(raw, Parts)
    except NoteError as error:
        raise NotTaken(Reason.MALFORMED, problem=str(error)) from error
    lines = parts.signed.split(b"\n")
    if len(lines) != 4 or lines[3]:
        raise NotTaken(Reason.MALFORMED, problem=msg("the text has three lines: schema, origin, JSON"))
    schema, given = lines[0].decode(), lines[1].decode()
    if schema not in SCHEMAS:
        raise NotTaken(
            Reason.MALFORMED, problem=msg("the schema line {schema} is not known")(schema=repr(schema))
        )
    if given != origin:
        raise NotTaken(Reason.WRONG_ORIGIN, given=given, origin=origin)
    return parts


_ENVELOPE = msgspec.json.Decoder(Envelope)


def read_envelope(text: bytes) -> Envelope:
    """Read the envelope of an act whose signature holds; raises ``NotTaken`` for JSON that is not I-JSON."""
    try:
        check_ijson(text)
    except IJSONError as error:
        raise NotTaken(Reason.MALFORMED, problem=msg("not I-JSON: {problem}")(problem=told(error))) from error
    try:
        envelope = _ENVELOPE.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotTaken(Reason.MALFORMED, problem=str(error)) from error
    try:
        fresh = NONCE_BYTES <= len(base64.b64decode(envelope.nonce, validate=True)) <= MOST_NONCE_BYTES
    except (binascii.Error, ValueError):
        fresh = False
    if not fresh:
        raise NotTaken(
            Reason.MALFORMED,
            problem=msg("the nonce is not the base64 of at least 96 random bits, at most 256"),
        )
    return envelope


def nonces_of(parts: Parts, nonce: str) -> tuple[bytes, ...]:
    """Return what must never come twice in a record: the nonce with each key that signed.

    With each, not with the first alone: else whoever finds a signature on the record could put the line of another key before
    it, and have the same act judged again.
    """
    written = nonce.encode()
    return tuple(line.key_id + written for line in parts.signatures)


def text_of(schema: str, origin: str, body: bytes) -> bytes:
    """Return the bytes to sign."""
    return f"{schema}\n{origin}\n".encode() + body + b"\n"


def write_entry(schema: str, origin: str, body: Mapping[str, Any], signers: Sequence[Signer]) -> bytes:
    """Write an entry signed by ``signers``, the author first."""
    signed = text_of(schema, origin, msgspec.json.encode(body))
    return write_note(signed, [signer.sign(signed) for signer in signers])


def write_act(origin: str, body: Mapping[str, Any], signers: Sequence[Signer]) -> bytes:
    """Write an act; ``body`` has ``act``, its fields, ``seen`` and ``nonce``. A person's key is named ``origin/m/person``."""
    return write_entry(ACT, origin, body, signers)


def groups(entries: Iterator[bytes]) -> Iterator[list[bytes]]:
    """Cut the entries of a record into groups; the last entry of each is the note of its rulings."""
    group: list[bytes] = []
    for raw in entries:
        group.append(raw)
        if raw.startswith(RULINGS.encode()):
            yield group
            group = []
    if group:
        yield group
