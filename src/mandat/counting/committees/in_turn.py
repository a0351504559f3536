"""Committees elected one after another: what the sequential rules share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.majority.most_votes import equal_groups
from mandat.counting.result import Count, Elected, Exhibit, LotQuestion, Parameter, Stage, Tie

Best = tuple[str, list[int]]
"""The figure that decides, as an exact number, and everybody who has it, in rising order."""


class Turns(Protocol):
    """A rule at work: who is best among those left, and what changes when one is elected."""

    def best(self, left: Sequence[int]) -> Best | None:
        """None if nobody who is left can be elected."""

    def take(self, candidate: int) -> None:
        """Elect `candidate`, who was among the best just named."""


def elect_in_turn(
    rule: str,
    paragraph: str,
    ballots: Ballots,
    seats: int,
    approvals: Approvals,
    turns: Turns,
    lots: tuple[int, ...],
    parameters: tuple[tuple[str, Parameter], ...] = (),
) -> Count:
    """A `Count` whose seats are filled in turn; equal figures are settled by lot. Seats that nobody who is approved is left
    for stay empty. The runners-up are in the order of their approvals."""
    drawn, left = Lots(lots), list(approvals.standing)
    elected: list[Elected] = []
    ties: list[Tie] = []
    rows: list[tuple[str, ...]] = []
    question = None
    try:
        while len(elected) < seats and left and (found := turns.best(left)) is not None:
            figure, tied = found
            seat = len(elected) + 1
            chosen = tied[0] if len(tied) == 1 else _lot(ballots, seat, paragraph, tied, drawn, ties)
            turns.take(chosen)
            left.remove(chosen)
            elected.append(Elected(chosen, ballots.name(chosen), seat))
            rows.append((str(seat), ballots.name(chosen), figure))
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    return committee(
        rule,
        ballots,
        seats,
        approvals,
        elected,
        ties=ties,
        question=question,
        lots=lots,
        parameters=parameters,
        exhibits=(Exhibit("turns", ("seat", "elected", "figure"), tuple(rows)),),
    )


def _lot(ballots: Ballots, seat: int, paragraph: str, tied: list[int], drawn: Lots, ties: list[Tie]) -> int:
    names = tuple(map(ballots.name, tied))
    chosen = drawn.answer(LotQuestion(seat, paragraph, "elect", tuple(tied), names))
    ties.append(Tie(seat, paragraph, "elect", tuple(tied), chosen, "lot"))
    return chosen


def committee(
    rule: str,
    ballots: Ballots,
    seats: int,
    approvals: Approvals,
    elected: Sequence[Elected],
    *,
    ties: Sequence[Tie],
    question: LotQuestion | None,
    lots: tuple[int, ...],
    parameters: tuple[tuple[str, Parameter], ...] = (),
    exhibits: tuple[Exhibit, ...] = (),
) -> Count:
    """The `Count` of a committee; its one stage shows the approvals. A blank paper is valid: it approves nobody."""
    votes = approvals.supporters()
    chosen = {each.candidate for each in elected}
    rest = sorted((n for n in votes if n not in chosen), key=lambda n: (-votes[n], n))
    return Count(
        rule=rule,
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(elected),
        stages=(Stage(1, "votes", (), tuple(votes.get(c.number, 0) for c in ballots.candidates)),),
        ties=tuple(ties),
        question=question,
        runners_up=tuple(rest),
        equal_runners_up=equal_groups(rest, votes),
        valid=ballots.total,
        lots=lots,
        parameters=parameters,
        exhibits=exhibits,
    )
