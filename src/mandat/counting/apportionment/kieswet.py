"""The Dutch Electoral Act (Kieswet): full quotas, then residual seats by averages or remainders, the majority, exhausted lists.

Text: Kieswet, articles P 5 to P 10, without the combined lists that were abolished in 2017.

- P 5, P 6: the quota is votes / seats, exact; a seat for each time that it is contained in the votes of a list.
- P 7, from nineteen seats on: each residual seat to the highest average votes / (seats + 1), one after another. For the Second
  Chamber lists below the quota take no part (P 7 (2), `quota_needed`).
- P 8, below nineteen: first one each by the largest remainders, among lists with three quarters of the quota; a list without
  remainder counts as one with the smallest. Then by averages, at most one each; then by averages.
- P 9: a list with more than half of the votes and not more than half of the seats gets one more, at the cost of whoever got
  a seat for the smallest average or remainder.
- P 10: what a list cannot fill, having too few candidates, goes to others by P 7 or P 8 continued; if nobody is left, it stays
  empty.

Equal figures are settled by lot. Lists without votes take no seats.

>>> from mandat.counting import apportion
>>> apportion("kieswet", {"A": 540, "B": 160, "C": 160, "D": 80, "E": 80, "F": 80, "G": 60, "H": 40}, 15).counts
(7, 2, 2, 1, 1, 1, 1, 0)
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment, Award, exact
from mandat.counting.apportionment.ties import Settlement
from mandat.counting.errors import BadParameterError
from mandat.language import msg

AVERAGES_FROM = 19
"""Seats from which on residual seats go by averages alone."""
_SHARE = Fraction(3, 4)
"""Of the quota: what a list needs for a seat by its remainder."""


class Residual:
    """The residual seats of one council, in the order in which they are given."""

    def __init__(self, asked: Claims, settle: Settlement, *, quota_needed: bool) -> None:
        self._asked, self._settle = asked, settle
        self.quota = Fraction(sum(asked.votes), asked.seats)
        self.counts = [int(votes // self.quota) for votes in asked.weights]
        self.base = tuple(self.counts)
        self.awards: list[Award] = []
        self._last: list[tuple[int, int, Fraction]] = []
        self._by_remainder, self._by_average = set[int](), set[int]()
        self._quota_needed = quota_needed
        self._full = set[int]()

    def run(self) -> None:
        """P 7 or P 8, P 9, P 10."""
        self._give_all()
        if self._settle.question is None:
            self._majority()
        if self._settle.question is None:
            self._pass_on()

    def _give_all(self) -> None:
        while self._settle.question is None and sum(self.counts) < self._asked.seats:
            phase, able, figure = self._phase()
            if not able:
                return
            self._give(phase, able, figure)

    def _phase(self) -> tuple[int, list[int], Callable[[int], Fraction]]:
        """What decides the next seat: by remainder (1), by average once each (2), by average (3); who can have it."""
        votes = self._asked.weights
        able = [n for n, each in enumerate(votes) if each and n not in self._full]
        if self._asked.seats >= AVERAGES_FROM:
            high = [n for n in able if not self._quota_needed or votes[n] >= self.quota]
            return 3, high, self._average
        first = [n for n in able if votes[n] >= _SHARE * self.quota and n not in self._by_remainder]
        if first:
            return 1, first, self._remainder
        once = [n for n in able if n not in self._by_average]
        return (2, once, self._average) if once else (3, able, self._average)

    def _remainder(self, n: int) -> Fraction:
        return self._asked.weights[n] % self.quota

    def _average(self, n: int) -> Fraction:
        return Fraction(self._asked.weights[n], self.counts[n] + 1)

    def _give(self, phase: int, able: list[int], figure: Callable[[int], Fraction]) -> None:
        best = max(map(figure, able))
        level = [n for n in able if figure(n) == best]
        left = self._asked.seats - sum(self.counts)
        for n in self._settle.choose(level, left):
            self.counts[n] += 1
            self.awards.append(Award(sum(self.counts), self._asked.names[n], exact(best)))
            self._last.append((phase, n, best))
            if phase == 1:
                self._by_remainder.add(n)
            elif phase == 2:
                self._by_average.add(n)

    def _majority(self) -> None:
        """P 9. Whoever got a seat for the last figure of all got one for the smallest."""
        strong = [n for n, each in enumerate(self._asked.weights) if 2 * each > sum(self._asked.votes)]
        if not strong or 2 * self.counts[strong[0]] > self._asked.seats or not self._last:
            return
        phase, _, figure = self._last[-1]
        level = [n for each, n, last in self._last if (each, last) == (phase, figure) and n != strong[0]]
        if not level:
            return
        self._settle.for_withdrawal()
        for n in self._settle.choose(level, 1):
            self._take(n, exact(figure))
            self.counts[strong[0]] += 1
            self.awards.append(Award(sum(self.counts), self._asked.names[strong[0]], exact(figure)))
        self._settle.for_withdrawal()

    def _take(self, n: int, figure: str) -> None:
        self.awards.append(Award(sum(self.counts), self._asked.names[n], figure, -1))
        self.counts[n] -= 1

    def _pass_on(self) -> None:
        """P 10, until no list has more seats than candidates."""
        while self._settle.question is None:
            self._full = {n for n, most in enumerate(self._asked.most) if self.counts[n] >= most}
            over = [n for n in sorted(self._full) if self.counts[n] > self._asked.most[n]]
            if not over:
                return
            for n in over:
                while self.counts[n] > self._asked.most[n]:
                    self._take(n, exact(self._asked.most[n]))
            self._give_to_open()

    def _give_to_open(self) -> None:
        """One seat after another, each only to lists that can still take one."""
        while self._settle.question is None and sum(self.counts) < self._asked.seats:
            self._full = {n for n, most in enumerate(self._asked.most) if self.counts[n] >= most}
            phase, able, figure = self._phase()
            if not able:
                return
            self._give(phase, able, figure)


def kieswet(asked: Claims, settle: Settlement, *, quota_needed: bool = False) -> Apportionment:
    """Share out the seats; `quota_needed` for the Second Chamber. Raises `BadParameterError` for minimum seats."""
    if any(asked.least):
        raise BadParameterError(msg("the Kieswet knows no minimum of seats; leave it out"))
    residual = Residual(asked, settle, quota_needed=quota_needed)
    residual.run()
    settle.done()
    return Apportionment(
        method="kieswet",
        house=asked.seats,
        names=asked.names,
        votes=asked.votes,
        counts=tuple(residual.counts),
        base=residual.base,
        awards=tuple(residual.awards),
        quota=exact(residual.quota),
        below=asked.below,
        ties=settle.ties,
        question=settle.question,
    )


METHOD = Method(
    name="kieswet",
    title="Dutch Electoral Act (Kieswet)",
    text="Kieswet (Netherlands), articles P 5 to P 10",
    paragraph="articles P 7 to P 9",
    function=kieswet,
    parameters=("quota_needed",),
    aliases=("dutch",),
    may_stay_empty=True,
)
