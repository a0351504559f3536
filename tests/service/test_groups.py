"""Groups: how many acts share a commit, and which blobs are kept with it."""

from __future__ import annotations

import pytest

from mandat.instants import Instant
from mandat.record.blobs import Blob
from mandat.record.reasons import NotTaken, Reason
from mandat.record.rulings import LONGEST_ROW_BYTES
from mandat.service import writer as writers
from mandat.service.writer import Receipt
from tests.service.conftest import Office


def test_more_acts_than_one_note_of_rulings_can_hold(office: Office) -> None:
    acts = [office.write("registrar", "body.found", body=f"region/r{number}") for number in range(1_300)]
    answers = office.writer.submit_many([*acts, acts[0], acts[-1]])
    receipts = [answer for answer in answers if isinstance(answer, Receipt)]
    assert len(receipts) == 1_302
    assert [office.store.entry(each.index) for each in receipts[:1_300]] == [act.raw for act in acts]
    assert (receipts[1_300].index, receipts[1_300].repeated) == (receipts[0].index, True)
    assert (receipts[1_301].index, receipts[1_301].repeated) == (receipts[1_299].index, True)
    assert office.open().state == office.writer.state
    assert office.verify().acts == 1_301


def test_more_falls_due_at_once_than_one_note_can_hold(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.election()
    office.count()
    monkeypatch.setattr(writers, "MOST_ROW_BYTES", LONGEST_ROW_BYTES)
    before = office.writer.fold.size
    office.now = Instant(office.now + 3 * 366 * 86_400)
    stated = office.writer.tick()
    assert len(stated) > 1
    assert office.writer.fold.size == before + 2 * len(stated)  # each with a note of its own
    assert office.verify().state == office.writer.state


def test_a_group_keeps_the_blobs_that_its_acts_name_and_no_others(office: Office) -> None:
    stray = Blob(b"s" * 16, b"not named by any act")
    office.ok("registrar", "body.found", (stray,), body="region/rhone")
    assert office.store.blob(stray.name) is None


def test_a_blob_that_came_with_an_act_not_taken_serves_no_other(office: Office) -> None:
    office.election()
    blob = Blob(b"s" * 16, b'3 2\n5 1 3 0\n0\n"a"\n"b"\n"c"\n')
    bad = office.write("stranger", "count.enter", (blob,), election="e1", ballots=blob.name)
    good = office.write("lyon-11+lyon-12", "count.enter", election="e1", ballots=blob.name)
    first, second = office.writer.submit_many((bad, good))
    assert isinstance(first, NotTaken)
    assert isinstance(second, NotTaken)
    assert (first.reason, second.reason) == (Reason.UNKNOWN_KEY, Reason.BLOB_MISSING)
    assert office.verify().state == office.writer.state


def test_a_blob_of_the_same_group_may_be_named_again(office: Office) -> None:
    office.election()
    blob = Blob(b"s" * 16, b'3 2\n5 1 3 0\n0\n"a"\n"b"\n"c"\n')
    fields = {"act": "count.enter", "election": "e1", "ballots": blob.name}
    tellers = office.author("lyon-11+lyon-12")
    answers = office.writer.submit_many(
        (tellers.act(fields, office.writer.head, (blob,)), tellers.act(fields, office.writer.head))
    )
    assert all(isinstance(answer, Receipt) for answer in answers)
    assert office.store.blob(blob.name) == blob
    assert office.verify().state == office.writer.state
