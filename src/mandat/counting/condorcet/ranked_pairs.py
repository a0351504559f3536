"""Ranked pairs: the largest majorities are locked in first, those that would close a circle are passed over.

Text: T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4 (1987), 185-206,
section IV: majorities in falling order of their margin; T. M. Zavist and T. N. Tideman, ibid. 6 (1989), 167-173: where equal
majorities contradict each other, a lot orders the candidates. Only then is one asked here: the majorities of the
candidate drawn go first.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2)]
>>> [e.name for e in count("ranked-pairs", Ballots.from_rankings(["Ann", "Bob", "Cy"], papers), 1).elected]
['Ann']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise, pairwise
from mandat.counting.condorcet.screening import PARAMETERS, Ratios, screening
from mandat.counting.condorcet.strength import By, Strength, chosen, strength_of
from mandat.counting.condorcet.tiers import elect
from mandat.counting.errors import CountingError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.result import Count, Exhibit, LotQuestion, Tie
from mandat.counting.rule import Rule
from mandat.language import msg

PARAGRAPH = "section IV"
Pair = tuple[int, int]


def ranked_pairs(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    default: int | None = None,
    quorum: int | str | None = None,
    ratios: Ratios | None = None,
    strength: str = "margins",
) -> Count:
    """Elect by ranked pairs; further seats follow the order that the locked majorities make. `strength`: "margins", as in the
    text, or "winning votes"."""
    by = chosen("ranked-pairs", strength)
    screened = screening(ballots, default, quorum, ratios).told(("strength", by, "margins"))
    compared = pairwise(ballots)
    kept = screened.undropped(compared)
    drawn = Lots(lots)
    locking = Locking(ballots, compared, kept, drawn, by)
    question = None
    try:
        locking.run()
    except LotNeeded as needed:
        question = needed.question
    tiers = [] if question is not None else locking.tiers()
    found = elect(
        "ranked-pairs",
        ballots,
        seats,
        tiers,
        compared,
        screened,
        lots=drawn if question is None else Lots(()),
        given=lots,
        paragraph=PARAGRAPH,
        ties=locking.ties,
        exhibits=(locking.exhibit(),),
    )
    return found if question is None else msgspec.structs.replace(found, question=question)


class Locking:
    """The majorities locked so far. `beats[a]` holds all that a is above, over any number of locked majorities."""

    def __init__(
        self, ballots: Ballots, compared: Pairwise, options: Sequence[int], lots: Lots, by: By = "margins"
    ) -> None:
        self._ballots, self._compared, self._options, self._lots = ballots, compared, options, lots
        self._by = by
        self.beats: dict[int, set[int]] = {a: set() for a in options}
        self.ties: list[Tie] = []
        self._rows: list[tuple[str, ...]] = []

    def run(self) -> None:
        """Lock majorities in falling order of strength."""
        for _, group in groupby(self._majorities(), key=self._strength):
            self._lock_equals(list(group))

    def _majorities(self) -> Iterable[Pair]:
        pairs = ((a, b) for a in self._options for b in self._options if self._compared.defeats(a, b))
        return sorted(sorted(pairs), key=self._strength, reverse=True)

    def _strength(self, pair: Pair) -> Strength:
        return strength_of(self._compared, *pair, self._by)

    def _lock_equals(self, group: list[Pair]) -> None:
        while group := [pair for pair in group if not self._against(pair)]:
            if not _circle(self.beats, group):
                for pair in group:
                    self._lock(pair)
                return
            first = self._first(group)
            for pair in [pair for pair in group if pair[0] == first]:
                self._lock(pair)
            group = [pair for pair in group if pair[0] != first]

    def _against(self, pair: Pair) -> bool:
        contradicted = pair[0] in self.beats[pair[1]]
        if contradicted:
            self._note(pair, "passed over")
        return contradicted

    def _first(self, group: list[Pair]) -> int:
        """Whose majorities go first, of equal ones that cannot all be locked."""
        level = tuple(sorted({a for a, _ in group}))
        drawn = self._lots.answer(
            LotQuestion(1, PARAGRAPH, "lock", level, tuple(map(self._ballots.name, level)))
        )
        self.ties.append(Tie(1, PARAGRAPH, "lock", level, drawn, "lot"))
        return drawn

    def _lock(self, pair: Pair) -> None:
        _join(self.beats, pair)
        self._note(pair, "locked")

    def _note(self, pair: Pair, outcome: str) -> None:
        a, b = pair
        over = self._compared.over
        row = (self._ballots.name(a), self._ballots.name(b), str(over[a][b]), str(over[b][a]), outcome)
        self._rows.append(row)

    def tiers(self) -> list[list[int]]:
        """Best first: each tier holds whom no one left is above."""
        left, tiers = list(self._options), list[list[int]]()
        while left:
            tier = [a for a in left if not any(a in self.beats[b] for b in left)]
            if not tier:
                raise CountingError(
                    msg("the locked majorities close a circle")
                )  # pragma: no cover (invariant)
            tiers.append(tier)
            left = [a for a in left if a not in tier]
        return tiers

    def exhibit(self) -> Exhibit:
        """Every majority in the order of the count and what became of it."""
        return Exhibit("majorities", ("winner", "loser", "for", "against", "outcome"), tuple(self._rows))


def _join(beats: dict[int, set[int]], pair: Pair) -> None:
    above, below = pair
    gained = {below, *beats[below]}
    for each, below_each in beats.items():
        if each == above or above in below_each:
            below_each |= gained


def _circle(beats: dict[int, set[int]], group: list[Pair]) -> bool:
    """Whether the majorities of a group, locked together, would close a circle."""
    trial = {a: set(below) for a, below in beats.items()}
    for pair in group:
        _join(trial, pair)
    return any(a in below for a, below in trial.items())


RULE = Rule(
    name="ranked-pairs",
    title="Ranked pairs",
    text="Tideman, Social Choice and Welfare 4 (1987) 185-206; Zavist and Tideman, ibid. 6 (1989) 167-173",
    kind="condorcet",
    function=ranked_pairs,
    parameters=(*PARAMETERS, "strength"),
    aliases=("tideman",),
)
