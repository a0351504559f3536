"""D'Hondt (Jefferson): divisors 1, 2, 3, …; fractions of a seat are dropped.

Text: V. D'Hondt, "Système pratique et raisonné de représentation proportionnelle" (1882), as in the Belgian electoral code,
article 167: "divise successivement par 1, 2, 3, 4, 5, etc. le chiffre électoral de chacune des listes".

>>> from mandat.counting import apportion
>>> apportion("d-hondt", {"A": 53, "B": 24, "C": 23}, 7).seats
{'A': 4, 'B': 2, 'C': 1}
"""

from __future__ import annotations

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import Signposts, highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement

SIGNPOSTS = Signposts(lambda seats: seats + 1)


def d_hondt(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return highest_quotients("d-hondt", SIGNPOSTS, asked, settle)


METHOD = Method(
    name="d-hondt",
    title="D'Hondt",
    text="Belgian electoral code, articles 166 and 167 (D'Hondt 1882)",
    paragraph="article 167",
    function=d_hondt,
    aliases=("dhondt", "jefferson", "greatest-divisors"),
)
