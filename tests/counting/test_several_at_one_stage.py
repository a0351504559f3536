"""Several elected at one stage, several excluded, surpluses in what order: made by hand from each text, and published counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from mandat import counting
from mandat.counting import Ballots, Count
from tests.counting.elections import DATA

NAMES = ["Ann", "Bob", "Cy", "Dee", "Eve", "Fay"]
Papers = Sequence[tuple[tuple[int, ...], int]]


def counted(rule: str, papers: Papers, seats: int, **more: Any) -> Count:
    named = max(c for ranking, _ in papers for c in ranking)
    ballots = Ballots.from_rankings(NAMES[:named], papers, keep_sequence=True)
    return counting.count(rule, ballots, seats, **more)


def stages(result: Count) -> list[tuple[str, tuple[int, ...]]]:
    return [(stage.kind, stage.candidates) for stage in result.stages]


def elected(result: Count) -> list[tuple[int, int]]:
    return [(e.candidate, e.stage) for e in result.elected]


def totals(result: Count, stage: int) -> list[str]:
    return [result.decimal(votes) for votes in result.stages[stage - 1].totals]


# Two over the quota at the first stage. Ann's papers name Bob next, Bob's name Ann; then Cy and Dee.
BOTH_OVER = [((1, 2, 3), 8), ((2, 1, 4), 7), ((3,), 3), ((4,), 2)]


def test_scotland_the_elected_receive_nothing_and_the_larger_surplus_moves_first() -> None:
    # Quota 20 / 4 + 1 = 6. Article 2: "continuing candidate" is neither deemed elected nor excluded.
    result = counted("stv-scottish", BOTH_OVER, 3)
    assert elected(result) == [(1, 1), (2, 1), (3, 4)]
    assert stages(result)[1:] == [("surplus", (1,)), ("surplus", (2,)), ("exclusion", (4,))]
    assert totals(result, 2) == ["6.00000", "7.00000", "5.00000", "2.00000"]  # 8 papers at 2/8
    assert totals(result, 3) == ["6.00000", "6.00000", "5.00000", "2.99995"]  # 7 papers at 1/7 = 0.14285


def test_minneapolis_one_is_declared_elected_in_a_round_and_the_other_receives() -> None:
    # Threshold 6. 167.70(c)(1)d: Ann has the largest surplus; Bob is still continuing and gets her 8 papers at 2/8.
    result = counted("minneapolis", BOTH_OVER, 3)
    assert elected(result)[:2] == [(1, 1), (2, 2)]
    assert stages(result)[1:3] == [("surplus", (1,)), ("surplus", (2,))]
    assert totals(result, 2) == ["6.0000", "9.0000", "3.0000", "2.0000"]
    # Now 9 votes and a surplus of 3: a fraction of 0.3333; 7 papers at 0.3333, 8 at 0.25 x 0.3333 = 0.0833.
    assert totals(result, 3) == ["6.0000", "6.0000", "3.6664", "4.3331"]
    assert result.winners == (1, 2, 4)


def test_the_same_papers_elect_others_under_the_two_texts() -> None:
    assert counted("stv-scottish", BOTH_OVER, 3).winners == (1, 2, 3)
    assert counted("minneapolis", BOTH_OVER, 3).winners == (1, 2, 4)


def test_minneapolis_hopeless_candidates_fall_before_a_surplus_moves() -> None:
    # Threshold 8. Ann has a surplus of 4; Dee and Eve (1 each) cannot equal Cy's 7 with all of it: 1 + 1 + 4 < 7.
    result = counted("minneapolis", [((1, 4), 12), ((2,), 8), ((3,), 7), ((4, 3), 1), ((5, 3), 1)], 3)
    assert [(e.candidate, e.stage) for e in result.excluded] == [(4, 1), (5, 1)]
    # f: now as many continue as there are offices, so they are elected and nothing moves.
    assert sorted(result.winners) == [1, 2, 3]
    assert len(result.stages) == 1


def test_minneapolis_as_many_at_the_threshold_as_seats_are_all_elected_at_once() -> None:
    result = counted("minneapolis", [((1, 3), 8), ((2, 3), 8), ((3,), 4)], 2)
    assert elected(result) == [(1, 1), (2, 1)]
    assert len(result.stages) == 1


# Eve 1 and Dee 2 have together what Cy has, 3.
TOGETHER = [((1,), 10), ((2,), 5), ((3,), 3), ((4,), 2), ((5,), 1)]


@pytest.mark.parametrize(
    ("rule", "losers"),
    [
        ("ers97", (5, 4)),  # 5.2.5(b): "does not exceed the vote of the candidate next above"
        ("stv-ni", (5,)),  # 51(12): "is less than the number of votes credited to the next lowest candidate"
        ("minneapolis", (5,)),  # 167.20: "would not be enough to equal or surpass"
        ("stv-scottish", (5,)),  # rule 50: one candidate
        ("meek", (5,)),  # B.3: one candidate
        ("au-senate", (5,)),  # (13)(a); bulk exclusion is not used in computerised counts
    ],
)
def test_how_many_fall_together(rule: str, losers: tuple[int, ...]) -> None:
    result = counted(rule, TOGETHER, 1)
    assert [e.candidate for e in result.excluded if e.stage == 1] == list(losers)


def test_ers97_a_surplus_that_does_not_exceed_the_difference_of_the_lowest_waits() -> None:
    # Quota 16 / 4 = 4.00. Ann's surplus of 1 does not exceed the 3 - 2 between Dee and Eve (5.2.2(a)).
    result = counted("ers97", [((1, 5), 5), ((2,), 3), ((3,), 3), ((4,), 3), ((5, 2), 2)], 3)
    assert stages(result)[1] == ("exclusion", (5,))
    # One paper more for Ann: 2 and a bit exceed it.
    other = counted("ers97", [((1, 5), 6), ((2,), 3), ((3,), 3), ((4,), 3), ((5, 2), 2)], 3)
    assert stages(other)[1] == ("surplus", (1,))


def test_northern_ireland_a_surplus_equal_to_the_difference_moves() -> None:
    # Quota 17 / 4 + 1 = 5. 49(10)(a): transferable papers wait only if the surplus is less than 3 - 2.
    papers = [((1, 5), 6), ((2,), 3), ((3,), 3), ((4,), 3), ((5, 2), 2)]
    assert stages(counted("stv-ni", papers, 3))[1] == ("surplus", (1,))


def test_ers97_level_for_the_last_place_none_is_elected_if_they_were_always_level() -> None:
    # Quota 30 / 3 = 10.00 exactly, and three have it: 5.6.2 elects none, then none can fall but by lot.
    result = counted("ers97", [((1,), 10), ((2,), 10), ((3,), 10)], 2)
    assert result.winners == ()
    assert result.question is not None
    assert (result.question.choice, result.question.candidates) == ("exclude", (1, 2, 3))


def test_ers97_level_for_the_last_places_by_the_first_stage_at_which_they_differed() -> None:
    # Dee's papers bring all three to 10.00; at the first stage Cy had least.
    result = counted("ers97", [((1,), 9), ((2,), 9), ((3,), 8), ((4, 1), 1), ((4, 2), 1), ((4, 3), 2)], 2)
    assert sorted(result.winners) == [1, 2]
    assert result.ties[0].paragraph == "5.6.2"


def test_irish_who_may_still_reach_a_quarter_of_the_quota_does_not_fall_with_others() -> None:
    # Quota 40 / 2 + 1 = 21, a quarter is 5.25. Cy (5) and Dee (3) have less than Bob together, but Dee's papers could bring Cy
    # above the quarter, which returns the expenses (section 122(2)): Dee falls alone.
    alone = counted("irish", [((1,), 20), ((2,), 12), ((3,), 5), ((4, 3), 3)], 1)
    assert stages(alone)[1] == ("exclusion", (4,))
    # With 6 Cy has them already: both fall at once.
    both = counted("irish", [((1,), 20), ((2,), 11), ((3,), 6), ((4, 3), 3)], 1)
    assert stages(both)[1] == ("exclusion", (4, 3))


def test_irish_the_largest_surplus_moves_first_and_the_elected_receive_nothing() -> None:
    result = counted("irish", BOTH_OVER, 3)
    assert stages(result)[1] == ("surplus", (1,))
    assert totals(result, 2) == ["6", "7", "5", "2"]


def test_cambridge_all_below_the_signatures_fall_together_the_fewest_first() -> None:
    result = counted("cambridge", [((1,), 12), ((2,), 7), ((3, 4, 2), 3), ((4, 3, 2), 2)], 1, signatures=5)
    assert stages(result)[1] == ("exclusion", (4, 3))
    # 9(h): both are out before a ballot moves, so none goes from the one to the other.
    assert totals(result, 2) == ["12", "12", "0", "0"]


def test_cambridge_a_ballot_that_gives_the_quota_elects_in_the_middle_of_a_transfer() -> None:
    # Quota 16 / 3 + 1 = 6. Bob has 5: the first of Dee's papers elects him, the second passes over him to Cy.
    result = counted("cambridge", [((1,), 5), ((2,), 5), ((3,), 4), ((4, 2, 3), 2)], 2, signatures=3)
    assert totals(result, 2) == ["5", "6", "5", "0"]
    assert elected(result)[0] == (2, 2)


def test_meek_all_who_reach_the_quota_in_a_round_are_elected_in_it_and_share_out_together() -> None:
    # B.2c and f: both keep factors change in the same iteration; the quota falls with what nobody names any more.
    result = counted("meek", BOTH_OVER, 3)
    assert elected(result)[:2] == [(1, 1), (2, 1)]
    assert stages(result)[1] == ("surplus", (1, 2))
    quotas = [stage.quota for stage in result.stages]
    assert all(quota is not None for quota in quotas)


# Published counts

NI = {each["id"]: each for each in msgspec.json.decode((DATA / "ni_assembly.json").read_bytes())}


def northern_irish(name: str) -> tuple[dict[str, Any], Count]:
    known = NI[name]
    papers = [(tuple(ranking), many) for ranking, many in known["papers"]]
    return known, counting.count("stv-ni", Ballots.from_rankings(known["candidates"], papers), known["seats"])


def cents(text: str) -> int:
    whole, _, part = text.partition(".")
    return int(whole) * 100 + int(f"{part}00"[:2])


@pytest.mark.parametrize("name", ["ni_assembly_2011_foyle", "ni_assembly_2016_belfast_west"])
def test_northern_ireland_gives_every_total_of_the_official_table(name: str) -> None:
    """The transfer values, who falls together, which surplus waits and which moves first: all by the rule, to the penny."""
    known, result = northern_irish(name)
    assert (result.valid, result.quota) == (known["valid"], known["quota"] * 100)
    assert [list(stage.totals) for stage in result.stages] == [
        list(map(cents, row)) for row in known["totals"]
    ]
    assert [stage.exhausted for stage in result.stages] == [cents(str(n)) for n in known["non_transferable"]]
    assert sorted(elected(result)) == [tuple(each) for each in known["elected"]]


def test_northern_ireland_2017_foyle_where_the_officer_moved_a_surplus_that_had_to_wait() -> None:
    """After stage 2 McCartney's surplus of 1,171.76 is less than the 1,490.72 between the six lowest (3,359.91 together) and
    McCann: by 49(10)(b) it is not liable to be transferred, by 51(12) the six fall in one operation. The officer moved it and let
    four fall, then two. The same five are elected.
    """
    known, result = northern_irish("ni_assembly_2017_foyle")
    official = [list(map(cents, row)) for row in known["totals"]]
    assert [list(stage.totals) for stage in result.stages[:2]] == official[:2]
    names = known["candidates"]
    after = dict(zip(names, official[1], strict=True))
    lowest = sorted(names, key=after.__getitem__)[:6]
    assert sum(after[name] for name in lowest) == 335991
    assert (
        after["Eamonn McCann"] - 335991
        == 149072
        > after["Raymond McCartney"] - known["quota"] * 100
        == 117176
    )
    assert {names[c - 1] for c in result.stages[2].candidates} == set(lowest)
    assert sorted(result.winners) == [number for number, _ in known["elected"]]


MODEL = [
    "Smith",
    "Duke",
    "Prince",
    "Freeman",
    "Carpenter",
    "Baron",
    "Abbot",
    "Vicar",
    "Wright",
    "Glazier",
    "Monk",
]
FIRST = [134, 105, 91, 90, 81, 64, 59, 55, 27, 24, 23]


def test_ers97_model_election_begins_as_the_booklet_says() -> None:
    """Newland and Britton, section 8: 753 papers for six places. 8.1: 753 / 7 = 107.57142, quota 107.58, Smith is elected.
    8.2: his surplus of 26.42 exceeds the 24 - 23 of the lowest, so it moves; 123 of 134 papers are transferable, each at 26.42 /
    123 = 0.21, and 0.59 is the non-transferable difference.
    """
    papers: list[tuple[tuple[int, ...], int]] = [((n,), many) for n, many in enumerate(FIRST, 1) if n > 1]
    papers += [((1, 3), 100), ((1, 2), 23), ((1,), 11)]  # how the 123 go on is not in the text that we have
    result = counting.count("ers97", Ballots.from_rankings(MODEL, papers), 6)
    assert (result.valid, result.decimal(result.quota or 0)) == (753, "107.58")
    assert elected(result)[0] == (1, 1)
    assert stages(result)[1] == ("surplus", (1,))
    moved = {t.target: (t.papers, t.votes) for t in result.stages[1].transfers}
    assert moved == {0: (11, 59), 2: (23, 483), 3: (100, 2100)}


def test_ers97_an_election_counted_by_a_students_union() -> None:
    """University College London, a club's committee, 19 March 2021, "ERS97 STV", two places, 25 papers (names left out).
    Published: 5, 20 and 0 first preferences, quota 8.34, surplus 11.66; then 16.56, 8.34 and 0.10 non-transferable.
    """
    papers = [((1,), 5), ((2, 1), 17), ((2,), 3)]
    result = counting.count("ers97", Ballots.from_rankings(["A", "B", "RON"], papers), 2)
    assert result.decimal(result.quota or 0) == "8.34"
    assert totals(result, 2) == ["16.56", "8.34", "0.00"]
    assert result.decimal(result.stages[1].exhausted) == "0.10"
    assert elected(result) == [(2, 1), (1, 2)]
