"""Largest remainder with the rounded quota as a list election. Text and arithmetic:
`mandat.counting.apportionment.hagenbach_bischoff_rounded`.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["A", "B", "C"], [((1,), 53), ((2,), 24), ((3,), 23)])
>>> count("hagenbach-bischoff-rounded", ballots, 7).winners
(1, 1, 1, 1, 2, 3, 2)
"""

from mandat.counting.apportionment.hagenbach_bischoff_rounded import METHOD
from mandat.counting.lists.award import list_rule

RULE = list_rule(METHOD)
