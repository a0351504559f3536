"""Hare-Clark in the Australian Capital Territory: Electoral Act 1992 (ACT), schedule 4, as counted since 2021.

- Part 4.2, clause 3: papers are sorted by first preference. Quota: formal papers / (places + 1), fraction disregarded, plus one.
- Clause 1A: count votes are ballot papers x transfer value; "any fraction must be rounded down to 6 decimal places". Transfer
  values themselves are never rounded.
- Clause 1C(2), (5): the transfer value of a surplus is S / CP, "CP means the number of ballot papers counted for the candidate
  at the count at which the candidate became successful and that specify a next available preference". (4): "if the transfer
  value … would be greater than the transfer value of the ballot paper when counted for the successful candidate", it is
  that one. Papers without a next preference stay; what is not allotted is shown as lost, as the commission does.
- Clause 7(3): the surplus of who became successful at the earliest count moves first, then the larger; (c) of equal ones whose
  total was larger at the last count at which they differed, dropping those behind, else by lot. A surplus is whatever is
  above the quota (the text still says 1 or more, from the time of whole votes).
- Clause 8: the candidate with fewest votes is excluded; (2) ties as in 7(3), from the other end. Clause 9(1): "sorted into
  groups according to their transfer values when counted for him or her"; each group, the highest first, is a count,
  however its papers came by the value, and who is successful after one takes no part in the next.
- Clause 4(1): the scrutiny ceases when all positions are filled, after any of these; (2) when the continuing candidates are as
  many as the positions left and no surplus is left to deal with.

A paper needs one first preference; a later gap or repeat ends it there. `decimals=0` counts whole votes, as before 2020.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 5), ((1,), 4), ((3,), 4), ((2,), 1), ((4, 2), 1)]
>>> result = count("hare-clark-act", Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers), 2)
>>> [e.name for e in result.elected], result.decimal(result.stages[1].totals[1])
(['Ann', 'Bob'], '4.000000')
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.hare_clark import READING, Paragraphs, hare_clark
from mandat.language import msg

PARAGRAPHS = Paragraphs("clause 7(3)", "clause 8(2)")


def act(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), decimals: int = 6) -> Count:
    """Count under schedule 4; totals have six decimals, or none with `decimals=0`."""
    if decimals not in (0, 6):
        raise BadParameterError(
            msg("hare-clark-act counts with 6 decimals, or 0 as before 2020, not {decimals}")(
                decimals=decimals
            )
        )
    told = ("decimals", decimals)
    return hare_clark(
        "hare-clark-act",
        ballots,
        seats,
        precision=decimals,
        required=1,
        paragraphs=PARAGRAPHS,
        told=told,
        lots=lots,
    )


RULE = Rule(
    name="hare-clark-act",
    title="Hare-Clark, Australian Capital Territory",
    text="Electoral Act 1992 (ACT), schedule 4, clauses 1A, 1C and 3 to 9",
    kind="stv",
    function=act,
    parameters=("decimals",),
    aliases=("act",),
    reading=READING,
)
