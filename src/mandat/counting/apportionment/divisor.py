"""Divisor methods: seat after seat goes to the highest quotient of votes by the next divisor. What they share.

Text: M. L. Balinski and H. P. Young, "Fair Representation" (2nd ed. 2001), appendix A, sections 3 to 5: a divisor method is
given by its signposts d(n), the priority of a claimant with n seats is p / d(n), and where d(0) is 0 (Adams, Dean,
Huntington-Hill) the first seats go before all others, to the larger p first. With floors and caps the highest priority
among those below their cap takes the next seat after all floors are given.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.result import Apportionment, Award, Divisor, exact
from mandat.counting.apportionment.ties import Settlement

Priority = tuple[int, Fraction]
"""(1, votes) for a first seat that comes before all others, else (0, quotient)."""


@dataclass(frozen=True, slots=True)
class Signposts:
    """`at(n)` is the divisor for the seat after n seats, raised to `power`: square roots are compared by squaring.

    `scale` is what the law's divisors grow by from seat to seat (2 for odd numbers), so that a published divisor is always
    in votes for one seat.
    """

    at: Callable[[int], Fraction | int]
    power: int = 1
    scale: int = 1

    def priority(self, votes: int, seats: int) -> Priority:
        """What a claimant with so many votes and seats brings to the next seat."""
        divisor = self.at(seats)
        return (0, Fraction(votes**self.power) / divisor) if divisor else (1, Fraction(votes))


def highest_quotients(method: str, signposts: Signposts, asked: Claims, settle: Settlement) -> Apportionment:
    """Share out the seats of `asked` by the method with these signposts."""
    counts = list(asked.least)
    awards: list[Award] = []
    for figure, level in _levels(signposts, asked, counts):
        left = asked.seats - sum(asked.least) - len(awards)
        for n in settle.choose(level, left):
            counts[n] += 1
            awards.append(Award(sum(asked.least) + len(awards) + 1, asked.names[n], _figure(figure)))
        if len(level) >= left:
            break
    settle.done()
    return Apportionment(
        method=method,
        house=asked.seats,
        names=asked.names,
        votes=asked.votes,
        counts=tuple(counts),
        base=asked.least,
        awards=tuple(awards),
        divisor=divisor_range(signposts, asked, counts, open_seats=settle.question is not None),
        below=asked.below,
        ties=settle.ties,
        question=settle.question,
    )


def _levels(
    signposts: Signposts, asked: Claims, counts: Sequence[int]
) -> Iterator[tuple[Priority, list[int]]]:
    """Claimants with equal priority, highest first; each is asked again after its seat. Stops with the seats."""
    if not asked.free:
        return
    heap = [entry for n in range(len(counts)) for entry in _entry(signposts, asked, n, counts[n])]
    heapq.heapify(heap)
    while heap:
        top = heap[0][:2]
        level = []
        while heap and heap[0][:2] == top:
            level.append(heapq.heappop(heap)[2])
        yield (-top[0], -top[1]), level
        for n in level:
            for entry in _entry(signposts, asked, n, counts[n]):
                heapq.heappush(heap, entry)


def _entry(signposts: Signposts, asked: Claims, n: int, seats: int) -> list[tuple[int, Fraction, int]]:
    if seats >= asked.most[n] or not asked.weights[n]:
        return []
    first, quotient = signposts.priority(asked.weights[n], seats)
    return [(-first, -quotient, n)]


def _figure(priority: Priority) -> str:
    return "inf" if priority[0] else exact(priority[1])


def divisor_range(
    signposts: Signposts, asked: Claims, counts: Sequence[int], *, open_seats: bool = False
) -> Divisor | None:
    """The divisors that give `counts`: between the highest quotient that took no seat and the lowest that took one.

    None where no divisor does: a first seat was refused that comes before all others. With `open_seats` the tied
    quotient is both limits.
    """
    refused = [
        signposts.priority(v, n)
        for v, n, most in zip(asked.weights, counts, asked.most, strict=True)
        if v and n < most
    ]
    given = [
        signposts.priority(v, n - 1)
        for v, n, least in zip(asked.weights, counts, asked.least, strict=True)
        if n > least
    ]
    if any(first for first, _ in refused):
        return None
    low = max((quotient for _, quotient in refused), default=Fraction(0))
    high = low if open_seats else min((quotient for first, quotient in given if not first), default=None)
    low, high = low * signposts.scale, None if high is None else high * signposts.scale
    return Divisor(
        exact(low),
        None if high is None else exact(high),
        signposts.power,
        printable(low, high, signposts.power),
    )


def printable(low: Fraction, high: Fraction | None, power: int = 1) -> str:
    """A decimal with as few digits as possible whose power lies strictly between `low` and `high`.

    >>> printable(Fraction(7654), Fraction(7811)), printable(Fraction(1), Fraction(101, 100))
    ('7700', '1.001')
    """
    if low == high:
        return exact(low) if power == 1 else f"sqrt({exact(low)})"
    step = Fraction(10) ** len(str(int(low if high is None else high)))
    while True:
        found = (_root(low / step**power, power) + 1) * step
        if found**power > low and (high is None or found**power < high):
            return _decimal(found)
        step /= 10


def _root(number: Fraction, power: int) -> int:
    """The largest whole number whose power is not above `number`."""
    whole = number.numerator // number.denominator
    if power == 1:
        return whole
    return isqrt(whole)


def _decimal(number: Fraction) -> str:
    places = 0
    while number.denominator != 1 and (number * 10**places).denominator != 1:
        places += 1
    digits = f"{(number * 10**places).numerator:0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
