"""The laws of the Australian states and territories, and Malta: published examples, official figures, hand-made cases."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from mandat import counting
from mandat.counting import Ballots, Count
from tests.counting.elections import DATA
from tests.counting.oracle import Many, Paper
from tests.counting.oracles.australia import STATES as STATES_OF_AUSTRALIA
from tests.counting.profiles import Papers, by_the_text, elections, made

NAMES = ["Ann", "Bob", "Cy", "Dee", "Eve"]
STATES = ["hare-clark-act", "hare-clark-tasmania", "new-south-wales", "victoria", "western-australia"]


def counted(rule: str, papers: Any, seats: int, **more: Any) -> Count:
    names = NAMES[: max(max(ranking, default=0) for ranking, _ in papers)]
    return counting.count(rule, Ballots.from_rankings(names, papers, keep_sequence=True), seats, **more)


def test_act_papers_of_one_value_move_together_however_they_came_by_it() -> None:
    # The example of the report, with all its totals. The commission's first program of 2020 elected E instead of D.
    result = counting.count("hare-clark-act", counting.read(DATA / "act_report_grouping.blt"), 3)
    assert result.decimal(result.quota or 0) == "10000.000000"
    assert [[int(Fraction(result.decimal(v))) for v in stage.totals] for stage in result.stages] == [
        [13001, 3000, 7000, 9995, 7000],
        [10000, 6000, 7000, 9995, 7000],
        [10000, 0, 13000, 9995, 7000],
        [10000, 0, 10000, 11495, 8500],
    ]
    assert [result.names[number - 1] for number in result.winners] == ["A", "C", "D"]
    assert result.decimal(result.stages[1].lost) == "1.000000"


def test_act_votes_are_cut_at_six_decimals_and_values_never() -> None:
    # Murrumbidgee 2020, count 22: a surplus of 312, a last parcel of 875 papers, 834 with a next preference, 354 of them
    # for one candidate.
    # 354 x 312 / 834 is 132.431654676…; the commission first published …655.
    papers = [((1, 2), 354), ((1, 3), 480), ((1,), 41), ((4,), 450), ((5,), 362)]
    result = counted("hare-clark-act", papers, 2)
    assert result.decimal(result.quota or 0) == "563.000000"
    assert result.decimal(result.stages[1].totals[1]) == "132.431654"
    assert result.decimal(result.stages[1].totals[2]) == "179.568345"


def test_act_a_value_is_never_above_what_the_paper_was_worth() -> None:
    # Three papers carry a surplus of 4: each stays at one vote, and one vote is lost.
    result = counted("hare-clark-act", [((1,), 7), ((1, 2), 3), ((2,), 1), ((3,), 5)], 2)
    assert result.quota == 6 * 10**6
    assert result.stages[1].totals == (6 * 10**6, 4 * 10**6, 5 * 10**6)
    assert result.stages[1].lost == 10**6


def test_before_2020_the_act_counted_whole_votes_like_tasmania() -> None:
    papers = [((1, 2), 5), ((1, 3), 4), ((3,), 3), ((2,), 3), ((4, 2), 2)]
    whole = counted("hare-clark-act", papers, 2, decimals=0)
    tasmania = counted("hare-clark-tasmania", papers, 2)
    assert whole.stages == tasmania.stages
    assert whole.winners == tasmania.winners
    with pytest.raises(counting.BadParameterError, match="6 decimals, or 0 as before 2020, not 4"):
        counted("hare-clark-act", papers, 2, decimals=4)


@pytest.mark.parametrize("rule", ["hare-clark-tasmania", "victoria"])
def test_papers_with_too_few_preferences_are_informal(rule: str) -> None:
    papers = [((1, 2, 3), 4), ((2, 1), 9), ((3, 1, 2), 2), ((2, 2, 3), 5)]
    result = counted(rule, papers, 1, required=3)
    assert (result.valid, result.invalid, result.winners) == (6, 14, (1,))


@pytest.mark.parametrize("rule", STATES)
def test_who_reaches_the_quota_in_an_exclusion_takes_no_later_parcel_except_in_new_south_wales(
    rule: str,
) -> None:
    # Quota 10. Ann's surplus of 2 moves 12 papers at 1/6 to Bob, who then is excluded: his own papers bring Cy to 10, and
    # those of Ann come after.
    papers = [((1, 2, 3, 4), 12), ((2, 3), 3), ((3,), 7), ((4,), 6), ((5,), 9)]
    result = counted(rule, papers, 3)
    unit = 10**result.precision
    assert result.quota == 10 * unit
    exclusions = [stage for stage in result.stages if stage.candidates == (2,)]
    totals = [(stage.totals[2] // unit, stage.totals[3] // unit) for stage in exclusions]
    assert totals == ([(12, 6)] if rule == "new-south-wales" else [(10, 6), (10, 8)])


def test_victoria_values_all_papers_alike_and_western_australia_by_what_they_were_worth() -> None:
    # Ann's surplus of 10 moves 30 papers at 1/3 to Bob, who has a surplus of 4 with 24 votes on 44 papers.
    papers = [((1, 2, 3), 30), ((2, 4), 14), ((3,), 15), ((4,), 17)]
    victoria, west = counted("victoria", papers, 3), counted("western-australia", papers, 3)
    assert (victoria.quota, west.quota) == (20, 20)
    # 30 and 14 papers at 4/44; 30 papers at 1/3 x 4/24 and 14 at 4/24.
    assert {t.target: t.votes for t in victoria.stages[2].transfers} == {3: 2, 4: 1}
    assert {t.target: t.votes for t in west.stages[2].transfers} == {3: 1, 4: 2}


def test_victoria_moves_first_preferences_apart_from_papers_that_came_at_one() -> None:
    # Dee falls and gives Cy two papers at one; then Cy falls.
    papers = [((1,), 9), ((2,), 8), ((3, 2), 3), ((4, 3, 1), 2), ((5,), 7)]
    assert [s.candidates for s in counted("victoria", papers, 2).stages] == [(), (4,), (3,), (3,)]
    assert [s.candidates for s in counted("hare-clark-act", papers, 2).stages] == [(), (4,), (3,)]


@pytest.mark.parametrize(
    ("name", "seats", "elected", "totals"),
    [
        ("nsw_example_negativetally", 3, ["W1", "A", "F1"], {"F1": -152, "F2": -562}),
        ("nsw_example_negativetransfervalue", 3, ["W1", "A", "F1"], {}),
    ],
)
def test_new_south_wales_to_the_letter_has_negative_votes_and_says_so(
    name: str, seats: int, elected: list[str], totals: dict[str, int]
) -> None:
    ballots = counting.read(DATA / f"{name}.blt")
    result = counting.count("new-south-wales", ballots, seats, literal=True)
    assert [each.name for each in result.elected] == elected
    last = dict(zip(result.names, result.stages[-1].totals, strict=True))
    assert {name: last[name] for name in totals} == totals
    assert [each.name for each in result.exhibits] == ["clause 7(4)(a)"]
    sane = counting.count("new-south-wales", ballots, seats, lots=(6,))
    assert all(votes >= 0 for stage in sane.stages for votes in stage.totals)
    assert [each.name for each in sane.exhibits] == ["clause 7(4)(a)"]


def test_new_south_wales_surplus_of_minus_five_hundred_per_vote() -> None:
    ballots = counting.read(DATA / "nsw_example_negativetransfervalue.blt")
    rows = counting.count("new-south-wales", ballots, 3, literal=True).exhibits[0].rows
    assert rows == (("4", "A", "100", "-1/5", "-500"),)


def test_new_south_wales_refuses_a_letter_that_elects_too_many() -> None:
    ballots = counting.read(DATA / "nsw_example_transfervalueoverone.blt")
    with pytest.raises(
        counting.BadParameterError, match=r"clause 7\(4\)\(a\) to the letter elects 5 for 4 places"
    ):
        counting.count("new-south-wales", ballots, 4, literal=True)
    assert len(counting.count("new-south-wales", ballots, 4).elected) <= 4


def test_new_south_wales_ends_when_the_last_in_cannot_be_caught() -> None:
    # Clause 11(3): Bob's 6 exceed the 5 of Cy and Dee together.
    result = counted("new-south-wales", [((1,), 7), ((2,), 6), ((3,), 3), ((4,), 2)], 2)
    assert len(result.stages) == 1
    assert result.winners == (1, 2)


def test_malta_moves_an_earlier_surplus_before_a_larger_later_one() -> None:
    papers = [((1, 3), 11), ((2,), 9), ((4, 2, 3), 4), ((3,), 4), ((5,), 8)]
    result = counted("malta", papers, 3)
    assert [(s.kind, s.candidates) for s in result.stages][1] == ("surplus", (1,))
    with pytest.raises(counting.BadParameterError, match="malta depends on the order of the papers"):
        counting.count("malta", Ballots.from_rankings(NAMES, papers), 3)


@pytest.mark.parametrize("rule", STATES)
def test_equal_surpluses_that_never_differed_are_settled_by_lot(rule: str) -> None:
    papers = [((1, 3), 6), ((2, 4), 6), ((3,), 1), ((4,), 1)]
    ballots = Ballots.from_rankings(NAMES[:4], papers)
    asked = by_the_text(rule, ballots, 3).question
    assert asked is not None
    assert (asked.choice, asked.candidates) == ("transfer", (1, 2))
    assert by_the_text(rule, ballots, 3, (2,)).stages[1].candidates == (2,)


@pytest.mark.parametrize("rule", STATES_OF_AUSTRALIA)
@settings(max_examples=300)
@given(election=elections())
def test_the_count_equals_the_plain_one(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    lots: tuple[int, ...] = ()
    while (found := by_the_text(rule, made(candidates, papers), seats, lots)).question is not None:
        lots = (*lots, min(found.question.candidates))
    single: list[Paper] = [Many(ranking, weight) for ranking, weight in papers]
    expected = STATES_OF_AUSTRALIA[rule](single, candidates, seats, min).run()
    unit = 10**found.precision
    totals = [{c: Fraction(v, unit) for c, v in enumerate(s.totals, start=1)} for s in found.stages]
    assert totals == expected.totals
    assert [(e.candidate, e.stage) for e in found.elected] == expected.elected
    assert [(e.candidate, e.stage) for e in found.excluded] == expected.excluded
