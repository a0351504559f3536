"""Largest remainder with the Imperiali quota: votes / (seats + 2), exact.

Text: the quota of the Italian Chamber of Deputies before 1993 (D.P.R. 361/1957, article 77): a seat for each full quota, the
rest to
the largest remainders here (there they went into a national pool). The full quotas can come to one or two seats more than
there are; then the smallest remainders give them back. Equal remainders are settled by lot. Not to be taken for the Imperiali
divisors of Belgium.

>>> from mandat.counting import apportion
>>> apportion("imperiali-quota", {"A": 53, "B": 24, "C": 23}, 7).seats
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
    return Fraction(votes, seats + 2)


def imperiali_quota(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return largest_remainders("imperiali-quota", quota, asked, settle)


METHOD = Method(
    name="imperiali-quota",
    title="Largest remainder, Imperiali quota",
    text="D.P.R. 361/1957 (Italy, before 1993), article 77: quota of seats + 2",
    paragraph="largest remainder",
    function=imperiali_quota,
)
