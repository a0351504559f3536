"""The Australian Electoral Commission's formal preferences of a Senate election, as published in 2016 and since 2019.

Since 2019: a CSV of one paper a row: six columns about the polling place, then a column for each group above the line
(`A:Party`), then one for each candidate below the line (`A:SURNAME Given`, ungrouped ones `UG:SURNAME Given`). In 2016 the
sixth column, `Preferences`, holds all of these cells between commas, and nothing names the boxes: the list of candidates has
to be given, in the order of the paper, with their groups. A cell holds the number written; `/` and `*` are a tick and a cross,
which count as 1.

Commonwealth Electoral Act 1918: a paper numbered 1 to 6 below the line counts below the line (s 268A, s
269(2)), any other formal paper by its groups, each standing for its candidates in order (s 272). A number
left out or written twice ends the paper (s 268A(2), s 269(1A)): such a rank is kept as it was marked, for the
rule to stop there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandat.counting.ballots import SKIPPED, Candidate, Rank, Ranking
from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import named
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Asked, Contents, Record
from mandat.counting.formats.rows import CsvRow, read_rows
from mandat.counting.formats.whole import shown, whole_number
from mandat.language import msg

ABOUT = 6
"""Columns about the polling place."""
BELOW_NEEDED = 6
TICKS = ("/", "*")
_ALL = "Preferences"


@dataclass(frozen=True, slots=True)
class PaperLayout:
    """The layout of the ballot paper: the candidates of each group in order, and all candidates."""

    groups: tuple[tuple[int, ...], ...]
    candidates: tuple[Candidate, ...]

    @property
    def boxes(self) -> int:
        """How many there are to write a number in."""
        return len(self.groups) + len(self.candidates)


def read_aec(opened: OpenedFile, asked: Asked) -> Contents:
    """The papers of a file. Raises `BadFileError` with the line and the remedy."""
    table = read_rows(opened)
    ((_, head),) = table.first(1)
    rows = table.rest(1)
    if is_of_2016(head):
        paper = _layout_of_2016(list(table.first(3)), asked, opened.name)
        rows = (
            (line, [*row[: ABOUT - 1], "", *row[ABOUT - 1].split(",")])
            for line, row in rows
            if len(row) >= ABOUT
        )
    else:
        paper = read_layout(head, opened.name)
    return Contents(paper.candidates, records(rows, paper, opened.name))


def is_of_2016(head: Sequence[str]) -> bool:
    """Whether all preferences stand in one column."""
    return len(head) == ABOUT and head[-1].strip() == _ALL


def read_layout(head: Sequence[str], source: str) -> PaperLayout:
    """What the head line says: groups until a group's letter comes again, then candidates."""
    split = [name.partition(":") for name in head[ABOUT:]]
    columns = [(letter.strip(), name.strip()) for letter, _, name in split]
    if not columns or not all(name for _, name in columns):
        raise BadFileError(
            msg("the head line has no columns such as `A:Party` after the sixth"), line=1, source=source
        )
    letters = [letter for letter, _ in columns]
    tickets = next(
        (place for place, letter in enumerate(letters) if letter == "UG" or letter in letters[:place]), 0
    )
    party = dict(columns[:tickets])
    people = tuple(
        Candidate(number, named(name, 1, source), party.get(letter))
        for number, (letter, name) in enumerate(columns[tickets:], start=1)
    )
    groups = tuple(
        tuple(n for n, (owner, _) in enumerate(columns[tickets:], start=1) if owner == letter)
        for letter in letters[:tickets]
    )
    return PaperLayout(groups, people)


def _layout_of_2016(rows: Sequence[CsvRow], asked: Asked, source: str) -> PaperLayout:
    boxes = max((row[ABOUT - 1].count(",") + 1 for _, row in rows[1:] if len(row) >= ABOUT), default=0)
    if asked.candidates is None:
        raise BadFileError(
            msg(
                "the file of 2016 does not name its {boxes} boxes; give the candidates in the order of the paper "
                "with --candidates FILE: a table with the columns group, name, party (the AEC's list of candidates "
                "will do)"
            )(boxes=boxes),
            line=1,
            source=source,
        )
    groups = asked.groups or _by_party(asked.candidates)
    if boxes != len(groups) + len(asked.candidates):
        raise BadFileError(
            msg(
                "a paper has {boxes} boxes, but the list of candidates has {count} groups and {other} candidates; "
                "give those of this State, and the column group"
            )(boxes=boxes, count=len(groups), other=len(asked.candidates)),
            line=rows[-1][0],
            source=source,
        )
    return PaperLayout(groups, asked.candidates)


def _by_party(candidates: Sequence[Candidate]) -> tuple[tuple[int, ...], ...]:
    """Candidates of one party who stand beside each other are a group."""
    groups: list[list[int]] = []
    before: str | None = None
    for candidate in candidates:
        if candidate.party is not None and candidate.party == before:
            groups[-1].append(candidate.number)
        elif candidate.party is not None:
            groups.append([candidate.number])
        before = candidate.party
    return tuple(map(tuple, groups))


def records(rows: Iterator[CsvRow], paper: PaperLayout, source: str) -> Iterator[Record]:
    """The papers, one a row, as marked."""
    tickets = len(paper.groups)
    for line, row in rows:
        if set("".join(row)) <= {"-"}:
            continue
        marks = [mark(cell, line, source) for cell in row[ABOUT:]]
        if len(marks) != paper.boxes:
            raise BadFileError(
                msg("{count} marks, but the paper has {boxes} boxes")(count=len(marks), boxes=paper.boxes),
                line=line,
                source=source,
            )
        yield Record(line, read_marks(marks[:tickets], marks[tickets:], paper))


def read_marks(above: Sequence[int], below: Sequence[int], paper: PaperLayout) -> Ranking:
    """The ranking that counts: below the line if that is formal, else above it."""
    ranks = _ranks(below)
    needed = min(BELOW_NEEDED, len(paper.candidates))
    if len(ranks) >= needed and all(isinstance(rank, int) and rank for rank in ranks[:needed]):
        return ranks
    return expanded(_ranks(above), paper.groups)


def mark(cell: str, line: int, source: str) -> int:
    """The number in a box, 0 for none. Raises `BadFileError`."""
    word = cell.strip()
    if not word:
        return 0
    if word in TICKS:
        return 1
    number = whole_number(word)
    if number is None:
        raise BadFileError(
            msg("{word} is not a number, a tick (/) or a cross (*)")(word=shown(word)),
            line=line,
            source=source,
        )
    return number


def _ranks(marks: Sequence[int]) -> tuple[Rank, ...]:
    """Boxes by the number written in them: box, several boxes, or 0 where the number is missing."""
    by_number: dict[int, list[int]] = {}
    for box, number in enumerate(marks, start=1):
        if number:
            by_number.setdefault(number, []).append(box)
    ranks: list[Rank] = []
    for number in range(1, len(by_number) + 2):
        boxes = by_number.get(number, [])
        if boxes or len(ranks) < len(by_number):
            ranks.append(tuple(boxes) if len(boxes) > 1 else boxes[0] if boxes else SKIPPED)
        if len(boxes) != 1:
            break
    return tuple(ranks)


def expanded(ranks: Sequence[Rank], groups: Sequence[Sequence[int]]) -> Ranking:
    """The candidates of the groups marked, in order."""
    ranking: list[Rank] = []
    for rank in ranks:
        if not isinstance(rank, int):
            ranking.append(())
        elif rank == SKIPPED:
            ranking.append(SKIPPED)
        else:
            ranking.extend(groups[rank - 1])
    return ranking
