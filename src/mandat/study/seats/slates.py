"""Scottish STV where papers follow slates: a handful of sorts of paper, counted as ``counting.stv.scottish`` counts them.

Text: Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52. Votes are whole numbers of
1/100,000. Where a lot between tendencies decides, or somebody without any paper would be elected, the count is left to
``mandat.counting``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

UNIT = 100_000
Pile = list[tuple[int, int, int]]
"""Papers with a candidate: their sort, how many, and what each is worth."""


class Unclear(Exception):
    """A lot decides here; ``mandat.counting`` asks for it."""


@dataclass(slots=True)
class SlateCount:
    """``orders[s]``: the candidates on papers of sort s, best first; ``slate``: how many numbers each tendency has."""

    orders: Sequence[Sequence[int]]
    slate: int
    seats: int
    protected: frozenset[int]
    continuing: list[int]
    piles: dict[int, Pile] = field(default_factory=dict)
    totals: dict[int, int] = field(default_factory=dict)
    history: list[dict[int, int]] = field(default_factory=list)
    elected: list[int] = field(default_factory=list)
    due: list[int] = field(default_factory=list)
    quota: int = 0

    def conclude(self, papers: Sequence[int]) -> list[int]:
        """Count so many papers of each sort; gives the elected in order."""
        self.piles, self.totals = {c: [] for c in self.continuing}, dict.fromkeys(self.continuing, 0)
        valid = sum(papers)
        self.quota = (valid // (self.seats + 1) + 1) * UNIT
        for sort, many in enumerate(papers):
            self._lay(sort, many, UNIT)
        self._close()
        while self._next():
            pass
        return self.elected

    def _lay(self, sort: int, many: int, value: int) -> None:
        """Papers go to the first candidate on them who is continuing."""
        if not many or not value:
            return
        for candidate in self.orders[sort]:
            if candidate in self.continuing:
                self.piles[candidate].append((sort, many, value))
                self.totals[candidate] += many * value
                return

    def _close(self) -> None:
        self.history.append(dict(self.totals))

    def _next(self) -> bool:
        """One round of rules 47 to 52; false when the count is over."""
        self._deem()
        self._fill_last()
        if len(self.elected) >= self.seats or not self.continuing:
            return False
        if self.due:
            self._move_surplus()
        else:
            self._exclude()
        self._close()
        return True

    def _deem(self) -> None:
        reached = [c for c in self.continuing if self.totals[c] >= self.quota]
        newcomers = [c for c in reached if c not in self.protected]
        room = self._room()
        if len(newcomers) > room:
            raise Unclear
        self._elect(reached)

    def _room(self) -> int:
        taken = sum(c not in self.protected for c in self.elected)
        return self.seats - len(self.protected) - taken

    def _elect(self, candidates: list[int]) -> None:
        for candidate in sorted(candidates, key=lambda c: (-self.totals[c], c)):
            self.continuing.remove(candidate)
            self.elected.append(candidate)
            if self.totals[candidate] > self.quota:
                self.due.append(candidate)

    def _fill_last(self) -> None:
        if self.protected and self._room() == 0:
            self._elect([c for c in self.continuing if c in self.protected])
        elif len(self.continuing) <= self.seats - len(self.elected):
            if any(not self.totals[c] for c in self.continuing if c not in self.protected):
                raise Unclear
            self._elect(list(self.continuing))

    def _move_surplus(self) -> None:
        candidate = self._one(self.due, most=True)
        self.due.remove(candidate)
        total = self.totals[candidate]
        surplus = total - self.quota
        pile, self.piles[candidate] = self.piles[candidate], []
        self.totals[candidate] = self.quota
        for sort, many, value in pile:
            self._lay(sort, many, surplus * value // total)

    def _exclude(self) -> None:
        candidate = self._one([c for c in self.continuing if c not in self.protected], most=False)
        self.continuing.remove(candidate)
        pile, self.piles[candidate] = self.piles[candidate], []
        self.totals[candidate] = 0
        for sort, many, value in pile:
            self._lay(sort, many, value)

    def _one(self, candidates: Sequence[int], *, most: bool) -> int:
        """Rules 49 and 51: by the totals, in a tie by the latest stage at which they differed."""
        if not candidates:
            raise Unclear
        left = list(candidates)
        for totals in (self.totals, *reversed(self.history)):
            best = (max if most else min)(totals[c] for c in left)
            left = [c for c in left if totals[c] == best]
            if len(left) == 1:
                return left[0]
        one_slate = len({(c - 1) // self.slate for c in left}) == 1
        if not one_slate and (most or self.totals[left[0]]):
            raise Unclear
        return left[0] if most else left[-1]


def count_slates(
    orders: Sequence[Sequence[int]],
    votes: Sequence[int],
    slate: int,
    seats: int,
    *,
    standing: Sequence[int],
    protected: frozenset[int] = frozenset(),
) -> list[int]:
    """The elected among ``standing``, in order; raises ``Unclear`` where a lot decides.

    >>> count_slates([(1, 2, 3, 4), (3, 4, 1, 2)], (60, 40), 2, 2, standing=[1, 2, 3, 4])
    [1, 3]
    """
    return SlateCount(orders, slate, seats, protected, sorted(standing)).conclude(votes)
