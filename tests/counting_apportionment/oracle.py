"""Highest quotients written out as a table of fractions: what the divisor methods must equal."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

DIVISORS = {"d-hondt": 1, "sainte-lague": 2}
"""Each next divisor is larger by this much; the first is 1."""


def outcomes(method: str, votes: dict[str, int], seats: int) -> set[tuple[int, ...]]:
    """Seats in the order of `votes`, for every way to settle which of equal quotients come first."""
    table = [
        (Fraction(count, 1 + DIVISORS[method] * place), name)
        for name, count in votes.items()
        for place in range(seats)
        if count
    ]
    table.sort(key=lambda cell: -cell[0])
    last = table[seats - 1][0]
    sure = [name for quotient, name in table if quotient > last]
    level = [name for quotient, name in table if quotient == last]
    return {
        tuple([*sure, *chosen].count(name) for name in votes)
        for chosen in combinations(level, seats - len(sure))
    }
