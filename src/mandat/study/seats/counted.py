"""Elections that only ``mandat.counting`` can count: papers that follow a tendency's slate, counted body by body, each sort once.

Papers rank the own slate in order, then the slates of the tendencies next to it (they stand in a row), and so on. Approvals mark
the own slate.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from mandat import counting
from mandat.counting import Ballots, Count
from mandat.study.seats.allocation import SHARED, Ints
from mandat.study.seats.slates import Unclear, count_slates

Parameters = tuple[tuple[str, object], ...]
RANKED = frozenset(("stv", "condorcet"))
SCOTTISH = "stv-scottish"


def shared_out(method: str, parameters: Parameters, votes: Ints, seats: Ints, drawn: Ints) -> Ints:
    """Seats of each tendency in each body (rows), by the method of the line.

    One mark for several seats (``fptp``) is taken as well co-ordinated, which gives the seats of D'Hondt (G. Cox, "SNTV and
    d'Hondt are 'equivalent'", Electoral Studies 10 (1991)).
    """
    if method == "fptp" and bool((seats > 1).any()):
        method = "d-hondt"
    if method in SHARED and not parameters:
        return SHARED[method](votes, seats, drawn)
    found = np.zeros_like(votes)
    for row, (given, places) in enumerate(zip(votes.tolist(), seats.tolist(), strict=True)):
        if places and any(given):
            found[row] = tally(method, parameters, tuple(given), places, tuple(drawn[row].tolist()))
    return found


def slate_of(votes: tuple[int, ...], seats: int) -> int:
    """How many candidates each tendency puts up: one more than the strongest can hope for, at most as many as seats.

    >>> slate_of((60, 40), 5), slate_of((60, 40), 1)
    (4, 1)
    """
    return min(seats, -(-max(votes) * seats // sum(votes)) + 1)


def tally(
    method: str, parameters: Parameters, votes: tuple[int, ...], seats: int, drawn: tuple[int, ...]
) -> tuple[int, ...]:
    """Seats of each tendency."""
    slate = 1 if counting.rule(method).kind == "list" else slate_of(votes, seats)
    won = [(number - 1) // slate for number in winners(method, parameters, votes, seats, drawn)]
    return tuple(won.count(tendency) for tendency in range(len(votes)))


def winners(
    method: str, parameters: Parameters, votes: tuple[int, ...], seats: int, drawn: tuple[int, ...]
) -> tuple[int, ...]:
    """The numbers of the elected: candidate c of tendency t has number t · slate + c + 1 (under a list rule: t + 1)."""
    found, by_lot = _elected(method, parameters, votes, seats, tuple(range(len(votes))))
    return _elected(method, parameters, votes, seats, drawn)[0] if by_lot else found


@lru_cache(maxsize=200_000)
def _elected(
    method: str, parameters: Parameters, votes: tuple[int, ...], seats: int, drawn: tuple[int, ...]
) -> tuple[tuple[int, ...], bool]:
    if method == SCOTTISH:
        slate = slate_of(votes, seats)
        everybody = range(1, slate * len(votes) + 1)
        try:
            return tuple(
                count_slates(orders(len(votes), slate), votes, slate, seats, standing=everybody)
            ), False
        except Unclear:
            pass
    ballots, slate = papers(method, votes, seats)
    told = dict(parameters)
    found, by_lot = _settled(
        lambda lots: counting.count(method, ballots, seats, lots=lots, **told), slate, drawn
    )
    return found.winners, by_lot


@lru_cache(maxsize=200_000)
def counted_back(
    method: str,
    votes: tuple[int, ...],
    seats: int,
    vacating: int,
    sitting: tuple[int, ...],
    gone: tuple[int, ...],
    drawn: tuple[int, ...],
) -> int | None:
    """Who follows by countback: the number of a candidate; None where nobody does."""
    slate = slate_of(votes, seats)
    standing = [n for n in range(1, slate * len(votes) + 1) if n not in gone and n not in sitting]
    if not standing:
        return None
    if method == SCOTTISH:
        try:
            return _back_by_slates(votes, slate, sitting, standing)
        except Unclear:
            pass
    ballots, _ = papers(method, votes, seats)

    def count(lots: tuple[int, ...]) -> Count:
        places = len(sitting) + 1
        return counting.countback(
            method, ballots, places, vacating=[vacating], sitting=sitting, standing=standing, lots=lots
        )

    try:
        found, _ = _settled(count, slate, drawn)
    except counting.CountingError:
        return None
    return found.winners[0] if found.winners else None


def _back_by_slates(
    votes: tuple[int, ...], slate: int, sitting: tuple[int, ...], standing: list[int]
) -> int | None:
    who = [*sitting, *standing]
    found = count_slates(
        orders(len(votes), slate), votes, slate, len(sitting) + 1, standing=who, protected=frozenset(sitting)
    )
    return next((number for number in found if number not in sitting), None)


@lru_cache(maxsize=1000)
def orders(many: int, slate: int) -> tuple[tuple[int, ...], ...]:
    """The papers of each tendency: the candidates' numbers, the own slate first, then the next."""
    own = [tuple(range(t * slate + 1, (t + 1) * slate + 1)) for t in range(many)]
    return tuple(tuple(n for other in nearest(t, many) for n in own[other]) for t in range(many))


def _settled(
    count: Callable[[tuple[int, ...]], Count], slate: int, drawn: tuple[int, ...]
) -> tuple[Count, bool]:
    """Count, drawing each lot that is asked for; tells whether one was drawn between tendencies.

    Those of one slate are told apart by its order, slates by the order of the tendencies drawn.
    """
    lots: tuple[int, ...] = ()
    between = False
    found = count(lots)
    while found.question is not None:
        tied = found.question.candidates
        between = between or len({(number - 1) // slate for number in tied}) > 1
        chosen = _preferred(tied, slate, drawn, first=found.question.choice != "exclude")
        lots = (*lots, chosen)
        found = count(lots)
    return found, between


def _preferred(tied: tuple[int, ...], slate: int, drawn: tuple[int, ...], *, first: bool) -> int:
    ranked = sorted(tied, key=lambda number: (drawn[(number - 1) // slate], number))
    return ranked[0] if first else ranked[-1]


@lru_cache(maxsize=100_000)
def papers(method: str, votes: tuple[int, ...], seats: int) -> tuple[Ballots, int]:
    """The papers of so many voters of each tendency, and how many candidates each puts up."""
    kind = counting.rule(method).kind
    many = len(votes)
    if kind == "list":
        names = [f"T{t + 1}" for t in range(many)]
        return Ballots.from_rankings(names, [((t + 1,), v) for t, v in enumerate(votes) if v]), 1
    slate = slate_of(votes, seats)
    names = [f"T{t + 1}.{c + 1}" for t in range(many) for c in range(slate)]
    own = [tuple(range(t * slate + 1, (t + 1) * slate + 1)) for t in range(many)]
    if kind in RANKED or method == "two-round":
        ranked = orders(many, slate)
        return Ballots.from_rankings(names, [(ranked[t], v) for t, v in enumerate(votes) if v]), slate
    return Ballots.from_approvals(names, [(set(own[t]), v) for t, v in enumerate(votes) if v]), slate


def nearest(tendency: int, many: int) -> list[int]:
    """All tendencies, the nearest to this one first; of two equally near the lower first.

    >>> nearest(1, 4)
    [1, 0, 2, 3]
    """
    return sorted(range(many), key=lambda other: (abs(other - tendency), other))
