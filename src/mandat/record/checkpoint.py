"""C2SP tlog-checkpoint: origin, size and root of the log in a note signed by the log's key. No extension lines."""

from __future__ import annotations

import base64
import re
from typing import NamedTuple

from mandat.language import msg, told
from mandat.record.errors import CheckpointError, NoteError
from mandat.record.keys import Signer, Verifier
from mandat.record.notes import parse_note, write_note

_TEXT = re.compile(r"(?P<origin>[^\n]+)\n(?P<size>0|[1-9][0-9]{0,18})\n(?P<root>[A-Za-z0-9+/]{43}=)\n")


class Checkpoint(NamedTuple):
    """A tree head: ``size`` entries with this ``root`` (32 bytes)."""

    origin: str
    size: int
    root: bytes


def write_checkpoint(checkpoint: Checkpoint, signer: Signer) -> bytes:
    """Write and sign a checkpoint."""
    root = base64.b64encode(checkpoint.root).decode()
    signed = f"{checkpoint.origin}\n{checkpoint.size}\n{root}\n".encode()
    return write_note(signed, (signer.sign(signed),))


def read_checkpoint(raw: bytes, verifier: Verifier) -> Checkpoint:
    """Read a checkpoint; raises ``CheckpointError`` if it is malformed or the log's signature does not hold."""
    try:
        note = parse_note(raw)
    except NoteError as error:
        raise CheckpointError(msg("not a checkpoint: {problem}")(problem=told(error))) from error
    text = _TEXT.fullmatch(note.text)
    root = base64.b64decode(text["root"]) if text else b""
    if text is None or base64.b64encode(root).decode() != text["root"]:
        raise CheckpointError(msg("a checkpoint has three lines: origin, size, root in base64 (32 bytes)"))
    size = text["size"]
    ours = [line for line in note.signatures if (line.name, line.key_id) == (verifier.name, verifier.key_id)]
    if not ours or not all(verifier.holds(note.signed, line.signature) for line in ours):
        raise CheckpointError(
            msg("the checkpoint of size {size} is not signed by the log {name}")(
                size=size, name=verifier.name
            )
        )
    return Checkpoint(text["origin"], int(size), root)
