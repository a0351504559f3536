"""Rounds of elimination: what the ranked-choice laws of the United States share.

Every round a candidate falls, or several who cannot be elected any more, until the law says that the count ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.stv.gregory import transfer_excluded
from mandat.counting.stv.overvotes import Marking, MarksTable, read_marks
from mandat.counting.stv.proceedings import Proceedings, Regard
from mandat.counting.stv.table import SortingTable
from mandat.language import msg

LAST_TWO = 2
Batch = Literal["none", "cannot equal", "cannot surpass"]
"""Who falls together: the largest set of lowest candidates whose votes together are less than (`cannot equal`), or not more
than (`cannot surpass`), those of the next above."""
UNDECLARED = frozenset({"uwi", "undeclared write-ins", "undeclared write-in"})


@dataclass(frozen=True, slots=True)
class Elimination:
    """How a law lets candidates fall: which fall together, what settles a tie for the last place, and its paragraph."""

    batch: Batch
    ties: Regard
    paragraph: str


def open_rounds(
    rule: str,
    ballots: Ballots,
    seats: int,
    marking: Marking,
    *,
    precision: int = 0,
    lots: tuple[int, ...] = (),
) -> tuple[Proceedings, MarksTable]:
    """The minutes and the table of a count whose papers are read by `marking`."""
    marked = read_marks(ballots, marking)
    count = Proceedings.open(rule, ballots, marked.papers, seats, precision=precision, lots=lots)
    table = MarksTable(marked, len(ballots.candidates), count.unit, marking.overvote)
    table.open[count.continuing] = True
    return count, table


def first_round(count: Proceedings, table: SortingTable) -> None:
    """Lay the papers with their first choices, as a stage."""
    moved = count.credit(table, 0, table.sort(table.all_rows()))
    count.close_stage("first preferences", transfers=moved)


def undeclared_write_ins(ballots: Ballots, given: tuple[int, ...] | None) -> tuple[int, ...]:
    """The numbers under which undeclared write-ins stand: `given`, or those named so ("UWI", "Undeclared Write-ins").

    Raises `BadParameterError` for a number that does not stand.
    """
    if given is None:
        return tuple(c.number for c in ballots.candidates if c.name.lower() in UNDECLARED and not c.withdrawn)
    if unknown := set(given) - set(ballots.standing):
        raise BadParameterError(
            msg("candidate {unknown} does not stand, so cannot be an undeclared write-in")(
                unknown=min(unknown)
            )
        )
    return tuple(given)


def eliminate(count: Proceedings, table: SortingTable, losers: Sequence[int]) -> None:
    """Exclude `losers` together and move their papers, as a stage."""
    for loser in losers:
        count.exclude(loser)
    transfer_excluded(count, table, losers)


def losers(count: Proceedings, how: Elimination, *, keep: int) -> list[int]:
    """Who falls next: those who fall together by `how`, at least `keep` staying, else the lowest. Raises `LotNeeded`."""
    together = _together(count, how.batch, keep)
    return together or [count.lowest(count.continuing, "exclude", how.ties, how.paragraph)]


def _together(count: Proceedings, batch: Batch, keep: int) -> list[int]:
    if batch == "none":
        return []
    room = 0 if batch == "cannot equal" else 1
    ranked = sorted(count.continuing, key=lambda c: count.totals[c])
    beaten, total = list[int](), 0
    for place, candidate in enumerate(ranked[: max(0, len(ranked) - keep)]):
        total += count.totals[candidate]
        following = count.totals[ranked[place + 1]]
        # With equals above it nobody is in the set unless they are; a single last place is no batch either.
        if total < following + room and count.totals[candidate] < following:
            beaten = ranked[: place + 1]
    return beaten


def majority(count: Proceedings) -> int | None:
    """Who has more than half of the votes of the continuing candidates."""
    votes = {c: count.totals[c] for c in count.continuing}
    first = max(votes, key=lambda c: votes[c], default=None)
    return first if first is not None and 2 * votes[first] > sum(votes.values()) else None


def one_seat(rule: str, seats: int) -> None:
    """Raise `BadParameterError` if `rule`, which fills one seat, is asked to fill more."""
    if seats != 1:
        raise BadParameterError(
            msg("{rule} fills one seat, not {seats}; use an STV rule such as stv-scottish")(
                rule=rule, seats=seats
            )
        )


def down_to_two(count: Proceedings, table: SortingTable, how: Elimination, last: str) -> None:
    """Eliminate until two are left and elect the one with more votes; a tie between them goes by lot under `last`."""
    while len(count.continuing) > LAST_TWO:
        eliminate(count, table, losers(count, how, keep=LAST_TWO))
    if count.continuing:
        count.elect([count.highest(count.continuing, "elect", "lot", last)])
