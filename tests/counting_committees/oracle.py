"""Plain definitions with one entry for each paper and fractions throughout: what the rules are checked against.

Each returns every (committee in order of election) that some choice among equals leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations, permutations

Papers = list[frozenset[int]]
"""One set of approved candidates for each paper; nobody is blank."""


def phragmen(
    papers: Papers,
    options: int,
    seats: int,
    loads: tuple[Fraction, ...] | None = None,
    done: tuple[int, ...] = (),
) -> Iterator[tuple[int, ...]]:
    """Loads paper by paper."""
    now = loads or tuple(Fraction(0) for _ in papers)
    would = {}
    for c in range(1, options + 1):
        supporters = [i for i, paper in enumerate(papers) if c in paper]
        if c not in done and supporters:
            would[c] = (1 + sum(now[i] for i in supporters)) / Fraction(len(supporters))
    if len(done) == seats or not would:
        yield done
        return
    for c, load in would.items():
        if load == min(would.values()):
            after = tuple(load if c in paper else now[i] for i, paper in enumerate(papers))
            yield from phragmen(papers, options, seats, after, (*done, c))


def thiele(papers: Papers, options: int, seats: int, done: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Addition method, paper by paper."""
    gain = {
        c: sum((Fraction(1, 1 + len(paper & set(done))) for paper in papers if c in paper), Fraction(0))
        for c in range(1, options + 1)
        if c not in done
    }
    if len(done) == seats or not any(gain.values()):
        yield done
        return
    for c, figure in gain.items():
        if figure == max(gain.values()):
            yield from thiele(papers, options, seats, (*done, c))


def shares(
    papers: Papers,
    options: int,
    seats: int,
    *,
    complete: bool,
    money: tuple[Fraction, ...] | None = None,
    done: tuple[int, ...] = (),
) -> Iterator[tuple[int, ...]]:
    """Equal shares: the least payment by trying all numbers of papers that give everything."""
    now = money or tuple(Fraction(seats, len(papers)) for _ in papers)
    payment = {}
    for c in range(1, options + 1):
        held = sorted(now[i] for i, paper in enumerate(papers) if c in paper)
        if c not in done and held and sum(held) >= 1:
            tried = [(Fraction(1) - sum(held[:k])) / (len(held) - k) for k in range(len(held))]
            payment[c] = min(q for q in tried if sum(min(q, each) for each in held) >= 1)
    if len(done) == seats:
        yield done
    elif payment:
        for c, q in payment.items():
            if q == min(payment.values()):
                after = tuple(
                    max(Fraction(0), m - q) if c in paper else m for m, paper in zip(now, papers, strict=True)
                )
                yield from shares(papers, options, seats, complete=complete, money=after, done=(*done, c))
    elif complete:
        loads = tuple(Fraction(seats, len(papers)) - m for m in now)
        yield from phragmen(papers, options, seats, loads, done)
    else:
        yield done


def best_committees(papers: Papers, options: int, seats: int) -> set[frozenset[int]]:
    """All committees with the highest satisfaction."""

    def satisfaction(members: tuple[int, ...]) -> Fraction:
        return sum(
            (Fraction(1, m) for paper in papers for m in range(1, len(paper & set(members)) + 1)), Fraction(0)
        )

    approved = sorted({c for paper in papers for c in paper} & set(range(1, options + 1)))
    all_ = list(combinations(approved, min(seats, len(approved))))
    highest = max(map(satisfaction, all_))
    return {frozenset(each) for each in all_ if satisfaction(each) == highest}


def most(
    papers: Papers, options: int, seats: int, worth: Callable[[tuple[int, ...]], Fraction]
) -> set[frozenset[int]]:
    """All committees of approved candidates for which `worth` is highest."""
    approved = sorted({c for paper in papers for c in paper} & set(range(1, options + 1)))
    all_ = list(combinations(approved, min(seats, len(approved))))
    highest = max(map(worth, all_))
    return {frozenset(each) for each in all_ if worth(each) == highest}


def chamberlin_courant(papers: Papers, options: int, seats: int) -> set[frozenset[int]]:
    """Most papers with a member they approve."""
    return most(papers, options, seats, lambda members: Fraction(sum(bool(p & set(members)) for p in papers)))


def monroe(papers: Papers, options: int, seats: int) -> set[frozenset[int]]:
    """Most papers given to a member they approve, trying every way to give each member its number of papers."""

    def worth(members: tuple[int, ...]) -> Fraction:
        fewest, larger = divmod(len(papers), len(members))
        sizes = [fewest + 1] * larger + [fewest] * (len(members) - larger)
        return Fraction(max(_given(papers, list(order), sizes) for order in permutations(members)))

    return most(papers, options, seats, worth)


def _given(papers: Papers, members: list[int], sizes: list[int]) -> int:
    """The best way to give the first member so many papers, then the next, and so on: all ways are tried."""
    if not members or not papers:
        return 0
    best = 0
    for chosen in combinations(range(len(papers)), sizes[0]):
        rest = [paper for place, paper in enumerate(papers) if place not in chosen]
        own = sum(members[0] in papers[place] for place in chosen)
        best = max(best, own + _given(rest, members[1:], sizes[1:]))
    return best


def leximax(papers: Papers, options: int, seats: int) -> set[frozenset[int]]:
    """The most even loads: what a set of members must lay on the papers that approve them, the heaviest set first."""

    def worth(members: tuple[int, ...]) -> tuple[Fraction, ...]:
        loads, left, open_ = list[Fraction](), list(range(len(papers))), set(members)
        while open_:
            groups = [set(g) for size in range(1, len(open_) + 1) for g in combinations(sorted(open_), size)]
            heavy = {frozenset(g): Fraction(len(g), sum(bool(papers[i] & g) for i in left)) for g in groups}
            top = max(heavy.values())
            group = set().union(*(g for g, load in heavy.items() if load == top))
            loads += [top] * sum(bool(papers[i] & group) for i in left)
            left = [i for i in left if not papers[i] & group]
            open_ -= group
        return tuple(loads)

    approved = sorted({c for paper in papers for c in paper} & set(range(1, options + 1)))
    all_ = list(combinations(approved, min(seats, len(approved))))
    least = min(map(worth, all_))
    return {frozenset(each) for each in all_ if worth(each) == least}
