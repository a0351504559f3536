"""Largest remainders: a seat for every full quota, the rest to the largest remainders. What these methods share.

Floors and caps follow Balinski and Young, "Fair Representation" (2nd ed. 2001), appendix A: shares in proportion to the votes
are taken within the bounds ("fair shares"), whoever's share is its bound is set aside with that number, and the method is
carried out among the others with the seats that remain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.result import Apportionment, Award, exact
from mandat.counting.apportionment.ties import Settlement

Quota = Callable[[int, int], Fraction]
"""The quota for (votes, seats), exact."""


def largest_remainders(method: str, quota_of: Quota, asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats of `asked` with this quota."""
    free = unbound(asked)
    counts = [0 if n in free else count for n, count in enumerate(bound_shares(asked))]
    seats = asked.seats - sum(counts)
    total = sum(asked.weights[n] for n in free)
    quota = quota_of(total, seats) if free else None
    if quota is not None:
        for n in free:
            counts[n] = min(int(asked.weights[n] // quota), asked.most[n])
    base = tuple(counts)
    awards = _to_the_house(asked, settle, free, counts, quota) if quota is not None else ()
    settle.done()
    return Apportionment(
        method=method,
        house=asked.seats,
        names=asked.names,
        votes=asked.votes,
        counts=tuple(counts),
        base=base,
        awards=awards,
        quota=None if quota is None else exact(quota),
        below=asked.below,
        ties=settle.ties,
        question=settle.question,
    )


def _to_the_house(
    asked: Claims, settle: Settlement, free: Sequence[int], counts: list[int], quota: Fraction
) -> tuple[Award, ...]:
    """Give what is left by the largest remainders, or take back what is too much by the smallest.

    Whoever gets a seat has a quota less left over, and so comes again only when all others had their turn.
    """
    remainder = {n: asked.weights[n] - counts[n] * quota for n in free}
    change = 1 if sum(counts) < asked.seats else -1
    if change < 0:
        settle.for_withdrawal()
    awards: list[Award] = []
    while (missing := abs(asked.seats - sum(counts))) and settle.question is None:
        level = _first(remainder, [n for n in free if _can(asked, counts, n, change)], change)
        for n in settle.choose(level, missing):
            counts[n] += change
            awards.append(Award(sum(counts), asked.names[n], exact(remainder[n]), change))
            remainder[n] -= change * quota
    return tuple(awards)


def _can(asked: Claims, counts: Sequence[int], n: int, change: int) -> bool:
    return counts[n] < asked.most[n] if change > 0 else counts[n] > asked.least[n]


def _first(remainder: dict[int, Fraction], able: list[int], change: int) -> list[int]:
    """Those with the largest remainder, or for a seat to take back the smallest."""
    figure = max(change * remainder[n] for n in able)
    return [n for n in able if change * remainder[n] == figure]


def unbound(asked: Claims) -> list[int]:
    """Who has votes and a fair share strictly between floor and cap."""
    factor = _factor(asked)
    return [n for n, v in enumerate(asked.weights) if asked.least[n] < factor * v < asked.most[n]]


def bound_shares(asked: Claims) -> list[int]:
    """For every claimant the bound nearest to the fair share; of use for those who are not `unbound`."""
    factor = _factor(asked)
    return [
        most if factor * v >= most else least
        for v, least, most in zip(asked.weights, asked.least, asked.most, strict=True)
    ]


def _factor(asked: Claims) -> Fraction:
    """Seats for one vote, so that the shares within their bounds come to the house."""
    voters = [n for n, v in enumerate(asked.weights) if v]
    steps = {Fraction(bound[n], asked.weights[n]) for bound in (asked.least, asked.most) for n in voters}
    below = max((step for step in steps if _sum(asked, step) <= asked.seats), default=Fraction(0))
    rising = sum(
        asked.weights[n] for n in voters if asked.least[n] <= below * asked.weights[n] < asked.most[n]
    )
    return below + Fraction(asked.seats - _sum(asked, below)) / rising if rising else below


def _sum(asked: Claims, factor: Fraction) -> Fraction:
    shares = zip(asked.weights, asked.least, asked.most, strict=True)
    return sum(
        (min(max(factor * v, Fraction(least)), Fraction(most)) for v, least, most in shares), Fraction(0)
    )
