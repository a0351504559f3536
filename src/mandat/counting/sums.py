"""Sums over papers that are exact whatever their number.

NumPy adds 64-bit integers without a word when they overflow, so nothing here adds them before it is proved that the sum fits:
weights that together stay within 63 bits are int64, all others Python integers in an object array (`whole_numbers`). A sum of
weight x value is taken in int64 where the weights of all rows times the largest value fit; otherwise each weight is cut into
pieces of so few bits that the sum of every piece fits, and the sums of the pieces are put together again in Python integers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import methodcaller

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.int64] | NDArray[np.object_]
"""How many papers each row stands for: int64 where all of them together fit, else Python integers."""
Chosen = NDArray[np.intp] | NDArray[np.bool_] | slice

_MOST = 2**63 - 1
_WIDEST = 7
ALL_ROWS = slice(None)


def whole_numbers(numbers: Iterable[int]) -> Weights:
    """Whole numbers of any size, 0 or more, as an array in which every sum of them is exact.

    >>> whole_numbers([3, 4]).dtype.name, whole_numbers([2**62, 2**62]).dtype.name
    ('int64', 'object')
    """
    listed = list(numbers)
    if sum(listed) <= _MOST:
        return np.array(listed, np.int64)
    return np.array(listed, np.object_)


def joined(parts: Sequence[Weights]) -> Weights:
    """Weights one after another; those of one part being exact does not make the sum of all so (see `exact`)."""
    if any(part.dtype == np.object_ for part in parts):
        return np.concatenate([part.astype(np.object_) for part in parts])
    return exact(np.concatenate([part.astype(np.int64) for part in parts]))


def zeros(shape: int | tuple[int, int], like: Weights) -> Weights:
    """Zeros of the kind of `like`."""
    return np.zeros(shape, np.int64) if like.dtype == np.int64 else np.zeros(shape, np.object_)


def exact(weights: Weights) -> Weights:
    """The same weights; as Python integers where their sum does not fit in 63 bits."""
    if weights.dtype == np.object_ or not weights.size:
        return weights
    if int(weights.max()) * len(weights) <= _MOST:
        return weights
    return whole_numbers(weights.tolist())


class Sums:
    """Weights, ready to be added up again and again with values of at most `largest`.

    >>> sums = Sums(whole_numbers([10**30, 1, 1]), largest=1000)
    >>> sums.of(np.array([0, 2])), sums.worth(np.array([0, 1]), np.array([3, 7]))
    (1000000000000000000000000000001, 3000000000000000000000000000007)
    """

    def __init__(self, weights: Weights, largest: int = 1) -> None:
        self._weights, self._largest = weights, max(1, largest)
        total = int(weights.sum()) if weights.size else 0
        self._narrow = weights.astype(np.int64) if total * self._largest <= _MOST else None
        self._bits = 8 * _width(len(weights), self._largest)

    def of(self, rows: Chosen) -> int:
        """How many papers these rows stand for."""
        return self.added(lambda piece: [int(_taken(piece, rows).sum())])[0]

    def worth(self, rows: Chosen, values: Weights) -> int:
        """The sum of weight x value; `values` belong to `rows` and lie between 0 and `largest`."""
        return self.added(lambda piece: [int(_taken(piece, rows) @ values)])[0]

    def papers_and_worth(self, rows: Chosen, values: Weights) -> tuple[int, int]:
        """`of` and `worth` in one go."""

        def both(piece: Weights) -> list[int]:
            taken = _taken(piece, rows)
            return [int(taken.sum()), int(taken @ values)]

        papers, worth = self.added(both)
        return papers, worth

    def in_runs(self, rows: NDArray[np.intp], values: Weights, starts: NDArray[np.intp]) -> list[int]:
        """`worth` for each run of `rows`; a run goes from its start to the next."""
        return self.added(lambda piece: _listed(np.add.reduceat(_taken(piece, rows) * values, starts)))

    def by_place(self, places: NDArray[np.intp], size: int, rows: Chosen = ALL_ROWS) -> list[int]:
        """The papers of `rows` added up at their `places`, which are below `size`."""
        return self.added(lambda piece: sum_by_place(places, _taken(piece, rows), size))

    def added(self, sums_of: Callable[[Weights], list[int]]) -> list[int]:
        """What `sums_of` gives for all weights, from what it gives for each piece of them."""
        if self._narrow is not None:
            return sums_of(self._narrow)
        by_piece = [sums_of(piece) for piece in self._pieces]
        return [
            sum(each << self._bits * place for place, each in enumerate(sums))
            for sums in zip(*by_piece, strict=True)
        ]

    @cached_property
    def _pieces(self) -> list[Weights]:
        """The weights in base 2 ** bits, the lowest digit first; one piece of Python integers where no digit is small enough."""
        if not self._bits:
            return [self._weights.astype(np.object_)]
        numbers, width = self._weights.tolist(), self._bits // 8
        size = max(1, -(-max(numbers).bit_length() // 8))
        size += -size % width
        digits = np.frombuffer(b"".join(map(methodcaller("to_bytes", size, "little"), numbers)), np.uint8)
        table = digits.reshape(len(numbers), -1, width).astype(np.int64)
        powers = np.left_shift(np.int64(1), 8 * np.arange(width, dtype=np.int64))
        return list((table @ powers).T.copy())


def _width(rows: int, largest: int) -> int:
    """How many bytes a piece may have, so that the pieces of all rows times the largest value fit; 0: not even one."""
    fits = (width for width in range(_WIDEST, 0, -1) if (256**width - 1) * largest * max(1, rows) <= _MOST)
    return next(fits, 0)


def sum_by_place(places: NDArray[np.intp], weights: Weights, size: int) -> list[int]:
    """Weights added up at their `places`, in integers (`bincount` with weights would go through floats). The sum of all of
    them must be exact in their type, as it is after `whole_numbers` and `exact`.
    """
    sums = zeros(size, weights)
    np.add.at(sums, places, weights)
    return _listed(sums)


def _taken(piece: Weights, rows: Chosen) -> Weights:
    if isinstance(rows, np.ndarray) and rows.dtype == np.intp:
        taken: Weights = piece.take(rows)
        return taken
    return piece[rows]


def _listed(sums: Weights) -> list[int]:
    found: list[int] = sums.tolist()
    return found
