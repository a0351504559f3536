"""What a file of ballots holds before it is grouped: the candidates, and paper after paper as marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from mandat.counting.ballots import Ballots, Candidate, Rank, Ranking
from mandat.counting.projects import Projects
from mandat.counting.remarks import SET_ASIDE, Remark

RecordUnit = Literal["line", "paper"]


class Record(NamedTuple):
    """One paper, or one ranking with its weight: where it stands in the file (1-based), what is marked, and how many papers
    are marked so. A record that is not `valid` is one that the file itself calls invalid; `points` are those given to
    each candidate by number, where the file has points."""

    line: int
    ranking: Ranking
    weight: int = 1
    valid: bool = True
    points: Mapping[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A file of ballots, read but not grouped. `records` can be gone through once.

    `unit` says what `Record.line` counts: lines of a text or rows of a table, or papers where lines mean nothing.
    """

    candidates: tuple[Candidate, ...]
    records: Iterable[Record]
    seats: int | None = None
    title: str = ""
    remarks: tuple[Remark, ...] = ()
    unit: RecordUnit = "line"
    projects: Projects | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader is told beside the file: who the candidates are, which contest of several, whether marks are `points`
    (else they are ranks), and whether the papers must keep their order."""

    candidates: tuple[Candidate, ...] | None = None
    groups: tuple[tuple[int, ...], ...] = ()
    contest: str | None = None
    points: bool = False
    keep_sequence: bool = False


def grouped(contents: Contents, asked: Asked) -> Ballots:
    """The papers of `contents` as `Ballots`; those that the file calls invalid are only counted."""
    aside = _Aside()
    kept = aside.sort_out(contents.records)
    if asked.points:
        ballots = _with_points(contents, kept)
    else:
        papers = ((record.ranking, record.weight) for record in kept)
        ballots = Ballots.from_rankings(contents.candidates, papers, keep_sequence=asked.keep_sequence)
    remarks = contents.remarks
    if aside.papers:
        remarks = (*remarks, SET_ASIDE(papers=aside.papers))
    return replace(
        ballots,
        seats=contents.seats,
        title=contents.title,
        set_aside=aside.papers,
        remarks=remarks,
        projects=contents.projects,
    )


def _with_points(contents: Contents, records: Iterable[Record]) -> Ballots:
    """Points where the file has them; else rankings, for the rule to say that it needs points."""
    held = list(records)
    if any(record.points is None for record in held):
        return Ballots.from_rankings(contents.candidates, ((r.ranking, r.weight) for r in held))
    return Ballots.from_scores(contents.candidates, ((dict(r.points or {}), r.weight) for r in held))


class _Aside:
    """How many papers were set aside while going through the records."""

    def __init__(self) -> None:
        self.papers = 0

    def sort_out(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            if record.valid:
                yield record
            else:
                self.papers += record.weight


def by_rank(ranks: Mapping[int, int], *, gaps: bool = True) -> tuple[Rank, ...]:
    """A ranking from {candidate number: the rank given to it}; candidates of one rank share it.

    With `gaps` a rank that nobody has is a skipped rank; without, only the order of the numbers says something.

    >>> by_rank({1: 3, 2: 1, 3: 3}), by_rank({1: 3, 2: 1, 3: 3}, gaps=False)
    ((2, 0, (1, 3)), (2, (1, 3)))
    """
    shared: dict[int, list[int]] = {}
    for candidate, rank in sorted(ranks.items()):
        shared.setdefault(rank, []).append(candidate)
    places = range(1, max(shared, default=0) + 1) if gaps else sorted(shared)
    together = (tuple(shared.get(place, (0,))) for place in places)
    return tuple(rank[0] if len(rank) == 1 else rank for rank in together)
