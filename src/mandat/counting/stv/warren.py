"""Warren's method: as Meek's, but what an elected candidate keeps of a paper is a price, the same for every paper that has so
much.

Texts: C. H. E. Warren, "Counting in STV elections", Voting matters 1 (1994), 12-13; I. D. Hill and C. H. E. Warren, "Meek
versus Warren", Voting matters 20 (2005), 1-5. Meek takes a share of whatever value a paper brings, so that papers which helped
to elect others pay less; Warren takes the same price of all, or all that a paper has left if that is less. The price of an
elected candidate is lowered to price x quota / votes, again and again, until the votes of all elected are the quota. Everything
else, rounding, the quota, when an iteration ends and ties, is as in the reference rule for Meek (see `meek`).

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 3), 9), ((2, 1, 3), 6), ((3,), 2), ((4,), 3)]
>>> result = count("warren", Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers), 2)
>>> result.winners, result.decimal(result.quota)
((1, 2), '5.666666667')
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.meek import keep_counting


def warren(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    protected: tuple[int, ...] = (),
    equal: str = "stop",
) -> Count:
    """Count with prices; votes have nine decimals. `equal` as in `meek`."""
    return keep_counting("warren", ballots, seats, "price", RULE.reading, lots, protected, equal)


RULE = Rule(
    name="warren",
    title="Warren's method",
    text="Warren, Voting matters 1 (1994) 12-13; Hill and Warren, Voting matters 20 (2005) 1-5",
    kind="stv",
    function=warren,
    parameters=("protected", "equal"),
    aliases=("stv-warren",),
    reading=ReadingRule(gap="pass over", equal="stop", repeat="pass over"),
)
