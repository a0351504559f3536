"""Meek's arithmetic: every candidate keeps a part of each paper that comes by and passes on the rest.

All numbers are in units of 1e-9. While no keep factor is above 2 (rounding can lift one a little above 1), what reaches a
candidate of one paper is at most one vote and one unit, and what is kept of it at most 2 votes and 2 units, so that int64
suffices; otherwise Python integers take over. Sums over papers are taken column by column, sorted by candidate, exactly for
any number of papers (`Sums`).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mandat.counting.reading import Papers
from mandat.counting.sums import Sums, Weights

UNIT = 10**9
_MOST_FACTOR = 2 * UNIT
_MOST_KEPT = 2 * UNIT + 2
Passing = Literal["remainder", "product", "price"]
"""What is passed on: the weight less the part kept, or weight x (1 - keep factor) rounded up; or the part kept is not weight x
factor but the factor itself, a price, as far as the weight suffices (Warren), and the rest is passed on."""


class Column(NamedTuple):
    """One place of the rankings: rows sorted by the candidate there, and where each candidate's rows
    start.
    """

    rows: NDArray[np.intp]
    numbers: NDArray[np.intp]
    starts: NDArray[np.intp]
    present: NDArray[np.intp]


class Keeping:
    """The papers of one election, ready to be shared out again and again with changing keep factors."""

    def __init__(self, papers: Papers, candidates: int, orders: NDArray[np.int64] | None = None) -> None:
        """With `orders` a row is one of so many orders of a paper, and starts with that part of a vote."""
        self._start = np.full(len(papers.weights), UNIT) if orders is None else UNIT // orders
        self._sums = Sums(papers.weights, _MOST_KEPT)
        self._candidates = candidates
        self._columns = [_column(papers, place) for place in range(papers.rankings.shape[1] - 1)]

    def share_out(self, keep: list[int], passing: Passing) -> list[int]:
        """The votes of each candidate (index 0 unused) when every paper passes along its ranking.

        Each part kept is weight x keep factor, rounded up to nine decimals; `keep[c]` is candidate c's
        factor.
        """
        small = max(keep) <= _MOST_FACTOR
        factors: Weights = np.array(keep, np.int64) if small else np.array(keep, np.object_)
        weight: Weights = self._start.copy() if small else self._start.astype(np.object_)
        votes = [0] * (self._candidates + 1)
        for column in self._columns:
            held, factor = weight[column.rows], factors[column.numbers]
            kept = np.minimum(held, factor) if passing == "price" else _up(held * factor)
            sums = self._sums.in_runs(column.rows, kept, column.starts)
            for candidate, total in zip(column.present.tolist(), sums, strict=True):
                votes[candidate] += total
            weight[column.rows] = _up(held * (UNIT - factor)) if passing == "product" else held - kept
        return votes


def next_keep(keep: int, quota: int, votes: int) -> int:
    """A keep factor x quota / votes, each step rounded up to nine decimals."""
    product = -(-keep * quota // UNIT)
    return -(-product * UNIT // votes)


def _up(product: Weights) -> Weights:
    rounded: Weights = (product + (UNIT - 1)) // UNIT
    return rounded


def _column(papers: Papers, place: int) -> Column:
    numbers = papers.rankings[:, place]
    named = np.flatnonzero(numbers)
    rows = named[np.argsort(numbers[named], kind="stable")]
    in_order = numbers[rows].astype(np.intp)
    starts = np.flatnonzero(np.diff(in_order, prepend=0))
    return Column(rows, in_order, starts, in_order[starts])
