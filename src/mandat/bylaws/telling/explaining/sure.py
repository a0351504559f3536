"""How few voters are sure of seats: for each counting method the fewest who get k of n, whatever the others do.

The others vote as cleverly as they can: on one list, or each seat they want on a list of its own. For methods of quotients this
is the threshold of exclusion (Rae, Hanby and Loosemore, *Thresholds of Representation and Thresholds of Exclusion*, 1971).
"""

from __future__ import annotations

from fractions import Fraction

_DROOP = frozenset(
    {
        "fptp",
        "cumulative",
        "stv-scottish",
        "stv-ni",
        "wigm",
        "ers97",
        "meek",
        "meek-nz",
        "warren",
        "qpq",
        "irish",
        "cambridge",
        "minneapolis",
        "au-senate",
        "hare-clark-act",
        "hare-clark-tasmania",
        "new-south-wales",
        "victoria",
        "western-australia",
        "malta",
        "d-hondt",
        "hagenbach-bischoff",
        "open-list",
    }
)
"""Methods by which more than k/(n+1) of the votes are sure of k of n seats."""
_MAJORITY = frozenset(
    {
        "yes-no",
        "block",
        "limited",
        "two-round",
        "approval",
        "score",
        "list-majority",
        "irv",
        "maine",
        "alaska",
        "new-york-city",
        "schulze",
        "ranked-pairs",
        "copeland",
        "minimax",
    }
)
"""Methods by which more than half of the voters are sure of every seat that they vote for alike."""


def fewest_sure(method: str | None, voters: int, wanted: int, seats: int) -> int | None:
    """The fewest of ``voters`` who are sure of ``wanted`` of ``seats``; None where the method does not say.

    >>> fewest_sure("fptp", 100, 1, 1), fewest_sure("stv-scottish", 100, 2, 3), fewest_sure("block", 100, 3, 3)
    (51, 51, 51)
    """
    if wanted == 0:
        return 0
    if method is None or method in _DROOP:
        return _above(Fraction(wanted * voters, seats + 1), voters)
    if method in _MAJORITY:
        return _above(Fraction(voters, 2), voters)
    if method in ("sainte-lague", "sainte-lague-modified"):
        return _above(Fraction(voters * (2 * wanted - 1), seats + wanted), voters)
    if method in ("hare", "droop"):  # so many whole quotas are seats, whatever the remainders do
        return min(voters, -(-wanted * voters // seats))
    return None


def _above(bound: Fraction, voters: int) -> int | None:
    found = int(bound) + 1
    return found if found <= voters else None
