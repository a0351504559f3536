"""What the slow reference counts write on: who has which papers, at which value, after which stage.

It knows no rule. Papers are single; values are `Fraction`; nothing here is shared with the package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from tests.counting.oracle import Outcome, Paper, Pick, number_of

Held = tuple[Paper, Fraction]


def worth(held: Held) -> Fraction:
    return held[1] * number_of([held[0]])


@dataclass
class Sheet:
    """Parcels of (paper, value) for each candidate, the last received at the end."""

    papers: list[Paper]
    candidates: int
    seats: int
    pick: Pick
    out: Outcome = field(default_factory=Outcome)
    parcels: dict[int, list[list[Held]]] = field(default_factory=dict)
    kept: dict[int, Fraction] = field(default_factory=dict)
    continuing: set[int] = field(default_factory=set)
    points: list[dict[int, Fraction]] = field(default_factory=list)
    wasted: Fraction = Fraction(0)
    quota: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        self.papers = [paper for paper in self.papers if paper]
        self.continuing = set(range(1, self.candidates + 1))
        self.parcels = {c: [[(p, Fraction(1)) for p in self.papers if p[0] == c]] for c in self.continuing}
        self.close()

    @property
    def vacancies(self) -> int:
        return self.seats - len(self.out.elected)

    @property
    def stage(self) -> int:
        return len(self.out.totals)

    def votes(self, candidate: int) -> Fraction:
        """What the candidate has: the quota once a surplus has gone, else the papers' worth."""
        if candidate in self.kept:
            return self.kept[candidate]
        return sum((worth(held) for parcel in self.parcels[candidate] for held in parcel), Fraction(0))

    def point(self) -> None:
        """Remember the totals as they are."""
        self.points.append({c: self.votes(c) for c in self.parcels})

    def close(self) -> None:
        """End a stage."""
        self.point()
        self.out.totals.append(self.points[-1])

    def elect(self, candidates: Iterable[int], stage: int) -> None:
        for c in sorted(candidates, key=lambda c: (-self.votes(c), c)):
            self.out.elected.append((c, stage))
            self.continuing.discard(c)

    def exclude(self, candidate: int) -> None:
        self.out.excluded.append((candidate, self.stage))
        self.continuing.discard(candidate)

    def surpluses(self) -> dict[int, Fraction]:
        """Of those elected, in order of election."""
        return {c: self.votes(c) - self.quota for c, _ in self.out.elected if self.votes(c) > self.quota}

    def one(self, tied: list[int], order: str, best: Callable[[list[Fraction]], Fraction]) -> int:
        """One of the tied, by points looked at in `order` ("first", "last", "lot")."""
        points = {"first": self.points, "last": self.points[::-1], "lot": []}[order]
        for totals in points:
            extreme = best([totals[c] for c in tied])
            tied = [c for c in tied if totals[c] == extreme]
        return tied[0] if len(tied) == 1 else self.pick(sorted(tied))

    def lowest(self, order: str) -> int:
        fewest = min(self.votes(c) for c in self.continuing)
        return self.one(sorted(c for c in self.continuing if self.votes(c) == fewest), order, min)

    def largest_surplus(self, order: str) -> int:
        over = self.surpluses()
        return self.one([c for c in over if over[c] == max(over.values())], order, max)

    def following(self, paper: Paper) -> int | None:
        return next((c for c in paper if c in self.continuing), None)

    def give(self, papers: Iterable[Held]) -> None:
        """Each paper goes to who is next on it; what one candidate gets is one parcel."""
        arriving: dict[int, list[Held]] = {}
        for paper, value in papers:
            target = self.following(paper)
            if target is None:
                self.wasted += worth((paper, value))
            else:
                arriving.setdefault(target, []).append((paper, value))
        for target, parcel in arriving.items():
            self.parcels[target].append(parcel)

    def papers_of(self, candidate: int) -> list[Held]:
        return [paper for parcel in self.parcels[candidate] for paper in parcel]

    def take(self, candidate: int) -> list[Held]:
        """Lift all papers."""
        held = self.papers_of(candidate)
        self.parcels[candidate] = [[]]
        return held

    def take_worth(self, candidate: int, value: Fraction, *, first: bool | None = None) -> list[Held]:
        """Lift the papers of this value; with `first` only those on which the candidate is (is not) the first preference."""

        def leaves(held: Held) -> bool:
            return held[1] == value and (first is None or (held[0][0] == candidate) == first)

        taken = [held for held in self.papers_of(candidate) if leaves(held)]
        self.parcels[candidate] = [[h for h in parcel if not leaves(h)] for parcel in self.parcels[candidate]]
        return taken

    def hopeless(self, keep: int, less: Callable[[Fraction, Fraction], bool]) -> list[int]:
        """The most of the lowest who, with all surpluses, stay `less` than the next above; none of a tie alone."""
        rising = sorted(self.continuing, key=self.votes)
        surplus = sum(self.surpluses().values(), Fraction(0))
        for many in range(len(rising) - keep, 0, -1):
            group, above = rising[:many], self.votes(rising[many]) if many < len(rising) else None
            if above is None or self.votes(group[-1]) == above:
                continue
            if less(sum((self.votes(c) for c in group), surplus), above):
                return group
        return []
