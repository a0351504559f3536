"""Lots, samples and the noise of small numbers.

Sources: W. Cochran, "Sampling techniques" (3rd ed. 1977), section 3.2 for the finite population; the variance of nested lots
follows by the law of total variance.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb


def lot_variance(share: Fraction, drawn: int, members: int) -> Fraction:
    """The variance of the share among ``drawn`` of ``members`` by lot without replacement.

    >>> lot_variance(Fraction(1, 2), 10, 10)
    Fraction(0, 1)
    """
    return share * (1 - share) / drawn * Fraction(members - drawn, members - 1)


def nested_lots_variance(share: Fraction, sizes: Sequence[int]) -> Fraction:
    """The variance after lots with replacement from lots, of these sizes from the base upwards: p(1−p)(1−∏(1−1/n)).

    >>> float(nested_lots_variance(Fraction(3, 10), [50, 20, 10]))
    0.034041
    """
    kept = Fraction(1)
    for size in sizes:
        kept *= 1 - Fraction(1, size)
    return share * (1 - share) * (1 - kept)


def false_recall(members: int, supporters: int, present: int) -> Fraction:
    """The probability that more than half of all members object among ``present`` drawn at random.

    Objectors are the members who do not support; the hypergeometric tail beyond members / 2.

    >>> false_recall(5, 2, 5)
    Fraction(1, 1)
    """
    return sample_majority(members, members - supporters, present, of=members)


def sample_majority(members: int, objectors: int, present: int, *, of: int | None = None) -> Fraction:
    """The probability that more than half of ``of`` (default: of those present) object in a random sample."""
    base = present if of is None else of
    ways = sum(
        comb(objectors, k) * comb(members - objectors, present - k)
        for k in range(base // 2 + 1, min(objectors, present) + 1)
    )
    return Fraction(ways, comb(members, present))
