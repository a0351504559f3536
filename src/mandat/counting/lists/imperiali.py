"""Imperiali as a list election. Text and arithmetic:
`mandat.counting.apportionment.imperiali`.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["A", "B", "C"], [((1,), 53), ((2,), 24), ((3,), 23)])
>>> count("imperiali", ballots, 7).winners
(1, 1, 1, 2, 3, 1, 1)
"""

from mandat.counting.apportionment.imperiali import METHOD
from mandat.counting.lists.award import list_rule

RULE = list_rule(METHOD)
