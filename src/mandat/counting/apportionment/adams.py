"""Adams: divisors 0, 1, 2, …; every fraction of a seat is a seat, so everybody with a vote gets one first.

Text: proposed by J. Q. Adams in 1832; M. L. Balinski and H. P. Young, "Fair Representation" (2nd ed. 2001), appendix A.

>>> from mandat.counting import apportion
>>> apportion("adams", {"A": 53, "B": 24, "C": 2}, 7).seats
{'A': 4, 'B': 2, 'C': 1}
"""

from __future__ import annotations

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import Signposts, highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement

SIGNPOSTS = Signposts(lambda seats: seats)


def adams(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return highest_quotients("adams", SIGNPOSTS, asked, settle)


METHOD = Method(
    name="adams",
    title="Adams",
    text="J. Q. Adams 1832; Balinski and Young, Fair Representation, appendix A",
    paragraph="appendix A, section 3",
    function=adams,
    aliases=("smallest-divisors",),
)
