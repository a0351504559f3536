"""Dean: the divisor is the harmonic mean of n and n + 1; the votes for each seat come as near to the average as they can.

Text: proposed by J. Dean in 1832; M. L. Balinski and H. P. Young, "Fair Representation" (2nd ed. 2001), appendix A. The divisor
2n(n + 1) / (2n + 1) is 0 for the first seat, so everybody with a vote gets one first.

>>> from mandat.counting import apportion
>>> apportion("dean", {"A": 53, "B": 24, "C": 2}, 7).seats
{'A': 4, 'B': 2, 'C': 1}
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import Signposts, highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement

SIGNPOSTS = Signposts(lambda seats: Fraction(2 * seats * (seats + 1), 2 * seats + 1))


def dean(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return highest_quotients("dean", SIGNPOSTS, asked, settle)


METHOD = Method(
    name="dean",
    title="Dean",
    text="J. Dean 1832; Balinski and Young, Fair Representation, appendix A",
    paragraph="appendix A, section 3",
    function=dean,
    aliases=("harmonic-means",),
)
