"""Victoria: the Legislative Council, Electoral Act 2002 (Vic), section 114A, as since 2018. Council elections are counted alike.

- Quota: first preferences / (vacancies + 1), fraction disregarded, plus one.
- (7)(a): a surplus moves on all papers of the elected candidate at surplus / number of those papers, whatever they were worth;
  each continuing candidate gets papers x value, "disregarding any fraction". Who was elected earlier goes first (23), then the
  larger surplus; (21) equal ones by "the last count or transfer at which each of those candidates had a different number of
  votes", (22) else by lot.
- (12): the lowest candidate is excluded; (a) the papers with that first preference move first, at one, (b) the others by transfer
  value, the highest first. (28)(b)-(c): each is a separate transfer. (13): who has the quota after one is elected and takes
  no more; (15): the surplus waits until the exclusion ends. (24): equal lowest by the last count at which they
  differed, else by lot.
- (18): of the last two for the last vacancy the larger is elected, (25) of equals one by lot; when no surplus waits and no
  exclusion is under way. (19): as many continuing candidates as vacancies are elected at once, also inside an exclusion.

`required` makes papers with fewer preferences informal (5 below the line for the Legislative Council; every square for councils).

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 5), ((1,), 4), ((3,), 4), ((2,), 1), ((4, 2), 1)]
>>> result = count("victoria", Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers), 2)
>>> [e.name for e in result.elected], result.stages[1].totals
(['Ann', 'Cy'], (6, 2, 4, 1))
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.exact_values import (
    ExactValues,
    credited,
    elect_with_quota,
    exclude_by_groups,
    first_preferences_then_by_value,
    lay_first_preferences,
    move,
    next_surplus,
)
from mandat.counting.stv.gregory import close_to_others, with_surplus
from mandat.counting.stv.hare_clark import formal
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.rounds import LAST_TWO
from mandat.counting.stv.table import SortingTable
from mandat.language import msg


def victoria(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), required: int = 1) -> Count:
    """Count under section 114A; totals are whole votes."""
    if isinstance(required, bool) or required < 1:
        raise BadParameterError(
            msg("a formal paper has at least 1 preference, not {required}")(required=repr(required))
        )
    papers = formal(read_papers(ballots, RULE.reading), required)
    count = Proceedings.open("victoria", ballots, papers, seats, precision=0, lots=lots)
    count.note("required", required)
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    table, values = lay_first_preferences(count)
    count.quota = count.papers.valid // (count.seats + 1) + 1
    _elect(count, table)
    while not _over(count):
        candidate = next_surplus(count, "all differ", "section 114A(21)")
        if candidate is not None:
            _transfer_surplus(count, table, values, candidate)
            _elect(count, table)
        else:
            loser = count.lowest(count.continuing, "exclude", "all differ", "section 114A(24)")
            exclude_by_groups(
                count, table, values, loser, first_preferences_then_by_value, lambda: _elect(count, table)
            )


def _elect(count: Proceedings, table: SortingTable) -> bool:
    """(13) and (19); whether the count is over."""
    elect_with_quota(count, table)
    count.fill_last_vacancies()
    close_to_others(count, table)
    return count.is_over


def _over(count: Proceedings) -> bool:
    """(18)."""
    if count.vacancies == 1 and len(count.continuing) == LAST_TWO and not with_surplus(count):
        count.elect([count.highest(count.continuing, "elect", "lot", "section 114A(25)")])
    return count.is_over


def _transfer_surplus(count: Proceedings, table: SortingTable, values: ExactValues, candidate: int) -> None:
    """(7): all papers at one value."""
    surplus = count.totals[candidate] - count.quota
    rows = table.take(candidate)
    value = Fraction(surplus, table.papers(rows))
    count.totals[candidate] = count.quota
    moved = move(count, table, values, candidate, np.sort(rows), value, exhausted=True)
    count.lost += surplus - credited(moved)
    count.close_stage("surplus", (candidate,), moved)


RULE = Rule(
    name="victoria",
    title="Victorian Legislative Council and councils",
    text="Electoral Act 2002 (Victoria), section 114A",
    kind="stv",
    function=victoria,
    parameters=("required",),
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
)
