"""What sets the ranked-choice laws of the United States apart, by hand from their texts."""

from __future__ import annotations

from typing import Any

import pytest

from mandat import counting
from mandat.counting import Ballots, Count
from tests.counting.elections import ballots, outcome

NAMES = ["Ann", "Bob", "Cy", "Dee"]
SAN_FRANCISCO = ["us_sf_2008_supervisor_1", "us_sf_2010_supervisor_10", "us_sf_2012_supervisor_7"]
LAWS = ["maine", "alaska", "new-york-city", "san-francisco"]


def counted(rule: str, papers: Any, **more: Any) -> Count:
    return counting.count(rule, Ballots.from_rankings(NAMES, papers), 1, **more)


@pytest.mark.parametrize("name", SAN_FRANCISCO)
def test_san_francisco_elects_whom_the_city_certified(name: str) -> None:
    known = outcome(name)
    result = counting.count("san-francisco", ballots(name), 1)
    assert result.elected[0].name.replace("''", "'") == known["certified_winner"]


@pytest.mark.parametrize("name", SAN_FRANCISCO)
def test_no_option_of_rctab_changes_who_wins_there(name: str) -> None:
    winner = counting.count("irv", ballots(name), 1).winners
    for batch in (True, False):
        for until_two in (True, False):
            again = counting.count(
                "rctab", ballots(name), 1, batch=batch, until_two=until_two, skips="any", lots=()
            )
            assert again.winners == winner


# Nobody has a majority until Dee and then Cy have fallen.
PAPERS = [((1,), 6), ((2,), 5), ((3, 2), 3), ((4, 1), 1)]


@pytest.mark.parametrize(
    ("paper", "goes_to"),
    [
        # An overvote of candidates who have both fallen when it is reached is no continuing ranking in Maine and Alaska.
        ((3, {4, 3}, 1), {"maine": 1, "alaska": 1, "new-york-city": 0, "san-francisco": 0}),
        # An overvote with a continuing candidate ends the paper everywhere.
        ((4, {3, 2}, 1), dict.fromkeys(LAWS, 0)),
        # One skipped rank is passed over; two end the paper in Maine and Alaska.
        ((4, 0, 1), dict.fromkeys(LAWS, 1)),
        ((4, 0, 0, 1), {"maine": 0, "alaska": 0, "new-york-city": 1, "san-francisco": 1}),
        ((0, 0, 4, 1), {"maine": None, "alaska": None, "new-york-city": 1, "san-francisco": 1}),
        # A candidate named again gets nothing from it.
        ((4, 4, 4, 1), dict.fromkeys(LAWS, 1)),
    ],
)
@pytest.mark.parametrize("rule", LAWS)
def test_what_a_paper_is_worth_in_the_last_round(
    rule: str, paper: Any, goes_to: dict[str, int | None]
) -> None:
    without, with_it = counted(rule, PAPERS), counted(rule, [*PAPERS, (paper, 1)])
    before, after = without.stages[-1], with_it.stages[-1]
    expected = goes_to[rule]
    if expected is None:
        assert with_it.invalid == 1
    elif expected == 0:
        assert (after.totals, after.exhausted) == (before.totals, before.exhausted + 1)
    else:
        assert after.totals[expected - 1] == before.totals[expected - 1] + 1


def test_maine_and_new_york_go_on_to_two_when_alaska_and_new_york_stop_at_a_first_majority() -> None:
    papers = [((1,), 7), ((2,), 3), ((3,), 2)]
    assert len(counted("maine", papers).stages) == 2
    assert len(counted("alaska", papers).stages) == 1
    assert len(counted("new-york-city", papers).stages) == 1


def test_a_later_majority_ends_no_count() -> None:
    papers = [((1,), 6), ((2,), 4), ((3,), 3), ((4, 1), 2)]
    for rule in ("maine", "alaska", "new-york-city"):
        assert [s.candidates for s in counted(rule, papers).stages] == [(), (4,), (3,)]


def test_maine_lets_those_fall_together_who_cannot_surpass_the_next() -> None:
    # 2 + 3 equal the 5 above: they cannot surpass it.
    papers = [((1,), 9), ((2,), 5), ((3, 2), 3), ((4, 3), 2)]
    assert [s.candidates for s in counted("maine", papers).stages] == [(), (4, 3)]
    assert [s.candidates for s in counted("maine", papers, batch=False).stages][1] == (4,)
    assert [s.candidates for s in counted("san-francisco", papers).stages][1] == (4,)


def test_new_york_drops_write_ins_first_though_others_have_less() -> None:
    names = ["Ann", "Bob", "Cy", "Undeclared Write-ins"]
    papers = Ballots.from_rankings(names, [((1,), 5), ((2,), 4), ((3, 2), 1), ((4, 3), 3)])
    assert [s.candidates for s in counting.count("new-york-city", papers, 1).stages][1] == (4,)


@pytest.mark.parametrize("rule", LAWS)
def test_they_fill_one_seat(rule: str) -> None:
    with pytest.raises(counting.BadParameterError, match="fills one seat, not 2"):
        counting.count(rule, Ballots.from_rankings(NAMES, PAPERS), 2)
