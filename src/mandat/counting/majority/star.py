"""STAR, score then automatic runoff: of the two candidates with most points the one whom more papers give more points wins.

Text: Equal Vote Coalition, "STAR Voting", rules of counting and its "official tiebreaker protocol". Papers give each candidate
0 to `levels` points; a paper that leaves the scale is void, a candidate without points has 0.

- Scoring round: the two with most points are finalists. A tie is broken in favour of whom more papers prefer among the
  tied (most head-to-head victories), then of whom more papers give the top of the scale, else by lot.
- Runoff: who is preferred on more papers; papers that give both the same count for neither. A tie is broken in favour of
  more points, then of the top of the scale, else by lot.
- Several seats (bloc STAR): the winner is elected, and the next seat is filled from the others in the same way.

A stage holds the points of those left, its exhibit the runoffs.

>>> from mandat.counting import Ballots, count
>>> papers = [({1: 5, 2: 1}, 3), ({2: 3, 1: 2}, 4), ({3: 5, 2: 4}, 1)]
>>> result = count("star", Ballots.from_scores(["Ann", "Bob", "Cy"], papers), 1)
>>> result.stages[0].totals, [e.name for e in result.elected], result.exhibits[0].rows
((23, 19, 5), ['Bob'], (('1', 'Bob', 'Ann', '5', '3', '0'),))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.majority.marks import points, points_of
from mandat.counting.majority.most_votes import equal_groups
from mandat.counting.result import Choice, Count, Elected, Exhibit, LotQuestion, Stage, Tie
from mandat.counting.rule import Rule
from mandat.counting.sums import Sums
from mandat.language import msg

DEFAULT_LEVELS = 5
PARAGRAPH = "tiebreaker protocol"
FINALISTS = 2


class Points:
    """What the valid papers give: totals, preferences of pairs and marks at the top of the scale."""

    def __init__(self, ballots: Ballots, levels: int) -> None:
        given = points(ballots, "star")
        rows = np.flatnonzero(((given >= 0) & (given <= levels)).all(axis=1))
        self.totals, self.valid = points_of(ballots, given, rows)
        sums, given = Sums(ballots.weights), given[rows]
        self._top = {n: sums.of(rows[given[:, n] == levels]) for n in ballots.standing}
        self._over = {
            (a, b): sums.of(rows[given[:, a] > given[:, b]])
            for a in ballots.standing
            for b in ballots.standing
            if a != b
        }

    def over(self, a: int, b: int) -> int:
        """Papers that give a more points than b."""
        return self._over[a, b]

    def preferred(self, a: int, b: int) -> int | None:
        """Whom more papers prefer; None if as many prefer either."""
        over, under = self._over[a, b], self._over[b, a]
        return None if over == under else a if over > under else b

    def top(self, a: int) -> int:
        """Papers that give a the top of the scale."""
        return self._top[a]

    def wins(self, a: int, among: Sequence[int]) -> int:
        """How many of the others a is preferred to by more papers."""
        return sum(self._over[a, b] > self._over[b, a] for b in among if b != a)


class Seats:
    """The seats filled so far."""

    def __init__(self, ballots: Ballots, given: Points, lots: Lots) -> None:
        self._ballots, self._given, self._lots = ballots, given, lots
        self.left = list(ballots.standing)
        self.elected: list[Elected] = []
        self.stages: list[Stage] = []
        self.ties: list[Tie] = []
        self.runoffs: list[tuple[str, ...]] = []

    def fill(self) -> None:
        """One seat. Raises `LotNeeded`."""
        number = len(self.stages) + 1
        held = {n: self._given.totals[n] if n in self.left else 0 for n in self._given.totals}
        totals = tuple(held.get(c.number, 0) for c in self._ballots.candidates)
        self.stages.append(Stage(number, "points", (), totals))
        winner = self._runoff(*self._finalists())
        self.left.remove(winner)
        self.elected.append(Elected(winner, self._ballots.name(winner), number))

    def _finalists(self) -> tuple[int, ...]:
        """The two with most points, or the only one left."""
        chosen = list[int]()
        while len(chosen) < min(FINALISTS, len(self.left)):
            pool = [n for n in self.left if n not in chosen]
            most = max(self._given.totals[n] for n in pool)
            level = [n for n in pool if self._given.totals[n] == most]
            if len(level) > FINALISTS - len(chosen):
                level = [self._finalist(level, chosen)]
            chosen += level
        return tuple(sorted(chosen))

    def _finalist(self, tied: list[int], chosen: Sequence[int]) -> int:
        """One of the tied; no lot is asked where whoever is drawn loses to, or beats, the other finalist alike."""
        level = self._best(tied, [lambda n: self._given.wins(n, tied), self._given.top])
        outcomes = {self._given.preferred(chosen[0], n) for n in level} if chosen else set()
        if len(level) > 1 and outcomes == {chosen[0] if chosen else None}:
            return level[0]
        return self._broken(tied, level, "finalist")

    def _runoff(self, *finalists: int) -> int:
        if len(finalists) == 1:
            return finalists[0]
        winner = self._given.preferred(*finalists)
        if winner is None:
            best = self._best(finalists, [self._given.totals.__getitem__, self._given.top])
            winner = self._broken(finalists, best, "elect")
        (loser,) = (n for n in finalists if n != winner)
        figures = (self._given.over(winner, loser), self._given.over(loser, winner))
        row = (str(len(self.stages)), self._ballots.name(winner), self._ballots.name(loser))
        self.runoffs.append((*row, *map(str, figures), str(self._given.valid - sum(figures))))
        return winner

    def _best(self, tied: Sequence[int], by: Sequence[Callable[[int], int]]) -> list[int]:
        """Whom the figures, one after another, do not tell apart at the top."""
        level = list(tied)
        for figure in by:
            best = max(map(figure, level))
            level = [n for n in level if figure(n) == best]
        return level

    def _broken(self, tied: Sequence[int], level: list[int], choice: Choice) -> int:
        """One of the tied, of whom the protocol leaves `level`; by lot if they are several."""
        stage, chosen, how = len(self.stages), level[0], "protocol"
        if len(level) > 1:
            names = tuple(map(self._ballots.name, level))
            chosen = self._lots.answer(LotQuestion(stage, PARAGRAPH, choice, tuple(level), names))
            how = "lot"
        self.ties.append(Tie(stage, PARAGRAPH, choice, tuple(tied), chosen, how))
        return chosen


def star(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), levels: int = DEFAULT_LEVELS) -> Count:
    """Count by STAR. Raises `BadParameterError` for ballots without points, or levels that are no scale."""
    if isinstance(levels, bool) or not isinstance(levels, int) or levels < 1:
        raise BadParameterError(
            msg("star has {levels} levels; give the top of the scale, a whole number of at least 1")(
                levels=repr(levels)
            )
        )
    given = Points(ballots, levels)
    drawn, question = Lots(lots), None
    filled = Seats(ballots, given, drawn)
    try:
        while filled.left and len(filled.elected) < seats:
            filled.fill()
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    rest = sorted(filled.left, key=lambda n: (-given.totals[n], n))
    columns = ("seat", "winner", "finalist", "for", "against", "no preference")
    return Count(
        rule="star",
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(filled.elected),
        stages=tuple(filled.stages),
        ties=tuple(filled.ties),
        question=question,
        runners_up=tuple(rest),
        equal_runners_up=equal_groups(rest, given.totals),
        valid=given.valid,
        invalid=ballots.total - given.valid,
        lots=lots,
        parameters=(("levels", levels),),
        exhibits=(Exhibit("runoffs", columns, tuple(filled.runoffs)),),
    )


RULE = Rule(
    name="star",
    title="STAR voting",
    text="Equal Vote Coalition, STAR Voting: counting and official tiebreaker protocol",
    kind="score",
    function=star,
    parameters=("levels",),
    aliases=("score-then-automatic-runoff",),
)
