"""Papers as sets of approved candidates: every candidate a paper names, at whatever rank; naming one twice counts once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import Ballots
from mandat.counting.sums import ALL_ROWS, Sums, Weights, whole_numbers

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Approvals:
    """One row for each distinct set: `approves[row, number - 1]`, `weights[row]` papers. `standing` are the numbers that
    have not withdrawn. Papers that approve nobody who stands are not in it."""

    approves: Flags
    weights: Weights
    standing: tuple[int, ...]

    @property
    def papers(self) -> int:
        """How many papers approve somebody."""
        return self._sums.of(ALL_ROWS)

    def of(self, candidate: int) -> Flags:
        """The rows that approve a candidate."""
        column: Flags = self.approves[:, candidate - 1]
        return column

    def supporters(self) -> dict[int, int]:
        """Papers for each candidate who stands.

        >>> read_approvals(Ballots.from_approvals(["A", "B"], [({1, 2}, 3), ({2}, 2), ((), 1)])).supporters()
        {1: 3, 2: 5}
        """
        rows, columns = self._marks
        sums = self._sums.by_place(columns, self.approves.shape[1], rows)
        return {n: sums[n - 1] for n in self.standing}

    def by_class(self, classes: NDArray[np.intp], many: int) -> list[list[int]]:
        """For each candidate who might stand the papers among the rows of each of `many` classes: `[number - 1][class]`."""
        rows, columns = self._marks
        sums = self._sums.by_place(columns * many + classes[rows], self.approves.shape[1] * many, rows)
        return [sums[start : start + many] for start in range(0, len(sums), many)]

    def by_pattern(self, members: Sequence[int]) -> list[int]:
        """Papers by which of `members` they approve: at 0b101 those that approve the first and the third only.

        >>> read_approvals(Ballots.from_approvals(["A", "B"], [({1, 2}, 3), ({2}, 2)])).by_pattern((1, 2))
        [0, 0, 2, 3]
        """
        columns = self.approves[:, [number - 1 for number in members]]
        codes = columns @ (1 << np.arange(len(members), dtype=np.intp))
        return self._sums.by_place(codes.astype(np.intp), 1 << len(members))

    @cached_property
    def _sums(self) -> Sums:
        return Sums(self.weights)

    @cached_property
    def _marks(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """(Row, column) of every approval: far fewer than there are cells."""
        rows, columns = np.nonzero(self.approves)
        return rows, columns


def read_approvals(ballots: Ballots) -> Approvals:
    """The sets, grouped."""
    approves = np.zeros((ballots.rows, len(ballots.candidates)), np.bool_)
    for number in ballots.standing:
        approves[:, number - 1] = (ballots.rankings == number).any(axis=1)
    some = approves.any(axis=1)
    packed = np.packbits(approves[some], axis=1)
    distinct, places = np.unique(packed, axis=0, return_inverse=True)
    weights = whole_numbers(
        Sums(ballots.weights).by_place(places.reshape(-1), len(distinct), np.flatnonzero(some))
    )
    sets = np.unpackbits(distinct, axis=1, count=approves.shape[1]).astype(np.bool_)
    return Approvals(sets, weights, ballots.standing)
