"""A large table read piece by piece: only the distinct rows are kept, so that memory does not grow with the file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mandat.counting.formats.grouping import group_rows
from mandat.counting.sums import Weights, joined

CHUNK = 1 << 25
_MOST_CELLS = 1 << 16
_TOO_MANY_ROWS = 4_000_000
Codes = NDArray[np.uint16]


@dataclass
class Cells:
    """Distinct rows so far: `rows` hold, for each preference, the place of the cell's text in `texts`."""

    texts: dict[str, int] = field(default_factory=lambda: {"": 0})
    rows: list[Codes] = field(default_factory=list)
    weights: list[Weights] = field(default_factory=list)

    def add(self, rows: Codes, weights: Weights | None) -> None:
        """Take in the rows of a piece."""
        grouped = group_rows(rows, weights)
        self.rows.append(grouped.rankings.astype(np.uint16))
        self.weights.append(grouped.weights)
        if sum(map(len, self.rows)) > _TOO_MANY_ROWS and len(self.rows) > 1:
            self.merge()

    def merge(self) -> tuple[Codes, Weights]:
        """All distinct rows and how many papers each stands for."""
        if len(self.rows) > 1:
            grouped = group_rows(np.concatenate(self.rows), joined(self.weights))
            self.rows, self.weights = [grouped.rankings.astype(np.uint16)], [grouped.weights]
        return self.rows[0], self.weights[0]

    def coded(self, column: pl.Series) -> Codes:
        """A column of cells as places in `texts`."""
        distinct = column.drop_nulls().unique()
        places = distinct.to_physical().to_numpy()
        meaning = np.zeros(int(places.max(initial=0)) + 2, np.uint32)
        for place, text in zip(places.tolist(), distinct.cast(pl.String).to_list(), strict=True):
            meaning[place] = self.texts.setdefault(text.strip(), len(self.texts))
        coded: Codes = meaning.astype(np.uint16)[column.to_physical().fill_null(len(meaning) - 1).to_numpy()]
        return coded


def distinct_cells(
    table: bytes | Path,
    *,
    separator: str,
    ranks: Sequence[str],
    weight: str | None,
    valid: str | None,
    invalid: set[str],
) -> Cells | None:
    """The distinct rows of a table whose first line is its head; None for what has to be looked at line by line.

    That is: lines with too many cells, a weight that is none, too many different texts.
    """
    found = Cells()
    kinds: dict[str, pl.DataType | type[pl.DataType]] = dict.fromkeys(ranks, pl.Categorical)
    for piece in _pieces(table):
        try:
            frame = pl.read_csv(
                io.BytesIO(piece),
                separator=separator,
                columns=[*ranks, *(name for name in (weight, valid) if name is not None)],
                schema_overrides=kinds,
                infer_schema=False,
            )
        except pl.exceptions.PolarsError:
            return None
        if valid is not None:
            said = pl.col(valid).fill_null("").str.strip_chars().str.to_lowercase()
            frame = frame.filter(~said.is_in(invalid))
        if not frame.height:
            continue
        weights = None if weight is None else _whole(frame[weight])
        if (weight is not None and weights is None) or len(found.texts) > _MOST_CELLS:
            return None
        found.add(np.stack([found.coded(frame[name]) for name in ranks], axis=1), weights)
    return found if found.rows and len(found.texts) <= _MOST_CELLS else None


def _whole(column: pl.Series) -> Weights | None:
    weights = column.str.strip_chars().cast(pl.Int64, strict=False)
    return None if weights.null_count() or (weights < 1).any() else weights.to_numpy()


def _pieces(table: bytes | Path) -> Iterator[bytes]:
    """The table in pieces of whole lines, each under the head line."""
    with table.open("rb") if isinstance(table, Path) else io.BytesIO(table) as file:
        head = file.readline()
        while piece := file.read(CHUNK):
            piece += file.readline()
            # A line end between quotes belongs to a cell: a piece must not end there.
            while piece.count(b'"') % 2 and (more := file.readline()):
                piece += more
            yield head + piece
