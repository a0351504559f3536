"""Borda, Bucklin and STAR: worked examples, and plain definitions on random papers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots, Count

NAMES = ["Memphis", "Nashville", "Chattanooga", "Knoxville"]
TENNESSEE = [((1, 2, 3, 4), 42), ((2, 3, 4, 1), 26), ((3, 4, 2, 1), 15), ((4, 3, 2, 1), 17)]
"""The example that every text on voting rules uses: which city is the capital, by distance."""
Ranks = list[tuple[tuple[frozenset[int], ...], int]]


def ranked(papers: Any, names: list[str] = NAMES) -> Ballots:
    return Ballots.from_rankings(names, papers)


def test_borda_on_tennessee() -> None:
    result = counting.count("borda", ranked(TENNESSEE), 1)
    assert [result.decimal(v) for v in result.stages[0].totals] == ["126.0", "194.0", "173.0", "107.0"]
    assert result.elected[0].name == "Nashville"


def test_bucklin_on_tennessee() -> None:
    result = counting.count("bucklin", ranked(TENNESSEE), 1)
    assert [stage.totals for stage in result.stages] == [(42, 26, 15, 17), (42, 68, 58, 32)]
    assert result.elected[0].name == "Nashville"


def test_bucklin_without_a_majority_ends_with_most_votes_and_asks_for_a_lot() -> None:
    result = counting.count("bucklin", ranked([((1,), 3), ((2,), 3), ((3,), 2)], NAMES[:3]), 1)
    assert result.question is not None
    assert result.question.candidates == (1, 2)


def test_bucklin_counts_an_empty_rank_for_nobody() -> None:
    result = counting.count("bucklin", ranked([((1, 0, 2), 2), ((2, 3), 2), ((3, 1), 1)], NAMES[:3]), 1)
    assert [stage.totals for stage in result.stages] == [(2, 2, 1), (3, 2, 3)]
    assert result.question is not None


def test_borda_refuses_a_way_it_does_not_know() -> None:
    with pytest.raises(counting.BadParameterError, match="does not know what 'half' gives the unranked"):
        counting.count("borda", ranked(TENNESSEE), 1, unranked="half")


@st.composite
def papers(draw: st.DrawFn) -> tuple[int, Ranks]:
    """Candidates, and rankings with shared ranks and candidates left out."""
    many = draw(st.integers(2, 5))
    found: Ranks = []
    for _ in range(draw(st.integers(1, 6))):
        order = draw(st.permutations(range(1, many + 1)))[: draw(st.integers(1, many))]
        shares = draw(st.lists(st.booleans(), min_size=many, max_size=many))
        ranks: list[set[int]] = []
        for number, shared in zip(order, shares, strict=False):
            if ranks and shared:
                ranks[-1].add(number)
            else:
                ranks.append({number})
        found.append((tuple(map(frozenset, ranks)), draw(st.integers(1, 9))))
    return many, found


def plain_borda(many: int, given_: Ranks, unranked: str) -> list[Fraction]:
    """Each paper's points candidate by candidate, from the definition."""
    totals = [Fraction(0)] * (many + 1)
    for ranks, weight in given_:
        ranked_ = sum(map(len, ranks))
        first = ranked_ if unranked == "short" else many - 1
        place = 0
        for rank in ranks:
            mean = Fraction(sum(first - place - each for each in range(len(rank))), len(rank))
            for number in rank:
                totals[number] += weight * mean
            place += len(rank)
        if unranked == "mean":
            rest = set(range(1, many + 1)).difference(*ranks)
            for number in rest:
                totals[number] += weight * Fraction(sum(range(len(rest))), len(rest))
    return totals[1:]


@pytest.mark.parametrize("unranked", ["mean", "zero", "short"])
@given(drawn=papers())
def test_borda_equals_the_plain_definition(unranked: str, drawn: tuple[int, Ranks]) -> None:
    many, given_ = drawn
    ballots = ranked(given_, [f"C{n}" for n in range(1, many + 1)])
    result = counting.count("borda", ballots, many, unranked=unranked)
    assert [Fraction(v, 10) for v in result.stages[0].totals] == plain_borda(many, given_, unranked)


@given(drawn=papers())
def test_bucklin_equals_the_plain_definition(drawn: tuple[int, Ranks]) -> None:
    many, given_ = drawn
    result = counting.count("bucklin", ranked(given_, [f"C{n}" for n in range(1, many + 1)]), 1)
    total = sum(weight for _, weight in given_)
    votes = [0] * (many + 1)
    for level, stage in enumerate(result.stages):
        for ranks, weight in given_:
            for number in ranks[level] if level < len(ranks) else ():
                votes[number] += weight
        assert list(stage.totals) == votes[1:]
        over = [v for v in votes if 2 * v > total]
        assert bool(over) == (level == len(result.stages) - 1) or level == len(result.stages) - 1
    best = [n for n in range(1, many + 1) if votes[n] == max(votes)]
    assert result.winners == tuple(best) if len(best) == 1 else result.question is not None


# STAR


def scored(papers_: Any, names: list[str] = NAMES) -> Ballots:
    return Ballots.from_scores(names, papers_)


def star(papers_: Any, seats: int = 1, **more: Any) -> Count:
    return counting.count("star", scored(papers_), seats, **more)


def test_star_on_tennessee() -> None:
    # The example of the Equal Vote Coalition: 5 for the own city, less with the distance.
    papers_ = [
        ({1: 5, 2: 2, 3: 1}, 42),
        ({1: 0, 2: 5, 3: 2, 4: 2}, 26),
        ({2: 3, 3: 5, 4: 4}, 15),
        ({2: 2, 3: 4, 4: 5}, 17),
    ]
    result = star(papers_)
    assert result.stages[0].totals == (210, 293, 237, 197)
    assert result.exhibits[0].rows == (("1", "Nashville", "Chattanooga", "68", "32", "0"),)
    assert result.elected[0].name == "Nashville"


def test_star_and_score_can_differ() -> None:
    papers_ = [({1: 5, 2: 4}, 3), ({2: 5, 1: 0}, 2)]
    assert counting.count("score", scored(papers_), 1).winners == (2,)
    assert star(papers_).winners == (1,)


def test_star_breaks_ties_by_its_protocol_before_any_lot() -> None:
    # Two tie for the second place in the runoff, but more papers prefer one of them.
    tied = star([({1: 5, 3: 2, 2: 1}, 4), ({2: 4}, 1), ({1: 1}, 2)])
    assert tied.stages[0].totals[:3] == (22, 8, 8)
    assert [(t.candidates, t.chosen, t.how) for t in tied.ties] == [((2, 3), 3, "protocol")]


def test_star_runoff_equal_on_papers_goes_to_more_points() -> None:
    result = star([({1: 5, 2: 1}, 2), ({2: 3, 1: 1}, 2)])
    assert [(t.choice, t.chosen, t.how) for t in result.ties] == [("elect", 1, "protocol")]


def test_star_asks_for_a_lot_when_its_protocol_ends() -> None:
    asked = star([({1: 5}, 1), ({2: 5}, 1)]).question
    assert asked is not None
    assert asked.candidates == (1, 2)


def test_star_fills_several_seats_one_after_another() -> None:
    result = star([({1: 5, 2: 4}, 6), ({3: 5, 2: 1}, 4)], 2)
    assert [(each.name, each.stage) for each in result.elected] == [("Memphis", 1), ("Nashville", 2)]
    assert result.stages[1].totals[0] == 0


def test_star_voids_papers_that_leave_the_scale() -> None:
    result = star([({1: 6}, 3), ({2: 5}, 1)])
    assert (result.valid, result.invalid, result.winners) == (1, 3, (2,))
    with pytest.raises(counting.BadParameterError, match="star has 0 levels"):
        star([({1: 1}, 1)], levels=0)
    with pytest.raises(counting.BadParameterError, match="star needs points"):
        counting.count("star", ranked(TENNESSEE), 1)
