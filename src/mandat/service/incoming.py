"""An act on its way to the record, in the one shape that it keeps from the door to the writer."""

from __future__ import annotations

import msgspec

from mandat.record.blobs import Blob
from mandat.record.boxes import BoxName


class BoxedBallot(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A secret ballot for the box: which box, and the ballot (in JSON: base64)."""

    box: BoxName
    ballot: bytes


class Incoming(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """One act: its note exactly as signed (in JSON: base64), its blobs, and in a secret vote the ballot.

    This is what the API reads, what goes over the pen's socket, and what the writer takes.
    """

    raw: bytes = msgspec.field(name="note")
    blobs: tuple[Blob, ...] = ()
    ballot: BoxedBallot | None = None
