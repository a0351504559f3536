"""Group papers that are marked alike: one row for each distinct marking, with its weight.

Rows of small numbers are packed into 64-bit words, first preference in the highest bits, so that sorting the
words sorts the rankings; a hash table on the words then finds the distinct ones.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import Numbers, in_sequence
from mandat.counting.sums import Weights, exact, whole_numbers

WordArray = NDArray[np.uint64]


_Found = tuple[list[WordArray], Weights, "NDArray[np.int32] | None"]
_MANY = 100_000
"""From here on a hash table is faster than sorting."""


class Grouped(NamedTuple):
    """Distinct rows in rising order, how many papers each stands for, and the row of each paper if asked
    for.
    """

    rankings: Numbers
    weights: Weights
    sequence: NDArray[np.int32] | None


def group_rows(rankings: Numbers, weights: Weights | None = None, *, keep_sequence: bool = False) -> Grouped:
    """Group the rows of `rankings`, shape (papers, places), adding up their `weights` (default: one each).

    `keep_sequence` is for files of one paper a row: weights above one repeat the row in place.
    """
    rows, places = rankings.shape
    if not rows or not places:
        total = rows if weights is None else int(exact(weights).sum())
        none = np.zeros((min(rows, 1), places), rankings.dtype)
        sequence = in_sequence(np.zeros(1, np.int32), [total]) if keep_sequence else None
        return Grouped(none, whole_numbers([total] * len(none)), sequence)
    bits = max(1, int(rankings.max()).bit_length())
    packed = pack(rankings, bits)
    each = np.ones(rows, np.int64) if weights is None else exact(weights)
    group = _by_sorting if rows < _MANY or each.dtype == np.object_ else _by_hashing
    words, totals, in_order = group(packed, each, keep_sequence)
    sequence = in_sequence(in_order, each.tolist()) if in_order is not None else None
    return Grouped(unpack(words, bits, places, rankings.dtype.type), totals, sequence)


def _by_sorting(packed: list[WordArray], weights: Weights, keep_sequence: bool) -> _Found:
    order = np.lexsort(packed[::-1])
    in_order = [word[order] for word in packed]
    fresh = np.ones(len(order), np.bool_)
    fresh[1:] = np.any([word[1:] != word[:-1] for word in in_order], axis=0)
    starts = np.flatnonzero(fresh)
    rows = np.empty(len(order), np.int32)
    rows[order] = np.cumsum(fresh) - 1
    found = [word[starts] for word in in_order]
    return found, np.add.reduceat(weights[order], starts), rows if keep_sequence else None


def _by_hashing(packed: list[WordArray], weights: Weights, keep_sequence: bool) -> _Found:
    import polars as pl  # noqa: PLC0415  (takes longer to import than most files to read)

    words = [f"w{i}" for i in range(len(packed))]
    table = pl.DataFrame(dict(zip(words, packed, strict=True)) | {"weight": weights})
    distinct = table.group_by(words).agg(pl.col("weight").sum()).sort(words)
    rows = None
    if keep_sequence:
        numbered = distinct.select(*words, row=pl.int_range(pl.len(), dtype=pl.Int32))
        rows = table.join(numbered, on=words, how="left", maintain_order="left")["row"].to_numpy()
    return [distinct[word].to_numpy() for word in words], distinct["weight"].to_numpy(), rows


def places_per_word(bits: int) -> int:
    """How many numbers of so many bits fit in one 64-bit word."""
    return 64 // bits


def pack(rankings: Numbers, bits: int) -> list[WordArray]:
    """The rows as 64-bit words, first place in the highest bits; every number must fit in `bits`."""
    per_word = places_per_word(bits)
    words = []
    for start in range(0, rankings.shape[1], per_word):
        word = np.zeros(len(rankings), np.uint64)
        for place in range(start, min(start + per_word, rankings.shape[1])):
            word <<= np.uint64(bits)
            word |= rankings[:, place]
        words.append(word)
    return words


def unpack(words: list[WordArray], bits: int, places: int, kind: type[np.unsignedinteger[Any]]) -> Numbers:
    """What `pack` packed, as shape (rows, places)."""
    per_word = places_per_word(bits)
    table = np.zeros((len(words[0]), places), kind)
    mask = np.uint64((1 << bits) - 1)
    for index, word in enumerate(words):
        inside = min(per_word, places - index * per_word)
        for place in range(inside):
            shift = np.uint64(bits * (inside - 1 - place))
            table[:, index * per_word + place] = (word >> shift) & mask
    return table
