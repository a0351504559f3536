"""What goes over the pen's socket: MessagePack with its length in front, requests with a number, answers with the same.

A ``Grown`` comes unasked whenever the record has grown. The socket lies in the record's directory, for its owner only: who can
open it could also read the keys.
"""

from __future__ import annotations

from asyncio import StreamReader
from pathlib import Path

import msgspec

from mandat.record.reasons import NotTaken, Reason
from mandat.service.incoming import Incoming
from mandat.service.pen.sentences import PackedSentence, unpacked

SOCKET = "pen.sock"
LENGTH_BYTES = 4
MOST_BYTES = 64 * 1024 * 1024
"""The longest message: an import of a million members fits."""


class Taken(msgspec.Struct, frozen=True, tag="taken", gc=False):
    """The act is on the record; its grounds are what a follower finds there."""

    index: int
    leaf: bytes
    at: int
    outcome: str
    checkpoint: bytes
    repeated: bool


class Left(msgspec.Struct, frozen=True, tag="left", gc=False):
    """The act does not belong on the record; ``details`` fill the sentence of the reason."""

    reason: Reason
    details: dict[str, str | int | PackedSentence]

    def error(self) -> NotTaken:
        """Return it as the error that the writer gave."""
        return NotTaken(self.reason, **{name: unpacked(value) for name, value in self.details.items()})


PenAnswer = Taken | Left


class Submit(msgspec.Struct, frozen=True, tag="submit", gc=False):
    """Take these acts, in this order."""

    number: int
    acts: tuple[Incoming, ...]


class HealthAsked(msgspec.Struct, frozen=True, tag="health", gc=False):
    """Say how the pen is."""

    number: int


Request = Submit | HealthAsked


class Answers(msgspec.Struct, frozen=True, tag="answers", gc=False):
    """The answers to a ``Submit``, in its order."""

    number: int
    answers: tuple[PenAnswer, ...]


class Health(msgspec.Struct, frozen=True, tag="state", gc=False):
    """How the pen is: entries, when it last wrote (seconds since 1970, 0: never), acts waiting, acts taken since it began."""

    number: int
    size: int
    last_commit: int
    waiting: int
    taken: int
    since: int


class Failed(msgspec.Struct, frozen=True, tag="failed", gc=False):
    """The pen could not do it (a full disk, a damaged record); nothing of it was promised."""

    number: int
    problem: PackedSentence


class Grown(msgspec.Struct, frozen=True, tag="grown", gc=False):
    """The record has ``size`` entries now."""

    size: int


PenMessage = Answers | Health | Failed | Grown

requests = msgspec.msgpack.Decoder(Request)
messages = msgspec.msgpack.Decoder(PenMessage)
_encoder = msgspec.msgpack.Encoder()


def packed(message: Request | PenMessage) -> bytes:
    """Return a message as it goes over the socket."""
    body = _encoder.encode(message)
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


async def read_one(reader: StreamReader) -> bytes | None:
    """Read one message; None at the end. Raises ``ValueError`` for one that is too long."""
    head = await reader.read(LENGTH_BYTES)
    if not head:
        return None
    if len(head) < LENGTH_BYTES:
        head += await reader.readexactly(LENGTH_BYTES - len(head))
    length = int.from_bytes(head, "big")
    if length > MOST_BYTES:
        raise ValueError(f"a message of {length} bytes: at most {MOST_BYTES} are read")
    return await reader.readexactly(length)


def socket_of(directory: Path) -> Path:
    """Return the path of the socket of a record."""
    return directory / SOCKET
