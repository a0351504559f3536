"""Schulze and ranked pairs beside pref_voting; where they differ, the text of the rule says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from mandat import counting
from mandat.counting import Ballots
from mandat.counting.condorcet.pairwise import pairwise
from tests.counting_condorcet import oracle

ELECTIONS: list[dict[str, Any]] = msgspec.json.decode(
    (Path(__file__).parent / "data" / "pref_voting.json").read_bytes()
)
DIFFERING = [e for e in ELECTIONS if e["schulze_margins"] != e["schulze_winning_votes"]]


def papers_of(election: dict[str, Any]) -> list[tuple[tuple[int, ...], int]]:
    return [(tuple(map(int, ranking)), weight) for ranking, weight in election["papers"]]


def ballots_of(election: dict[str, Any]) -> Ballots:
    names = [f"C{n}" for n in range(1, election["candidates"] + 1)]
    return Ballots.from_rankings(names, papers_of(election))


def winners(rule: str, ballots: Ballots, **told: Any) -> list[int]:
    """Whoever some answer to the lots elects."""
    open_lots: list[tuple[int, ...]] = [()]
    found: set[int] = set()
    while open_lots:
        lots = open_lots.pop()
        result = counting.count(rule, ballots, 1, lots=lots, **told)
        if result.question is None:
            found.update(result.winners)
        else:
            open_lots += [(*lots, n) for n in result.question.candidates]
    return sorted(found)


def is_complete(election: dict[str, Any]) -> bool:
    return all(len(ranking) == election["candidates"] for ranking, _ in election["papers"])


def test_schulze_elects_as_pref_voting_does_by_winning_votes() -> None:
    assert len(ELECTIONS) == 400
    for election in ELECTIONS:
        assert winners("schulze", ballots_of(election)) == election["schulze_winning_votes"]


def test_complete_rankings_leave_nothing_to_differ_about() -> None:
    assert sum(map(is_complete, ELECTIONS)) >= 200
    assert not any(map(is_complete, DIFFERING))


def test_by_margins_pref_voting_departs_from_the_constitution() -> None:
    """A.5.7: the weakest defeat has the fewest papers for it, not the smallest margin. pref_voting takes margins unless told
    otherwise; each election in which that matters is one in which the plain definition by margins says the same."""
    assert DIFFERING
    for election in DIFFERING:
        papers = [(tuple(frozenset({n}) for n in ranking), weight) for ranking, weight in papers_of(election)]
        votes = oracle.pairwise(election["candidates"], papers)
        margins = {(a, b): max(votes[a, b] - votes[b, a], 0) for a, b in votes}
        assert oracle.beatpath_winners(election["candidates"], margins) == set(election["schulze_margins"])
        assert oracle.beatpath_winners(election["candidates"], votes) == set(
            election["schulze_winning_votes"]
        )


@pytest.mark.parametrize("part", range(4))
def test_ranked_pairs_elects_as_pref_voting_does(part: int) -> None:
    """All winners over every lot are all winners over every order of equal majorities (Zavist and Tideman's stacks)."""
    for election in ELECTIONS[part::4]:
        assert winners("ranked-pairs", ballots_of(election)) == election["ranked_pairs"], election


@pytest.mark.parametrize(
    ("theirs", "rule", "told"),
    [
        ("split_cycle", "split-cycle", {}),
        ("stable_voting", "stable-voting", {}),
        ("schulze_margins", "schulze", {"strength": "margins"}),
        ("ranked_pairs_winning_votes", "ranked-pairs", {"strength": "winning votes"}),
        ("minimax_winning_votes", "minimax", {}),
        ("minimax_margins", "minimax", {"strength": "margins"}),
        ("borda", "borda", {}),
        ("bucklin", "bucklin", {}),
    ],
)
def test_the_same_candidates_can_win_as_with_pref_voting(
    theirs: str, rule: str, told: dict[str, Any]
) -> None:
    known = [e for e in ELECTIONS if theirs in e]
    if theirs == "ranked_pairs_winning_votes":  # pref_voting also locks in pairs that nobody wins
        known = [e for e in known if not has_equal_pair(e)]
    assert len(known) >= 200
    for election in known:
        assert winners(rule, ballots_of(election), **told) == election[theirs]


def has_equal_pair(election: dict[str, Any]) -> bool:
    compared = pairwise(ballots_of(election))
    return any(compared.margin(a, b) == 0 for a in compared.options for b in compared.options if a < b)


def test_a_strength_that_there_is_not_is_refused() -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob"], [((1, 2), 3)])
    for rule in ("schulze", "ranked-pairs", "minimax", "split-cycle"):
        with pytest.raises(counting.BadParameterError, match=f"{rule} has no strength 'losing votes'"):
            counting.count(rule, ballots, 1, strength="losing votes")
        told = counting.count(rule, ballots, 1, strength="winning-votes").parameters
        assert dict(told).get("strength", "winning votes") == "winning votes"
