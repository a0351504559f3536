"""Whole papers: for the rules that move each paper undivided, so that their order decides which ones move.

A paper is the number of its place in the order of the count; a pile is a list of papers, the first filed
first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import Papers, ReadingRule, read_papers
from mandat.counting.result import NONE, Transfer
from mandat.counting.stv.proceedings import Proceedings
from mandat.language import msg


class WholePapers:
    """The papers of an election one by one, in their order, and the sub-parcels that lie with each
    candidate.
    """

    def __init__(self, candidates: int, papers: Papers, sequence: list[int]) -> None:
        rows: dict[int, tuple[int, ...]] = {
            source: tuple(number for number in row if number)
            for source, row in zip(papers.source.tolist(), papers.rankings.tolist(), strict=True)
        }
        place = {source: index for index, source in enumerate(papers.source.tolist())}
        self._rankings = [rows[row] for row in sequence if row in rows]
        self._rows = [place[row] for row in sequence if row in rows]
        self._parcels: list[list[list[int]]] = [[] for _ in range(candidates + 1)]

    def everything(self) -> range:
        """All papers in order."""
        return range(len(self._rankings))

    def next_choice(self, paper: int, receiving: set[int]) -> int:
        """The first candidate on a paper who may receive it, or 0."""
        return next((c for c in self._rankings[paper] if c in receiving), NONE)

    def parcels(self, candidate: int) -> list[list[int]]:
        """The sub-parcels of a candidate, the last received at the end."""
        return self._parcels[candidate]

    def pile(self, candidate: int) -> list[int]:
        """All papers of a candidate in the order in which they were filed."""
        return [paper for parcel in self._parcels[candidate] for paper in parcel]

    def rows(self, candidate: int) -> list[int]:
        """For each paper of a candidate its row in the papers that the count read."""
        return [self._rows[paper] for paper in self.pile(candidate)]

    def take(self, candidate: int) -> list[int]:
        """Lift all papers of a candidate."""
        papers = self.pile(candidate)
        self._parcels[candidate] = []
        return papers

    def keep(self, candidate: int, papers: list[int]) -> None:
        """Give a candidate exactly these papers, as one parcel."""
        self._parcels[candidate] = [papers]

    def file(self, candidate: int, papers: list[int]) -> None:
        """Put a sub-parcel on top of a candidate's papers."""
        if papers:
            self._parcels[candidate].append(papers)


def whole_papers(ballots: Ballots, reading: ReadingRule, rule: str) -> tuple[Papers, WholePapers]:
    """The papers as the rule reads them, grouped and one by one.

    Raises `BadParameterError` if the ballots were read without their order.
    """
    if ballots.sequence is None:
        raise BadParameterError(
            msg(
                "{rule} depends on the order of the papers; read them with keep_sequence=True, in the order of the count"
            )(rule=rule)
        )
    papers = read_papers(ballots, reading)
    return papers, WholePapers(len(ballots.candidates), papers, ballots.sequence.tolist())


def transfers(source: int, parcels: Iterable[tuple[int, Sequence[int]]]) -> list[Transfer]:
    """What moved, for the minutes: whole papers are whole votes."""
    return [Transfer(source, target, len(papers), len(papers)) for target, papers in parcels if papers]


def sorted_by_next(papers: Sequence[int], held: WholePapers, receiving: set[int]) -> dict[int, list[int]]:
    """Papers by the candidate who is next on them (0: none), each in the order given, in rising order of
    candidate.
    """
    parcels: dict[int, list[int]] = {}
    for paper in papers:
        parcels.setdefault(held.next_choice(paper, receiving), []).append(paper)
    return dict(sorted(parcels.items()))


def count_first_preferences(count: Proceedings, held: WholePapers) -> None:
    """Stage 1: sort all papers by first preference."""
    parcels = sorted_by_next(held.everything(), held, set(count.continuing))
    for candidate, papers in parcels.items():
        held.file(candidate, papers)
        count.totals[candidate] = len(papers)
    count.close_stage("first preferences", transfers=transfers(0, parcels.items()))
