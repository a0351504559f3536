"""From ballots to recall on real wards: what ends up on the record."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from mandat.bylaws.reading.loader import load
from mandat.demo import checking
from mandat.demo.congress import METHOD, OTHER_METHOD
from mandat.demo.run import run_demo
from mandat.demo.wards import bylaws_text, ward_ids, wards
from mandat.federation.authority.powers.acts import PowerExercise
from mandat.federation.base.lookup import keys_of
from mandat.federation.seats.confidence.acts import ConfidenceWithdraw
from mandat.record.directory import open_directory
from mandat.record.errors import RecordError, WrongEntryError
from mandat.record.reading import ReadEntry, RecordReader
from tests.demo.conftest import WARDS, Run


def entries(run: Run) -> tuple[ReadEntry, ...]:
    return tuple(RecordReader(open_directory(run.record)).entries())


def test_forty_wards_ship_with_the_program() -> None:
    found = wards()
    assert len(found) == 40
    assert sum(len(ward.members) for ward in found) == 233_204
    assert sum(ward.seats for ward in found) == 145
    assert len({person for ward in found for person in ward.members}) == 233_204
    assert ward_ids() == tuple(ward.id for ward in found)


def test_every_ballot_has_a_member_and_every_delegate_is_the_official_one(english: Run) -> None:
    reader = RecordReader(open_directory(english.record))
    state = reader.catch_up().state
    for ward in wards(WARDS):
        election = state.elections.all[ward.election]
        assert election.ballots is not None
        assert election.ballots.total == len(election.roll) == len(ward.members)
        assert election.outcome is not None
        assert election.outcome.elected == ward.winners
    assert (english.result.as_declared, english.result.delegates) == (10, 10)


def test_counts_are_signed_by_two_tellers_and_hold_the_file_of_the_council(english: Run) -> None:
    read = entries(english)
    counts = [entry for entry in read if entry.name == "count.enter"][: len(WARDS)]
    store = open_directory(english.record).store(readonly=True)
    for ward, entry in zip(wards(WARDS), counts, strict=True):
        assert entry.signers == ward.tellers
        assert entry.judged.submission is not None
        blob = store.blob(entry.judged.submission.act.ballots)  # type: ignore[attr-defined]
        assert blob is not None
        assert blob.content == ward.papers
    store.close()


def test_the_recall_bites_at_more_than_half_and_not_before(english: Run) -> None:
    withdrawals = [
        entry
        for entry in entries(english)
        if entry.judged.submission is not None and isinstance(entry.judged.submission.act, ConfidenceWithdraw)
    ]
    assert (len(withdrawals), english.result.electors) == (715, 1429)
    assert len({entry.signers for entry in withdrawals}) == 715
    kinds = [{type(effect).__name__ for effect in entry.judged.ruling.effects} for entry in withdrawals]
    assert all("SeatVacated" not in each for each in kinds[:-1])
    causes = [
        getattr(effect, "cause", getattr(effect, "how", ""))
        for effect in withdrawals[-1].judged.ruling.effects
    ]
    assert [cause for cause in causes if cause] == ["recall", "countback", "keeps", "next-on-list"]


def test_withdrawals_are_sealed(english: Run) -> None:
    sealed = [entry for entry in entries(english) if b'"act":"sealed"' in entry.raw]
    assert len(sealed) == 715
    assert not any(b"confidence" in entry.raw for entry in sealed)


def test_one_act_is_refused_and_kept_with_its_ground(english: Run) -> None:
    (refused,) = (entry for entry in entries(english) if not entry.judged.ruling.admitted)
    assert refused.judged.index == english.result.refused_entry
    assert refused.judged.submission is not None
    assert isinstance(refused.judged.submission.act, PowerExercise)
    ground = refused.judged.ruling.grounds[-1]
    assert (ground.requirement, ground.article, ground.holds) == ("power.decision-missing", "7.1", False)


def test_one_word_of_the_bylaws_turns_proportion_into_winner_takes_all(english: Run) -> None:
    assert bylaws_text().count(f'method = "{METHOD}"') == 1
    changed = load(bylaws_text().replace(f'method = "{METHOD}"', f'method = "{OTHER_METHOD}"'))
    elect = changed.lines["bureau.members"].filling.elect
    assert elect is not None
    assert elect.balloting.method is not None
    assert elect.balloting.method.plain == "list-majority"
    assert english.result.bureau_before == {"snp": 3, "independent": 3, "labour": 2, "conservative": 1}
    assert english.result.winner_takes_all == {"snp": 4, "independent": 3, "labour": 2}


def test_the_seat_of_the_bureau_falls_and_is_filled(english: Run) -> None:
    result = english.result
    assert result.recalled == "Kenneth Macleod"
    assert result.successor == "Alistair MacLennan"
    assert result.bureau == result.bureau_before
    assert result.caucuses == {"snp": 3, "independent": 4, "labour": 2, "conservative": 1}


def test_keys_exist_only_for_those_who_sign(english: Run) -> None:
    state = RecordReader(open_directory(english.record)).catch_up().state
    recalls, *others = wards(WARDS)
    expected = {"registrar", *recalls.members}
    for ward in others:
        expected |= {*ward.candidates, *ward.tellers}
    assert set(keys_of(state.keys.of)) == expected


def test_the_record_verifies_and_the_changed_copy_fails_where_it_was_changed(english: Run) -> None:
    found = checking.verify_directory(english.record, lambda _: None)
    assert (found.entries, found.acts, found.refused) == (english.result.entries, english.result.acts, 1)
    copy = english.record.parent / "record-changed"
    with pytest.raises(WrongEntryError, match="do not hash to the leaf") as error:
        checking.verify_directory(copy, lambda _: None)
    assert error.value.index == english.result.tampered_entry == english.result.found_at
    assert not (copy / "keys").exists()
    assert copy.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("part", [0.1, 0.5, 1.0])
def test_a_byte_changed_anywhere_is_found_at_its_entry(english: Run, tmp_path: Path, part: float) -> None:
    entry = round(part * (english.result.entries - 1))
    found = checking.tamper(english.record, tmp_path / "copy", entry, lambda _: None)
    assert found.found_at == entry
    assert found.before != found.after


def test_progress_says_every_step_and_ends(english: Run) -> None:
    last = {step: (done, total) for step, done, total in english.progress}
    assert list(last) == [
        "Wards founded, members enrolled",
        "Ballots counted by Scottish STV",
        "Caucuses, bureau, audit committee",
        "Confidence withdrawn, act by act",
        "Record verified from disk",
        "Copy with one byte changed verified",
        "Report written",
    ]
    assert all(done == total for done, total in last.values())


def test_a_second_run_takes_the_place_of_the_first(tmp_path: Path) -> None:
    first = run_demo(tmp_path / "out", ids=WARDS)
    second = run_demo(tmp_path / "out", ids=WARDS)
    assert first.report == second.report
    assert checking.verify_directory(Path(second.record), lambda _: None).entries == second.entries


def test_a_directory_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(
        RecordError, match="holds files that are not of this demonstration: choose a new directory"
    ):
        run_demo(tmp_path, ids=WARDS[:1])
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("mine")
    with pytest.raises(RecordError, match="is a file: choose another directory for the report"):
        run_demo(path, ids=WARDS[:1])


def test_a_result_that_differs_from_the_official_one_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ward,) = wards(("shetland_2017_ward4",))
    wrong = msgspec.structs.replace(ward.declared, winners=(1, 2, 3))
    monkeypatch.setattr("mandat.demo.run.wards", lambda _: (msgspec.structs.replace(ward, declared=wrong),))
    with pytest.raises(
        RecordError, match=r"differs from the official result in Shetland Central \(Shetland Islands 2017\)"
    ):
        run_demo(tmp_path / "out")


def test_the_copy_can_be_thrown_away(english: Run, tmp_path: Path) -> None:
    shutil.copytree(english.record.parent, tmp_path / "again")
    assert checking.verify_directory(tmp_path / "again" / "record", lambda _: None).refused == 1
