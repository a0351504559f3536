"""Casual vacancies: ERS97, paragraph 7.1, and next by votes where nothing is transferred."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from mandat import counting
from mandat.counting import Ballots
from tests.counting.elections import ballots as election
from tests.counting.elections import outcome
from tests.counting.profiles import Papers, complete, elections, made
from tests.counting.test_scotland import ward

GUARDING = ["stv-scottish", "wigm", "meek", "meek-nz", "minneapolis", "stv-ni", "ers97", "au-senate"]


def test_the_voters_of_the_vacating_member_choose_the_successor() -> None:
    papers = [((1, 3), 40), ((2, 4), 38), ((3,), 5), ((4,), 9), ((5,), 8)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee", "Eve"], papers)
    assert counting.count("stv-scottish", ballots, 2).winners == (1, 2)
    result = counting.countback("stv-scottish", ballots, 2, vacating=[1], sitting=[2])
    assert [e.name for e in result.elected] == ["Cy"]
    assert set(result.runners_up) == {4, 5}


def test_only_those_who_stand_are_seated() -> None:
    papers = [((1, 3, 4), 40), ((2,), 38), ((4,), 9)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers)
    result = counting.countback("stv-scottish", ballots, 2, vacating=[1], sitting=[2], standing=[4])
    assert result.winners == (4,)
    assert result.runners_up == ()


@pytest.mark.parametrize("rule", GUARDING)
def test_a_weak_sitting_member_keeps_the_seat(rule: str) -> None:
    # On all papers Bob would be excluded first; he sits, so the newcomers compete for Ann's seat only.
    papers = [((1, 3), 50), ((2,), 4), ((3,), 30), ((4,), 28)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers)
    result = counting.countback(rule, ballots, 2, vacating=[1], sitting=[2])
    assert result.winners == (3,)


@pytest.mark.parametrize("rule", GUARDING)
def test_two_newcomers_over_the_quota_at_once_do_not_take_a_sitting_members_seat(rule: str) -> None:
    papers = [((3,), 50), ((4,), 49), ((2,), 10), ((1,), 1)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers)
    assert counting.countback(rule, ballots, 2, vacating=[1], sitting=[2]).winners == (3,)


@given(election=elections())
def test_a_countback_seats_exactly_the_vacancies_and_never_a_sitting_member(
    election: tuple[int, Papers, int],
) -> None:
    candidates, papers, seats = election
    if candidates <= seats:
        return
    ballots = made(candidates, papers)
    for rule in GUARDING:
        elected = complete(rule, ballots, seats).winners
        lots: tuple[int, ...] = ()
        while True:
            result = counting.countback(
                rule, ballots, seats, vacating=elected[:1], sitting=elected[1:], lots=lots
            )
            if result.question is None:
                break
            if result.question.choice != "transfer":
                assert not set(result.question.candidates) & set(elected)
            lots = (*lots, min(result.question.candidates))
        named = {c for ranking, _ in papers for c in ranking}
        # New Zealand's clause 20: of several seats none goes to somebody who is on no paper.
        unnamed_only = rule == "meek-nz" and len(elected) > 1 and not named - set(elected)
        assert len(result.winners) == (0 if unnamed_only else 1) or not result.valid
        assert not set(result.winners) & set(elected)
        assert not {e.candidate for e in result.excluded} & set(elected)


def test_next_by_votes_under_rules_without_transfers() -> None:
    papers = [((1,), 9), ((2,), 7), ((3,), 5), ((4,), 3)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers)
    assert counting.countback("fptp", ballots, 2, vacating=[1], sitting=[2]).winners == (3,)


def test_a_tie_in_a_countback_is_asked() -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1,), 5), ((2,), 2), ((3,), 2)])
    result = counting.countback("fptp", ballots, 1, vacating=[1], sitting=[])
    assert result.question is not None
    assert result.question.names == ("Bob", "Cy")
    assert counting.countback("fptp", ballots, 1, vacating=[1], sitting=[], lots=(3,)).winners == (3,)


def test_every_real_delegate_can_be_replaced() -> None:
    ballots, official = ward("renfrewshire_2017_ward3")
    winners = official["winners"]
    for gone in winners:
        sitting = [w for w in winners if w != gone]
        result = counting.countback("stv-scottish", ballots, 3, vacating=[gone], sitting=sitting)
        assert len(result.winners) == 1
        assert result.winners[0] not in winners


def test_by_papers_of_the_vacating_member_only_their_voters_count() -> None:
    # Dee is everybody's second best, Cy the choice of Ann's voters: on Ann's papers alone Cy wins.
    papers = [((1, 3), 30), ((1, 4), 20), ((2, 4), 38), ((4,), 12)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers)
    call: dict[str, Any] = {"vacating": [1], "sitting": [2]}
    result = counting.countback("stv-scottish", ballots, 2, method="papers-of-vacating", **call)
    assert (result.winners, result.stages[0].totals) == ((3,), (0, 0, 30 * 10**5, 20 * 10**5))
    assert counting.countback("stv-scottish", ballots, 2, **call).winners == (4,)


def test_by_papers_transferred_papers_count_at_the_value_they_had() -> None:
    # Bob is elected at stage 2 by his own papers and Ann's surplus: 30 papers at 0.46666.
    papers = [((1, 2, 3), 30), ((2, 4), 10), ((3,), 5), ((4,), 2)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers)
    result = counting.countback(
        "stv-scottish", ballots, 2, vacating=[2], sitting=[1], method="papers-of-vacating"
    )
    assert result.stages[0].totals == (0, 0, 30 * 46666, 10 * 10**5)
    assert result.winners == (3,)


@pytest.mark.parametrize("rule", ["stv-scottish", "wigm", "minneapolis", "stv-ni", "ers97"])
def test_by_papers_works_for_every_member_however_elected(rule: str) -> None:
    # Cy is elected last, on papers transferred from Eve or without a quota.
    papers = [((1, 4), 18), ((2, 4), 18), ((3, 4), 12), ((4,), 7), ((5, 3), 5)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee", "Eve"], papers)
    elected = counting.count(rule, ballots, 3).winners
    for gone in elected:
        sitting = [c for c in elected if c != gone]
        call: dict[str, Any] = {"vacating": [gone], "sitting": sitting, "method": "papers-of-vacating"}
        assert counting.countback(rule, ballots, 3, **call).winners[0] not in elected


def test_cambridge_counts_the_ballots_credited_at_the_end_again() -> None:
    # MGL c. 54A s 13. The quota is 26; of Ann's 50 ballots every second moves: 9 to Cy, 15 to Dee. 9 and 17 stay.
    papers = [((1, 3), 18), ((1, 4), 32), ((2,), 35), ((3,), 9), ((4,), 6)]
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers, keep_sequence=True)
    call: dict[str, Any] = {"vacating": [1], "sitting": [2, 4], "signatures": 0}
    result = counting.countback("cambridge", ballots, 3, method="papers-of-vacating", **call)
    assert (result.stages[0].totals, result.stages[0].exhausted) == ((0, 0, 9, 0), 17)
    assert result.winners == (3,)


def test_cambridge_fills_a_vacancy_of_2021_from_the_real_ballots() -> None:
    ballots = election("us_cambridge_2021_council", keep_sequence=True)
    council = counting.count("cambridge", ballots, 9)
    call: dict[str, Any] = {"vacating": council.winners[:1], "sitting": council.winners[1:]}
    lots: tuple[int, ...] = ()  # among write-ins without a ballot of the former member
    while True:
        result = counting.countback("cambridge", ballots, 9, method="papers-of-vacating", lots=lots, **call)
        if result.question is None:
            break
        assert all(result.stages[-1].totals[c - 1] == 0 for c in result.question.candidates)
        lots = (*lots, min(result.question.candidates))
    assert council.elected[0].name == "Siddiqui"
    assert result.valid == council.quota == outcome("us_cambridge_2021_council")["final_piles"]["Siddiqui"]
    assert [e.name for e in result.elected] == ["Sobrinho-Wheeler"]


def test_by_papers_needs_a_rule_with_values_and_one_vacancy() -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 3), 6), ((2,), 5)])
    with pytest.raises(
        counting.BadParameterError,
        match=r"papers-of-vacating needs papers that lie with those they elect; .* fptp not",
    ):
        counting.countback("fptp", ballots, 2, vacating=[1], sitting=[2], method="papers-of-vacating")
    with pytest.raises(counting.BadParameterError, match="fills one vacancy at a time, not 2"):
        counting.countback(
            "stv-scottish", ballots, 2, vacating=[1, 2], sitting=[], method="papers-of-vacating"
        )
    with pytest.raises(counting.BadParameterError, match="Cy was not elected by these ballots"):
        counting.countback("stv-scottish", ballots, 2, vacating=[3], sitting=[2], method="papers-of-vacating")


def test_a_countback_is_not_replayed_as_a_count() -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 3), 6), ((2,), 5)])
    result = counting.countback("stv-scottish", ballots, 2, vacating=[1], sitting=[2])
    with pytest.raises(counting.BadReplayError, match="this is a countback; call `countback` again"):
        counting.replay(result, ballots)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ({"vacating": [1], "sitting": [1]}, r"candidate 1 \(Ann\) sits and vacates the seat"),
        ({"vacating": [], "sitting": [2]}, "nobody vacates a seat"),
        ({"vacating": [1], "sitting": [2, 3]}, "1 vacating and 2 sitting are more than 2 seats"),
        ({"vacating": [7], "sitting": [2]}, "no candidate has the number 7"),
        ({"vacating": [1], "sitting": [2], "standing": [2]}, r"candidate 2 \(Bob\) sits and stands"),
        (
            {"vacating": [1], "sitting": [2], "method": "coin"},
            "no countback method 'coin'; known: guarded, papers-of-vacating",
        ),
    ],
)
def test_contradictions_are_refused(call: dict[str, object], words: str) -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 3), 6), ((2,), 5)])
    with pytest.raises(counting.BadParameterError, match=words):
        counting.countback("stv-scottish", ballots, 2, **call)  # type: ignore[arg-type]


def test_rules_of_whole_papers_cannot_guard() -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 3), 6), ((2,), 5)], keep_sequence=True)
    with pytest.raises(
        counting.BadParameterError, match="irish moves whole papers and cannot guard sitting members"
    ):
        counting.countback("irish", ballots, 2, vacating=[1], sitting=[2])
