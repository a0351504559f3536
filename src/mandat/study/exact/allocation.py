"""Seats from shares: bias, thresholds, swing.

Sources: K. Schuster, F. Pukelsheim, M. Drton, N. Draper, "Seat biases of apportionment methods for proportional
representation", Electoral Studies 22 (2003); D. Rae, V. Hanby, J. Loosemore, "Thresholds of representation and thresholds of
exclusion", Comparative Political Studies 3 (1971); M. Kendall and A. Stuart, "The law of the cubic proportion in election
results", British J. Sociology 1 (1950).
"""

from __future__ import annotations

from fractions import Fraction
from math import pi, sqrt


def d_hondt_bias(parties: int, place: int) -> Fraction:
    """The mean seats that the party in this place by size wins beyond its due, large house, shares uniform.

    >>> [str(d_hondt_bias(3, k)) for k in (1, 2, 3)]
    ['5/12', '-1/12', '-1/3']
    """
    return (sum((Fraction(1, i) for i in range(place, parties + 1)), start=Fraction(0)) - 1) / 2


def d_hondt_sure(seats: int) -> Fraction:
    """The share above which one seat of ``seats`` is sure whatever the others do: 1/(S+1)."""
    return Fraction(1, seats + 1)


def d_hondt_possible(seats: int, parties: int) -> Fraction:
    """The share from which one seat is possible: 1/(S+p−1)."""
    return Fraction(1, seats + parties - 1)


def swing_ratio(spread: float) -> float:
    """Seats won per vote won at one half, when district shares are normal with this standard deviation (cube law: 3).

    >>> round(swing_ratio(0.133), 2)
    3.0
    """
    return 1 / (spread * sqrt(2 * pi))
