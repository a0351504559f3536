"""Pabulib's `.pb` files: participatory budgets and what voters chose.

Three parts, each under its name: META (`key;value`), PROJECTS (`project_id;cost;…;name;…`) and VOTES (`voter_id;vote;…`), cells
between semicolons. A vote lists project ids between commas: in the order of preference if `vote_type` is `ordinal`, else
those approved (`approval`, `choose-1`) or given the points of the column `points` (`cumulative`, `scoring`).
Source: Stolicki, Szufa and Talmon, "Pabulib" (2020), pabulib.org/format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import about_names, people, tidy
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Contents, Record, by_rank
from mandat.counting.formats.rows import CsvRow, TableRows, read_rows
from mandat.counting.formats.whole import MONEY, POINTS, shown, trouble, whole_number
from mandat.counting.projects import Projects
from mandat.counting.remarks import DECLARED
from mandat.language import msg

_PARTS = ("META", "PROJECTS", "VOTES")
_TYPES = ("approval", "choose-1", "ordinal", "cumulative", "scoring")


def read_pabulib(opened: OpenedFile) -> Contents:
    """The votes of a `.pb` file. Raises `BadFileError` with the line and the remedy."""
    source = opened.name
    parts = _parts(_semicolons(opened), source)
    meta = {tidy(row[0]).lower(): row[1].strip() for _, row in parts["META"][1:] if len(row) > 1}
    kind = meta.get("vote_type", "").lower()
    if kind not in _TYPES:
        raise BadFileError(
            msg("the vote_type {kind} is not known; known: {types}")(
                kind=shown(kind), types=", ".join(_TYPES)
            ),
            source=source,
        )
    projects = [_cells(row, parts["PROJECTS"][0], source) for row in parts["PROJECTS"][1:]]
    ids = [tidy(each.get("project_id", "")) for each in projects]
    if len(set(ids)) != len(ids):
        raise BadFileError(msg("two projects have the same project_id; give each its own"), source=source)
    names = [each.get("name", "").strip() or id_ for each, id_ in zip(projects, ids, strict=True)]
    candidates = people(names, source, parts["PROJECTS"][0][0])
    numbers = {id_: number for number, id_ in enumerate(ids, 1)}
    votes = parts["VOTES"]
    remarks = list(about_names(candidates, names))
    said = whole_number(meta.get("num_votes", ""))
    if said is not None and said != len(votes) - 1:
        remarks.append(DECLARED(said=said, found=len(votes) - 1))
    return Contents(
        candidates,
        _records(votes, numbers, kind, source),
        title=tidy(meta.get("description", "")),
        remarks=tuple(remarks),
        projects=_projects(projects, meta.get("budget", ""), source),
    )


def _projects(projects: Sequence[Mapping[str, str]], budget: str, source: str) -> Projects | None:
    """What the projects cost and what there is to spend; None where the file does not say all of it. Raises `BadFileError` for
    amounts that are no whole numbers of the currency."""
    words = [budget, *(each.get("cost", "") for each in projects)]
    if not all(word.strip() for word in words):
        return None
    amounts = [whole_number(word.strip()) for word in words]
    if None in amounts:
        raise BadFileError(trouble(words[amounts.index(None)], MONEY), source=source)
    there_is, *costs = (amount for amount in amounts if amount is not None)
    return Projects(tuple(costs), there_is)


def _semicolons(opened: OpenedFile) -> TableRows:
    return read_rows(OpenedFile(opened.name, lambda: b";;\n" + opened.text.encode()))


def _parts(table: TableRows, source: str) -> dict[str, list[CsvRow]]:
    """The rows of each part, the line of its headings first. The table begins with a line that is not the file's."""
    found: dict[str, list[CsvRow]] = {}
    part = ""
    for line, row in table.rest(1):
        word = row[0].strip().upper()
        if word in _PARTS and not any(cell.strip() for cell in row[1:]):
            part = word
            found[part] = []
        elif part:
            found[part].append((line - 1, row))
    for part in _PARTS:
        if not found.get(part):
            raise BadFileError(msg("the part {part} is missing or empty")(part=part), source=source)
    return found


def _cells(row: CsvRow, head: CsvRow, source: str) -> dict[str, str]:
    line, cells = row
    if len(cells) > len(head[1]):
        raise BadFileError(
            msg(
                "the row has {count} cells, but there are {other} headings; put a cell with a semicolon in quotes"
            )(count=len(cells), other=len(head[1])),
            line=line,
            source=source,
        )
    return dict(zip((tidy(name).lower() for name in head[1]), cells, strict=False))


def _records(votes: Sequence[CsvRow], numbers: Mapping[str, int], kind: str, source: str) -> Iterator[Record]:
    for row in votes[1:]:
        cells = _cells(row, votes[0], source)
        line = row[0]
        chosen = [_project(id_, numbers, line, source) for id_ in _listed(cells.get("vote", ""))]
        points = _points(cells.get("points", ""), chosen, kind, line, source)
        if kind == "ordinal":
            yield Record(line, tuple(chosen), points=points)
        elif kind in ("cumulative", "scoring"):
            best_first = sorted({p for p in points.values() if p > 0}, reverse=True)
            ranks = {c: best_first.index(p) + 1 for c, p in points.items() if p > 0}
            yield Record(line, by_rank(ranks), points=points)
        else:
            yield Record(line, (tuple(sorted(set(chosen))),) if chosen else (), points=points)


def _listed(cell: str) -> list[str]:
    return [tidy(part) for part in cell.split(",") if part.strip()]


def _project(id_: str, numbers: Mapping[str, int], line: int, source: str) -> int:
    if id_ not in numbers:
        raise BadFileError(
            msg("{project} is not a project_id of the file")(project=shown(id_)), line=line, source=source
        )
    return numbers[id_]


def _points(cell: str, chosen: Sequence[int], kind: str, line: int, source: str) -> dict[int, int]:
    """The points of each project: those of the column, or one for each project chosen where there is no column."""
    given = _listed(cell)
    if not given and kind not in ("cumulative", "scoring"):
        return dict.fromkeys(chosen, 1)
    numbers = [whole_number(word) for word in given]
    if None in numbers:
        raise BadFileError(trouble(given[numbers.index(None)], POINTS), line=line, source=source)
    if len(numbers) != len(chosen):
        raise BadFileError(
            msg("{count} points are given to {other} projects")(count=len(numbers), other=len(chosen)),
            line=line,
            source=source,
        )
    points: dict[int, int] = {}
    for project, number in zip(chosen, numbers, strict=True):
        points[project] = points.get(project, 0) + (number or 0)
    return points
