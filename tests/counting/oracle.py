"""Slow reference counts, paper by paper in `Fraction`, written straight from the texts: what the fast ones
must equal.

They share no code with the package. Ties are settled by `pick`, which is given the tied candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

Pick = Callable[[Sequence[int]], int]
Paper = tuple[int, ...]


class Many(tuple[int, ...]):
    """A ranking that `many` papers bear; a plain tuple is one paper."""

    many: int

    def __new__(cls, ranking: Paper, many: int) -> Many:
        made = super().__new__(cls, ranking)
        made.many = many
        return made


def number_of(papers: Iterable[Paper]) -> int:
    return sum(paper.many if isinstance(paper, Many) else 1 for paper in papers)


def cut(value: Fraction, places: int) -> Fraction:
    return Fraction(floor(value * 10**places), 10**places)


def up(value: Fraction, places: int) -> Fraction:
    return Fraction(ceil(value * 10**places), 10**places)


@dataclass
class Outcome:
    elected: list[tuple[int, int]] = field(default_factory=list)
    excluded: list[tuple[int, int]] = field(default_factory=list)
    totals: list[dict[int, Fraction]] = field(default_factory=list)


def scottish(  # noqa: C901  (the whole law in one piece, to be read beside its text)
    papers: list[Paper], candidates: int, seats: int, pick: Pick
) -> Outcome:
    """SSI 2007/42, rules 45 to 52, with one pile of (paper, value) for each candidate."""
    papers = [p for p in papers if p]
    quota = number_of(papers) // (seats + 1) + 1
    piles: dict[int, list[tuple[Paper, Fraction]]] = {c: [] for c in range(1, candidates + 1)}
    continuing = set(piles)
    for paper in papers:
        piles[paper[0]].append((paper, Fraction(1)))
    out = Outcome()
    kept: dict[int, Fraction] = {}

    def votes(c: int) -> Fraction:
        return kept[c] if c in kept else sum((value * number_of([p]) for p, value in piles[c]), Fraction(0))

    def record() -> None:
        out.totals.append({c: votes(c) for c in piles})

    def move(c: int, value_of: Callable[[Fraction], Fraction]) -> None:
        pile, piles[c] = piles[c], []
        for paper, value in pile:
            target = next((t for t in paper if t in continuing), None)
            if target is not None:
                piles[target].append((paper, value_of(value)))

    def settled(tied: list[int], best: Callable[[list[Fraction]], Fraction]) -> int:
        for totals in reversed(out.totals):
            extreme = best([totals[c] for c in tied])
            tied = [c for c in tied if totals[c] == extreme]
        return tied[0] if len(tied) == 1 else pick(tied)

    record()
    while True:
        stage = len(out.totals)
        for c in sorted((c for c in continuing if votes(c) >= quota), key=lambda c: (-votes(c), c)):
            out.elected.append((c, stage))
            continuing.discard(c)
        if len(continuing) <= seats - len(out.elected):
            out.elected += [(c, stage) for c in sorted(continuing, key=lambda c: (-votes(c), c))]
            return out
        if len(out.elected) == seats:
            return out
        above = [c for c, _ in out.elected if votes(c) > quota]
        if above:
            most = max(votes(c) for c in above)
            c = settled([c for c in above if votes(c) == most], max)
            total, surplus = votes(c), votes(c) - quota
            kept[c] = Fraction(quota)
            move(c, lambda value, s=surplus, t=total: cut(s * value / t, 5))  # type: ignore[misc]
        else:
            fewest = min(votes(c) for c in continuing)
            c = settled([c for c in continuing if votes(c) == fewest], min)
            out.excluded.append((c, stage))
            continuing.discard(c)
            move(c, lambda value: value)
        record()


def meek(papers: list[Paper], candidates: int, seats: int, pick: Pick) -> list[int]:
    """The reference Meek rule of prfound.org, step by step; the elected in order."""
    papers = [p for p in papers if p]
    hopeful = set(range(1, candidates + 1))
    elected: list[int] = []
    keep = dict.fromkeys(hopeful, Fraction(1))
    tiny = Fraction(1, 10**9)
    while len(elected) < seats and len(elected) + len(hopeful) > seats:
        last = Fraction(number_of(papers))
        while True:
            votes = dict.fromkeys(keep, Fraction(0))
            for paper in papers:
                weight = Fraction(1)
                for c in paper:
                    part = up(weight * keep[c], 9)
                    votes[c] += part * number_of([paper])
                    weight -= part
            quota = cut(sum(votes.values(), Fraction(0)) / (seats + 1), 9) + tiny
            reached = sorted((c for c in hopeful if votes[c] >= quota), key=lambda c: (-votes[c], c))
            elected += reached
            hopeful -= set(reached)
            surplus = max(Fraction(0), sum((votes[c] - quota for c in elected), Fraction(0)))
            if reached or surplus < Fraction(1, 10**6) or surplus >= last:
                break
            last = surplus
            for c in elected:
                keep[c] = up(up(keep[c] * quota, 9) / votes[c], 9)
        if not reached:
            fewest = min(votes[c] for c in hopeful)
            tied = sorted(c for c in hopeful if votes[c] <= fewest + surplus)
            loser = tied[0] if len(tied) == 1 else pick(tied)
            hopeful.discard(loser)
            keep[loser] = Fraction(0)
    if len(elected) < seats:
        elected += sorted(hopeful, key=lambda c: (-votes[c], c))
    return elected
