"""What holds for every election, under every STV rule: tried on random ones."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots
from mandat.counting.result import NO_DIFFERENCE
from tests.counting import oracle
from tests.counting.profiles import (
    Papers,
    all_rules,
    complete,
    elections,
    made,
    parameters_for,
    seats_for,
)

ORDER_SENSITIVE = [name for name in all_rules() if counting.rule(name).order_sensitive]
GROUPED = [name for name in all_rules() if name not in ORDER_SENSITIVE]
every_rule = pytest.mark.parametrize("rule", all_rules())


def counted(rule: str, ballots: Ballots, seats: int) -> counting.Count:
    return complete(rule, ballots, seats_for(rule, seats), **parameters_for(rule))


@pytest.mark.parametrize("rule", GROUPED)
@given(election=elections(), shuffled=st.randoms(use_true_random=False))
def test_order_of_the_papers_does_not_matter(
    rule: str, election: tuple[int, Papers, int], shuffled: Any
) -> None:
    candidates, papers, seats = election
    other = list(papers)
    shuffled.shuffle(other)
    assert counted(rule, made(candidates, papers), seats) == counted(rule, made(candidates, other), seats)


@pytest.mark.parametrize("rule", GROUPED)
@given(election=elections(), data=st.data())
def test_order_of_the_files_does_not_matter(
    rule: str, election: tuple[int, Papers, int], data: st.DataObject
) -> None:
    candidates, papers, seats = election
    cut = data.draw(st.integers(0, len(papers)))
    parts = [made(candidates, papers[:cut]), made(candidates, papers[cut:])]
    whole = counted(rule, made(candidates, papers), seats)
    for order in (parts, parts[::-1]):
        assert counted(rule, Ballots.joined(order), seats) == whole


@pytest.mark.parametrize("rule", ORDER_SENSITIVE)
@given(election=elections(), data=st.data())
def test_files_joined_in_one_order_give_one_result(
    rule: str, election: tuple[int, Papers, int], data: st.DataObject
) -> None:
    candidates, papers, seats = election
    cut = data.draw(st.integers(0, len(papers)))
    parts = [made(candidates, each, keep_sequence=True) for each in (papers[:cut], papers[cut:])]
    whole = counted(rule, made(candidates, papers, keep_sequence=True), seats)
    assert counted(rule, Ballots.joined(parts), seats) == whole


@pytest.mark.parametrize("rule", ORDER_SENSITIVE)
@given(election=elections())
def test_rules_that_look_at_the_order_need_it_and_repeat_it(
    rule: str, election: tuple[int, Papers, int]
) -> None:
    candidates, papers, seats = election
    one = counted(rule, made(candidates, papers, keep_sequence=True), seats)
    assert one == counted(rule, made(candidates, papers, keep_sequence=True), seats)
    with pytest.raises(counting.BadParameterError, match="depends on the order of the papers"):
        counted(rule, made(candidates, papers), seats)


@every_rule
@given(election=elections())
def test_grouping_changes_nothing(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    one_by_one: Papers = [(ranking, 1) for ranking, weight in papers for _ in range(weight)]
    assert counted(rule, made(candidates, papers, keep_sequence=True), seats) == counted(
        rule, made(candidates, one_by_one, keep_sequence=True), seats
    )


@every_rule
@given(election=elections(), shuffled=st.randoms(use_true_random=False))
def test_renaming_candidates_renames_the_result(
    rule: str, election: tuple[int, Papers, int], shuffled: Any
) -> None:
    candidates, papers, seats = election
    result = counted(rule, made(candidates, papers, keep_sequence=True), seats)
    assume(not result.lots)  # the lots of this test fall on the lowest number, which renaming changes
    new = list(range(1, candidates + 1))
    shuffled.shuffle(new)
    renamed: Papers = [(tuple(new[c - 1] for c in ranking), weight) for ranking, weight in papers]
    other = counted(rule, made(candidates, renamed, keep_sequence=True), seats)
    assume(not other.lots)
    assert {new[c - 1] for c in result.winners} == set(other.winners)
    if any(tie.how == NO_DIFFERENCE for tie in (*result.ties, *other.ties)):
        return  # the lowest number fell, which renaming changes too, though nobody's election hangs on it
    for stage, again in zip(result.stages, other.stages, strict=True):
        assert [again.totals[n - 1] for n in new] == list(stage.totals)


@every_rule
@given(election=elections())
def test_votes_are_conserved_to_the_unit(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = counted(rule, made(candidates, papers, keep_sequence=True), seats)
    for stage in result.stages:
        assert sum(stage.totals) + stage.exhausted + stage.lost == result.valid * 10**result.precision
        assert all(votes >= 0 for votes in stage.totals)


@every_rule
@given(election=elections())
def test_every_candidate_has_one_fate_and_all_seats_are_filled(
    rule: str, election: tuple[int, Papers, int]
) -> None:
    candidates, papers, seats = election
    result = counted(rule, made(candidates, papers, keep_sequence=True), seats)
    assert sorted([*result.winners, *result.runners_up]) == list(range(1, candidates + 1))
    named = {c for ranking, _ in papers for c in ranking}
    places = seats_for(rule, seats)
    # New Zealand's clauses 20 and 21: who is on no paper is withdrawn, and seats may stay empty.
    assert len(result.winners) == (min(places, len(named)) if rule == "meek-nz" else places)


@every_rule
@given(election=elections())
def test_a_candidate_with_the_quota_of_first_preferences_is_elected(
    rule: str, election: tuple[int, Papers, int]
) -> None:
    candidates, papers, seats = election
    result = counted(rule, made(candidates, papers, keep_sequence=True), seats)
    valid = Fraction(result.valid)
    for candidate, votes in enumerate(result.stages[0].totals, start=1):
        if Fraction(votes, 10**result.precision) > valid / (seats_for(rule, seats) + 1) + 1:
            assert candidate in result.winners


@given(election=elections())
def test_scottish_equals_the_plain_fraction_count(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = complete("stv-scottish", made(candidates, papers), seats)
    plain = [ranking for ranking, weight in papers for _ in range(weight)]
    expected = oracle.scottish(plain, candidates, seats, min)
    assert [(e.candidate, e.stage) for e in result.elected] == expected.elected
    assert [(e.candidate, e.stage) for e in result.excluded] == expected.excluded
    fast = [
        {c: Fraction(votes, 10**5) for c, votes in enumerate(stage.totals, start=1)}
        for stage in result.stages
    ]
    assert fast == expected.totals


@given(election=elections())
def test_meek_equals_the_plain_fraction_count(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = complete("meek", made(candidates, papers), seats)
    plain = [ranking for ranking, weight in papers for _ in range(weight)]
    assert list(result.winners) == oracle.meek(plain, candidates, seats, min)


@given(election=elections(seats=1), more=st.integers(1, 20))
def test_votes_added_for_the_only_seat_never_hurt_under_plurality(
    election: tuple[int, Papers, int], more: int
) -> None:
    candidates, papers, _ = election
    for rule in ("fptp", "approval"):
        winner = complete(rule, made(candidates, papers), 1).winners[0]
        better = made(candidates, [*papers, ((winner,), more)])
        assert complete(rule, better, 1).winners == (winner,)


@given(election=elections())
def test_a_count_survives_json(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = complete("stv-scottish", made(candidates, papers), seats)
    assert msgspec.json.decode(msgspec.json.encode(result), type=counting.Count) == result
    assert msgspec.json.decode(msgspec.json.encode(result.to_json())) == result.to_json()
