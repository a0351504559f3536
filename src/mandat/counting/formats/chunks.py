"""A large table read piece by piece: only the distinct rows are kept, so that memory does not grow with the file.

Each piece is first reduced to its distinct lines, which costs little beside splitting lines into cells; only those are parsed.
"""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mandat.counting.formats.grouping import group_rows
from mandat.counting.formats.headings import Columns, says_valid
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.sums import Weights, joined

CHUNK = 1 << 24
_AT_ONCE = 2
"""Pieces parsed beside the one that is looked at: enough for two processors, and little memory."""
_MOST_CELLS = 1 << 16
_TOO_MANY_ROWS = 4_000_000
_MOST_PAPERS = 1 << 62
_NO_SEPARATOR = "\x1f"
_TIMES = "times"
Codes = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which columns of a table to read, and what stands between its cells."""

    columns: Columns
    separator: str

    @property
    def names(self) -> list[str]:
        """The names that the columns wanted get."""
        return [f"c{place}" for place in self.columns.wanted]

    @property
    def head(self) -> bytes:
        """A head line with those names, and one that does not matter for each other column."""
        return self.separator.join(f"c{place}" for place in range(len(self.columns.names))).encode() + b"\n"

    @property
    def all(self) -> bool:
        """Whether every column matters, so that equal lines are equal papers."""
        return len(self.names) == len(self.columns.names)


@dataclass
class Cells:
    """The rows so far: `rows` hold, for each preference, the place of the cell's text in `texts`; `aside` counts the papers
    that the file calls invalid."""

    texts: dict[str, int] = field(default_factory=lambda: {"": 0})
    rows: list[Codes] = field(default_factory=list)
    weights: list[Weights] = field(default_factory=list)
    aside: int = 0

    def add(self, rows: Codes, weights: Weights) -> None:
        """Take in the rows of a piece."""
        self.rows.append(rows)
        self.weights.append(weights)
        if sum(map(len, self.rows)) > _TOO_MANY_ROWS and len(self.rows) > 1:
            grouped = group_rows(*self.together())
            self.rows, self.weights = [grouped.rankings.astype(np.uint16)], [grouped.weights]

    def together(self) -> tuple[Codes, Weights]:
        """All rows and how many papers each stands for; equal rows of different pieces are still apart."""
        return np.concatenate(self.rows), joined(self.weights)

    def coded(self, column: pl.Series) -> Codes:
        """A column of cells as places in `texts`."""
        distinct = column.drop_nulls().unique()
        places = distinct.to_physical().to_numpy()
        meaning = np.zeros(int(places.max(initial=0)) + 2, np.uint32)
        for place, text in zip(places.tolist(), distinct.cast(pl.String).to_list(), strict=True):
            meaning[place] = self.texts.setdefault(text, len(self.texts))
        coded: Codes = meaning.astype(np.uint16)[column.to_physical().fill_null(len(meaning) - 1).to_numpy()]
        return coded


def distinct_cells(opened: OpenedFile, wanted: Wanted) -> Cells | None:
    """The distinct rows of a table whose first line is its head; None for what has to be looked at line by line.

    That is: lines with too many cells, a weight or a validity that is none, too many different texts, more papers than an
    integer of 64 bits can count.
    """
    found = Cells()
    total = 0
    for frame in _frames(opened, wanted):
        weights = None if frame is None else _weights(frame, wanted)
        if frame is None or weights is None:
            return None
        total += sum(weights.tolist()) if wanted.columns.weight is not None else int(weights.sum())
        kept = _kept(frame, weights, wanted, found)
        if kept is None or total >= _MOST_PAPERS:
            return None
        rows = np.stack([found.coded(frame[f"c{place}"]) for place in wanted.columns.ranks], axis=1)
        if len(found.texts) > _MOST_CELLS:
            return None
        found.add(rows[kept], weights[kept])
    return found if found.rows else None


def _frames(opened: OpenedFile, wanted: Wanted) -> Iterator[pl.DataFrame | None]:
    """`_frame` of each piece, in order; the next pieces are parsed while one is looked at."""
    waiting: deque[Future[pl.DataFrame | None]] = deque()
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        try:
            for piece in pieces(opened):
                waiting.append(workers.submit(_frame, piece, wanted))
                if len(waiting) > _AT_ONCE:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()


def _kept(frame: pl.DataFrame, weights: Weights, wanted: Wanted, found: Cells) -> NDArray[np.bool_] | None:
    """Which rows the file does not call invalid; the others are added up. None for a word that is neither yes nor no."""
    kept = np.ones(frame.height, np.bool_)
    if wanted.columns.valid is None:
        return kept
    column = frame[f"c{wanted.columns.valid}"].fill_null("")
    for word in column.unique().to_list():
        said = says_valid(word, inverted=wanted.columns.inverted)
        if said is None:
            return None
        if not said:
            kept &= (column != word).to_numpy()
    found.aside += int(weights[~kept].sum())
    return kept


def _frame(piece: bytes, wanted: Wanted) -> pl.DataFrame | None:
    """The distinct lines of a piece as columns of cells, and how often each stands there; None for what is no such table."""
    kinds: dict[str, pl.DataType | type[pl.DataType]] = {
        f"c{place}": pl.Categorical for place in wanted.columns.ranks
    }
    times = None
    if not _is_plain(piece, wanted.separator):
        return None
    try:
        if wanted.all and b'"' not in piece:
            lines = pl.read_csv(
                io.BytesIO(piece),
                has_header=False,
                separator=_NO_SEPARATOR,
                quote_char=None,
                schema={"line": pl.String},
            )
            grouped = lines.group_by("line").len(_TIMES)
            times = grouped[_TIMES]
            piece = grouped.select(pl.col("line").str.join("\n")).item().encode()
        frame = pl.read_csv(
            io.BytesIO(wanted.head + piece),
            separator=wanted.separator,
            columns=wanted.names,
            schema_overrides=kinds,
            infer_schema=False,
        )
    except pl.exceptions.PolarsError:
        return None
    if times is None:
        return frame
    return frame.with_columns(times.cast(pl.Int64)) if frame.height == len(times) else None


def _is_plain(piece: bytes, separator: str) -> bool:
    """Whether a piece is UTF-8, and each quotation mark opens or closes a cell: with any other, readers differ in what they see,
    and Polars may fail."""
    if not piece.isascii():
        try:
            piece.decode()
        except UnicodeDecodeError:
            return False
    if b'"' not in piece:
        return True
    quotes = np.flatnonzero(np.frombuffer(piece, np.uint8) == ord('"'))
    around = np.frombuffer(b"\n" + piece + b"\n", np.uint8)
    before, after = around[quotes], around[quotes + 2]
    opens = (before == ord(separator)) | (before == ord("\n"))
    closes = (after == ord(separator)) | (after == ord("\n")) | (after == ord("\r"))
    return len(quotes) % 2 == 0 and bool(opens[::2].all() and closes[1::2].all())


def _weights(frame: pl.DataFrame, wanted: Wanted) -> Weights | None:
    """How many papers each row stands for; None if a cell does not say so plainly."""
    times = frame[_TIMES].to_numpy() if _TIMES in frame.columns else np.ones(frame.height, np.int64)
    if wanted.columns.weight is None:
        return times
    column = frame[f"c{wanted.columns.weight}"].str.strip_chars()
    plain = column.str.contains(r"^[0-9]{1,11}$").fill_null(value=False)
    if not plain.all():
        return None
    weights = column.cast(pl.Int64).to_numpy()
    return None if len(weights) and int(weights.min()) < 1 else weights * times


def pieces(opened: OpenedFile) -> Iterator[bytes]:
    """The table below its head line, in pieces of whole lines. Tells the progress of a file on disk."""
    size = 0 if opened.path is None else opened.path.stat().st_size
    with opened.path.open("rb") if opened.path is not None else io.BytesIO(opened.content) as file:
        file.readline()
        while piece := file.read(CHUNK):
            piece += file.readline()
            # A line end between quotes belongs to a cell: a piece must not end there.
            while piece.count(b'"') % 2 and (more := file.readline()):
                piece += more
            if opened.progress is not None and size:
                opened.progress(file.tell(), size)
            yield piece
