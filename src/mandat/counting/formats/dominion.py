"""Dominion Democracy Suite: the JSON export (a folder or archive of `CvrExport*.json` with manifests), and the CSV export.

JSON: `ContestManifest.json` and `CandidateManifest.json` name contests and candidates; each session has an `Original` and
perhaps a `Modified` record, of which the one that `IsCurrent` counts. A mark counts unless it `IsAmbiguous` (`IsVote` says
whether it counts in a first round, not whether it was made); a contest with the condition `InvalidContest` is set aside.
Without manifests the ids stand for names.

CSV: the first line names the election, the second the contest of each column, the third the candidate, with the rank in
brackets where there are ranks (`Ann(2)`), the fourth the columns about the paper and the parties; cells are 0 or 1, empty
where the paper does not have the contest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from mandat.counting.errors import BadFileError
from mandat.counting.formats.cast_votes import CastPaper, Contest, chosen_contest, contents
from mandat.counting.formats.json_values import JsonNode
from mandat.counting.formats.naming import tidy
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Asked, Contents
from mandat.counting.formats.rows import CsvRow, TableRows
from mandat.counting.formats.whole import shown
from mandat.counting.remarks import ADJUDICATED, PARTS
from mandat.language import msg

_EXPORT = re.compile(r"(?:^|/)cvrexport[^/]*\.json$", re.IGNORECASE)
_RANKED = re.compile(r"(?P<name>.*\S)\s*\((?P<rank>[0-9]{1,3})\)\s*")
_ABOUT = "CvrNumber"
_CONDITIONS = "outstackconditionmanifest.json"
_INVALID = "InvalidContest"
_BEFORE = 4


def has_exports(opened: OpenedFile) -> bool:
    """Whether the folder or archive holds Dominion's records."""
    return any(_EXPORT.search(name) for name in opened.files)


def read_dominion(opened: OpenedFile, asked: Asked) -> Contents:
    """The papers of one contest of a JSON export. Raises `BadFileError` with what is missing."""
    exports = [file for name, file in opened.inside(".json").items() if _EXPORT.search(name)] or [opened]
    contests = _manifests(opened)
    reports = [JsonNode.parse(file.content, file.name) for file in exports]
    if not contests:
        contests = {id_: Contest(f"contest {id_}") for id_ in _contest_ids(reports)}
    chosen = chosen_contest(contests, asked, opened.name)
    adjudicated: set[int] = set()
    papers = list(_papers(reports, chosen, adjudicated, _conditions(opened)))
    remarks = [PARTS(number=len(exports))] if len(exports) > 1 else []
    if adjudicated:
        remarks.append(ADJUDICATED(papers=len(adjudicated)))
    return contents(contests[chosen], papers, opened.name, remarks)


def _manifests(opened: OpenedFile) -> dict[str, Contest]:
    files = {name.rpartition("/")[2].lower(): file for name, file in opened.inside("manifest.json").items()}
    contests: dict[str, Contest] = {}
    if "contestmanifest.json" in files:
        file = files["contestmanifest.json"]
        for each in JsonNode.parse(file.content, file.name)["List"].items():
            contests[each["Id"].text()] = Contest(tidy(each.string("Description")))
    if contests and "candidatemanifest.json" in files:
        file = files["candidatemanifest.json"]
        for each in JsonNode.parse(file.content, file.name)["List"].items():
            contest = contests.get(each.string("ContestId"))
            if contest is not None:
                contest.names[each["Id"].text()] = tidy(each.string("Description")) or each["Id"].text()
    return contests


def _conditions(opened: OpenedFile) -> set[str]:
    """The ids of the condition that a contest on a paper is invalid."""
    found = (file for name, file in opened.inside(".json").items() if name.lower().endswith(_CONDITIONS))
    return {
        each["Id"].text()
        for file in found
        for each in JsonNode.parse(file.content, file.name)["List"].items()
        if each.string("Description") == _INVALID
    }


def _contest_ids(reports: Iterable[JsonNode]) -> list[str]:
    found: dict[str, None] = {}
    for report in reports:
        for session in report["Sessions"].items():
            for contest in _voted(_current(session)):
                found[contest["Id"].text()] = None
    return list(found)


def _current(session: JsonNode) -> JsonNode:
    """The record of a session that counts: the adjudicated one if it is current."""
    for key in ("Modified", "Original"):
        if session.has(key) and session[key].flag("IsCurrent", default=key == "Original"):
            return session[key]
    raise BadFileError(msg("{way} has no current record")(way=session.way), source=session.source)


def _voted(record: JsonNode) -> Iterator[JsonNode]:
    yield from record.each("Contests")
    for card in record.each("Cards"):
        yield from card.each("Contests")


def _papers(
    reports: Iterable[JsonNode], chosen: str, adjudicated: set[int], invalid: set[str]
) -> Iterator[CastPaper]:
    number = 0
    for report in reports:
        for session in report["Sessions"].items():
            number += 1
            record = _current(session)
            for contest in _voted(record):
                if contest["Id"].text() == chosen:
                    if record.way.endswith("Modified"):
                        adjudicated.add(number)
                    conditions = {each.text() for each in contest.each("OutstackConditionIds")}
                    yield CastPaper(number, tuple(_marks(contest)), not conditions & invalid)


def _marks(contest: JsonNode) -> Iterator[tuple[str, int]]:
    for mark in contest.each("Marks"):
        if not mark.flag("IsAmbiguous", default=False):
            yield mark["CandidateId"].text(), mark.number("Rank", 1) or 1


def is_dominion_csv(rows: list[CsvRow]) -> bool:
    """Whether a table begins like a CSV export."""
    return len(rows) == _BEFORE and any(tidy(cell) == _ABOUT for cell in rows[3][1])


def read_dominion_csv(table: TableRows, asked: Asked) -> Contents:
    """The papers of one contest of a CSV export. Raises `BadFileError` with the line."""
    _, (_, contests), (_, names), (line, head) = table.first(_BEFORE)
    columns: dict[str, dict[int, tuple[str, int]]] = {}
    about: dict[str, Contest] = {}
    for place, cell in enumerate(contests):
        contest = tidy(cell)
        if contest and place < len(names):
            ranked = _RANKED.fullmatch(names[place])
            name = tidy(ranked["name"] if ranked else names[place])
            columns.setdefault(contest, {})[place] = (name, int(ranked["rank"]) if ranked else 1)
            about.setdefault(contest, Contest(contest)).names.setdefault(name, name)
    chosen = chosen_contest(about, asked, table.source)
    rows = table.rest(_BEFORE)
    return contents(
        about[chosen], _rows(rows, columns[chosen], len(head), line, table.source), table.source, unit="line"
    )


def _rows(
    rows: Iterator[CsvRow], columns: Mapping[int, tuple[str, int]], width: int, line: int, source: str
) -> Iterator[CastPaper]:
    for line, row in rows:
        if any(cell.strip() for cell in row[max(width, max(columns) + 1) :]):
            raise BadFileError(
                msg("the row has {count} cells, the headings {width}")(count=len(row), width=width),
                line=line,
                source=source,
            )
        cells = {place: row[place].strip() if place < len(row) else "" for place in columns}
        if not any(cells.values()):
            continue
        marks = []
        for place, cell in cells.items():
            if cell not in ("", "0", "1"):
                raise BadFileError(
                    msg("{cell} is no mark; marks are 0 and 1")(cell=shown(cell)), line=line, source=source
                )
            if cell == "1":
                marks.append(columns[place])
        yield CastPaper(line, tuple(marks))
