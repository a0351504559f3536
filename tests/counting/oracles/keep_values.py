"""New Zealand's schedule 1A: part 1 with keep values, part 2 for one vacancy, paper by paper."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from tests.counting.oracle import Outcome, Paper, Pick, cut, number_of, up

TINY = Fraction(1, 10**9)


def new_zealand(papers: list[Paper], candidates: int, seats: int, pick: Pick) -> Outcome:
    papers = [p for p in papers if p]
    return _one(papers, candidates, pick) if seats == 1 else _several(papers, candidates, seats, pick)


def _several(papers: list[Paper], candidates: int, seats: int, pick: Pick) -> Outcome:
    out, hopeful = Outcome(), set(range(1, candidates + 1))
    keep = dict.fromkeys(hopeful, Fraction(1))
    before: list[dict[int, Fraction]] = []
    while True:
        votes = _allocate(papers, keep)  # 8 to 10
        out.totals.append(votes)
        step = len(out.totals)
        quota = cut(sum(votes.values(), Fraction(0)) / (seats + 1), 9) + TINY  # 5, 11
        if step == 1:  # 20
            for c in sorted(hopeful - {c for paper in papers for c in paper}):
                hopeful.discard(c)
                out.excluded.append((c, 1))
        fresh = [c for c in hopeful if votes[c] >= quota]  # 6, 12
        _elect(out, hopeful, fresh, votes)
        if _complete(out, hopeful, seats, votes):
            return out
        stable = keep in before
        before.append(dict(keep))
        surplus = sum((votes[c] - quota for c, _ in out.elected), Fraction(0))  # 14
        rising = sorted(hopeful, key=lambda c: votes[c])
        apart = len(rising) == 1 or votes[rising[0]] + surplus < votes[rising[1]]
        excluded = None
        if step > 1 and (apart or surplus < Fraction(1, 10**4) or stable):  # 13, 23
            excluded = _least(out, [c for c in rising if votes[c] == votes[rising[0]]], pick)
            hopeful.discard(excluded)
            out.excluded.append((excluded, step))
            if _complete(out, hopeful, seats, votes):
                return out
        if fresh or excluded is not None:
            before = []
        if excluded is not None:
            keep[excluded] = Fraction(0)  # 16
        for c, _ in out.elected:
            keep[c] = up(up(quota * keep[c], 9) / votes[c], 9)  # 7, 17


def _one(papers: list[Paper], candidates: int, pick: Pick) -> Outcome:
    out, hopeful = Outcome(), set(range(1, candidates + 1))
    while True:
        keep = {c: Fraction(c in hopeful) for c in range(1, candidates + 1)}
        votes = _allocate(papers, keep)
        out.totals.append(votes)
        step, majority = len(out.totals), ceil(sum(votes.values(), Fraction(0)) / 2)  # 26
        reached = sorted(c for c in hopeful if votes[c] >= majority)
        with_votes = [c for c in hopeful if votes[c]]
        if len(reached) > 1 and majority:  # 34(b)
            loser = _least(out, reached, pick)
            out.excluded.append((loser, step))
            reached.remove(loser)
        for only in (reached, with_votes, list(hopeful)):  # 27, 31, 35
            if len(only) == 1:
                out.elected.append((only[0], step))
                return out
        fewest = min(votes[c] for c in hopeful)
        loser = _least(out, [c for c in hopeful if votes[c] == fewest], pick)  # 28, 34(a)
        hopeful.discard(loser)
        out.excluded.append((loser, step))


def _allocate(papers: list[Paper], keep: dict[int, Fraction]) -> dict[int, Fraction]:
    votes = dict.fromkeys(keep, Fraction(0))
    for paper in papers:
        reaching = Fraction(1)
        for c in paper:
            votes[c] += up(reaching * keep[c], 9) * number_of([paper])
            reaching = up(reaching * (1 - keep[c]), 9)
    return votes


def _elect(out: Outcome, hopeful: set[int], who: list[int], votes: dict[int, Fraction]) -> None:
    for c in sorted(who, key=lambda c: (-votes[c], c)):
        hopeful.discard(c)
        out.elected.append((c, len(out.totals)))


def _complete(out: Outcome, hopeful: set[int], seats: int, votes: dict[int, Fraction]) -> bool:
    """3 and 21."""
    if len(out.elected) + len(hopeful) <= seats:
        _elect(out, hopeful, list(hopeful), votes)
    return len(out.elected) >= seats or not hopeful


def _least(out: Outcome, tied: list[int], pick: Pick) -> int:
    """19 and 40: who had fewest at the earliest step at which they differed."""
    for votes in out.totals:
        tied = [c for c in tied if votes[c] == min(votes[each] for each in tied)]
    return tied[0] if len(tied) == 1 else pick(sorted(tied))
