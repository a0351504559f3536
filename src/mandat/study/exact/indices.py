"""How far shares of seats are from shares of votes.

Sources: M. Gallagher, "Proportionality, disproportionality and electoral systems", Electoral Studies 10 (1991); J. Loosemore
and V. Hanby, British J. Political Science 1 (1971); D. Rae, "The political consequences of electoral laws" (1967).
All are in percentage points but Sainte-Laguë (hundredths) and D'Hondt (a ratio).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt


def gallagher(votes: Sequence[float], seats: Sequence[float]) -> float:
    """√(½ Σ (v − s)²), votes and seats in per cent.

    >>> gallagher([50, 30, 20], [60, 30, 10])
    10.0
    """
    return sqrt(sum((v - s) ** 2 for v, s in zip(votes, seats, strict=True)) / 2)


def loosemore_hanby(votes: Sequence[float], seats: Sequence[float]) -> float:
    """½ Σ |v − s|."""
    return sum(abs(v - s) for v, s in zip(votes, seats, strict=True)) / 2


def rae(votes: Sequence[float], seats: Sequence[float]) -> float:
    """The mean of |v − s| over the parties."""
    return sum(abs(v - s) for v, s in zip(votes, seats, strict=True)) / len(votes)


def sainte_lague(votes: Sequence[float], seats: Sequence[float]) -> float:
    """Σ (s − v)² / v."""
    return sum((s - v) ** 2 / v for v, s in zip(votes, seats, strict=True) if v)


def d_hondt(votes: Sequence[float], seats: Sequence[float]) -> float:
    """The largest s / v."""
    return max(s / v for v, s in zip(votes, seats, strict=True) if v)


def cdf_area(votes: Sequence[float], seats: Sequence[float]) -> float:
    """The area between the two distributions over tendencies in a row: many-to-many congruence, 0 to 1 for shares.

    Source: M. Golder and J. Stramski, "Ideological congruence and electoral institutions", Am. J. Pol. Science 54 (2010).
    """
    above = area = 0.0
    for v, s in zip(votes[:-1], seats[:-1], strict=True):
        above += v - s
        area += abs(above)
    return area / max(1, len(votes) - 1)
