"""Voting power, exact: swings are counted, not sampled.

Sources: J. Banzhaf, Rutgers Law Review 19 (1965); L. Shapley and M. Shubik, Am. Pol. Science Review 48 (1954); generating
functions after S. Brams and P. Affuso, "Power and size", Theory and Decision 7 (1976), which count in the order of voters ×
total weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from mandat.language import msg
from mandat.study.errors import StudyError

MOST_WEIGHT = 200_000


def banzhaf(quota: int, weights: Sequence[int]) -> tuple[Fraction, ...]:
    """Each voter's share of all swings when weights of at least ``quota`` carry.

    >>> [str(each) for each in banzhaf(51, [50, 49, 1])]
    ['3/5', '1/5', '1/5']
    """
    swings = [_swings(quota, weights, voter) for voter in range(len(weights))]
    total = sum(swings)
    return tuple(Fraction(each, total) if total else Fraction(0) for each in swings)


def absolute_banzhaf(quota: int, weights: Sequence[int]) -> tuple[Fraction, ...]:
    """The probability that each voter decides when all others toss coins (Penrose's measure)."""
    return tuple(
        Fraction(_swings(quota, weights, voter), 2 ** (len(weights) - 1)) for voter in range(len(weights))
    )


def _swings(quota: int, weights: Sequence[int], voter: int) -> int:
    """How many coalitions of the others win only with this voter."""
    _checked(weights)
    ways = [1] + [0] * (quota - 1)
    for other, weight in enumerate(weights):
        if other != voter:
            for total in range(quota - 1, weight - 1, -1):
                ways[total] += ways[total - weight]
    return sum(ways[max(0, quota - weights[voter]) : quota])


def shapley_shubik(quota: int, weights: Sequence[int]) -> tuple[Fraction, ...]:
    """The share of all orders in which each voter is the one who makes a coalition win.

    >>> [str(each) for each in shapley_shubik(51, [50, 49, 1])]
    ['2/3', '1/6', '1/6']
    """
    _checked(weights)
    return tuple(_pivotal(quota, weights, voter) for voter in range(len(weights)))


def _pivotal(quota: int, weights: Sequence[int], voter: int) -> Fraction:
    many = len(weights)
    ways = [[0] * quota for _ in range(many)]  # ways[size][total]
    ways[0][0] = 1
    for other, weight in enumerate(weights):
        if other == voter:
            continue
        for size in range(many - 1, 0, -1):
            for total in range(quota - 1, weight - 1, -1):
                ways[size][total] += ways[size - 1][total - weight]
    first = max(0, quota - weights[voter])
    orders = sum(
        sum(ways[size][first:quota]) * factorial(size) * factorial(many - 1 - size) for size in range(many)
    )
    return Fraction(orders, factorial(many))


def _checked(weights: Sequence[int]) -> None:
    if any(weight < 0 for weight in weights) or sum(weights) > MOST_WEIGHT:
        raise StudyError(
            msg(
                "voting power is counted for whole weights from 0 up to {most} together; use seats or rounded cards"
            )(most=MOST_WEIGHT)
        )
