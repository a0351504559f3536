"""A group is cut before the note of its rulings is too long, and a note that nobody could read is not written."""

from __future__ import annotations

import pytest

from mandat.record.errors import NoteError
from mandat.record.keys import Signer
from mandat.record.notes import MOST_BYTES
from mandat.record.rulings import LONGEST_ROW_BYTES, MOST_ROW_BYTES, EntryOutcome, row_bytes, write_rulings

ORIGIN = "rail.example/log"
SERVER = Signer.from_seed_text(f"{ORIGIN}/server", "server")


@pytest.mark.parametrize("deadlines", [0, 1, 690])
def test_a_full_group_still_fits_into_a_note(deadlines: int) -> None:
    row = EntryOutcome("admitted", bytes(32), (0,) * deadlines)
    assert row_bytes(row) <= LONGEST_ROW_BYTES
    count, room = 0, MOST_ROW_BYTES
    while room >= LONGEST_ROW_BYTES:
        count, room = count + 1, room - row_bytes(row)
    book = "a-name-of-bylaws-as-long-as-one-may-think-" * 6
    note = write_rulings(f"{ORIGIN}/{'x' * 200}", SERVER, 0, 99, 2**50, [row] * count, book)
    assert len(note) <= MOST_BYTES


def test_a_note_that_nobody_could_read_is_not_written() -> None:
    with pytest.raises(NoteError, match="at most 65,535 are allowed"):
        write_rulings(ORIGIN, SERVER, 0, 1, 0, [EntryOutcome("admitted", bytes(32))] * 1_200, "1")
