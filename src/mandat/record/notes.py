"""C2SP signed notes, exactly: a text, an empty line, and one line per signature.

Source: https://c2sp.org/signed-note. UTF-8 without control characters but newline; at least sixteen signatures are accepted;
65,535 bytes at most, since tile entry bundles count with 16 bits.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar, overload

from mandat.language import msg
from mandat.record.errors import NoteError
from mandat.record.keys import NoteSignature

MOST_BYTES = 65_535
MOST_SIGNATURES = 64
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_CONTROL_BYTES = bytes((*range(0x0A), *range(0x0B, 0x20), 0x7F))
_C1_LEAD = b"\xc2"  # U+0080 to U+00BF in UTF-8
_NAME = re.compile(r"[^\s+\x00-\x20]+")


class SignedNote(NamedTuple):
    """A note: the signed bytes (text with its last newline) and the signatures in order."""

    signed: bytes
    signatures: tuple[NoteSignature, ...]

    @property
    def text(self) -> str:
        """The text that was signed."""
        return self.signed.decode()


N = TypeVar("N", bound=SignedNote)


@overload
def parse_note(raw: bytes) -> SignedNote: ...
@overload
def parse_note(raw: bytes, kind: type[N]) -> N: ...
def parse_note(raw: bytes, kind: type[SignedNote] = SignedNote) -> SignedNote:
    """Read a note of some kind; raises ``NoteError`` with the line that is wrong. No signature is checked here."""
    if len(raw) > MOST_BYTES:
        raise NoteError(
            msg("the note has {count} bytes; at most {most} are allowed: put long content into a blob")(
                count=len(raw), most=MOST_BYTES
            )
        )
    end = raw.rfind(b"\n\n")
    if end < 1 or not raw.endswith(b"\n") or end + 2 == len(raw):
        raise NoteError(msg("a note is a text, an empty line, and signature lines, each ended by a newline"))
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise NoteError(
            msg("line {line}: byte {start} of the note is not UTF-8; save it as UTF-8")(
                line=line, start=error.start
            )
        ) from error
    control = _control(raw, text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise NoteError(
            msg("line {line}: a control character (U+{code}); remove it, only newlines are allowed")(
                line=line, code=f"{ord(control[0]):04X}"
            )
        )
    first = raw.count(b"\n", 0, end + 2) + 1
    lines = raw[end + 2 : -1].split(b"\n")
    if len(lines) > MOST_SIGNATURES:
        raise NoteError(
            msg("the note has {count} signatures; at most {most} are read")(
                count=len(lines), most=MOST_SIGNATURES
            )
        )
    return kind(raw[: end + 1], tuple(_signature(line, first + n) for n, line in enumerate(lines)))


def _control(raw: bytes, text: str) -> re.Match[str] | None:
    """Find a control character; the bytes tell at once that a usual note has none."""
    clean = len(raw.translate(None, _CONTROL_BYTES)) == len(raw) and _C1_LEAD not in raw
    return None if clean else _CONTROL.search(text)


_DASH = "— ".encode()


def _signature(line: bytes, number: int) -> NoteSignature:
    if not line.startswith(_DASH):
        raise NoteError(
            msg("line {number}: a signature line begins with an em dash and a space")(number=number)
        )
    name, space, encoded = line[len(_DASH) :].decode().partition(" ")
    if not space or not _NAME.fullmatch(name):
        raise NoteError(
            msg(
                "line {number}: a signature line reads “— name base64”; the name has no space and no plus sign"
            )(number=number)
        )
    try:
        raw = binascii.a2b_base64(encoded, strict_mode=True)
    except (binascii.Error, ValueError) as error:
        raise NoteError(msg("line {number}: the signature is not base64")(number=number)) from error
    if len(raw) < 5 or binascii.b2a_base64(raw, newline=False).decode() != encoded:
        raise NoteError(
            msg("line {number}: the signature is not in the one form that base64 has for it")(number=number)
        )
    return NoteSignature(name, raw[:4], raw[4:])


def write_note(signed: bytes, signatures: Sequence[NoteSignature]) -> bytes:
    """Write a note; raises ``NoteError`` if it could not be read again. ``signed`` is the text with its last newline."""
    lines = (
        _DASH + s.name.encode() + b" " + base64.b64encode(s.key_id + s.signature) + b"\n" for s in signatures
    )
    raw = signed + b"\n" + b"".join(lines)
    if parse_note(raw) != (signed, tuple(signatures)):
        raise NoteError(
            msg(
                "the text of a note ends with a newline, and its signatures have a name and a key id of four bytes"
            )
        )
    return raw
