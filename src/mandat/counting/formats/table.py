"""CSV: one paper a row, or one ranking a row with its weight.

The columns of preferences are called rank1, rank2 … (also `Rank 1`, `choice_1`, `preference 1`, or just 1). A
cell holds a candidate's number, or the candidate's name; empty, 0, `skipped` and `undervote` are a skipped
rank, -1 and `overvote` a rank with several candidates. A column `count` (or `weight`, `votes`, `papers`) is
the weight of the row; a column `valid` marks with 0, no or false the rows to leave out. Other columns are not
looked at. The separator is a comma, semicolon or tab, as in the head line.

Names that no list of candidates orders are numbered in alphabetical order, so that the order of rows is no
matter. Cambridge's files (names, one paper a row) and Minneapolis's (numbers, weights, -1) have this form.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from mandat.counting.ballots import SKIPPED, Ballots, Candidate, Rank, number_type, overvote_mark
from mandat.counting.errors import BadFileError
from mandat.counting.formats.chunks import distinct_cells
from mandat.counting.formats.grouping import group_rows, places_per_word, unpack
from mandat.counting.formats.records import Record
from mandat.counting.formats.source import as_text

_RANK = re.compile(r"^(?:rank|choice|preference|pref)?[ _-]*(\d+)$", re.IGNORECASE)
_WEIGHT = {"count", "weight", "votes", "papers", "ballots"}
_SKIPPED = {"", "0", "skipped", "undervote"}
_OVERVOTE = {"-1", "overvote"}
_INVALID = {"0", "no", "false"}
_BYTE = 8

Table = bytes | Path


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a file that matter: preferences in order, weight and validity if there are such
    columns.
    """

    separator: str
    ranks: tuple[str, ...]
    weight: str | None
    valid: str | None

    @property
    def wanted(self) -> list[str]:
        """The names of all of them."""
        return [*self.ranks, *(name for name in (self.weight, self.valid) if name is not None)]


def read_table(
    table: Table,
    source: str,
    *,
    candidates: Sequence[Candidate | str] | None = None,
    keep_sequence: bool = False,
) -> Ballots:
    """The ballots of a CSV file, given as its bytes or path. Raises `BadFileError` with the line and the
    remedy.
    """
    columns = read_columns(_first_line(table), source)
    quick = None if keep_sequence or columns.valid else _quick(table, columns)
    if quick is not None and (named := _named(quick, candidates)) is not None:
        return named
    by_pieces = None if keep_sequence else _by_pieces(table, columns, candidates, source)
    if by_pieces is not None:
        return by_pieces
    cells = _cells(table, columns, source)
    names = _names(_distinct(cells, columns), candidates, source)
    codes = _codes(names)
    marks = np.stack([_coded(cells[name], codes, source) for name in columns.ranks], axis=1)
    weights = _weights(cells, columns, source)
    grouped = group_rows(marks.astype(number_type(len(names))), weights, keep_sequence=keep_sequence)
    people = candidates if candidates is not None else names
    ballots = Ballots.from_rankings(people, ())
    return replace(ballots, rankings=grouped.rankings, weights=grouped.weights, sequence=grouped.sequence)


def _by_pieces(
    table: Table, columns: Columns, candidates: Sequence[Candidate | str] | None, source: str
) -> Ballots | None:
    """The ballots, never holding more than a piece of the file; None if a line has to be named."""
    found = distinct_cells(
        table,
        separator=columns.separator,
        ranks=columns.ranks,
        weight=columns.weight,
        valid=columns.valid,
        invalid=_INVALID,
    )
    if found is None:
        return None
    names = _names(set(found.texts), candidates, source)
    codes = _codes(names)
    meant = [codes.get(text, codes.get(text.lower())) for text in found.texts]
    if None in meant:
        return None
    rows, weights = found.merge()
    marks = np.array(meant, number_type(len(names)))[rows]
    grouped = group_rows(marks, weights)
    ballots = Ballots.from_rankings(candidates if candidates is not None else names, ())
    return replace(ballots, rankings=grouped.rankings, weights=grouped.weights)


def records(
    table: Table, source: str, candidates: Sequence[Candidate | str] | None = None
) -> tuple[tuple[str, ...], Iterator[Record]]:
    """The candidates' names, and the rows one by one as marked."""
    columns = read_columns(_first_line(table), source)
    cells = _cells(table, columns, source)
    names = _names(_distinct(cells, columns), candidates, source)
    codes = _codes(names)
    over = overvote_mark(len(names))
    marks = np.stack([_coded(cells[name], codes, source) for name in columns.ranks], axis=1)
    weights = _weights(cells, columns, source)

    def one_by_one() -> Iterator[Record]:
        for row, line in enumerate(cells["line"]):
            ranks: tuple[Rank, ...] = tuple(() if mark == over else mark for mark in marks[row].tolist())
            yield Record(line, ranks, 1 if weights is None else int(weights[row]))

    return names, one_by_one()


def read_columns(head: str, source: str) -> Columns:
    """Find the columns in the head line."""
    separator = max(",;\t", key=head.count)
    names = [name.strip().strip('"') for name in head.rstrip("\r\n").split(separator)]
    ranks = sorted((int(found[1]), name) for name in names if (found := _RANK.match(name)))
    if not ranks:
        raise BadFileError(
            f"the head line has no columns rank1, rank2 …, only {', '.join(names)}", line=1, source=source
        )
    lower = {name.lower(): name for name in names}
    weight = next((lower[name] for name in sorted(_WEIGHT) if name in lower), None)
    return Columns(separator, tuple(name for _, name in ranks), weight, lower.get("valid"))


def _first_line(table: Table) -> str:
    if isinstance(table, Path):
        with table.open("rb") as file:
            line = file.readline()
    else:
        line = table.partition(b"\n")[0]
    return line.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")


def _quick(table: Table, columns: Columns) -> Ballots | None:
    """Rows of nothing but numbers below 255, grouped while they are read; None if the long way is needed."""
    kinds: dict[str, Any] = dict.fromkeys(columns.ranks, pl.UInt8)
    if columns.weight:
        kinds[columns.weight] = pl.Int64
    per_word = places_per_word(_BYTE)
    starts = range(0, len(columns.ranks), per_word)
    words = [_word(columns.ranks[start : start + per_word]).alias(f"w{start}") for start in starts]
    weight = pl.col(columns.weight).sum() if columns.weight else pl.len().cast(pl.Int64)
    keys = [f"w{start}" for start in starts]
    try:
        scan = pl.scan_csv(
            table if isinstance(table, Path) else io.BytesIO(table),
            separator=columns.separator,
            schema_overrides=kinds,
            infer_schema=False,
        )
        lazy = scan.select(*words, *([columns.weight] if columns.weight else []))
        grouped = lazy.group_by(keys).agg(weight=weight).sort(keys).collect(engine="streaming")
    except pl.exceptions.PolarsError:
        return None
    weights = grouped["weight"].to_numpy()
    if grouped["weight"].null_count() or (len(weights) and weights.min() < 1):
        return None
    marks = unpack([grouped[key].to_numpy() for key in keys], _BYTE, len(columns.ranks), np.uint8)
    used = int(np.flatnonzero(marks.any(axis=0)).max(initial=-1)) + 1
    most = int(marks.max(initial=0))
    if not most or most >= overvote_mark(1):
        return None
    people = tuple(Candidate(number, f"Candidate {number}") for number in range(1, most + 1))
    return Ballots(people, np.ascontiguousarray(marks[:, :used]), weights)


def _word(names: Sequence[str]) -> pl.Expr:
    word = pl.lit(0, pl.UInt64)
    for name in names:
        word = word * (1 << _BYTE) + pl.col(name).fill_null(SKIPPED).cast(pl.UInt64)
    return word


def _named(quick: Ballots, candidates: Sequence[Candidate | str] | None) -> Ballots | None:
    """The quick result with the names given; None if a number is not a candidate's, for the long way to say
    where.
    """
    if candidates is None:
        return quick
    named = Ballots.from_rankings(candidates, ())
    if len(named.candidates) < len(quick.candidates) or number_type(len(named.candidates)) is not np.uint8:
        return None
    return replace(quick, candidates=named.candidates)


def _cells(table: Table, columns: Columns, source: str) -> pl.DataFrame:
    """All cells that matter as text, with the line of each row; rows marked as not valid are left out."""
    try:
        cells = pl.read_csv(
            table if isinstance(table, Path) else io.BytesIO(table),
            separator=columns.separator,
            columns=columns.wanted,
            infer_schema=False,
            row_index_name="line",
            row_index_offset=2,
        )
    except pl.exceptions.PolarsError as error:
        as_text(table.read_bytes() if isinstance(table, Path) else table, source)
        raise BadFileError(f"this is not a table ({str(error).splitlines()[0]})", source=source) from None
    cells = cells.with_columns(pl.col(columns.wanted).fill_null("").str.strip_chars())
    if columns.valid is not None:
        cells = cells.filter(~pl.col(columns.valid).str.to_lowercase().is_in(_INVALID))
    return cells


def _distinct(cells: pl.DataFrame, columns: Columns) -> set[str]:
    return {name for rank in columns.ranks for name in cells[rank].unique()}


def _names(cells: set[str], candidates: Sequence[Candidate | str] | None, source: str) -> tuple[str, ...]:
    if candidates is not None:
        return tuple(c.name if isinstance(c, Candidate) else c for c in candidates)
    found = {name for name in cells if not _is_mark(name)}
    if not found:
        raise BadFileError(
            "no ballot names a candidate; give a row for each ballot below the head line", source=source
        )
    if all(name.isdigit() for name in found):
        return tuple(f"Candidate {n}" for n in range(1, max((int(each) for each in found), default=1) + 1))
    return tuple(sorted(found))


def _is_mark(cell: str) -> bool:
    return cell.lower() in _SKIPPED or cell.lower() in _OVERVOTE


def _codes(names: Sequence[str]) -> dict[str, int]:
    """What each cell means: a candidate by name or number, or a mark."""
    codes = {str(number): number for number in range(1, len(names) + 1)}
    codes |= {name: number for number, name in enumerate(names, start=1)}
    codes |= dict.fromkeys(_SKIPPED, SKIPPED)
    return codes | dict.fromkeys(_OVERVOTE, overvote_mark(len(names)))


def _coded(column: pl.Series, codes: dict[str, int], source: str) -> Any:
    distinct = {cell: codes.get(cell, codes.get(cell.lower())) for cell in column.unique()}
    unknown = sorted(cell for cell, code in distinct.items() if code is None)
    if unknown:
        line = int(column.index_of(unknown[0]) or 0) + 2
        raise BadFileError(f"{unknown[0]!r} is not a candidate", line=line, source=source)
    return column.replace_strict(distinct, return_dtype=pl.Int32).to_numpy()


def _weights(cells: pl.DataFrame, columns: Columns, source: str) -> Any:
    if columns.weight is None:
        return None
    weights = cells[columns.weight].cast(pl.Int64, strict=False)
    wrong = (weights.is_null() | (weights < 1)).arg_true()
    if len(wrong):
        row = int(wrong[0])
        cell = cells[columns.weight][row]
        raise BadFileError(
            f"the {columns.weight} {cell!r} is not a positive whole number",
            line=int(cells["line"][row]),
            source=source,
        )
    return weights.to_numpy()
