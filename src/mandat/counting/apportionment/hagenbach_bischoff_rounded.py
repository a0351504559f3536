"""Largest remainder with the quota votes / (seats + 1), rounded to a whole number ("republikové volebné číslo").

Text: Act 180/2014 of Slovakia, section 68: a seat for each full number; if that is one seat too many, the smallest remainder
gives it back; the rest goes to the largest remainders. Equal remainders: more votes first (fewer, for a seat to give back),
then the lot.

>>> from mandat.counting import apportion
>>> apportion("hagenbach-bischoff-rounded", {"A": 53, "B": 24, "C": 23}, 7).quota
'13'
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.remainder import largest_remainders
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement


def quota(votes: int, seats: int) -> Fraction:
    """Votes for one seat, rounded half up."""
    return Fraction(max(1, (2 * votes + seats + 1) // (2 * (seats + 1))))


def hagenbach_bischoff_rounded(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return largest_remainders("hagenbach-bischoff-rounded", quota, asked, settle)


METHOD = Method(
    name="hagenbach-bischoff-rounded",
    title="Largest remainder, rounded Hagenbach-Bischoff quota",
    text="Zákon 180/2014 (Slovakia), section 68",
    paragraph="section 68",
    function=hagenbach_bischoff_rounded,
    tie="most-votes",
)
