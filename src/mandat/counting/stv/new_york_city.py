"""New York City: ranked-choice primaries and special elections, New York City Charter, section 1057-g (2019).

The steps, as the Board of Elections publishes its counts:

- A candidate with more than half of the first choices wins, and there are no rounds.
- Otherwise the last-place candidate is eliminated in each round and the ballots go to their next choice among the continuing
  candidates, until two are left; the one with more votes wins. An earlier majority does not end the count.
- Write-ins are taken together and fall first; candidates whose votes, with those of all who have fewer or as many, cannot pass
  the next above them fall together (`batch=False` does without).
- A ballot with two candidates at one rank is exhausted when that rank is reached; skipped ranks are passed over; a candidate
  named again counts at the first mark only.
- Ties are settled by lot.

>>> from mandat.counting import Ballots, count
>>> papers = [((1,), 4), ((2,), 3), ((3, 0, 0, 2), 2), ((4,), 1)]
>>> result = count("new-york-city", Ballots.from_rankings(["Ann", "Bob", "Cy", "UWI"], papers), 1)
>>> [e.name for e in result.elected], [stage.candidates for stage in result.stages]
(['Bob'], [(), (4,), (3,)])
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.overvotes import Marking
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.rounds import (
    LAST_TWO,
    Elimination,
    down_to_two,
    eliminate,
    first_round,
    majority,
    one_seat,
    open_rounds,
    undeclared_write_ins,
)
from mandat.counting.stv.table import SortingTable

MARKING = Marking("exhaust", skips=None)
PARAGRAPH = "section 1057-g"


def new_york_city(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    batch: bool = True,
    undeclared: tuple[int, ...] | None = None,
) -> Count:
    """Count one seat under section 1057-g. `undeclared`: the numbers of write-ins, by default those named so."""
    one_seat("new-york-city", seats)
    written = undeclared_write_ins(ballots, undeclared)
    count, table = open_rounds("new-york-city", ballots, seats, MARKING, lots=lots)
    count.note("batch", batch)
    count.note("undeclared", written)
    how = Elimination("cannot surpass" if batch else "none", "lot", PARAGRAPH)
    return count.conclude(lambda: _procedure(count, table, how, written))


def _procedure(count: Proceedings, table: SortingTable, how: Elimination, written: tuple[int, ...]) -> None:
    first_round(count, table)
    first = majority(count)
    if first is not None:
        count.elect([first])
        return
    if written and len(count.continuing) - len(written) >= LAST_TWO:
        eliminate(count, table, written)
    down_to_two(count, table, how, PARAGRAPH)


RULE = Rule(
    name="new-york-city",
    title="Ranked choice, New York City",
    text="New York City Charter, section 1057-g, as the Board of Elections counts",
    kind="stv",
    one_seat=True,
    function=new_york_city,
    parameters=("batch", "undeclared"),
    aliases=("rcv-new-york-city",),
    reading=ReadingRule(gap="pass over", equal="stop", repeat="pass over"),
)
