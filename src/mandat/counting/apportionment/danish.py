"""The Danish method: divisors 1, 4, 7, 10 …: kinder to small lists than Sainte-Laguë.

Text: Folketing (Parliamentary) Election Act of Denmark, section 79: within a region the additional seats of a party go to its
multi-member constituencies by these divisors, after as many quotients are struck out as it has constituency seats there
(`folketing` does that). Equal quotients are settled by lot.

>>> from mandat.counting import apportion
>>> apportion("danish", {"A": 53, "B": 24, "C": 5}, 7).seats
{'A': 4, 'B': 2, 'C': 1}
"""

from __future__ import annotations

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import Signposts, highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement

SIGNPOSTS = Signposts(lambda seats: 3 * seats + 1, scale=3)


def danish(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return highest_quotients("danish", SIGNPOSTS, asked, settle)


METHOD = Method(
    name="danish",
    title="Danish method",
    text="Folketing (Parliamentary) Election Act (Denmark), section 79: divisors 1, 4, 7",
    paragraph="section 79",
    function=danish,
)
