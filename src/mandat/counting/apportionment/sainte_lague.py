"""Sainte-Laguë (Webster): divisors 1, 3, 5, …; fractions are rounded at one half.

Text: A. Sainte-Laguë, "La représentation proportionnelle et la méthode des moindres carrés", Annales scientifiques de l'ENS 27
(1910); as in the Electoral Act 1993 (New Zealand), section 192. The awards show the law's quotients, by odd
numbers; `divisor` is in votes for a whole seat.

>>> from mandat.counting import apportion
>>> apportion("sainte-lague", {"A": 53, "B": 24, "C": 23}, 7).seats
{'A': 3, 'B': 2, 'C': 2}
"""

from __future__ import annotations

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import Signposts, highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement

SIGNPOSTS = Signposts(lambda seats: 2 * seats + 1, scale=2)


def sainte_lague(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return highest_quotients("sainte-lague", SIGNPOSTS, asked, settle)


METHOD = Method(
    name="sainte-lague",
    title="Sainte-Laguë",
    text="Electoral Act 1993 (New Zealand), section 192 (Sainte-Laguë 1910; Webster 1832)",
    paragraph="section 192",
    function=sainte_lague,
    aliases=("webster", "major-fractions"),
)
