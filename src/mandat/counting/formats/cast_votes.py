"""Cast vote records of voting machines: what the readers of CDF, Dominion, Hart and ClearBallot share.

A file of such records may hold many contests, and names contests and candidates by ids. `CastPaper` is one paper with its
marks in the contest that is counted; a paper that has the contest and no mark in it is blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mandat.counting.ballots import MOST_CANDIDATES, SKIPPED, Rank
from mandat.counting.errors import BadFileError
from mandat.counting.formats.headings import pick_contest
from mandat.counting.formats.naming import about_names, people
from mandat.counting.formats.records import Asked, Contents, Record, RecordUnit
from mandat.counting.remarks import Remark
from mandat.language import msg

WRITE_IN = "Write-in"
"""A write-in whose name nobody has settled."""


@dataclass
class Contest:
    """A contest: its title, its seats if they are known, and the names of its candidates by id, in the order of the file."""

    title: str
    names: dict[str, str] = field(default_factory=dict)
    seats: int | None = None


class CastPaper(NamedTuple):
    """The number of a paper in the file, or its line (1-based), its marks: (id of a candidate, rank), and whether the file
    takes the contest on it for valid."""

    number: int
    marks: tuple[tuple[str, int], ...]
    valid: bool = True


def chosen_contest(contests: Mapping[str, Contest], asked: Asked, source: str) -> str:
    """The id of the contest to be counted; refused with `BadFileError`, which lists them, where none is named."""
    if not contests:
        raise BadFileError(msg("the file holds no contest"), source=source)
    if asked.contest in contests:
        return str(asked.contest)
    ids = list(contests)
    titles = [contest.title or id_ for id_, contest in contests.items()]
    if len(set(titles)) < len(titles):
        titles = [f"{title} ({id_})" for title, id_ in zip(titles, ids, strict=True)]
    return ids[titles.index(pick_contest(titles, asked.contest, source))]


def contents(
    contest: Contest,
    papers: Iterable[CastPaper],
    source: str,
    remarks: Iterable[Remark] = (),
    unit: RecordUnit = "paper",
) -> Contents:
    """The papers of a contest. A candidate whom the lists of the file leave out and a mark names is added under the id."""
    held = list(papers)
    names = dict(contest.names)
    for paper in held:
        for candidate, rank in paper.marks:
            names.setdefault(candidate, candidate)
            if not 1 <= rank <= MOST_CANDIDATES:
                raise BadFileError(
                    msg("paper {number} has a mark at rank {rank}; ranks begin with 1")(
                        number=paper.number, rank=rank
                    ),
                    source=source,
                )
    numbers = {id_: number for number, id_ in enumerate(names, 1)}
    candidates = people(names.values(), source)
    return Contents(
        candidates,
        [
            Record(p.number, ranking((numbers[id_], rank) for id_, rank in p.marks), valid=p.valid)
            for p in held
        ],
        contest.seats,
        contest.title,
        (*remarks, *about_names(candidates, names.values())),
        unit,
    )


def ranking(marks: Iterable[tuple[int, int]]) -> tuple[Rank, ...]:
    """A ranking from pairs of (candidate number, rank); a candidate may stand at several ranks.

    >>> ranking([(2, 1), (1, 3), (2, 3)])
    (2, 0, (1, 2))
    """
    at: dict[int, set[int]] = {}
    for candidate, rank in marks:
        at.setdefault(rank, set()).add(candidate)
    ranks = [sorted(at.get(rank, {SKIPPED})) for rank in range(1, max(at, default=0) + 1)]
    return tuple(rank[0] if len(rank) == 1 else tuple(rank) for rank in ranks)
