"""Imperiali: divisors 1, 1½, 2, 2½ …, which is the same as 2, 3, 4 …: kinder to large lists than D'Hondt.

Text: Code électoral communal bruxellois (4 August 1932), article 56: the votes of each list are divided by 1; 1½; 2; 2½ … and the
highest quotients get the seats; Code de la démocratie locale et de la décentralisation (Wallonia), article L4145-6, divides by
2, 3, 4 …. Where lists have equal quotients for a seat, the one with more votes comes first (article 57), then, within the
two lists, whoever has more preference votes or is older, which votes for lists do not show: a question is put. Not to be taken
for the Imperiali quota.

>>> from mandat.counting import apportion
>>> apportion("imperiali", {"A": 53, "B": 24, "C": 23}, 7).seats
{'A': 5, 'B': 1, 'C': 1}
"""

from __future__ import annotations

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import Signposts, highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement

SIGNPOSTS = Signposts(lambda seats: seats + 2)


def imperiali(asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats."""
    return highest_quotients("imperiali", SIGNPOSTS, asked, settle)


METHOD = Method(
    name="imperiali",
    title="Imperiali",
    text="Code électoral communal bruxellois (Belgium), articles 56 and 57",
    paragraph="article 57",
    function=imperiali,
    tie="most-votes",
)
