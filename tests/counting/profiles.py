"""Hypothesis strategies for elections, and helpers to count them to the end."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots, Count

Papers = list[tuple[tuple[int, ...], int]]


@st.composite
def elections(draw: st.DrawFn, *, seats: int | None = None) -> tuple[int, Papers, int]:
    """(number of candidates, [(ranking, weight)], seats): small enough to tie often."""
    candidates = draw(st.integers(2, 6))
    ranking = st.lists(st.integers(1, candidates), min_size=1, max_size=candidates, unique=True).map(tuple)
    papers = draw(st.lists(st.tuples(ranking, st.integers(1, 12)), min_size=1, max_size=14))
    return candidates, papers, seats or draw(st.integers(1, candidates - 1))


def made(candidates: int, papers: Papers, **about: Any) -> Ballots:
    return Ballots.from_rankings([f"C{n}" for n in range(1, candidates + 1)], papers, **about)


def by_the_text(
    rule: str, ballots: Ballots, seats: int, lots: tuple[int, ...] = (), **parameters: Any
) -> Count:
    """Count as the rule's text says, which asks for a lot at every tie, also where the same are elected whatever falls."""
    return counting.rule(rule).function(ballots, seats, lots=lots, **parameters)


def complete(rule: str, ballots: Ballots, seats: int, **parameters: Any) -> Count:
    """Count to the end; every lot falls on the candidate with the lowest number."""
    lots: tuple[int, ...] = ()
    while True:
        result = counting.count(rule, ballots, seats, lots=lots, **parameters)
        if result.question is None:
            return result
        lots = (*lots, min(result.question.candidates))


def all_rules() -> list[str]:
    return [rule.name for rule in counting.rules().values() if rule.kind == "stv"]


def seats_for(rule: str, seats: int) -> int:
    return 1 if counting.rule(rule).one_seat else seats


def parameters_for(rule: str) -> dict[str, Any]:
    # With fifty signatures every candidate of a small election would fall at once; a first round may elect nobody.
    if counting.rule(rule).kind == "budget":
        return {"costs": (30, 20, 40, 10), "budget": 70}
    more: dict[str, dict[str, Any]] = {"cambridge": {"signatures": 2}, "majority-bonus": {"second": True}}
    return more.get(rule, {})
