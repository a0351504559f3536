"""CIVS, the Condorcet Internet Voting Service: the ballots that a poll lets its supervisor download.

A head line `# Candidates: A / B / C`, then a line for each ballot with the rank of every candidate in their order, commas
between; `-` is no opinion. Equal ranks are equal preferences, and only the order of the ranks says something.
Source: https://civs1.civs.us/, "Download ballots as CSV".
"""

from __future__ import annotations

from collections.abc import Iterator

from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import about_names, people
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Contents, Record, by_rank
from mandat.counting.formats.source import lines_of
from mandat.counting.formats.whole import shown, whole_number
from mandat.language import msg

HEAD = "# Candidates:"


def read_civs(opened: OpenedFile) -> Contents:
    """The ballots of a poll. Raises `BadFileError` with the line and the remedy."""
    lines = lines_of(opened.text)
    place = next((n for n, line in enumerate(lines) if line.startswith(HEAD)), None)
    if place is None:
        raise BadFileError(msg("there is no line `# Candidates: A / B / C`"), source=opened.name)
    names = lines[place].removeprefix(HEAD).split(" / ")
    candidates = people(names, opened.name, place + 1)
    return Contents(
        candidates,
        _records(lines, place, len(candidates), opened.name),
        remarks=about_names(candidates, names),
    )


def _records(lines: list[str], place: int, candidates: int, source: str) -> Iterator[Record]:
    for line, text in enumerate(lines[place + 1 :], place + 2):
        if not text.strip() or text.startswith("#"):
            continue
        cells = [cell.strip() for cell in text.split(",")]
        if len(cells) != candidates:
            raise BadFileError(
                msg("the ballot has {count} ranks for {candidates} candidates")(
                    count=len(cells), candidates=candidates
                ),
                line=line,
                source=source,
            )
        ranks = {
            number: _rank(cell, line, source) for number, cell in enumerate(cells, 1) if cell not in ("-", "")
        }
        points = {number: candidates - rank for number, rank in ranks.items()}
        yield Record(line, by_rank(ranks, gaps=False), points=points)


def _rank(cell: str, line: int, source: str) -> int:
    rank = whole_number(cell)
    if rank is None or rank < 1:
        raise BadFileError(
            msg("{cell} is no rank; write a number from 1, or - for no opinion")(cell=shown(cell)),
            line=line,
            source=source,
        )
    return rank
