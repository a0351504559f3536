"""Alaska: ranked-choice general elections, Alaska Statutes 15.15.350(d) to (g) and 15.15.360 (as of 2022).

- 15.15.350(d): a candidate who is "highest-ranked on more than one-half of the active ballots" is elected and the tabulation is
  complete. Otherwise it goes on in rounds: (1) with two or fewer continuing candidates the one with most votes is elected;
  (2) otherwise the candidate with fewest votes is defeated, and the votes count for each ballot's next continuing candidate.
  The majority is asked for once, in the first count; a later one does not end the count.
- (e): a ballot with an overvote is inactive once the overvote is reached at the highest ranking of a continuing candidate; one
  skipped ranking is passed over, a second in a row makes the ballot inactive; a tie of the two last in the count, or of those
  with fewest votes, is settled by lot (AS 15.15.460).

A candidate named again gets nothing from the later mark. Who falls, falls alone.

>>> from mandat.counting import Ballots, count
>>> papers = [((1,), 4), ((2,), 3), ((3, 2), 2)]
>>> result = count("alaska", Ballots.from_rankings(["Ann", "Bob", "Cy"], papers), 1)
>>> [e.name for e in result.elected], [stage.candidates for stage in result.stages]
(['Bob'], [(), (3,)])
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.overvotes import Marking
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.rounds import (
    Elimination,
    down_to_two,
    first_round,
    majority,
    one_seat,
    open_rounds,
)
from mandat.counting.stv.table import SortingTable

MARKING = Marking("exhaust if any", skips=1)
HOW = Elimination("none", "lot", "AS 15.15.350(e)")


def alaska(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Count one seat under AS 15.15.350."""
    one_seat("alaska", seats)
    count, table = open_rounds("alaska", ballots, seats, MARKING, lots=lots)
    return count.conclude(lambda: _procedure(count, table))


def _procedure(count: Proceedings, table: SortingTable) -> None:
    first_round(count, table)
    first = majority(count)
    if first is not None:
        count.elect([first])
    else:
        down_to_two(count, table, HOW, "AS 15.15.460")


RULE = Rule(
    name="alaska",
    title="Ranked choice, Alaska",
    text="Alaska Statutes 15.15.350(d) to (g)",
    kind="stv",
    one_seat=True,
    function=alaska,
    aliases=("rcv-alaska",),
    reading=ReadingRule(gap="stop at two", equal="stop", repeat="pass over"),
)
