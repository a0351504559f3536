"""What the rules of the Senatorial (last parcel) family share: ERS97 and Northern Ireland.

Only the parcel that made the surplus is looked at; excluded candidates' papers move parcel by parcel in
falling value, and a candidate who gets the quota in between receives no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from mandat.counting.result import NONE, Transfer
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.table import RowIndices, SortingTable


def transfer_last_parcel(count: Proceedings, table: SortingTable, candidate: int) -> None:
    """Move a surplus out of the last parcel received, as a stage.

    Each transferable paper gets surplus / transferable papers, cut to the rule's precision, but never more
    than it was worth. What is not transferred of the surplus becomes non-transferable.
    """
    surplus = count.totals[candidate] - count.quota
    parcels = table.sort(table.parcels(candidate)[-1])
    transferable = [parcel for parcel in parcels if parcel.target != NONE]
    papers = sum(table.papers(parcel.rows) for parcel in transferable)
    moved: list[Transfer] = []
    for parcel in transferable:
        present = int(table.value[parcel.rows[0]])
        table.value[parcel.rows] = min(present, surplus // papers)
        moved += count.credit(table, candidate, [parcel])
    count.totals[candidate] = count.quota
    rest = surplus - sum(transfer.votes for transfer in moved)
    count.totals[NONE] += rest
    if rest:
        moved.insert(
            0, Transfer(candidate, NONE, sum(table.papers(p.rows) for p in parcels if p.target == NONE), rest)
        )
    count.close_stage("surplus", (candidate,), moved)


def parcels_by_value(
    table: SortingTable, candidates: Sequence[int], *, first_preferences_apart: bool
) -> Iterator[list[tuple[int, RowIndices]]]:
    """The papers of excluded candidates in the order in which they move: lists of (candidate, rows) of one
    value.

    With `first_preferences_apart` the papers on which a candidate is the first preference come before all
    others.
    """
    held: dict[tuple[int, int], list[tuple[int, RowIndices]]] = {}
    for candidate in candidates:
        for place, rows in enumerate(table.parcels(candidate)):
            original = first_preferences_apart and place == 0 and table.is_first_preference(rows)
            for value in np.unique(table.value[rows])[::-1].tolist():
                part = rows[table.value[rows] == value]
                held.setdefault((0 if original else 1, -value), []).append((candidate, part))
        table.take(candidate)
    for key in sorted(held):
        yield held[key]


def move_parcel(
    count: Proceedings, table: SortingTable, parcel: Sequence[tuple[int, RowIndices]]
) -> list[Transfer]:
    """Move the papers of one value of all excluded candidates to their next preferences, at the value they
    have.
    """
    moved: list[Transfer] = []
    for candidate, rows in parcel:
        count.totals[candidate] -= table.votes(rows)
        sorted_rows = table.sort(rows)
        moved += [Transfer(candidate, p.target, *table.papers_and_votes(p.rows)) for p in sorted_rows]
    together = table.sort(np.concatenate([rows for _, rows in parcel]))
    # Laid together: what one candidate gets of one value in one transfer is one parcel, whoever it comes
    # from.
    count.credit(table, 0, together)
    return moved


def merged(transfers: Sequence[Transfer]) -> list[Transfer]:
    """Transfers between the same two candidates added up, in order of first appearance."""
    sums: dict[tuple[int, int], tuple[int, int]] = {}
    for t in transfers:
        papers, votes = sums.get((t.source, t.target), (0, 0))
        sums[t.source, t.target] = papers + t.papers, votes + t.votes
    return [Transfer(source, target, *both) for (source, target), both in sums.items()]
