"""What a record says about its own federation: the cases of the repository, read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from mandat.cli.app import app
from mandat.federation.assembly.motions.state import Vote
from mandat.federation.base.lookup import values_of
from mandat.record.directory import create, open_directory
from mandat.record.reading import RecordReader
from mandat.service.cases import Runner, read_case
from mandat.study.errors import StudyError
from mandat.study.recorded.elsewhere import elsewhere
from mandat.study.recorded.fidelity import recorded
from mandat.study.recorded.unrolled import unrolled

CASES = Path(__file__).parents[2] / "cases"


def kept(name: str, folder: Path) -> Path:
    """Act out a case and keep its record."""
    case = read_case(CASES / name)
    directory = create(folder / name, case.origin)
    store = directory.store()
    try:
        assert Runner(case, store, directory.signers()).run().holds
    finally:
        store.close()
    return folder / name


@pytest.fixture(scope="module")
def standing_recall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept("standing-recall", tmp_path_factory.mktemp("records"))


def reader(path: Path) -> RecordReader:
    return RecordReader(open_directory(path))


def test_withdrawals_and_the_seat_they_cost(standing_recall: Path) -> None:
    found = recorded(reader(standing_recall))

    assert found.withdrawals == 7  # six, one of them taken back, and the one that crossed the threshold
    assert [each.post for each in found.fallen] == ["region/rhone:delegates:section/lyon:1"]
    assert found.fallen[0].vacant == 0  # filled in the same ruling
    assert found.kept is None


def test_under_its_own_bylaws_a_record_gives_itself(standing_recall: Path) -> None:
    bylaws = (CASES / "standing-recall" / "bylaws.toml").read_text()
    found = elsewhere(reader(standing_recall), bylaws)

    assert found.differing == ()
    assert all(here == there for here, there in found.holders.values())


def test_under_a_higher_threshold_the_delegate_would_have_stayed(standing_recall: Path) -> None:
    bylaws = (CASES / "standing-recall" / "bylaws.toml").read_text()
    found = elsewhere(reader(standing_recall), bylaws.replace("withdrawn > 1/2", "withdrawn > 3/4"))

    assert found.holders["region/rhone"] == (("lyon-2", "lyon-3"), ("lyon-1", "lyon-2"))
    assert found.holders["congress"] == (("lyon-2",), ("lyon-1",))
    assert found.differing == ()  # the same acts are admitted; only what follows from them differs


def test_a_vote_at_the_top_unrolled(tmp_path: Path) -> None:
    path = kept("votes-weighed-and-called", tmp_path)
    state = reader(path).catch_up().state
    opened = [str(vote.motion) for vote in _open_votes(path)]
    found = unrolled(state, opened[0])

    assert sum(found.heads.values()) == len(found.votes)
    assert sum(found.members.values()) + found.unanswered > 0
    with pytest.raises(StudyError, match="there was no vote on 'nothing'"):
        unrolled(state, "nothing")


def _open_votes(path: Path) -> list[Vote]:

    votes = values_of(reader(path).catch_up().state.motions.votes)
    return [vote for vote in votes if not vote.secret]


def test_on_the_command_line(standing_recall: Path, tmp_path: Path) -> None:
    other = tmp_path / "strict.toml"
    text = (CASES / "standing-recall" / "bylaws.toml").read_text()
    other.write_text(text.replace("withdrawn > 1/2", "withdrawn > 3/4"))
    answer = CliRunner().invoke(app, ["study", str(other), "--record", str(standing_recall), "--lang", "en"])

    assert answer.exit_code == 0, answer.output
    assert "1 seat was lost by recall:" in answer.stdout
    assert "region/rhone: lyon-2, lyon-3 sit; there lyon-1, lyon-2 would sit" in answer.stdout
