"""Seats awarded one after another to the list with the highest quotient: what the divisor rules share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.reading import Reading, read_papers
from mandat.counting.result import Count, Elected, Exhibit, LotQuestion, Stage, Tie

Divisor = Callable[[int], int]
"""Gives the divisor for the next seat of a list that has so many."""


def list_votes(ballots: Ballots) -> tuple[dict[int, int], int]:
    """The votes of each list standing (a paper is one vote for the list it marks first), and the valid papers."""
    papers = read_papers(ballots, Reading(gap="stop", equal="stop"))
    first = papers.rankings[:, 0]
    return {n: int(papers.weights[first == n].sum()) for n in ballots.standing}, papers.valid


def limits(ballots: Ballots, seats: int, sizes: Sequence[int] | None) -> dict[int, int]:
    """The most seats each list can take: as many as it has candidates, without `sizes` no limit."""
    if sizes is None:
        return dict.fromkeys(ballots.standing, seats)
    if len(sizes) != len(ballots.candidates):
        raise BadParameterError(
            f"list_sizes gives {len(sizes)} numbers for {len(ballots.candidates)} lists; give one number per list"
        )
    return {number: sizes[number - 1] for number in ballots.standing}


def award(
    name: str,
    paragraph: str,
    divisor: Divisor,
    ballots: Ballots,
    seats: int,
    lots: tuple[int, ...],
    sizes: Sequence[int] | None,
) -> Count:
    """A `Count` whose stage n awards seat n; `elected` names a list once for each seat, in the order of award.

    Lists without votes get nothing. Equal quotients need a lot only where the seats do not suffice for all of them.
    """
    votes, valid = list_votes(ballots)
    most = limits(ballots, seats, sizes)
    drawn, taken = Lots(lots), dict.fromkeys(votes, 0)
    order: list[int] = []
    ties: list[Tie] = []
    question = None
    try:
        while len(order) < seats and (best := _best(votes, taken, most, divisor)):
            if len(best) > seats - len(order):
                tied = tuple(best)
                asked = LotQuestion(len(order) + 1, paragraph, "elect", tied, tuple(map(ballots.name, tied)))
                best = [drawn.answer(asked)]
                ties.append(Tie(len(order) + 1, paragraph, "elect", tied, best[0], "lot"))
            for number in best:
                taken[number] += 1
                order.append(number)
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    return Count(
        rule=name,
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(Elected(n, ballots.name(n), stage) for stage, n in enumerate(order, 1)),
        stages=(Stage(1, "votes", (), tuple(votes.get(c.number, 0) for c in ballots.candidates)),),
        ties=tuple(ties),
        question=question,
        runners_up=tuple(sorted((n for n in votes if not taken[n]), key=lambda n: (-votes[n], n))),
        valid=valid,
        invalid=ballots.total - valid,
        lots=lots,
        exhibits=(_quotients(ballots, votes, taken, divisor), _seats(ballots, votes, taken)),
    )


def _best(votes: dict[int, int], taken: dict[int, int], most: dict[int, int], divisor: Divisor) -> list[int]:
    """The lists with the highest quotient among those that can take a seat."""
    quotients = {n: Fraction(v, divisor(taken[n])) for n, v in votes.items() if v and taken[n] < most[n]}
    top = max(quotients.values(), default=None)
    return [n for n, quotient in quotients.items() if quotient == top]


def _quotients(ballots: Ballots, votes: dict[int, int], taken: dict[int, int], divisor: Divisor) -> Exhibit:
    """Each list's quotients up to the first that won no seat, as exact fractions of its votes."""
    rows = tuple(
        (
            ballots.name(n),
            *(f"{votes[n]}/{divisor(k)}" + ("*" if k < taken[n] else "") for k in range(taken[n] + 1)),
        )
        for n in votes
    )
    longest = max((len(row) for row in rows), default=1)
    padded = tuple(row + ("",) * (longest - len(row)) for row in rows)
    return Exhibit("quotients", ("list", *(str(k) for k in range(1, longest))), padded)


def _seats(ballots: Ballots, votes: dict[int, int], taken: dict[int, int]) -> Exhibit:
    rows = tuple((ballots.name(n), str(votes[n]), str(taken[n])) for n in votes)
    return Exhibit("seats", ("list", "votes", "seats"), rows)
