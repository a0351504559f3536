"""Largest remainder with the Hare quota (Hamilton, Hare-Niemeyer): votes / seats, exact.

Text: A. Hamilton 1792; M. L. Balinski and H. P. Young, "Fair Representation" (2nd ed. 2001), appendix A, section 1. Equal
remainders for the last seat are settled by lot.

>>> from mandat.counting import apportion
>>> apportion("hare", {"A": 53, "B": 24, "C": 23}, 7).seats
{'A': 4, 'B': 2, 'C': 1}
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.remainder import largest_remainders
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement


def quota(votes: int, seats: int) -> Fraction:
    """Votes for one seat, not rounded."""
    return Fraction(votes, seats)


def hare(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return largest_remainders("hare", quota, asked, settle)


METHOD = Method(
    name="hare",
    title="Largest remainder, Hare quota",
    text="Balinski and Young, Fair Representation, appendix A (Hamilton 1792, Hare-Niemeyer)",
    paragraph="largest remainder",
    function=hare,
    aliases=("hamilton", "hare-niemeyer", "largest-remainder", "vinton"),
)
