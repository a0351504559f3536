"""Cambridge Compromise as a list election. Text and arithmetic:
`mandat.counting.apportionment.cambridge_compromise`.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["A", "B", "C"], [((1,), 53), ((2,), 24), ((3,), 23)])
>>> count("cambridge-compromise", ballots, 20).winners
(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 1, 2, 3, 1, 1)
"""

from mandat.counting.apportionment.cambridge_compromise import METHOD
from mandat.counting.lists.award import list_rule

RULE = list_rule(METHOD)
