"""Western Australia: Electoral Act 1907 (WA), schedule 1: the Legislative Council to 2021, and local government since 2023.

- Quota: first preferences / (vacancies + 1), fraction disregarded, plus one.
- Clauses 4, 5: surplus fraction = surplus / votes of the elected candidate; each paper's continued transfer value is the
  fraction x the value at which it came (one for first preferences); each continuing candidate gets papers x value,
  "disregarding any fraction", cut apart for each transfer by which the papers had come (so the Electoral Commission counts;
  5(c)(iii) speaks of "a particular continued transfer value"). The transfer of a surplus is one transfer (19): who gets the
  quota in it is elected at its end.
- Who was elected earlier goes first (16), then the larger surplus (14); 15: equal ones by "the last count or transfer at
  which each of those candidates had a different number of votes", else by lot.
- Clause 8: the lowest candidate is excluded: (a) first preferences at one, (b) the other papers "in the order of the transfers on
  which he obtained them", each at its value; 19: each is a separate transfer. 9: who has the quota after one is elected,
  the surplus waits until the exclusion ends. Equal lowest: as in 15, from the other end.
- Clause 12: of the last two for the last vacancy the larger is elected, of equals one by lot; 13: as many continuing candidates
  as vacancies are elected; both when no surplus waits and no exclusion is under way.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 5), ((1,), 4), ((3,), 4), ((2,), 1), ((4, 2), 1)]
>>> result = count("western-australia", Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers), 2)
>>> [e.name for e in result.elected], result.stages[1].totals
(['Ann', 'Cy'], (6, 2, 4, 1))
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.exact_values import (
    ExactValues,
    elect_with_quota,
    exclude_by_groups,
    finish_surplus,
    in_order_of_receipt,
    lay_first_preferences,
    move,
    next_surplus,
)
from mandat.counting.stv.gregory import with_surplus
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.rounds import LAST_TWO
from mandat.counting.stv.table import SortingTable


def western_australia(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Count under schedule 1; totals are whole votes."""
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("western-australia", ballots, papers, seats, precision=0, lots=lots)
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    table, values = lay_first_preferences(count)
    count.quota = count.papers.valid // (count.seats + 1) + 1
    elect_with_quota(count, table)
    while not _over(count):
        candidate = next_surplus(count, "all differ", "clause 15")
        if candidate is not None:
            _transfer_surplus(count, table, values, candidate)
            elect_with_quota(count, table)
        else:
            loser = count.lowest(count.continuing, "exclude", "all differ", "clause 17")
            exclude_by_groups(
                count, table, values, loser, in_order_of_receipt, lambda: _elect_in_passing(count, table)
            )


def _elect_in_passing(count: Proceedings, table: SortingTable) -> bool:
    elect_with_quota(count, table)
    return count.vacancies == 0


def _over(count: Proceedings) -> bool:
    """Clauses 12 and 13."""
    if count.vacancies and not with_surplus(count):
        count.fill_last_vacancies()
        if count.vacancies == 1 and len(count.continuing) == LAST_TWO:
            count.elect([count.highest(count.continuing, "elect", "lot", "clause 12")])
    return count.is_over


def _transfer_surplus(count: Proceedings, table: SortingTable, values: ExactValues, candidate: int) -> None:
    """Clauses 4 and 5, parcel by parcel."""
    fraction = Fraction(count.totals[candidate] - count.quota, count.totals[candidate])
    parcels = list(table.parcels(candidate))
    table.take(candidate)
    moved = []
    for rows in parcels:
        value = fraction * values.of(table, rows)
        moved += move(count, table, values, candidate, rows, value, exhausted=True)
    finish_surplus(count, candidate, moved)


RULE = Rule(
    name="western-australia",
    title="Western Australian STV",
    text="Electoral Act 1907 (Western Australia), schedule 1",
    kind="stv",
    function=western_australia,
    aliases=("wa",),
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
)
