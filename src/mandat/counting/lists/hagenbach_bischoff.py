"""Largest remainder, Hagenbach-Bischoff quota, as a list election. Text and arithmetic:
`mandat.counting.apportionment.hagenbach_bischoff`.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["A", "B", "C"], [((1,), 53), ((2,), 24), ((3,), 23)])
>>> count("hagenbach-bischoff", ballots, 7).winners
(1, 1, 1, 1, 2, 3, 2)
"""

from mandat.counting.apportionment.hagenbach_bischoff import METHOD
from mandat.counting.lists.award import list_rule

RULE = list_rule(METHOD)
