"""The Danish method as a list election. Text and arithmetic:
`mandat.counting.apportionment.danish`.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["A", "B", "C"], [((1,), 53), ((2,), 24), ((3,), 23)])
>>> count("danish", ballots, 7).winners
(1, 2, 3, 1, 1, 2, 3)
"""

from mandat.counting.apportionment.danish import METHOD
from mandat.counting.lists.award import list_rule

RULE = list_rule(METHOD)
