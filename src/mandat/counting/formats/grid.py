"""Tables with a column for each candidate, whose cells hold the rank, the points or a mark given to the candidate.

Google Forms writes a grid so (`Whom do you want? [Ann]`, cells `1st choice`), ElectionBuddy and RCTab's "generic CSV" without
brackets (`Ann`, cells 1, 2, 3). Cells are ranks, or marks where none says more than yes (`x`, `1`, `yes`): then each paper
approves those marked. Read as points (for rules that add up points) cells are whole numbers.

Columns about the voter or the paper (timestamp, id, precinct, weight …) are not looked at; what other columns hold must be a
rank, so that a column of another kind is never taken for a candidate in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mandat.counting.ballots import Candidate, Rank
from mandat.counting.errors import BadFileError
from mandat.counting.formats.headings import INVALID, VALID, WEIGHT, pick_contest, place_of, says_valid
from mandat.counting.formats.naming import BLANK_WORDS, about_names, people, tidy, twin_key
from mandat.counting.formats.records import Asked, Contents, Record, by_rank
from mandat.counting.formats.rows import CsvRow, TableRows
from mandat.counting.formats.whole import POINTS, shown, trouble, whole_number
from mandat.language import msg

_BRACKETED = re.compile(r"(?P<question>.*?)\s*\[(?P<name>[^\[\]]*)\]\s*")
_ABOUT = re.compile(
    r"(?:.*\b(?:id|ids|key|hash|timestamp|time|date|e-?mail|ip|precinct|batch|ward|district|style|box|serial|tracker|ref"
    r"|reference|started|finished|submitted|horodateur|zeitstempel)\b.*|#|no\.?|n°|nr\.?|number|ballot(?: ?#| no\.?| number)?"
    r"|vote(?: ?#| number)?|voter(?: name)?|name|comments?|remarks?)",
    re.IGNORECASE,
)
_YES = frozenset({"x", "yes", "y", "true", "✓", "✔", "oui", "ja", "approve", "approved"})
_NO = frozenset({"", "no", "n", "false", "non", "nein", "disapprove"})


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a grid: the candidates in the order of their columns, the weight, the validity."""

    candidates: tuple[Candidate, ...]
    columns: tuple[int, ...]
    weight: int | None
    valid: int | None
    inverted: bool
    title: str


def read_grid(table: TableRows, asked: Asked) -> Contents | None:
    """The papers of such a table; None if its cells are no ranks, marks or points."""
    ((line, head),) = table.first(1)
    rows = list(table.rest(1))
    grid = _columns(head, rows, table.source, line, asked)
    if grid is None:
        return None
    cells = {tidy(row[place]).casefold() for _, row in rows for place in grid.columns if place < len(row)}
    marks_only = not asked.points and cells <= _YES | _NO | BLANK_WORDS | {"1", "0"}
    return Contents(
        grid.candidates,
        _records(rows, grid, table, asked, marks_only=marks_only),
        title=grid.title,
        remarks=(*table.remarks, *about_names(grid.candidates)),
    )


def _columns(
    head: Sequence[str], rows: Sequence[CsvRow], source: str, line: int, asked: Asked
) -> Grid | None:
    names = [tidy(name) for name in head]
    weight, valid, invalid = (_place(names, words) for words in (WEIGHT, VALID, INVALID))
    used = {weight, valid, invalid}
    bracketed = {
        place: found for place, name in enumerate(names) if (found := _BRACKETED.fullmatch(name)) is not None
    }
    title = ""
    if bracketed:
        questions = list(dict.fromkeys(tidy(found["question"]) for found in bracketed.values()))
        title = pick_contest(questions, asked.contest, source, line)
        columns = {p: f["name"] for p, f in bracketed.items() if tidy(f["question"]) == title}
    elif asked.candidates is not None:
        wanted = {twin_key(c.name) for c in asked.candidates}
        columns = {place: name for place, name in enumerate(names) if twin_key(name) in wanted}
    else:
        free = ((place, name) for place, name in enumerate(names) if place not in used and name)
        columns = {place: name for place, name in free if not _ABOUT.fullmatch(name.replace("_", " "))}
    if not columns or not any(_says_something(row, columns) for _, row in rows):
        return None
    _refuse_twins(columns, source, line)
    candidates = people(columns.values(), source, line)
    place_valid = valid if valid is not None else invalid
    return Grid(candidates, tuple(columns), weight, place_valid, valid is None and invalid is not None, title)


def _place(names: Sequence[str], words: frozenset[str]) -> int | None:
    return next((place for place, name in enumerate(names) if name.casefold() in words), None)


def _says_something(row: Sequence[str], columns: Mapping[int, str]) -> bool:
    """Whether a row holds a rank, points or a mark in one of the columns."""
    cells = (tidy(row[place]) for place in columns if place < len(row))
    return any(cell and (_rank(cell) is not None or cell.casefold() in _YES) for cell in cells)


def _refuse_twins(columns: Mapping[int, str], source: str, line: int) -> None:
    seen: dict[str, str] = {}
    for name in columns.values():
        other = seen.setdefault(twin_key(name), name)
        if other is not name:
            raise BadFileError(
                msg("two columns are headed {name}; give each candidate one column")(name=shown(name)),
                line=line,
                source=source,
            )


def _records(
    rows: Sequence[CsvRow], grid: Grid, table: TableRows, asked: Asked, *, marks_only: bool
) -> Iterator[Record]:
    for line, row in rows:
        if len(row) > (last := max(grid.columns)) and any(
            cell.strip() for cell in row[max(last + 1, len(table.held[0][1])) :]
        ):
            raise BadFileError(
                msg("the row has {count} cells, but there are {other} headings")(
                    count=len(row), other=len(table.held[0][1])
                ),
                line=line,
                source=table.source,
            )
        cells = {
            candidate.number: tidy(row[place]) if place < len(row) else ""
            for candidate, place in zip(grid.candidates, grid.columns, strict=True)
        }
        weight, valid = _weight(row, grid, line, table), _valid(row, grid, line, table.source)
        if asked.points:
            points = _points(cells, grid, line, table.source)
            best_first = sorted({p for p in points.values() if p}, reverse=True)
            ranking = by_rank({c: best_first.index(p) + 1 for c, p in points.items() if p})
            yield Record(line, ranking, weight, valid, points)
        elif marks_only:
            approved = tuple(c for c, cell in cells.items() if cell.casefold() in _YES | {"1"})
            yield Record(line, (approved,) if approved else (), weight, valid)
        else:
            yield Record(line, _ranking(cells, grid, line, table.source), weight, valid)


def _ranking(cells: Mapping[int, str], grid: Grid, line: int, source: str) -> tuple[Rank, ...]:
    ranks: dict[int, int] = {}
    for candidate, cell in cells.items():
        if not cell or cell.casefold() in BLANK_WORDS:
            continue
        rank = _rank(cell)
        if rank is None or not 0 <= rank <= max(len(grid.candidates), 1):
            name = grid.candidates[candidate - 1].name
            raise BadFileError(
                msg(
                    "{cell} in the column {name} is no rank among {count} candidates; if that is no candidate's column, "
                    "take it out or name the candidates with --candidates; points are for rules that add up points"
                )(cell=shown(cell), name=shown(name), count=len(grid.candidates)),
                line=line,
                source=source,
            )
        if rank:
            ranks[candidate] = rank
    return by_rank(ranks)


def _points(cells: Mapping[int, str], grid: Grid, line: int, source: str) -> dict[int, int]:
    points: dict[int, int] = {}
    for candidate, cell in cells.items():
        if not cell or cell.casefold() in BLANK_WORDS:
            continue
        number = 1 if cell.casefold() in _YES else 0 if cell.casefold() in _NO else whole_number(cell)
        if number is None:
            name = grid.candidates[candidate - 1].name
            raise BadFileError(
                msg("{trouble} (column {name})")(trouble=trouble(cell, POINTS), name=shown(name)),
                line=line,
                source=source,
            )
        points[candidate] = number
    return points


def _rank(cell: str) -> int | None:
    """The rank in a cell: 2 for "2", "2nd", "Second choice", "Choice 2"."""
    number = whole_number(cell)
    return place_of(cell) if number is None else number


def _weight(row: Sequence[str], grid: Grid, line: int, table: TableRows) -> int:
    if grid.weight is None:
        return 1
    cell = row[grid.weight] if grid.weight < len(row) else ""
    weight = whole_number(cell, comma=table.separator == ",")
    if weight is None or weight < 1:
        raise BadFileError(
            msg("the weight {cell} is not a positive whole number")(cell=shown(cell.strip())),
            line=line,
            source=table.source,
        )
    return weight


def _valid(row: Sequence[str], grid: Grid, line: int, source: str) -> bool:
    if grid.valid is None:
        return True
    cell = row[grid.valid] if grid.valid < len(row) else ""
    said = says_valid(cell, inverted=grid.inverted)
    if said is None:
        raise BadFileError(
            msg("{cell} says neither that the paper is valid nor that it is not; write 1 or 0")(
                cell=shown(cell.strip())
            ),
            line=line,
            source=source,
        )
    return said
