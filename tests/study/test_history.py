"""The real cases: worked by hand where that is possible."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.explaining import Supposed
from mandat.cli.app import app
from mandat.service import published
from mandat.study.history.cities import moscow, opinion
from mandat.study.history.figures import MOSCOW, TAIWAN
from mandat.study.history.lists import freezing
from mandat.study.history.petitions import curves, removals, settlement, taiwan
from mandat.study.history.swing import swung


def test_seats_of_june_against_the_vote_of_november() -> None:
    """SR held 59 per cent of June; of November's votes it had 8.7: with the others' losses 60 per cent of seats are amiss."""
    found = {(each.when, each.rule, each.stayed): each.gap for each in moscow()}

    assert found["1917-11", "term of a year", 0.0] == pytest.approx(0.597, abs=0.002)
    assert found["1917-11", "recall by half of the voters", 0.0] < 0.01
    assert found["1917-09", "elected every three months", 0.0] < 0.01


def test_how_much_of_september_is_turnout_decides_which_rule_was_closer() -> None:
    found = {(each.when, each.rule, each.stayed): each.gap for each in moscow()}
    kept, renewed = "term of a year", "elected every three months"

    assert found["1917-09", kept, 0.0] > found["1917-09", renewed, 0.0]
    assert found["1917-09", kept, 1.0] < found["1917-09", renewed, 1.0]


def test_those_who_stayed_away_are_counted_by_what_their_list_lost() -> None:
    counted = opinion(MOSCOW["1917-09"], MOSCOW["1917-06"], 1.0)

    assert sum(counted.values()) == pytest.approx(1)
    assert counted["SR"] > opinion(MOSCOW["1917-09"], MOSCOW["1917-06"], 0.0)["SR"]


def test_freezing_lists_does_not_explain_the_majority() -> None:
    """384 of 767 less 183 are 201 of 324 seats; where both wings ran the left had 26,000 of 1,865,000 votes."""
    found = freezing()

    assert found.needed == 201 / 324
    assert found.seen == 26_000 / 1_865_000
    assert not found.explains
    assert not freezing(with_ukrainians=True).explains


def test_nobody_falls_in_taiwan_by_more_yes_than_no() -> None:
    assert taiwan()["yes > no"] == 0
    assert len(TAIWAN) == 7
    assert taiwan()["yes >= 10% of electors"] == 7


def test_a_settlement_that_most_voters_refused() -> None:
    found = settlement()

    assert found["rejected by two thirds of noes where under half have voted"]
    assert not found["rejected by more noes"]


def test_petitions_are_front_loaded() -> None:
    peterborough, brecon = curves()

    assert peterborough.signed == pytest.approx(0.276, abs=0.001)
    assert peterborough.week(0.10) == pytest.approx(0.58, abs=0.02)
    assert brecon.week(0.10) == pytest.approx(1.26, abs=0.02)
    assert brecon.week(0.20) is None


def test_removals() -> None:
    assert removals()["Colombia"] == 0
    assert removals()["Bolivia"] is None


def test_petrograd_recall_follows_terms_do_not() -> None:
    def days(name: str, top: str | None = None) -> float | None:
        text = published.named(name)
        assert text is not None
        return swung(name, load(text), Supposed(), top=top).days

    assert days("template:union-local") is not None
    assert days("template:parliament", "parliament") is None


@pytest.mark.parametrize("case", ["moscow-1917", "lists-1917", "thresholds", "petitions"])
def test_on_the_command_line(case: str) -> None:
    assert CliRunner().invoke(app, ["study", "--case", case]).exit_code == 0


def test_a_case_that_there_is_not() -> None:
    answer = CliRunner().invoke(app, ["study", "--case", "moscow"])

    assert "there are: moscow-1917, lists-1917" in str(answer.exception)
