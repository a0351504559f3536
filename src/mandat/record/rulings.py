"""The server's own statements: what has fallen due, and at the end of each group the rulings on its entries."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import msgspec

from mandat.instants import Instant
from mandat.language import msg, told
from mandat.record.entries import CLOCK, RULINGS, write_entry
from mandat.record.errors import RecordError
from mandat.record.ijson import check_ijson
from mandat.record.instant import read_instant, write_instant
from mandat.record.keys import Signer
from mandat.record.merkle import HASH_BYTES

# A note has 65,535 bytes at most: what its rows may fill, and the longest row that a group must still have room for.
MOST_ROW_BYTES = 64_000
LONGEST_ROW_BYTES = 16_000


class EntryOutcome(msgspec.Struct, frozen=True, gc=False):
    """What the note says of one entry: admitted or refused, the digest of the ruling, and deadlines that it computed."""

    outcome: str
    digest: bytes
    deadlines: tuple[Instant, ...] = ()


class RulingsNote(msgspec.Struct, frozen=True, kw_only=True):
    """The end of a group: judged ``at``, entries ``first`` up to the note's own place ``end``.

    ``rules`` is the version of the rules that judged (``mandat.federation.engine.RULES``).
    """

    at: Instant
    rules: int
    first: int
    end: int
    bylaws_version: str
    rulings: tuple[EntryOutcome, ...]


class ClockItem(msgspec.Struct, frozen=True):
    """One thing that has fallen due."""

    thing: tuple[str | int, ...]
    at: Instant


class ClockNote(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of the clock, made ``at`` an instant."""

    at: Instant
    due: tuple[ClockItem, ...]


class _ClockJson(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    at: str
    due: list[list[str | int]]


def write_rulings(
    origin: str,
    signer: Signer,
    at: Instant,
    rules: int,
    first: int,
    outcomes: Sequence[EntryOutcome],
    bylaws_version: str,
) -> bytes:
    """Write the note that ends a group."""
    body = {
        "at": write_instant(at),
        "rules": rules,
        "from": first,
        "to": first + len(outcomes),
        "bylaws": bylaws_version,
        "rulings": [_row(each) for each in outcomes],
    }
    return write_entry(RULINGS, origin, body, (signer,))


def _row(outcome: EntryOutcome) -> list[object]:
    row: list[object] = [outcome.outcome, base64.b64encode(outcome.digest).decode()]
    return [*row, [write_instant(each) for each in outcome.deadlines]] if outcome.deadlines else row


def row_bytes(outcome: EntryOutcome) -> int:
    """Return how many bytes an outcome takes in the note that ends its group."""
    if outcome.deadlines:
        return len(msgspec.json.encode(_row(outcome))) + 1
    return len(outcome.outcome) + _ROW_BYTES


_ROW_BYTES = len(msgspec.json.encode(_row(EntryOutcome("", bytes(HASH_BYTES))))) + 1


class _Stated(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    at: str
    rules: int
    from_: int = msgspec.field(name="from")
    to: int
    bylaws: str
    rulings: list[list[str | list[str]]]


def read_rulings(json: bytes) -> RulingsNote:
    """Read the body of a rulings note; raises ``RecordError``."""
    try:
        check_ijson(json)
        body = msgspec.json.decode(json, type=_Stated)
        rulings = tuple(_outcome(row) for row in body.rulings)
        at = read_instant(body.at)
    except (msgspec.DecodeError, ValueError, TypeError, IndexError) as error:
        raise RecordError(
            msg("the server's note of rulings is malformed: {problem}")(problem=told(error))
        ) from error
    return RulingsNote(
        at=at, rules=body.rules, first=body.from_, end=body.to, bylaws_version=body.bylaws, rulings=rulings
    )


def _outcome(row: list[str | list[str]]) -> EntryOutcome:
    match row:
        case [str(outcome), str(digest)]:
            return EntryOutcome(outcome, _hash(digest))
        case [str(outcome), str(digest), list(deadlines)]:
            return EntryOutcome(outcome, _hash(digest), tuple(map(read_instant, deadlines)))
    raise ValueError("a ruling is an outcome, a digest, and perhaps a list of deadlines")


def _hash(text: str) -> bytes:
    digest = base64.b64decode(text, validate=True)
    if len(digest) != HASH_BYTES or base64.b64encode(digest).decode() != text:
        raise ValueError(f"{text[:60]!r} is not the base64 of a digest of {HASH_BYTES} bytes")
    return digest


def write_clock(origin: str, signer: Signer, at: Instant, due: Sequence[ClockItem]) -> bytes:
    """Write a statement of the clock."""
    items = [[*each.thing, write_instant(each.at)] for each in due]
    return write_entry(CLOCK, origin, {"at": write_instant(at), "due": items}, (signer,))


def read_clock(json: bytes) -> ClockNote:
    """Read the body of a clock note; raises ``RecordError``."""
    try:
        check_ijson(json)
        body = msgspec.json.decode(json, type=_ClockJson)
        due = tuple(ClockItem(tuple(thing), read_instant(str(at))) for *thing, at in body.due)
        return ClockNote(at=read_instant(body.at), due=due)
    except (msgspec.DecodeError, ValueError) as error:
        raise RecordError(
            msg("the server's clock note is malformed: {problem}")(problem=told(error))
        ) from error
