"""Hare-Clark in Tasmania: Electoral Act 2004 (Tas), schedule 4.

As in the Australian Capital Territory (see `act`), from which these steps are taken, with whole votes: what a candidate gets in a
transfer is papers x transfer value with the fraction disregarded, and what that takes is recorded as lost.

- Quota: formal papers / (places + 1), fraction disregarded, plus one.
- A surplus moves on the papers last received, at surplus / papers with a next preference, never above their value. The order
  is that of election, at one count the larger first.
- The lowest candidate is excluded; the papers move by transfer value, the highest first, each value a count.
- Equal candidates: the last earlier count at which they differed, then a lot.
- A ballot for the House of Assembly must be numbered from 1 to the number of members of the division without fault, or it is
  informal: give `required` (7 since 2024, 5 before). Beyond that a gap or repeat ends the paper there.

The table of the Tasmanian Electoral Commission has these columns; the wording of the schedule was not at hand to compare.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 5), ((1,), 4), ((3,), 4), ((2,), 1), ((4, 2), 1)]
>>> result = count("hare-clark-tasmania", Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers), 2)
>>> [e.name for e in result.elected], result.stages[1].totals
(['Ann', 'Bob'], (6, 4, 4, 1))
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.hare_clark import READING, Paragraphs, hare_clark
from mandat.language import msg

PARAGRAPHS = Paragraphs("schedule 4, equal surpluses", "schedule 4, equal lowest")


def tasmania(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), required: int = 1) -> Count:
    """Count under schedule 4; totals are whole votes. `required`: how many preferences a formal paper has."""
    if isinstance(required, bool) or required < 1:
        raise BadParameterError(
            msg("a formal paper has at least 1 preference, not {required}")(required=repr(required))
        )
    told = ("required", required)
    return hare_clark(
        "hare-clark-tasmania",
        ballots,
        seats,
        precision=0,
        required=required,
        paragraphs=PARAGRAPHS,
        told=told,
        lots=lots,
    )


RULE = Rule(
    name="hare-clark-tasmania",
    title="Hare-Clark, Tasmania",
    text="Electoral Act 2004 (Tasmania), schedule 4",
    kind="stv",
    function=tasmania,
    parameters=("required",),
    aliases=("tasmania", "hare-clark"),
    reading=READING,
)
