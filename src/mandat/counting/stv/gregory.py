"""What the rules of the Gregory family share: moving all papers of a candidate, at a new value or at the
value they have.

Each rule gives its own formula for the value of a paper in a surplus; everything else here is the same in all
texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.table import Formula, SortingTable


def first_preferences(count: Proceedings) -> SortingTable:
    """Sort all papers by first preference as stage 1, and give the table on which they lie."""
    table = count.table()
    moved = count.credit(table, 0, table.sort(table.all_rows()))
    count.close_stage("first preferences", transfers=moved)
    return table


def deem_elected(count: Proceedings, table: SortingTable, paragraph: str) -> None:
    """Elect all who have the quota; in a countback no more newcomers than there is room for."""
    count.elect_within_room([c for c in count.continuing if count.totals[c] >= count.quota], paragraph)
    close_to_others(count, table)


def close_to_others(count: Proceedings, table: SortingTable) -> None:
    """Only continuing candidates may receive papers from now on."""
    table.open[1:] = False
    table.open[count.continuing] = True


def with_surplus(count: Proceedings) -> list[int]:
    """The elected who have more than the quota, in order of election."""
    return [e.candidate for e in count.elected if count.totals[e.candidate] > count.quota]


def transfer_surplus(count: Proceedings, table: SortingTable, candidate: int, formula: Formula) -> None:
    """Move all papers of an elected candidate at the value that the rule's `formula` gives them: one
    stage.
    """
    total = count.totals[candidate]
    surplus = total - count.quota
    rows = table.take(candidate)
    table.revalue(rows, surplus, total, formula)
    count.totals[candidate] = count.quota
    moved = count.credit(table, candidate, table.sort(rows))
    count.lost += surplus - sum(transfer.votes for transfer in moved)
    count.close_stage("surplus", (candidate,), moved)


def transfer_excluded(count: Proceedings, table: SortingTable, candidates: Sequence[int]) -> None:
    """Move all papers of excluded candidates at the value they have: one stage."""
    table.open[list(candidates)] = False
    moved = []
    for candidate in candidates:
        count.totals[candidate] = 0
        moved += count.credit(table, candidate, table.sort(table.take(candidate)))
    count.close_stage("exclusion", tuple(candidates), moved)


def excludable(count: Proceedings) -> list[int]:
    """Continuing candidates who are not protected by a countback."""
    return [c for c in count.continuing if c not in count.protected]


def sure_losers(count: Proceedings, *, keep: int, waiting: Sequence[int] = ()) -> list[int]:
    """The largest set of lowest candidates who cannot catch up with the next one above them.

    Their votes and all untransferred surpluses together are less than the votes of the next candidate;
    candidates with equal votes are all in the set or all out; at least `keep` continuing candidates stay. `waiting` are
    continuing candidates whose surplus counts too.
    """
    surplus = sum(count.totals[c] - count.quota for c in (*with_surplus(count), *waiting))
    ranked = sorted(count.continuing, key=lambda c: count.totals[c])
    beaten: list[int] = []
    total = surplus
    for place, candidate in enumerate(ranked[: max(0, len(ranked) - keep)]):
        if candidate in count.protected:
            break
        total += count.totals[candidate]
        if total < count.totals[ranked[place + 1]]:
            beaten = ranked[: place + 1]
    return beaten
