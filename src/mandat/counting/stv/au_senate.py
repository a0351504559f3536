"""Australian Senate: Commonwealth Electoral Act 1918, section 273 with 273A (computerised scrutiny).

- (8): quota = formal papers / (vacancies + 1), fraction disregarded, plus one.
- (9), (10): a surplus moves on all papers of the elected candidate at one transfer value, surplus / number of
  those papers (whatever they were worth before); each continuing candidate gets number of papers x value,
  fraction disregarded.
- (13)(a): without a surplus the lowest candidate is excluded; (13AA): the papers move in falling order of
  transfer value, each value a transfer of its own; who has the quota after one of them is elected and
  receives no more. Bulk exclusion, (13)(b) and (13A), is not used in computerised counts.
- (14): surpluses move before the next exclusion, (23): earlier elected candidates' first; (21): the larger one
  of the same count first; (22): equal ones by the last count at which all of them differed, else the officer
  decides. That is what (20)(b) asks about the order of election, so it is asked once and the surpluses move in
  the order of election.
- (17): of the last two continuing candidates for the last vacancy the larger is elected; equal: a casting
  vote.
- (18): as many continuing candidates as vacancies are all elected.
- (20): the order of election is by count, then by votes; (b): equal ones by the last count before at which
  all of them differed, else the officer decides their order.
- (31)(b): equal lowest by the last count at which the fewest differed (as computerised counts have done since
  2016 and the Act says since 2021), else the officer decides.

Every transfer is a stage ("count"). (17) and (18) are applied when no surplus waits and no exclusion is under
way. A decision of the officer is a lot here. `lost` is the loss by fraction.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2, 3), 7), ((3, 2, 1), 3), ((2, 3, 1), 1)])
>>> result = count("au-senate", ballots, 2)
>>> result.winners, [stage.lost for stage in result.stages]
((1, 2), [0, 0])
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Count, Transfer
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import close_to_others, excludable, first_preferences, with_surplus
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.table import RowIndices, SortingTable

_LAST_TWO = 2


class TransferValues:
    """The transfer values of a count, exact. The table holds their places in `known` instead of votes."""

    def __init__(self) -> None:
        self.known: list[Fraction] = [Fraction(0), Fraction(1)]

    def add(self, value: Fraction) -> int:
        """The place of a value."""
        if value not in self.known:
            self.known.append(value)
        return self.known.index(value)


def au_senate(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), protected: tuple[int, ...] = ()
) -> Count:
    """Count under section 273; totals are whole votes."""
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("au-senate", ballots, papers, seats, precision=0, lots=lots, protected=protected)
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    values = TransferValues()
    table = first_preferences(count)
    count.quota = count.papers.valid // (count.seats + 1) + 1
    waiting: list[int] = []
    _elect(count, table, waiting)
    while count.vacancies and count.continuing:
        if waiting:
            _transfer_surplus(count, table, values, _next_surplus(count, waiting))
        elif _last_vacancies(count):
            return
        else:
            _exclude(count, table, values, waiting)
        _elect(count, table, waiting)


def _elect(count: Proceedings, table: SortingTable, waiting: list[int]) -> None:
    """Who has the quota is elected; those with a surplus join the queue of (14)."""
    before = len(count.elected)
    reached = [c for c in count.continuing if count.totals[c] >= count.quota]
    if count.protected:
        count.elect_within_room(reached, "section 273(20)")
    else:
        _elect_in_order(count, reached)
    new = [e.candidate for e in count.elected[before:]]
    waiting += [c for c in with_surplus(count) if c in new]
    if count.protected and count.room_for_newcomers == 0:
        count.fill_last_vacancies()
    close_to_others(count, table)


def _next_surplus(count: Proceedings, waiting: list[int]) -> int:
    """(21) to (23): in the order of election; a countback, which does not ask for one, settles equal surpluses here."""
    if not count.protected:
        return waiting.pop(0)
    elected_at = {e.candidate: e.stage for e in count.elected}
    earliest = min(elected_at[c] for c in waiting)
    pool = [c for c in waiting if elected_at[c] == earliest]
    chosen = count.highest(pool, "transfer", "all differ", "section 273(22)")
    waiting.remove(chosen)
    return chosen


def _elect_in_order(count: Proceedings, candidates: Iterable[int]) -> None:
    """(20)(b): of those elected at the same count the largest first. In a countback nobody's order is asked."""
    if count.protected:
        count.elect(list(candidates))
        return
    falling = sorted(candidates, key=lambda c: (-count.totals[c], c))
    for _, level in groupby(falling, key=lambda c: count.totals[c]):
        for candidate in count.in_order(list(level), "section 273(20)(b)"):
            count.elect([candidate])


def _transfer_surplus(
    count: Proceedings, table: SortingTable, values: TransferValues, candidate: int
) -> None:
    """(9) and (10)."""
    surplus = count.totals[candidate] - count.quota
    rows = table.take(candidate)
    count.totals[candidate] = count.quota
    value = values.add(Fraction(surplus, table.papers(rows)))
    moved = _move(count, table, values, candidate, rows, value)
    count.lost += surplus - sum(transfer.votes for transfer in moved)
    count.close_stage("surplus", (candidate,), moved)


def _move(
    count: Proceedings, table: SortingTable, values: TransferValues, source: int, rows: RowIndices, value: int
) -> list[Transfer]:
    """Move papers at one transfer value; each target is credited with papers x value, fraction
    disregarded.
    """
    table.value[rows] = value
    moved = []
    for parcel in table.sort(rows):
        papers = table.papers(parcel.rows)
        votes = int(papers * values.known[value])
        table.lay(parcel)
        count.totals[parcel.target] += votes
        moved.append(Transfer(source, parcel.target, papers, votes))
    return moved


def _exclude(count: Proceedings, table: SortingTable, values: TransferValues, waiting: list[int]) -> None:
    """(13)(a) and (13AA)."""
    loser = count.lowest(excludable(count), "exclude", "latest", "section 273(31)")
    count.exclude(loser)
    table.open[loser] = False
    rows = table.take(loser)
    places = sorted(
        np.unique(table.value[rows]).tolist(), key=lambda place: values.known[place], reverse=True
    )
    for turn, place in enumerate(places, start=1):
        _transfer_value(
            count, table, values, loser, rows[table.value[rows] == place], place, turn == len(places)
        )
        _elect(count, table, waiting)
        if not count.vacancies:
            return
    if not places:
        count.close_stage("exclusion", (loser,))


def _transfer_value(
    count: Proceedings,
    table: SortingTable,
    values: TransferValues,
    loser: int,
    rows: RowIndices,
    place: int,
    last: bool,
) -> None:
    """One transfer of an exclusion; the last one takes what fractions left with the excluded candidate."""
    held = min(count.totals[loser], int(table.papers(rows) * values.known[place]))
    if last:
        held = count.totals[loser]
    moved = _move(count, table, values, loser, rows, place)
    credited = sum(transfer.votes for transfer in moved)
    count.totals[loser] -= max(held, credited) if not last else held
    count.lost += (max(held, credited) if not last else held) - credited
    count.close_stage("exclusion", (loser,), moved)


def _last_vacancies(count: Proceedings) -> bool:
    """(17) and (18)."""
    if len(count.continuing) <= count.vacancies:
        _elect_in_order(count, count.continuing)
        return True
    if count.vacancies == 1 and len(count.continuing) == _LAST_TWO:
        pool = [c for c in count.continuing if c not in count.protected] if count.room_for_newcomers else []
        count.elect([count.highest(pool or count.continuing, "elect", "lot", "section 273(17)")])
        return True
    return False


RULE = Rule(
    name="au-senate",
    title="Australian Senate STV",
    text="Commonwealth Electoral Act 1918, sections 273 and 273A",
    kind="stv",
    function=au_senate,
    parameters=("protected",),
    aliases=("australian-senate", "australian-senate-stv"),
    order_counts=True,
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
)
