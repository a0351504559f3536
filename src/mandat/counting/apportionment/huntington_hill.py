"""Huntington–Hill: the divisor is the geometric mean of n and n + 1, compared by squaring: p² / (n(n + 1)).

Text: United States Code, title 2, section 2a: "the method known as the method of equal proportions, no State to receive less
than one Member" (give `minimum=1`). The first divisor is 0, so everybody with a vote gets a seat first. `divisor` and the
figures of the awards are squares.

>>> from mandat.counting import apportion
>>> found = apportion("huntington-hill", {"A": 53, "B": 24, "C": 2}, 7, minimum=1)
>>> found.seats, found.divisor.printed, found.last(1)[0].figure
({'A': 4, 'B': 2, 'C': 1}, '12', '2809/12')
"""

from __future__ import annotations

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import Signposts, highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement

SIGNPOSTS = Signposts(lambda seats: seats * (seats + 1), power=2)


def huntington_hill(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return highest_quotients("huntington-hill", SIGNPOSTS, asked, settle)


METHOD = Method(
    name="huntington-hill",
    title="Huntington–Hill",
    text="United States Code, title 2, section 2a (equal proportions)",
    paragraph="2 USC 2a",
    function=huntington_hill,
    aliases=("hill", "huntington", "equal-proportions"),
)
