"""Largest remainder with the Droop quota: one more than votes / (seats + 1), fractions dropped.

Text: H. R. Droop, "On Methods of Electing Representatives" (1868); Electoral Act 73 of 1998 (South Africa), schedule 1A, item 16.
Equal remainders for the last seat are settled by lot.

>>> from mandat.counting import apportion
>>> found = apportion("droop", {"A": 53, "B": 24, "C": 23}, 7)
>>> found.seats, found.quota
({'A': 4, 'B': 2, 'C': 1}, '13')
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.remainder import largest_remainders
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement


def quota(votes: int, seats: int) -> Fraction:
    """The least whole number of votes that only so many can reach as there are seats."""
    return Fraction(votes // (seats + 1) + 1)


def droop(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return largest_remainders("droop", quota, asked, settle)


METHOD = Method(
    name="droop",
    title="Largest remainder, Droop quota",
    text="H. R. Droop 1868; Electoral Act 73 of 1998 (South Africa), schedule 1A, item 16",
    paragraph="schedule 1A, item 16",
    function=droop,
)
