"""Tables of ballots: CSV or spreadsheet, told by their headings, and read in one go where they are plain.

The layouts: Dominion's and ClearBallot's exports, a column for each rank (`formats.ranked`), a column for each candidate
(`formats.grid`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from mandat.counting.ballots import Ballots, Numbers, number_type, overvote_mark
from mandat.counting.errors import BadFileError
from mandat.counting.formats import clear_ballot, dominion
from mandat.counting.formats.grid import read_grid
from mandat.counting.formats.grouping import group_rows
from mandat.counting.formats.headings import Columns, read_columns
from mandat.counting.formats.naming import Meanings, meanings
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.ranked import read_ranked
from mandat.counting.formats.records import Asked, Contents
from mandat.counting.formats.rows import is_spreadsheet, read_rows, separator_of
from mandat.counting.formats.source import KNOWN, refuse_what_is_not_text
from mandat.counting.formats.whole import shown
from mandat.counting.remarks import SET_ASIDE
from mandat.language import msg


def read_table(opened: OpenedFile, asked: Asked) -> Contents:
    """The papers of a table, whatever its layout. Raises `BadFileError` with the line and the remedy."""
    table = read_rows(opened, keep_empty=_has_one_column(opened))
    begin = table.first(4)
    if dominion.is_dominion_csv(begin):
        return dominion.read_dominion_csv(table, asked)
    if clear_ballot.is_clear_ballot(begin[0][1]):
        return clear_ballot.read_clear_ballot(table, asked)
    found = None if asked.points else read_ranked(table, asked)
    found = found or read_grid(table, asked) or (read_ranked(table, asked) if asked.points else None)
    if found is not None:
        return found
    line, head = begin[0]
    raise BadFileError(
        msg(
            "the head line has no columns rank1, rank2 …, only {few}; nor is there a column of ranks for each "
            "candidate. Head the columns rank1, rank2 … Known formats: {known}"
        )(few=_few(head), known=KNOWN),
        line=line,
        source=opened.name,
    )


def _few(head: Iterable[str]) -> str:
    names = [name.strip() for name in head]
    listed = ", ".join(name if len(name) < 40 else shown(name, 40) for name in names[:12])
    return listed + (" …" if len(names) > 12 else "")


def _has_one_column(opened: OpenedFile) -> bool:
    if is_spreadsheet(opened):
        return False
    return separator_of(opened) not in first_line(opened)


def first_line(opened: OpenedFile) -> str:
    """The head line of a table; what is no UTF-8 in it is shown as such."""
    if opened.path is None:
        return opened.content.partition(b"\n")[0].decode(errors="replace")
    with opened.path.open("rb") as file:
        return file.readline(1 << 20).removeprefix(b"\xef\xbb\xbf").decode(errors="replace")


def read_quickly(opened: OpenedFile, asked: Asked) -> Ballots | None:
    """The ballots of a CSV with a column for each rank, never holding more than a piece of the file; None where a line has to be
    looked at, for `read_table` to do it."""
    if is_spreadsheet(opened) or asked.keep_sequence or asked.points:
        return None
    refuse_what_is_not_text(opened.head, opened.name)
    columns, separator = _columns(opened, asked)
    if columns is None or columns.bare or len(columns.names) == 1:
        return None
    from mandat.counting.formats.chunks import Wanted, distinct_cells  # noqa: PLC0415  (Polars is slow to import)

    found = distinct_cells(opened, Wanted(columns, separator))
    if found is None:
        return None
    rows, weights = found.together()
    cells = list(found.texts)
    known = meanings(cells, asked.candidates, opened.name)
    if known.wrong or any(isinstance(mark, tuple) and mark for mark in known.marks.values()):
        return None
    marks = _codes(known, cells)[rows]
    ballots = Ballots.from_rankings(known.candidates, ())
    grouped = group_rows(marks, weights)
    remarks = known.remarks
    if found.aside:
        remarks = (*remarks, SET_ASIDE(papers=found.aside))
    return replace(
        ballots,
        rankings=grouped.rankings,
        weights=grouped.weights,
        title=columns.contest,
        set_aside=found.aside,
        remarks=remarks,
    )


def _codes(known: Meanings, cells: list[str]) -> Numbers:
    """What stands in `Ballots.rankings` for each cell."""
    many = len(known.candidates)
    over = overvote_mark(many)
    numbers = [known.marks.get(cell, 0) for cell in cells]
    return np.array([over if n == () else n for n in numbers], number_type(many))


def _columns(opened: OpenedFile, asked: Asked) -> tuple[Columns | None, str]:
    line = first_line(opened)
    separator = separator_of(opened)
    try:
        head = next(csv.reader([line.rstrip("\r\n")], delimiter=separator, strict=True), [])
    except csv.Error:
        return None, separator
    if dominion.is_dominion_csv([(1, head)]) or clear_ballot.is_clear_ballot(head):
        return None, separator
    return read_columns(head, opened.name, contest=asked.contest), separator
