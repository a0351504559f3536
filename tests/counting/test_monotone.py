"""Who is raised on a paper does not lose by it, under every rule for which that holds (transfers are not among them)."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots
from tests.counting.profiles import Papers, elections, made

CONDORCET = ("schulze", "ranked-pairs", "copeland", "minimax")
MARKS = ("approval", "block", "limited", "cumulative")
Points = list[dict[int, int]]


def raised(ranking: tuple[int, ...], candidate: int, place: int) -> tuple[int, ...]:
    """`candidate` at `place`, or higher where it stands higher already; the others in their order."""
    others = tuple(c for c in ranking if c != candidate)
    here = ranking.index(candidate) if candidate in ranking else len(others)
    place = min(place, here)
    return (*others[:place], candidate, *others[place:])


@pytest.mark.parametrize("rule", [*CONDORCET, "fptp"])
@given(election=elections(seats=1), data=st.data())
def test_raising_the_winner_leaves_it_the_winner(
    rule: str, election: tuple[int, Papers, int], data: st.DataObject
) -> None:
    candidates, papers, _ = election
    before = counting.count(rule, made(candidates, papers), 1)
    assume(before.question is None)
    winner = before.winners[0]
    better: Papers = []
    for ranking, weight in papers:
        lifted = data.draw(st.integers(0, weight))
        place = data.draw(st.integers(0, candidates))
        better += [(ranking, weight - lifted)] if lifted < weight else []
        better += [(raised(ranking, winner, place), lifted)] if lifted else []
    after = counting.count(rule, made(candidates, better), 1)
    assume(after.question is None or rule != "ranked-pairs")  # its lots also order those behind the winner
    assert winner in (after.winners or (after.question.candidates if after.question else ()))


@pytest.mark.parametrize("rule", MARKS)
@given(
    papers=st.lists(st.tuples(st.frozensets(st.integers(1, 5), max_size=4), st.integers(1, 6)), min_size=1),
    seats=st.integers(2, 3),
    more=st.integers(1, 9),
)
def test_papers_for_an_elected_candidate_keep_it_elected(
    rule: str, papers: list[tuple[frozenset[int], int]], seats: int, more: int
) -> None:
    names = [f"C{n}" for n in range(1, 6)]
    before = counting.count(rule, Ballots.from_approvals(names, papers), seats)
    for winner in before.winners:
        after = counting.count(rule, Ballots.from_approvals(names, [*papers, ({winner}, more)]), seats)
        assert winner in after.winners


@given(
    papers=st.lists(
        st.dictionaries(st.integers(1, 4), st.integers(0, 9), min_size=1), min_size=1, max_size=8
    ),
    data=st.data(),
)
def test_more_points_keep_it_elected(papers: Points, data: st.DataObject) -> None:
    names = [f"C{n}" for n in range(1, 5)]

    def count(points: Points) -> counting.Count:
        return counting.count(
            "score", Ballots.from_scores(names, [(each, 1) for each in points]), 1, levels=10
        )

    before = count(papers)
    assume(before.question is None)
    winner = before.winners[0]
    better = [{**each, winner: data.draw(st.integers(each.get(winner, 0), 9))} for each in papers]
    assert count(better).winners == (winner,)
