"""The sorting table of an STV count: which papers lie with which candidate, and what each is worth.

A row stands for all papers marked alike; such papers always lie together, so a count touches each row only
when its pile moves. Values are int64 in units of the rule's precision, never above one vote; a row's votes are weight x
value, added up exactly for any weights (`Sums`).
"""

from __future__ import annotations

from typing import NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from mandat.counting.reading import Papers
from mandat.counting.sums import Sums

RowIndices = NDArray[np.intp]
Units = TypeVar("Units", int, NDArray[np.int64])
"""A value, or an array of values, in units of the rule's precision."""


class Formula(Protocol):
    """How a rule computes the value of a paper in a surplus; the same for one value and for an array of
    them.
    """

    def __call__(self, value: Units, surplus: int, total: int, /) -> Units:
        """The new value, in units. Products stay within surplus x the largest of value and one vote."""


class Parcel(NamedTuple):
    """Rows that go to one candidate; target 0 has the papers without a further preference."""

    target: int
    rows: RowIndices


class SortingTable:
    """Piles of papers. `open[c]` says whether candidate c may still receive papers (index 0: always)."""

    def __init__(self, papers: Papers, candidates: int, unit: int) -> None:
        rows, width = papers.rankings.shape
        self._marks = papers.rankings.ravel()
        self._width = width
        self._at: NDArray[np.intp] = np.arange(rows, dtype=np.intp) * width
        self._sums = Sums(papers.weights, unit)
        self._rows = rows
        self.unit = unit
        self.value = np.full(rows, unit, np.int64)
        self.open = np.zeros(candidates + 1, np.bool_)
        self.open[0] = True
        self._piles: list[list[RowIndices]] = [[] for _ in range(candidates + 1)]

    def all_rows(self) -> RowIndices:
        """Every row, as at the start of a count."""
        return np.arange(self._rows, dtype=np.intp)

    def pile(self, candidate: int) -> RowIndices:
        """All rows that lie with a candidate, in the order in which their parcels arrived."""
        parcels = self._piles[candidate]
        return np.concatenate(parcels) if parcels else np.empty(0, np.intp)

    def parcels(self, candidate: int) -> list[RowIndices]:
        """The parcels of a candidate in the order in which they arrived."""
        return self._piles[candidate]

    def take(self, candidate: int) -> RowIndices:
        """Lift the whole pile of a candidate off the table."""
        rows = self.pile(candidate)
        self._piles[candidate] = []
        return rows

    def sort(self, rows: RowIndices) -> list[Parcel]:
        """Sort rows by their next preference for an open candidate, in rising order of candidate; none lies
        down yet.
        """
        at = self._at[rows]
        target = self._marks[at]
        stuck = np.flatnonzero(~self.open[target])
        while stuck.size:
            at[stuck] += 1
            moved = self._marks[at[stuck]]
            target[stuck] = moved
            stuck = stuck[~self.open[moved]]
        self._at[rows] = at
        # A stable sort of small integers is a radix sort: linear, and rows keep their order within a parcel.
        order = np.argsort(target, kind="stable")
        ends = np.cumsum(np.bincount(target, minlength=1))
        pieces = np.split(rows[order], ends[:-1])
        return [Parcel(candidate, piece) for candidate, piece in enumerate(pieces) if piece.size]

    def lay(self, parcel: Parcel) -> None:
        """Put a parcel on top of its candidate's pile."""
        self._piles[parcel.target].append(parcel.rows)

    def is_first_preference(self, rows: RowIndices) -> bool:
        """Whether the rows still lie where their first mark put them."""
        return bool((self._at[rows] % self._width == 0).all())

    def papers(self, rows: RowIndices) -> int:
        """How many papers the rows stand for."""
        return self._sums.of(rows)

    def votes(self, rows: RowIndices) -> int:
        """What the rows are worth together, in units."""
        return self._sums.worth(rows, self.value[rows])

    def papers_and_votes(self, rows: RowIndices) -> tuple[int, int]:
        """How many papers the rows stand for and what they are worth together, in units."""
        return self._sums.papers_and_worth(rows, self.value[rows])

    def revalue(self, rows: RowIndices, surplus: int, total: int, formula: Formula) -> None:
        """Give each paper the value formula(its value, surplus, total), exactly."""
        values = self.value[rows]
        if not values.size:
            return
        if surplus * max(self.unit, int(values.max())) < 2**62:
            self.value[rows] = formula(values, surplus, total)
            return
        # The products may not fit in 64 bits: Python integers, once for each distinct value.
        distinct, which = np.unique(values, return_inverse=True)
        self.value[rows] = np.array([formula(int(v), surplus, total) for v in distinct], np.int64)[which]
