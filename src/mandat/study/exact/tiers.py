"""What tiers of majorities do to a share of the members.

Sources: S. Galam, "Majority rule, hierarchical structures, and democratic totalitarianism", J. Math. Psychology 30 (1986);
Condorcet, "Essai" (1785); L. Penrose, "The elementary statistics of majority voting", J. Royal Stat. Soc. 109 (1946); K. May,
"Probabilities of certain election results", Am. Math. Monthly 55 (1948); D. Felsenthal and M. Machover, "The measurement of
voting power" (1998) for the mean majority deficit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import acos, comb, pi, prod, sqrt
from typing import Literal

from mandat.language import msg
from mandat.study.errors import StudyError

TieOutcome = Literal["fails", "keeps", "half"]


def least_share(sizes: Sequence[int]) -> Fraction:
    """The least share of the members that can win through tiers of groups of these odd sizes by majority in each.

    >>> least_share([3, 3]), least_share([3, 3, 3])
    (Fraction(4, 9), Fraction(8, 27))
    """
    if any(size < 1 or size % 2 == 0 for size in sizes):
        raise StudyError(
            msg("the sizes of the groups are {sizes}; give odd numbers, in which no vote is tied")(
                sizes=str(list(sizes))
            )
        )
    return prod((Fraction(size + 1, 2 * size) for size in sizes), start=Fraction(1))


def majority(share: Fraction, size: int, tie: Literal["against", "half"] = "half") -> Fraction:
    """The probability that a group of ``size`` drawn independently has a majority, each member with probability ``share``.

    A tie counts ``against`` (whoever holds the seat keeps it) or ``half``.

    >>> majority(Fraction(6, 10), 3)
    Fraction(81, 125)
    """
    more = sum(
        (comb(size, k) * share**k * (1 - share) ** (size - k) for k in range(size // 2 + 1, size + 1)),
        start=Fraction(0),
    )
    if size % 2 or tie == "against":
        return more
    level = comb(size, size // 2) * (share * (1 - share)) ** (size // 2)
    return more + level / 2


def upward(share: Fraction, size: int, tiers: int) -> list[Fraction]:
    """The share after each of ``tiers`` tiers of majorities in groups of ``size``."""
    found = []
    for _ in range(tiers):
        share = majority(share, size)
        found.append(share)
    return found


def two_tier(share: Fraction, groups: int, size: int) -> Fraction:
    """The probability of a majority of groups, each decided by its own majority."""
    return majority(majority(share, size), groups)


def decisive(voters: int) -> Fraction:
    """The probability that one of an odd number of voters who toss coins decides the vote: C(2m, m) / 4^m.

    >>> decisive(9)
    Fraction(35, 128)
    """
    m = (voters - 1) // 2
    return Fraction(comb(2 * m, m), 4**m)


def inversion(levels: int) -> float:
    """The probability that the top differs from the members' majority, with so many winner-take-all levels below the top.

    All levels large, margins normal: arccos((2/π)^(levels/2)) / π.

    >>> round(inversion(1), 5)
    0.20595
    """
    return acos(sqrt(2 / pi) ** levels) / pi


def _outcomes(groups: int, size: int) -> Iterator[tuple[int, bool]]:
    """For every vote of groups × size members: how many agree, and whether the groups carry it."""
    for votes in product((0, 1), repeat=groups * size):
        sums = [sum(votes[at : at + size]) for at in range(0, groups * size, size)]
        yield sum(votes), 2 * sum(2 * each > size for each in sums) > groups


def majority_deficit(groups: int, size: int) -> tuple[Fraction, Fraction]:
    """The mean majority deficit and the share of votes that are inverted, by listing every vote (groups × size ≤ 20).

    The deficit of a vote is how many more members stand in the majority than agree with the outcome.

    >>> majority_deficit(3, 3)
    (Fraction(27, 256), Fraction(27, 256))
    """
    members = groups * size
    if members > 20 or groups % 2 == 0 or size % 2 == 0:
        raise StudyError(
            msg("the majority deficit is listed vote by vote: odd groups of odd size, at most 20 members")
        )
    missing = inverted = 0
    for yes, carried in _outcomes(groups, size):
        agree = yes if carried else members - yes
        missing += max(yes, members - yes) - agree
        inverted += (2 * yes > members) != carried
    return Fraction(missing, 2**members), Fraction(inverted, 2**members)
