"""ClearBallot: a CSV with a column for each choice of each contest, headed `Choice_3_1:Contest:rank:Vote For 1:Name:Party`.

Cells are 0 or 1; empty where the paper does not have the contest. The number after the contest is the rank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mandat.counting.errors import BadFileError
from mandat.counting.formats.cast_votes import CastPaper, Contest, chosen_contest, contents
from mandat.counting.formats.naming import tidy
from mandat.counting.formats.records import Asked, Contents
from mandat.counting.formats.rows import CsvRow, TableRows
from mandat.counting.formats.whole import shown
from mandat.language import msg

_CHOICE = re.compile(
    r"Choice_[0-9]+_[0-9]+:(?P<contest>.*):(?P<rank>[0-9]{1,3}):Vote For (?P<seats>[0-9]{1,3}):(?P<name>[^:]*)(?::[^:]*)?"
)


def is_clear_ballot(head: Sequence[str]) -> bool:
    """Whether the headings are ClearBallot's."""
    return any(_CHOICE.fullmatch(cell.strip()) for cell in head)


def read_clear_ballot(table: TableRows, asked: Asked) -> Contents:
    """The papers of one contest. Raises `BadFileError` with the line."""
    ((_, head),) = table.first(1)
    columns: dict[str, dict[int, tuple[str, int]]] = {}
    about: dict[str, Contest] = {}
    for place, cell in enumerate(head):
        found = _CHOICE.fullmatch(cell.strip())
        if found is not None:
            contest, name = tidy(found["contest"]), tidy(found["name"])
            columns.setdefault(contest, {})[place] = (name, int(found["rank"]))
            about.setdefault(contest, Contest(contest)).names.setdefault(name, name)
    chosen = chosen_contest(about, asked, table.source)
    papers = _papers(table.rest(1), columns[chosen], len(head), table.source)
    return contents(about[chosen], papers, table.source, unit="line")


def _papers(
    rows: Iterator[CsvRow], columns: Mapping[int, tuple[str, int]], width: int, source: str
) -> Iterator[CastPaper]:
    for line, row in rows:
        if any(cell.strip() for cell in row[width:]):
            raise BadFileError(
                msg("the row has {count} cells, but there are {width} headings")(count=len(row), width=width),
                line=line,
                source=source,
            )
        cells = {place: row[place].strip() if place < len(row) else "" for place in columns}
        wrong = next((cell for cell in cells.values() if cell not in ("", "0", "1")), None)
        if wrong is not None:
            raise BadFileError(
                msg("{wrong} is no mark; marks are 0 and 1")(wrong=shown(wrong)), line=line, source=source
            )
        if any(cells.values()):
            yield CastPaper(line, tuple(columns[place] for place, cell in cells.items() if cell == "1"))
