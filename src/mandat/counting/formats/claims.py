"""A table of names and votes (lists, states, districts) for an apportionment: CSV with commas, semicolons or tabs, or XLSX."""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import named, tidy, twin_key
from mandat.counting.formats.opened import open_source
from mandat.counting.formats.rows import CsvRow, TableRows, read_rows
from mandat.counting.formats.source import Source
from mandat.counting.formats.whole import VOTES, trouble, whole_number
from mandat.language import Message, msg

_HEADS = frozenset(
    {
        *("name", "party", "list", "state", "canton", "country", "region", "district", "option", "candidate"),
        *("nom", "parti", "liste", "état", "pays", "partei", "kanton", "land", "kreis"),
    }
)
"""What the first cell of a heading says, even where the others are numbers such as years."""
_SUMS = frozenset(["total", "totals", "sum", "all", "together", "somme", "summe", "gesamt"])


def read_votes(source: Source, *, column: str | None = None) -> dict[str, int]:
    """Votes (or people) by name, in the order of the file.

    The first column holds the names, the second the votes, or the one headed `column`. A first line without a number in the
    place of the votes is the heading, as is one that begins with a word such as "party". The thousands may stand apart
    ("5 200", "1,234" in quotes). Refused with `BadFileError`, which names the line: votes that are no whole number, or could be
    two; a name that stands there twice; a sum below the others; a line longer than the first; a column that is not there; a
    table of several columns of which no heading tells the votes.

    >>> from io import StringIO
    >>> read_votes(StringIO("list;votes\\nRed;5 200\\nBlue;1700\\n"))
    {'Red': 5200, 'Blue': 1700}
    """
    table = read_rows(open_source(source))
    place, rows = _heading(table, column)
    width = len(table.held[0][1])
    votes: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        refuse_longer(row, width, line, table.source)
        who, count = _line(row, place, line, table)
        if twin_key(who) in spelled:
            raise BadFileError(
                msg("{who} stands in the table twice; add the votes up")(who=repr(who)),
                line=line,
                source=table.source,
            )
        _refuse_sum(who, count, votes, line, table.source)
        spelled[twin_key(who)], votes[who] = who, count
    if not votes:
        raise BadFileError(
            msg("the table is empty; give a line for each name with its votes"), source=table.source
        )
    return votes


def _heading(table: TableRows, column: str | None) -> tuple[int, list[CsvRow]]:
    """The place of the votes, and the lines below the heading."""
    number, first = table.first(1)[0]
    heads = [tidy(cell) for cell in first]
    if column is not None:
        if heads.count(tidy(column)) != 1:
            raise BadFileError(
                msg("there is no column {column}; the first line has: {heads}")(
                    column=repr(column), heads=", ".join(heads)
                )
                if tidy(column) not in heads
                else msg("{count} columns are headed {column}; rename all but one")(
                    count=heads.count(tidy(column)), column=repr(column)
                ),
                line=number,
                source=table.source,
            )
        return heads.index(tidy(column)), list(table.rest(1))
    if len(first) > 1 and (not any(sign.isdigit() for sign in first[1]) or heads[0].casefold() in _HEADS):
        return 1, list(table.rest(1))
    if len(first) > 2 and any(cell.strip() for cell in first[2:]):
        raise BadFileError(
            msg(
                "the table has {count} columns and no headings: give it a line of headings, and put numbers such as "
                "1,234 in quotes"
            )(count=len(first)),
            line=number,
            source=table.source,
        )
    return 1, list(table.rest())


def refuse_longer(row: Sequence[str], width: int, line: int, source: str) -> None:
    """Raise `BadFileError` for a line with more cells than the first one has."""
    if any(cell.strip() for cell in row[width:]):
        raise BadFileError(
            msg("the line has {count} cells, the first line {width}; put numbers such as 1,234 in quotes")(
                count=len(row), width=width
            ),
            line=line,
            source=source,
        )


def _line(row: Sequence[str], place: int, number: int, table: TableRows) -> tuple[str, int]:
    if len(row) <= place:
        raise BadFileError(
            msg("the line has {count} cells and no votes in cell {place}")(count=len(row), place=place + 1),
            line=number,
            source=table.source,
        )
    count = number_in(row[place], VOTES, number, table)
    return named(row[0], number, table.source), count


def number_in(cell: str, what: Message, line: int, table: TableRows) -> int:
    """The whole number in a cell. Raises `BadFileError` with the line and the reason."""
    count = whole_number(cell, comma=table.separator == ",")
    if count is None:
        raise BadFileError(trouble(cell, what), line=line, source=table.source)
    return count


def _refuse_sum(who: str, count: int, votes: dict[str, int], line: int, source: str) -> None:
    if len(votes) > 1 and who.casefold() in _SUMS and count == sum(votes.values()):
        raise BadFileError(
            msg("{who} is the sum of the lines above it; take the line out")(who=repr(who)),
            line=line,
            source=source,
        )
