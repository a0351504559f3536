"""Papers with overvotes, skipped ranks and repeated names, as the ranked-choice laws of the United States read them.

What an overvote is worth can hang on who is still in the count when it is reached. So a rank given to several candidates stays
on the paper as a mark of its own, and is judged when the paper gets there:

- `exhaust`: the paper ends at the overvote, whoever is in it.
- `skip`: the overvote is passed over, like a rank left empty.
- `exhaust if multiple`: with two or more continuing candidates in it the paper ends; with one it counts for that one; with
  none it is passed over (RCTab, "exhaustIfMultipleContinuing").
- `exhaust if any`: with a continuing candidate in it the paper ends, else it is passed over (Maine, 21-A s 723-A(1)(D)-(E):
  an overvote at the highest ranking of a continuing candidate).

An overvote of which the file does not say whom it names ends the paper under all of them but `skip`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from mandat.counting.ballots import SKIPPED, Ballots
from mandat.counting.reading import Papers, ReadingRule, read_papers
from mandat.counting.stv.table import Parcel, RowIndices, SortingTable

Overvote = Literal["exhaust", "skip", "exhaust if multiple", "exhaust if any"]
OVERVOTES: tuple[Overvote, ...] = ("exhaust", "skip", "exhaust if multiple", "exhaust if any")


@dataclass(frozen=True, slots=True)
class Marking:
    """How a law reads marks: `overvote` as above; `skips`: how many empty ranks in a row are passed over before the paper
    ends (None: any number); `repeat_ends`: whether a name given again ends the paper (else the mark is passed over).
    """

    overvote: Overvote
    skips: int | None
    repeat_ends: bool = False


@dataclass(frozen=True, slots=True)
class MarkedPapers:
    """Papers, and the overvotes on them: a mark above the number of candidates stands for `groups[mark - candidates - 1]`."""

    papers: Papers
    groups: tuple[frozenset[int], ...]


class MarksTable(SortingTable):
    """A sorting table that judges overvotes when papers reach them."""

    def __init__(self, marked: MarkedPapers, candidates: int, unit: int, overvote: Overvote) -> None:
        super().__init__(marked.papers, candidates, unit)
        self._groups, self._overvote = marked.groups, overvote

    def sort(self, rows: RowIndices) -> list[Parcel]:
        """Sort rows by their next mark that counts, in rising order of candidate."""
        goes = self._goes()
        at = self._at[rows]
        target = goes[self._marks[at]]
        stuck = np.flatnonzero(target < 0)
        while stuck.size:
            at[stuck] += 1
            moved = goes[self._marks[at[stuck]]]
            target[stuck] = moved
            stuck = stuck[moved < 0]
        self._at[rows] = at
        order = np.argsort(target, kind="stable")
        ends = np.cumsum(np.bincount(target, minlength=1))
        pieces = np.split(rows[order], ends[:-1])
        return [Parcel(candidate, piece) for candidate, piece in enumerate(pieces) if piece.size]

    def start_again(self) -> RowIndices:
        """Lift every paper off the table and turn it back to its first mark."""
        rows = self.all_rows()
        self._at = rows * self._width
        self._piles = [[] for _ in self._piles]
        return rows

    def _goes(self) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        """Where each mark sends a paper now: a candidate, 0 (it ends), or -1 (the mark is passed over)."""
        numbers = np.arange(len(self.open), dtype=np.intp)
        plain = np.where(self.open, numbers, -1)
        groups = [self._judged({c for c in group if self.open[c]}) for group in self._groups]
        return np.concatenate([plain, np.array(groups, np.intp)])

    def _judged(self, continuing: set[int]) -> int:
        if not continuing:
            return -1
        if self._overvote == "exhaust if multiple" and len(continuing) == 1:
            return min(continuing)
        return 0


def read_marks(ballots: Ballots, marking: Marking) -> MarkedPapers:
    """The papers as `marking` reads them; papers that name nobody who stands are invalid."""
    if ballots.is_plain:
        papers = read_papers(ballots, ReadingRule())
        return MarkedPapers(replace(papers, rankings=papers.rankings.astype(np.uint32)), ())
    codes: dict[frozenset[int], int] = {}
    gone = frozenset(c.number for c in ballots.candidates if c.withdrawn)
    rows = [_read(ballots, row, marking, gone, codes) for row in range(ballots.rows)]
    kept = [row for row, marks in enumerate(rows) if marks]
    width = max((len(rows[row]) for row in kept), default=0)
    table = np.zeros((len(kept), width + 1), np.uint32)
    for place, row in enumerate(kept):
        table[place, : len(rows[row])] = rows[row]
    weights = ballots.weights[kept]
    invalid = int(ballots.weights.sum() - weights.sum())
    return MarkedPapers(Papers(table, weights, np.array(kept, np.intp), invalid), tuple(codes))


def _read(
    ballots: Ballots, row: int, marking: Marking, gone: frozenset[int], codes: dict[frozenset[int], int]
) -> list[int]:
    """The marks of a row that can count, in order."""
    marks: list[int] = []
    seen: set[int] = set()
    empty = 0
    for rank in ballots.ranking(row):
        empty = empty + 1 if rank == SKIPPED else 0
        if marking.skips is not None and empty > marking.skips:
            break
        if rank == SKIPPED or (isinstance(rank, tuple) and marking.overvote == "skip"):
            continue
        if isinstance(rank, tuple):
            if marking.overvote == "exhaust" or not rank:
                break
            group = frozenset(rank) - seen - gone
            marks.append(codes.setdefault(group, len(ballots.candidates) + 1 + len(codes)))
        elif rank not in seen:
            seen.add(rank)
            marks += [] if rank in gone else [rank]
        elif marking.repeat_ends:
            break
    return marks
