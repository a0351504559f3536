"""Transfer values as exact fractions, for the laws of Australia: a candidate gets papers x value, cut to the law's unit.

The table holds the place of a paper's value in `known`, not its votes; so `SortingTable.votes` says nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np

from mandat.counting.result import NONE, Transfer
from mandat.counting.stv.gregory import close_to_others, with_surplus
from mandat.counting.stv.parcels import merged
from mandat.counting.stv.proceedings import Proceedings, Regard
from mandat.counting.stv.table import RowIndices, SortingTable


class ExactValues:
    """The values that occur in a count. `known[1]` is one vote, the value of first preferences."""

    def __init__(self) -> None:
        self.known: list[Fraction] = [Fraction(0), Fraction(1)]

    def add(self, value: Fraction) -> int:
        """The place of a value."""
        if value not in self.known:
            self.known.append(value)
        return self.known.index(value)

    def of(self, table: SortingTable, rows: RowIndices) -> Fraction:
        """The value of a parcel, whose papers are all worth the same."""
        return self.known[int(table.value[rows[0]])]


def lay_first_preferences(count: Proceedings) -> tuple[SortingTable, ExactValues]:
    """Sort all papers by first preference as stage 1; each is worth one vote."""
    table = count.table()
    table.value[:] = 1
    values = ExactValues()
    moved = move(count, table, values, 0, table.all_rows(), Fraction(1), exhausted=True)
    count.close_stage("first preferences", transfers=moved)
    return table, values


def cut(count: Proceedings, papers: int, value: Fraction) -> int:
    """Papers times value in units, any fraction of a unit disregarded."""
    exact = papers * value * count.unit
    whole = abs(exact.numerator) // exact.denominator
    return whole if exact >= 0 else -whole


def move(
    count: Proceedings,
    table: SortingTable,
    values: ExactValues,
    source: int,
    rows: RowIndices,
    value: Fraction,
    *,
    exhausted: bool,
) -> list[Transfer]:
    """Move papers to their next preferences at one value, and return what moved.

    Papers without a next preference move to the exhausted ones if `exhausted`, else they are set aside where they are.
    """
    place, moved = values.add(value), list[Transfer]()
    for parcel in table.sort(rows):
        if parcel.target == NONE and not exhausted:
            continue
        table.value[parcel.rows] = place
        papers = table.papers(parcel.rows)
        votes = cut(count, papers, value)
        table.lay(parcel)
        count.totals[parcel.target] += votes
        moved.append(Transfer(source, parcel.target, papers, votes))
    return moved


def credited(moved: Sequence[Transfer]) -> int:
    """The votes of all transfers together."""
    return sum(transfer.votes for transfer in moved)


def finish_surplus(count: Proceedings, candidate: int, moved: Sequence[Transfer]) -> None:
    """Leave the elected candidate with the quota; what of the surplus was not credited is lost. Closes the stage."""
    count.lost += count.totals[candidate] - count.quota - credited(moved)
    count.totals[candidate] = count.quota
    count.close_stage("surplus", (candidate,), merged(moved))


def move_group(
    count: Proceedings, table: SortingTable, values: ExactValues, loser: int, group: Sequence[RowIndices]
) -> list[Transfer]:
    """Move parcels of an excluded candidate that are worth the same, together; takes off what they brought."""
    value = values.of(table, group[0])
    held = sum(cut(count, table.papers(rows), value) for rows in group)
    moved = move(count, table, values, loser, np.concatenate(group), value, exhausted=True)
    count.totals[loser] -= held
    count.lost += held - credited(moved)
    return moved


def in_order_of_receipt(table: SortingTable, values: ExactValues, candidate: int) -> list[list[RowIndices]]:
    """The parcels of a candidate one by one, the first received first."""
    del values
    return [[rows] for rows in table.parcels(candidate)]


def by_value(table: SortingTable, values: ExactValues, candidate: int) -> list[list[RowIndices]]:
    """The parcels of a candidate grouped by value, the highest first."""
    groups: dict[Fraction, list[RowIndices]] = {}
    for rows in table.parcels(candidate):
        groups.setdefault(values.of(table, rows), []).append(rows)
    return [groups[value] for value in sorted(groups, reverse=True)]


def first_preferences_then_by_value(
    table: SortingTable, values: ExactValues, candidate: int
) -> list[list[RowIndices]]:
    """The first preferences alone, then the other parcels by value, the highest first."""
    parcels = table.parcels(candidate)
    if not parcels or not table.is_first_preference(parcels[0]):
        return by_value(table, values, candidate)
    groups: dict[Fraction, list[RowIndices]] = {}
    for rows in parcels[1:]:
        groups.setdefault(values.of(table, rows), []).append(rows)
    return [[parcels[0]], *(groups[value] for value in sorted(groups, reverse=True))]


Grouping = Callable[[SortingTable, ExactValues, int], list[list[RowIndices]]]
"""In which groups the papers of an excluded candidate move, and in which order."""


def exclude_by_groups(
    count: Proceedings,
    table: SortingTable,
    values: ExactValues,
    loser: int,
    grouping: Grouping,
    after_each: Callable[[], bool],
) -> None:
    """Exclude a candidate: each group of papers is a stage, after which `after_each` elects and says whether to stop."""
    count.exclude(loser)
    table.open[loser] = False
    groups = grouping(table, values, loser)
    table.take(loser)
    for group in groups:
        moved = move_group(count, table, values, loser, group)
        count.close_stage("exclusion", (loser,), moved)
        if after_each():
            return
    if not groups:
        count.close_stage("exclusion", (loser,))
        after_each()


def elect_with_quota(count: Proceedings, table: SortingTable) -> None:
    """Elect all who have the quota, the largest first."""
    count.elect([c for c in count.continuing if count.totals[c] >= count.quota])
    close_to_others(count, table)


def next_surplus(count: Proceedings, regard: Regard, paragraph: str) -> int | None:
    """Whose surplus moves next: of those elected at the earliest stage the largest; None if there is no surplus."""
    elected_at = {e.candidate: e.stage for e in count.elected}
    waiting = with_surplus(count)
    if not waiting:
        return None
    earliest = min(elected_at[c] for c in waiting)
    pool = [c for c in waiting if elected_at[c] == earliest]
    return count.highest(pool, "transfer", regard, paragraph)
