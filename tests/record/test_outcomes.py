"""What the record says of one entry, and the receipt of bytes sent a second time."""

from __future__ import annotations

import pytest

from mandat.instants import Instant
from mandat.record.errors import WrongEntryError
from mandat.record.outcomes import stated_outcome
from tests.record.copies import Copy
from tests.service.conftest import Office


@pytest.fixture
def office() -> Office:
    return Office()


def test_the_same_bytes_later_get_the_first_receipt(office: Office) -> None:
    good = office.write("registrar", "body.found", body="region/rhone")
    bad = office.write("registrar", "body.found", body="region/rhone")  # it is there already
    first = office.writer.submit_many((good, bad))
    office.now = Instant(office.now + 3_600)
    office.ok("registrar", "body.found", body="region/jura")
    again = office.open().submit_many((good, bad))
    for before, after in zip(first, again, strict=True):
        seen = [(r.index, r.leaf, r.at, r.outcome, r.checkpoint) for r in (before, after)]  # type: ignore[union-attr]
        assert seen[0] == seen[1]
    assert [answer.outcome for answer in again] == ["admitted", "refused"]  # type: ignore[union-attr]


def test_there_is_nothing_to_say_of_notes_of_rulings_and_beyond_the_end(office: Office) -> None:
    assert stated_outcome(office.store, 0) is not None
    assert stated_outcome(office.store, 1) is None
    assert stated_outcome(office.store, 99) is None


def test_a_group_without_its_end_is_told(office: Office) -> None:
    copy = Copy(office.store)
    del copy.raws[1]
    with pytest.raises(WrongEntryError, match="entry 0: the note of rulings that ends its group is missing"):
        stated_outcome(copy, 0)
    copy.raws[1:] = [copy.raws[0], office.store.entry(1) or b""]
    with pytest.raises(
        WrongEntryError, match="entry 2: the note of rulings after entry 1 does not speak of it"
    ):
        stated_outcome(copy, 1)
