"""C2SP tlog-checkpoint: origin, size and root of the log in a note signed by the log's key. No extension lines."""

from __future__ import annotations

import base64
import binascii
from typing import NamedTuple

from mandat.record.errors import CheckpointError, NoteError
from mandat.record.keys import Signer, Verifier
from mandat.record.merkle import HASH_BYTES
from mandat.record.notes import parse_note, write_note


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
        origin, size, root, *rest = note.text.split("\n")
        decoded = base64.b64decode(root, validate=True)
    except (NoteError, ValueError, binascii.Error) as error:
        raise CheckpointError(f"not a checkpoint: {error}") from error
    if rest != [""] or not size.isdecimal() or str(int(size)) != size or len(decoded) != HASH_BYTES:
        raise CheckpointError("a checkpoint has three lines: origin, size, root in base64")
    ours = [line for line in note.signatures if (line.name, line.key_id) == (verifier.name, verifier.key_id)]
    if not ours or not all(verifier.holds(note.signed, line.signature) for line in ours):
        raise CheckpointError(f"the checkpoint of size {size} is not signed by the log {verifier.name}")
    return Checkpoint(origin, int(size), decoded)
