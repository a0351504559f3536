"""Seats go to whoever has the most votes: what all plurality rules share."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.counting.ballots import Ballots
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.result import Count, Elected, LotQuestion, Stage, Tie


def elect_most_votes(
    name: str,
    ballots: Ballots,
    seats: int,
    votes: Mapping[int, int],
    *,
    lots: tuple[int, ...],
    paragraph: str,
    valid: int,
    precision: int = 0,
) -> Count:
    """A one-stage `Count` that gives `seats` to the candidates with most `votes` (candidate number to votes).

    A tie across the last seat is settled by lot, seat by seat. Seats that nobody stands for stay empty; a
    candidate without a single vote is elected only if the rule's `votes` list it and seats remain.
    """
    drawn = Lots(lots)
    ranked = sorted(votes, key=lambda c: (-votes[c], c))
    chosen: list[int] = []
    ties: list[Tie] = []
    question = None
    try:
        while len(chosen) < min(seats, len(ranked)):
            best = votes[next(c for c in ranked if c not in chosen)]
            level = [c for c in ranked if c not in chosen and votes[c] == best]
            if len(level) <= seats - len(chosen):
                chosen += level
                continue
            tied = tuple(level)
            asked = LotQuestion(1, paragraph, "elect", tied, tuple(ballots.name(c) for c in tied))
            chosen.append(drawn.answer(asked))
            ties.append(Tie(1, paragraph, "elect", tied, chosen[-1], "lot"))
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    rest = [c for c in ranked if c not in chosen]
    return Count(
        rule=name,
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(Elected(c, ballots.name(c), 1) for c in chosen),
        precision=precision,
        stages=(Stage(1, "votes", (), tuple(votes.get(c.number, 0) for c in ballots.candidates)),),
        ties=tuple(ties),
        question=question,
        runners_up=tuple(rest),
        equal_runners_up=equal_groups(rest, votes),
        valid=valid,
        invalid=ballots.total - valid,
        lots=lots,
    )


def equal_groups(ranked: list[int], votes: Mapping[int, int]) -> tuple[tuple[int, ...], ...]:
    """The candidates of `ranked` that have equal votes, group by group; groups of one are left out."""
    groups: dict[int, list[int]] = {}
    for candidate in ranked:
        groups.setdefault(votes[candidate], []).append(candidate)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
