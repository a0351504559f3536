"""The laws of the Australian states and territories, paper by paper in fractions, written from the texts in their modules.

A parcel is a value and the papers that came with it in one transfer. The laws differ in few places: the methods of `State`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from tests.counting.oracle import Outcome, Paper, Pick, cut, number_of

Parcel = tuple[Fraction, list[Paper]]


class State:
    """One count after another. `places`: the decimals to which votes are cut; `apart`: whether only a point at which all of the
    tied differ settles a tie."""

    places = 0
    apart = False

    def __init__(self, papers: list[Paper], candidates: int, seats: int, pick: Pick) -> None:
        self.seats, self.pick, self.out = seats, pick, Outcome()
        papers = [p for p in papers if p]
        firsts: dict[int, list[Paper]] = {c: [] for c in range(1, candidates + 1)}
        for paper in papers:
            firsts[paper[0]].append(paper)
        self.piles: dict[int, list[Parcel]] = {
            c: [(Fraction(1), own)] if own else [] for c, own in firsts.items()
        }
        self.votes = {c: Fraction(number_of(own)) for c, own in firsts.items()}
        self.quota = number_of(papers) // (seats + 1) + 1
        self.continuing = set(self.piles)

    def run(self) -> Outcome:
        self.close()
        self.reach()
        while not self.over():
            waiting = self.waiting()
            if waiting:
                self.surplus(self.next_surplus(waiting))
                self.reach()
            else:
                loser = self.one_of(self.fewest(), most=False)
                self.continuing.discard(loser)
                self.out.excluded.append((loser, len(self.out.totals)))
                self.exclude(loser)
        return self.out

    # What all do

    def left(self) -> int:
        return self.seats - len(self.out.elected)

    def waiting(self) -> list[tuple[int, int]]:
        return [(c, stage) for c, stage in self.out.elected if self.votes[c] > self.quota]

    def close(self) -> None:
        self.out.totals.append(dict(self.votes))

    def elect(self, chosen: Iterable[int]) -> None:
        for c in sorted(chosen, key=lambda c: (-self.votes[c], c)):
            self.continuing.discard(c)
            self.out.elected.append((c, len(self.out.totals)))

    def reach(self) -> bool:
        self.elect([c for c in self.continuing if self.votes[c] >= self.quota])
        return self.left() == 0

    def over(self) -> bool:
        if self.left() and not self.waiting() and len(self.continuing) <= self.left():
            self.elect(list(self.continuing))
        return self.left() == 0 or not self.continuing

    def fewest(self) -> list[int]:
        least = min(self.votes[c] for c in self.continuing)
        return sorted(c for c in self.continuing if self.votes[c] == least)

    def next_surplus(self, waiting: list[tuple[int, int]]) -> int:
        earliest = min(stage for _, stage in waiting)
        largest = max(self.votes[c] for c, stage in waiting if stage == earliest)
        return self.one_of(
            [c for c, stage in waiting if stage == earliest and self.votes[c] == largest], most=True
        )

    def one_of(self, tied: list[int], *, most: bool) -> int:
        level = sorted(tied)
        for totals in reversed(self.out.totals):
            now = [totals[c] for c in level]
            if len(set(now)) == 1 or (self.apart and len(set(now)) < len(level)):
                continue
            best = max(now) if most else min(now)
            level = [c for c in level if totals[c] == best]
            if len(level) == 1:
                break
        return level[0] if len(level) == 1 else self.pick(level)

    def worth(self, papers: list[Paper], value: Fraction) -> Fraction:
        return cut(number_of(papers) * value, self.places)

    def by_next(self, papers: list[Paper]) -> dict[int | None, list[Paper]]:
        groups: dict[int | None, list[Paper]] = {}
        for paper in papers:
            groups.setdefault(next((c for c in paper if c in self.continuing), None), []).append(paper)
        return groups

    def give(self, papers: list[Paper], value: Fraction) -> None:
        """To each next preference its papers, as one parcel."""
        for target, own in self.by_next(papers).items():
            if target is not None:
                self.votes[target] += self.worth(own, value)
                self.piles[target].append((value, own))

    # Where the laws differ

    def surplus(self, c: int) -> None:
        raise NotImplementedError

    def groups(self, c: int) -> list[list[Parcel]]:
        raise NotImplementedError

    def exclude(self, c: int) -> None:
        groups = self.groups(c)
        self.piles[c] = []
        for group in groups:
            value = group[0][0]
            self.votes[c] -= sum((self.worth(own, value) for _, own in group), Fraction(0))
            self.give([paper for _, own in group for paper in own], value)
            self.close()
            if self.reach():
                return
        if not groups:
            self.close()
            self.reach()


def by_value(parcels: list[Parcel]) -> list[list[Parcel]]:
    values = sorted({value for value, _ in parcels}, reverse=True)
    return [[parcel for parcel in parcels if parcel[0] == value] for value in values]


class HareClark(State):
    places = 6

    def surplus(self, c: int) -> None:
        before, last = self.piles[c][-1]
        live = [paper for paper in last if any(n in self.continuing for n in paper)]
        if live:
            self.give(live, min((self.votes[c] - self.quota) / number_of(live), before))
        self.votes[c] = Fraction(self.quota)
        self.close()

    def groups(self, c: int) -> list[list[Parcel]]:
        return by_value(self.piles[c])


class WholeHareClark(HareClark):
    places = 0


class Victoria(State):
    apart = True

    def reach(self) -> bool:
        super().reach()
        if len(self.continuing) <= self.left():
            self.elect(list(self.continuing))
        return self.left() == 0 or not self.continuing

    def over(self) -> bool:
        if self.left() == 1 and len(self.continuing) == 2 and not self.waiting():
            self.elect([_larger(self)])
        return self.left() == 0 or not self.continuing

    def surplus(self, c: int) -> None:
        papers = [paper for _, own in self.piles[c] for paper in own]
        self.piles[c] = []
        self.give(papers, (self.votes[c] - self.quota) / number_of(papers))
        self.votes[c] = Fraction(self.quota)
        self.close()

    def groups(self, c: int) -> list[list[Parcel]]:
        parcels = self.piles[c]
        if parcels and parcels[0][1][0][0] == c:
            return [[parcels[0]], *by_value(parcels[1:])]
        return by_value(parcels)


class WesternAustralia(State):
    apart = True

    def over(self) -> bool:
        if super().over():
            return True
        if self.left() == 1 and len(self.continuing) == 2 and not self.waiting():
            self.elect([_larger(self)])
        return self.left() == 0

    def surplus(self, c: int) -> None:
        share = (self.votes[c] - self.quota) / self.votes[c]
        parcels, self.piles[c] = self.piles[c], []
        for value, own in parcels:
            self.give(own, share * value)
        self.votes[c] = Fraction(self.quota)
        self.close()

    def groups(self, c: int) -> list[list[Parcel]]:
        return [[parcel] for parcel in self.piles[c]]


def _larger(count: State) -> int:
    most = max(count.votes[c] for c in count.continuing)
    level = sorted(c for c in count.continuing if count.votes[c] == most)
    return level[0] if len(level) == 1 else count.pick(level)


class NewSouthWales(State):
    def over(self) -> bool:
        if len(self.continuing) <= self.left():
            self.elect(list(self.continuing))
        if self.left() == 0 or not self.continuing:
            return True
        spare = sum((self.votes[c] - self.quota for c, _ in self.waiting()), Fraction(0))
        ranked = sorted(self.continuing, key=lambda c: (-self.votes[c], c))
        below = sum((self.votes[c] for c in ranked[self.left() :]), Fraction(0))
        if self.votes[ranked[self.left() - 1]] > spare + below:
            self.elect(ranked[: self.left()])
        elif self.left() == 1 and len(ranked) == 2 and not spare:
            loser = self.one_of(ranked, most=False)
            self.continuing.discard(loser)
            self.out.excluded.append((loser, len(self.out.totals)))
            self.elect(list(self.continuing))
        return self.left() == 0

    def surplus(self, c: int) -> None:
        spent = Fraction(0)
        for value, own in self.piles[c]:
            spent += value * number_of(p for p in own if not any(n in self.continuing for n in p))
        live = self.votes[c] - spent
        share = min(Fraction(1), (self.votes[c] - self.quota) / live) if live > 0 else Fraction(1)
        for value, own in list(self.piles[c]):
            self.give(own, share * value)
        self.votes[c] = Fraction(self.quota)
        self.close()

    def exclude(self, c: int) -> None:
        parcels, self.piles[c] = self.piles[c], []
        for value, own in parcels:
            self.votes[c] -= self.worth(own, value)
            self.give(own, value)
        self.close()
        self.reach()


STATES: dict[str, Callable[..., State]] = {
    "hare-clark-act": HareClark,
    "hare-clark-tasmania": WholeHareClark,
    "victoria": Victoria,
    "western-australia": WesternAustralia,
    "new-south-wales": NewSouthWales,
}
