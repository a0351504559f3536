"""The Australian Electoral Commission's formal preferences of a Senate election, as published since 2019.

A CSV of one paper a row: six columns about the polling place, then a column for each group above the line
(`A:Party`), then one for each candidate below the line (`A:SURNAME Given`, ungrouped ones `UG:SURNAME
Given`). A cell holds the number written; `/` and `*` are a tick and a cross, which count as 1.

Commonwealth Electoral Act 1918: a paper numbered 1 to 6 below the line counts below the line (s 268A, s
269(2)), any other formal paper by its groups, each standing for its candidates in order (s 272). A number
left out or written twice ends the paper (s 268A(2), s 269(1A)): such a rank is kept as it was marked, for the
rule to stop there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from mandat.counting.ballots import SKIPPED, Ballots, Candidate, Rank, Ranking
from mandat.counting.errors import BadFileError
from mandat.counting.formats.records import Record

_ABOUT = 6
_BELOW_NEEDED = 6
_TICKS = {"/", "*"}


@dataclass(frozen=True, slots=True)
class PaperLayout:
    """The layout of the ballot paper: the candidates of each group in order, and all candidates."""

    groups: tuple[tuple[int, ...], ...]
    candidates: tuple[Candidate, ...]


def read_aec(text: str, source: str, *, keep_sequence: bool = False) -> Ballots:
    """The ballots of a formal-preferences file. Raises `BadFileError` with the line and the remedy."""
    rows = csv.reader(io.StringIO(text))
    paper = read_layout(next(rows, []), source)
    papers = ((record.ranking, record.weight) for record in records(rows, paper, source))
    return Ballots.from_rankings(paper.candidates, papers, keep_sequence=keep_sequence)


def read_layout(head: list[str], source: str) -> PaperLayout:
    """What the head line says: groups until a group's letter comes again, then candidates."""
    split = [name.partition(":") for name in head[_ABOUT:]]
    columns = [(letter.strip(), name.strip()) for letter, _, name in split]
    if not columns or not all(name for _, name in columns):
        raise BadFileError(
            "the head line has no columns such as `A:Party` after the sixth", line=1, source=source
        )
    letters = [letter for letter, _ in columns]
    tickets = next(
        (place for place, letter in enumerate(letters) if letter == "UG" or letter in letters[:place]), 0
    )
    party = dict(columns[:tickets])
    people = tuple(
        Candidate(number, name, party.get(letter))
        for number, (letter, name) in enumerate(columns[tickets:], start=1)
    )
    groups = tuple(
        tuple(n for n, (owner, _) in enumerate(columns[tickets:], start=1) if owner == letter)
        for letter in letters[:tickets]
    )
    return PaperLayout(groups, people)


def records(rows: Iterator[list[str]], paper: PaperLayout, source: str) -> Iterator[Record]:
    """The papers, one a row, as marked."""
    tickets = len(paper.groups)
    for line, row in enumerate(rows, start=2):
        if not row or set("".join(row)) <= {"-"}:
            continue
        marks = [_mark(cell, line, source) for cell in row[_ABOUT:]]
        if len(marks) != tickets + len(paper.candidates):
            raise BadFileError(
                f"{len(marks)} marks, but the paper has {tickets + len(paper.candidates)} boxes",
                line=line,
                source=source,
            )
        below = _ranks(marks[tickets:])
        if len(below) >= _BELOW_NEEDED and all(isinstance(r, int) and r for r in below[:_BELOW_NEEDED]):
            yield Record(line, below, 1)
        else:
            yield Record(line, _expanded(_ranks(marks[:tickets]), paper.groups), 1)


def _mark(cell: str, line: int, source: str) -> int:
    word = cell.strip()
    if not word:
        return 0
    if word in _TICKS:
        return 1
    if not word.isdigit():
        raise BadFileError(f"{word!r} is not a number, a tick (/) or a cross (*)", line=line, source=source)
    return int(word)


def _ranks(marks: list[int]) -> tuple[Rank, ...]:
    """Boxes by the number written in them: box, several boxes, or 0 where the number is missing."""
    by_number: dict[int, list[int]] = {}
    for box, number in enumerate(marks, start=1):
        if number:
            by_number.setdefault(number, []).append(box)
    ranks: list[Rank] = []
    for number in range(1, max(by_number, default=0) + 1):
        boxes = by_number.get(number, [])
        ranks.append(tuple(boxes) if len(boxes) > 1 else boxes[0] if boxes else SKIPPED)
        if len(boxes) != 1:
            break
    return tuple(ranks)


def _expanded(ranks: tuple[Rank, ...], groups: tuple[tuple[int, ...], ...]) -> Ranking:
    ranking: list[Rank] = []
    for rank in ranks:
        if not isinstance(rank, int):
            ranking.append(())
        elif rank == SKIPPED:
            ranking.append(SKIPPED)
        else:
            ranking.extend(groups[rank - 1])
    return ranking
