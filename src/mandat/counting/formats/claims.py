"""A table of names and votes (lists, states, districts) for an apportionment: CSV with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import re

from mandat.counting.ballots import CONTROL
from mandat.counting.errors import BadFileError
from mandat.counting.formats.source import Source, read_text, source_name

_SPACING = re.compile("[ '’\u00a0\u202f]")
"""What groups the digits of a number in tables for people."""


def read_votes(source: Source, *, column: str | None = None) -> dict[str, int]:
    """Votes (or people) by name, in the order of the file.

    The first column holds the names, the second the votes, or the one headed `column`. A first line whose votes are no number
    is the heading. Refused with `BadFileError`, which names the line: votes that are no whole number, a name that stands
    there twice, a column that is not there, a file without a single line.

    >>> from io import StringIO
    >>> read_votes(StringIO("list;votes\\nRed;5 200\\nBlue;1700\\n"))
    {'Red': 5200, 'Blue': 1700}
    """
    name = source_name(source)
    lines = cells_of(read_text(source), name)
    place, lines = _heading(lines, column, name)
    votes: dict[str, int] = {}
    for number, row in lines:
        who, count = _line(row, place, number, name)
        if who in votes:
            raise BadFileError(
                f"{who!r} stands in the table twice; add the votes up", line=number, source=name
            )
        votes[who] = count
    return votes


def cells_of(text: str, name: str) -> list[tuple[int, list[str]]]:
    """(Line, cells) of every line that is not blank; the first line tells what stands between cells.

    Raises `BadFileError` for a table without a line.
    """
    first = text.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        lines = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise BadFileError(f"this is not a table ({error})", line=reader.line_num, source=name) from None
    if not lines:
        raise BadFileError("the table is empty; give a line for each name with its votes", source=name)
    return lines


def _heading(
    lines: list[tuple[int, list[str]]], column: str | None, name: str
) -> tuple[int, list[tuple[int, list[str]]]]:
    """The place of the votes, and the lines below the heading."""
    number, first = lines[0]
    heads = [cell.strip() for cell in first]
    if column is not None:
        if column not in heads:
            raise BadFileError(
                f"there is no column {column!r}; the first line has: {', '.join(heads)}",
                line=number,
                source=name,
            )
        return heads.index(column), lines[1:]
    headed = len(first) > 1 and whole_number(first[1]) is None
    return 1, lines[1:] if headed and len(lines) > 1 else lines


def _line(row: list[str], place: int, number: int, name: str) -> tuple[str, int]:
    if len(row) <= place:
        raise BadFileError(
            f"the line has {len(row)} cells and no votes in cell {place + 1}", line=number, source=name
        )
    count = whole_number(row[place])
    if count is None:
        raise BadFileError(f"{row[place].strip()!r} is not a whole number of votes", line=number, source=name)
    refuse_control_characters(row[0], number, name)
    return row[0].strip(), count


def refuse_control_characters(text: str, line: int, name: str) -> None:
    """Raise `BadFileError` for a name that a terminal would take for orders."""
    if CONTROL.search(text):
        raise BadFileError(
            f"the name {text.strip()!r} holds a control character; take it out", line=line, source=name
        )


def whole_number(cell: str) -> int | None:
    """The number in a cell, whatever groups its digits; None if there is none."""
    digits = _SPACING.sub("", cell)
    return int(digits) if digits.isascii() and digits.isdigit() else None
