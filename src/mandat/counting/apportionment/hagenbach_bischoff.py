"""Largest remainder with the quota votes / (seats + 1), exact.

Text: E. Hagenbach-Bischoff, "Die Frage der Einführung einer Proportionalvertretung statt des absoluten Mehres" (1888), for the
quota. Where full quotas give one seat too many (all votes are whole quotas), the smallest remainder gives one back; the lot
decides between equals. The Swiss method of the same name goes on with highest quotients and gives what `d-hondt` gives.

>>> from mandat.counting import apportion
>>> apportion("hagenbach-bischoff", {"A": 53, "B": 24, "C": 23}, 7).quota
'25/2'
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
    return Fraction(votes, seats + 1)


def hagenbach_bischoff(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return largest_remainders("hagenbach-bischoff", quota, asked, settle)


METHOD = Method(
    name="hagenbach-bischoff",
    title="Largest remainder, Hagenbach-Bischoff quota",
    text="E. Hagenbach-Bischoff, Die Frage der Einführung einer Proportionalvertretung (1888)",
    paragraph="largest remainder",
    function=hagenbach_bischoff,
)
