"""Commonwealth Electoral Act 1918, section 273, paper by paper; votes are whole, values exact."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from tests.counting.oracle import Outcome, Paper, Pick, number_of


class Senate:
    """One count after another; `piles` hold (paper, transfer value)."""

    def __init__(self, papers: list[Paper], candidates: int, seats: int, pick: Pick) -> None:
        self.seats, self.pick, self.out = seats, pick, Outcome()
        papers = [p for p in papers if p]
        self.piles = {c: [(p, Fraction(1)) for p in papers if p[0] == c] for c in range(1, candidates + 1)}
        self.votes = {c: number_of(p for p, _ in pile) for c, pile in self.piles.items()}
        self.quota = number_of(papers) // (seats + 1) + 1  # (8)
        self.continuing = set(self.piles)
        self.waiting: list[int] = []
        self._close()

    def run(self) -> Outcome:
        self._reach_quota()
        while self.vacancies and self.continuing:
            if self.waiting:
                self._surplus(self.waiting.pop(0))
            elif len(self.continuing) <= self.vacancies:  # (18)
                self._elect(list(self.continuing))
                break
            elif self.vacancies == 1 and len(self.continuing) == 2:  # (17)
                most = max(self.votes[c] for c in self.continuing)
                self._elect([self._any([c for c in self.continuing if self.votes[c] == most])])
                break
            else:
                self._exclude(self._lowest())
            self._reach_quota()
        return self.out

    @property
    def vacancies(self) -> int:
        return self.seats - len(self.out.elected)

    def _close(self) -> None:
        self.out.totals.append({c: Fraction(v) for c, v in self.votes.items()})

    def _any(self, tied: list[int]) -> int:
        return tied[0] if len(tied) == 1 else self.pick(sorted(tied))

    def _reach_quota(self) -> None:
        reached = [c for c in self.continuing if self.votes[c] >= self.quota]
        self.waiting += [c for c in self._elect(reached) if self.votes[c] > self.quota]

    def _elect(self, who: list[int]) -> list[int]:
        """(20)(b)."""
        ordered: list[int] = []
        for votes in sorted({self.votes[c] for c in who}, reverse=True):
            level = sorted(c for c in who if self.votes[c] == votes)
            apart = [t for t in self.out.totals if len({t[c] for c in level}) == len(level)]
            if apart:
                last = apart[-1]
                ordered += sorted(level, key=lambda c, t=last: -t[c])  # type: ignore[misc]
                continue
            while level:
                first = self._any(level)
                level.remove(first)
                ordered.append(first)
        for c in ordered:
            self.continuing.discard(c)
            self.out.elected.append((c, len(self.out.totals)))
        return ordered

    def _lowest(self) -> int:
        """(31)(b): the last count at which the fewest differed."""
        tied = [c for c in self.continuing if self.votes[c] == min(self.votes[e] for e in self.continuing)]
        for totals in reversed(self.out.totals):
            tied = [c for c in tied if totals[c] == min(totals[each] for each in tied)]
        return self._any(tied)

    def _move(self, papers: list[Paper], value: Fraction) -> None:
        for target in self.continuing.copy():
            mine = [p for p in papers if next((c for c in p if c in self.continuing), 0) == target]
            self.piles[target] += [(p, value) for p in mine]
            self.votes[target] += floor(number_of(mine) * value)

    def _surplus(self, candidate: int) -> None:
        """(9), (10)."""
        papers = [p for p, _ in self.piles[candidate]]
        value = Fraction(self.votes[candidate] - self.quota, number_of(papers))
        self.piles[candidate], self.votes[candidate] = [], self.quota
        self._move(papers, value)
        self._close()

    def _exclude(self, candidate: int) -> None:
        """(13)(a), (13AA)."""
        self.out.excluded.append((candidate, len(self.out.totals)))
        self.continuing.discard(candidate)
        pile, self.piles[candidate] = self.piles[candidate], []
        for value in sorted({value for _, value in pile}, reverse=True):
            self._move([p for p, v in pile if v == value], value)
            self._close()
            self._reach_quota()
            if not self.vacancies:
                return
        if not pile:
            self._close()


def senate(papers: list[Paper], candidates: int, seats: int, pick: Pick) -> Outcome:
    return Senate(papers, candidates, seats, pick).run()
