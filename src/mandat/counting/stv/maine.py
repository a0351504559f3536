"""Maine: ranked-choice voting, Maine Revised Statutes, title 21-A, section 723-A (as amended by PL 2019, c. 320).

- (1)(D): a ballot is exhausted when it "does not rank any continuing candidate, contains an overvote at the highest continuing
  ranking or contains 2 or more sequential skipped rankings before its highest continuing ranking". (E): that is the highest
  ranking for a candidate who has not been defeated; so an overvote among defeated candidates is passed over. One skipped
  ranking is passed over.
- (2): each round counts each continuing ballot for its highest-ranked continuing candidate. (A): with two or fewer continuing
  candidates the one with most votes wins. (B): otherwise "the last-place candidate is defeated and a new round begins": a
  majority in an earlier round does not end the count.
- (1)(G), (4)(B): two or more candidates may be defeated together when their votes, with those of all who have fewer or as many,
  "would not be enough to surpass the candidate with the next-higher vote total". `batch=False` does without.
- (3): a tie for the last place is decided by lot, a tie in the final round as section 732 says: here a lot.

A candidate named again gets nothing from the later mark.

>>> from mandat.counting import Ballots, count
>>> papers = [((1,), 4), ((2,), 3), (({3, 4}, 2), 1), ((3, 2), 2), ((4, 0, 0, 1), 1)]
>>> result = count("maine", Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers), 1)
>>> [e.name for e in result.elected], result.stages[-1].totals, result.stages[-1].exhausted
(['Bob'], (4, 5, 0, 0), 2)
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.overvotes import Marking
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.rounds import Elimination, down_to_two, first_round, one_seat, open_rounds
from mandat.counting.stv.table import SortingTable

MARKING = Marking("exhaust if any", skips=1)


def maine(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), batch: bool = True) -> Count:
    """Count one seat under section 723-A. `batch` is subsection (4)(B)."""
    one_seat("maine", seats)
    count, table = open_rounds("maine", ballots, seats, MARKING, lots=lots)
    count.note("batch", batch)
    how = Elimination("cannot surpass" if batch else "none", "lot", "section 723-A(3)")
    return count.conclude(lambda: _procedure(count, table, how))


def _procedure(count: Proceedings, table: SortingTable, how: Elimination) -> None:
    first_round(count, table)
    down_to_two(count, table, how, "section 732")


RULE = Rule(
    name="maine",
    title="Ranked choice, Maine",
    text="Maine Revised Statutes, title 21-A, section 723-A",
    kind="stv",
    one_seat=True,
    function=maine,
    parameters=("batch",),
    aliases=("rcv-maine",),
    reading=ReadingRule(gap="stop at two", equal="stop", repeat="pass over"),
)
