"""What the record itself says of one entry, without replaying it: its outcome and its time."""

from __future__ import annotations

from typing import NamedTuple

from mandat.instants import Instant
from mandat.language import msg
from mandat.record.entries import RULINGS
from mandat.record.errors import WrongEntryError
from mandat.record.notes import parse_note
from mandat.record.rulings import EntryOutcome, read_rulings
from mandat.record.store.interface import Head, Store


class StatedOutcome(NamedTuple):
    """An outcome as the note that ends the entry's group states it, and the checkpoint signed after that note."""

    at: Instant
    outcome: EntryOutcome
    head: Head


def stated_outcome(store: Store, index: int) -> StatedOutcome | None:
    """Return what the record says of the entry at ``index``; None if there is none, or if it is itself a note of rulings.

    No signature is checked: the store is the server's own. Raises ``WrongEntryError`` if the end of the group is missing.
    """
    for place, raw in enumerate(store.entries(index), index):
        if raw.startswith(RULINGS.encode()):
            return _row(store, index, place, raw)
    if store.entry(index) is None:
        return None
    raise WrongEntryError(index, msg("the note of rulings that ends its group is missing"))


def _row(store: Store, index: int, place: int, raw: bytes) -> StatedOutcome | None:
    if place == index:
        return None
    note, head = read_rulings(parse_note(raw).signed.split(b"\n")[2]), store.head_at(place + 1)
    if not note.first <= index < note.end or head is None:
        raise WrongEntryError(
            place, msg("the note of rulings after entry {index} does not speak of it")(index=index)
        )
    return StatedOutcome(note.at, note.rulings[index - note.first], head)
