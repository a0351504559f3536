"""Bucklin: first choices, then second choices added, then third ones, until somebody has more than half of the papers.

Text: J. W. Bucklin's plan in the charter of Grand Junction, Colorado (1909), as in C. G. Hoag and G. H. Hallett, "Proportional
Representation" (1926), appendix; J. F. H. Hervey, "The Bucklin system". In each round the papers add a vote for whom they have at
that rank, no vote is taken away; of those above half of the valid papers the one with most votes wins. When the ranks are used
up, the most votes win without a majority. Several seats go to all who have a majority in the first round in which anybody has,
the most votes first, then on in the next rounds. Ties are settled by lot.

A rank left empty adds no vote in its round; several candidates at one rank get a vote each; a candidate named again counts once.
A stage is a round.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 3), 4), ((2, 3), 3), ((3, 2), 2)]
>>> result = count("bucklin", Ballots.from_rankings(["Ann", "Bob", "Cy"], papers), 1)
>>> [stage.totals for stage in result.stages], result.elected[0].name
([(4, 3, 2), (4, 5, 9)], 'Cy')
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import SKIPPED, Ballots
from mandat.counting.condorcet.pairwise import named_once
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.majority.most_votes import equal_groups
from mandat.counting.result import Count, Elected, LotQuestion, Stage, Tie
from mandat.counting.rule import Rule
from mandat.counting.sums import Sums


class Rounds:
    """The votes of each round, and who is elected in it."""

    def __init__(self, ballots: Ballots, seats: int, lots: Lots) -> None:
        self._ballots, self._seats, self._lots = ballots, seats, lots
        self._ranked, self._levels = _levels(ballots)
        self._sums = Sums(ballots.weights)
        named = np.isin(self._ranked, ballots.standing)
        self.valid = self._sums.of(np.flatnonzero(named.any(axis=1)))
        self.votes = dict.fromkeys(ballots.standing, 0)
        self.elected: list[Elected] = []
        self.stages: list[Stage] = []
        self.ties: list[Tie] = []

    def run(self) -> None:
        """Round by round. Raises `LotNeeded`."""
        for level in range(1, int(self._levels.max(initial=0)) + 1):
            self._add(level)
            self._elect([c for c in self._left() if 2 * self.votes[c] > self.valid])
            if len(self.elected) == self._seats:
                return
        if not self.stages:
            self._write()
        self._elect(self._left())

    def _add(self, level: int) -> None:
        rows, places = np.nonzero(self._levels == level)
        numbers = self._ranked[rows, places]
        for number, papers in enumerate(
            self._sums.by_place(numbers, len(self._ballots.candidates) + 1, rows)
        ):
            if number in self.votes:
                self.votes[number] += papers
        self._write()

    def _write(self) -> None:
        totals = tuple(self.votes.get(c.number, 0) for c in self._ballots.candidates)
        self.stages.append(Stage(len(self.stages) + 1, "votes", (), totals))

    def _left(self) -> list[int]:
        chosen = {each.candidate for each in self.elected}
        return [c for c in self.votes if c not in chosen]

    def _elect(self, able: list[int]) -> None:
        """The most votes first, as long as there are seats."""
        while able and len(self.elected) < self._seats:
            most = max(self.votes[c] for c in able)
            level = [c for c in able if self.votes[c] == most]
            room = self._seats - len(self.elected)
            for number in level if len(level) <= room else [self._drawn(level)]:
                self.elected.append(Elected(number, self._ballots.name(number), len(self.stages)))
                able.remove(number)

    def _drawn(self, level: list[int]) -> int:
        tied, stage = tuple(level), len(self.stages)
        chosen = self._lots.answer(
            LotQuestion(stage, "lot", "elect", tied, tuple(map(self._ballots.name, tied)))
        )
        self.ties.append(Tie(stage, "lot", "elect", tied, chosen, "lot"))
        return chosen


def bucklin(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Count round by round until the seats are filled."""
    drawn, question = Lots(lots), None
    rounds = Rounds(ballots, seats, drawn)
    try:
        rounds.run()
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    chosen = {each.candidate for each in rounds.elected}
    rest = sorted((c for c in rounds.votes if c not in chosen), key=lambda c: (-rounds.votes[c], c))
    return Count(
        rule="bucklin",
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(rounds.elected),
        stages=tuple(rounds.stages),
        ties=tuple(rounds.ties),
        question=question,
        runners_up=tuple(rest),
        equal_runners_up=equal_groups(rest, rounds.votes),
        valid=rounds.valid,
        invalid=ballots.total - rounds.valid,
        lots=lots,
    )


def _levels(ballots: Ballots) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """(The numbers, named once each; the rank of each place from 1, 0 where nobody is named)."""
    ranked = named_once(ballots).astype(np.intp)
    ranks = np.arange(1, ranked.shape[1] + 1)
    levels = (
        np.broadcast_to(ranks, ranked.shape) if ballots.tied is None else np.cumsum(~ballots.tied, axis=1)
    )
    return ranked, np.where(ranked == SKIPPED, 0, levels)


RULE = Rule(
    name="bucklin",
    title="Bucklin",
    text="Charter of Grand Junction, Colorado (1909); Hoag and Hallett, Proportional Representation (1926)",
    kind="positional",
    function=bucklin,
    aliases=("grand-junction",),
)
