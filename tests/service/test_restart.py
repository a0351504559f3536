"""After a failure the writer reads the record again; after damage it does not write at all."""

from __future__ import annotations

import pytest

from mandat.instants import Instant
from mandat.language import as_it_is
from mandat.record.errors import WrongEntryError
from mandat.record.store.interface import Group, StoreError
from mandat.service.writer import Writer
from tests.record.copies import Copy
from tests.service.conftest import ORIGIN, Office


def test_a_clock_statement_that_could_not_be_kept_is_made_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.election()
    office.count()
    office.now = Instant(office.now + 3 * 366 * 86_400)
    before = office.writer.state

    def fail(group: Group) -> None:
        del group
        raise StoreError(as_it_is("the disk is full"))

    monkeypatch.setattr(office.store, "append", fail)
    with pytest.raises(StoreError):
        office.writer.tick()
    monkeypatch.undo()
    assert office.writer.state == before
    assert office.writer.tick()
    assert office.verify().state == office.writer.state


def test_a_commit_that_was_kept_and_reported_as_failed_is_found(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = office.write("registrar", "body.found", body="region/rhone")
    keep = office.store.append

    def keep_and_fail(group: Group) -> None:
        keep(group)
        raise StoreError(as_it_is("the disk failed while it confirmed"))

    monkeypatch.setattr(office.store, "append", keep_and_fail)
    with pytest.raises(StoreError):
        office.writer.submit(act)
    monkeypatch.undo()
    receipt = office.writer.submit(act)
    assert (receipt.repeated, receipt.outcome, receipt.index) == (True, "admitted", 2)
    assert office.verify().acts == 2


@pytest.mark.parametrize("cut", [1, 2])
def test_no_checkpoint_is_signed_after_a_damaged_record(office: Office, cut: int) -> None:
    office.ok("registrar", "body.found", body="region/rhone")
    copy = Copy(office.store)
    del copy.raws[-cut:]
    with pytest.raises(WrongEntryError):
        Writer(copy, ORIGIN, office.log, office.server, lambda: office.now)


def test_entries_that_the_last_checkpoint_does_not_sign_are_told(office: Office) -> None:
    office.ok("registrar", "body.found", body="region/rhone")
    copy = Copy(office.store)
    del copy.raws[2:]
    with pytest.raises(
        WrongEntryError, match=r"entry 2: the last checkpoint \(size 4\) does not sign the 2 entries"
    ):
        Writer(copy, ORIGIN, office.log, office.server, lambda: office.now)
