"""Tables with a column for each rank: one paper, or one ranking with its weight, a row.

The columns of preferences are called rank1, rank2 … (also `Rank 1`, `choice_1`, `1st choice`, `First choice`, or just 1
beside other columns), as ES&S, Minneapolis and Cambridge have them, or `Mayor Choice 1 of 5`, `Mayor [2nd choice]` where
the file holds several contests. A cell holds a candidate's number or name; what is empty, 0, `skipped`, `undervote`,
`blank` or `N/A` is a skipped rank; -1 and `overvote` a rank with several candidates, `Ann|Bob` one with these.

A column `count` (or `weight`, `votes`, `papers`, `ballots`) is the weight of the row. A column `valid` (or `formal`), or
`invalid` (or `spoiled`, `rejected` …), marks the papers that are set aside. Other columns are not looked at. The separator is a
comma, semicolon or tab, as in the head line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mandat.counting.ballots import Rank
from mandat.counting.errors import BadFileError
from mandat.counting.formats.headings import Columns, read_columns, says_valid
from mandat.counting.formats.naming import Meanings, meanings
from mandat.counting.formats.records import Asked, Contents, Record
from mandat.counting.formats.rows import CsvRow, TableRows
from mandat.counting.formats.whole import shown, trouble, whole_number
from mandat.language import msg


def read_ranked(table: TableRows, asked: Asked) -> Contents | None:
    """The papers of such a table; None if it has no column of preferences."""
    ((line, head),) = table.first(1)
    columns = read_columns(head, table.source, line=line, contest=asked.contest)
    if columns is None:
        return None
    rows = list(_of_equal_length(table.rest(1), columns, table.source))
    refuse_papers_for_headings(columns, rows, line, table.source)
    cells = {row[place] for _, row in rows for place in columns.ranks}
    known = meanings(cells, asked.candidates, table.source)
    if known.wrong:
        raise _unknown(known, rows, columns, table.source)
    return Contents(
        known.candidates,
        records(rows, columns, known.marks, table),
        title=columns.contest,
        remarks=(*table.remarks, *known.remarks),
    )


def refuse_papers_for_headings(columns: Columns, rows: Sequence[CsvRow], line: int, source: str) -> None:
    """Raise `BadFileError` where the first line is nothing but numbers, and so are all others: it may be a paper."""
    if columns.bare and all(
        not cell.strip() or whole_number(cell) is not None for _, row in rows for cell in row
    ):
        raise BadFileError(
            msg(
                "the first line is nothing but numbers: it can be a paper or the headings. Put a line {range}{value} "
                "above the papers"
            )(
                range=",".join(f"rank{n}" for n in range(1, min(len(columns.ranks), 3) + 1)),
                value=",…" if len(columns.ranks) > 3 else "",
            ),
            line=line,
            source=source,
        )


def records(
    rows: Sequence[CsvRow], columns: Columns, marks: dict[str, Rank], table: TableRows
) -> Iterator[Record]:
    """The papers one by one, as marked."""
    for line, row in rows:
        ranking = tuple(marks[row[place]] for place in columns.ranks)
        yield Record(line, ranking, _weight(row, columns, line, table), _valid(row, columns, line, table))


def _of_equal_length(rows: Iterator[CsvRow], columns: Columns, source: str) -> Iterator[CsvRow]:
    """Each row with as many cells as there are headings: missing ones at its end are empty, more are refused."""
    width = len(columns.names)
    for line, row in rows:
        if any(cell.strip() for cell in row[width:]):
            raise BadFileError(
                msg(
                    "the row has {count} cells, but there are {width} headings; put a cell with a separator in quotes"
                )(count=len(row), width=width),
                line=line,
                source=source,
            )
        yield line, [*row[:width], *[""] * (width - len(row))]


def _unknown(known: Meanings, rows: Sequence[CsvRow], columns: Columns, source: str) -> BadFileError:
    line, cell = next(
        (line, row[place]) for line, row in rows for place in columns.ranks if row[place] in known.wrong
    )
    return BadFileError(known.wrong[cell], line=line, source=source)


def _weight(row: Sequence[str], columns: Columns, line: int, table: TableRows) -> int:
    if columns.weight is None:
        return 1
    cell, name = row[columns.weight], columns.names[columns.weight]
    weight = whole_number(cell, comma=table.separator == ",")
    if weight is None or weight < 1:
        reason = msg("the {name} {cell} is not a positive whole number")(cell=shown(cell.strip()), name=name)
        if weight is None and set(cell.strip()) <= set("0123456789.,"):
            reason = trouble(cell, name)
        raise BadFileError(reason, line=line, source=table.source)
    return weight


def _valid(row: Sequence[str], columns: Columns, line: int, table: TableRows) -> bool:
    if columns.valid is None:
        return True
    said = says_valid(row[columns.valid], inverted=columns.inverted)
    if said is None:
        raise BadFileError(
            msg("{cell} in the column {names} says neither yes nor no; write 1 or 0")(
                cell=shown(row[columns.valid].strip()), names=columns.names[columns.valid]
            ),
            line=line,
            source=table.source,
        )
    return said
