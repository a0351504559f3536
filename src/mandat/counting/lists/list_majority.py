"""Majority list: the list with the most votes takes every seat ("winner takes all").

Text: the general ticket, as presidential electors are chosen under the law of most states of the United States (for instance
California Elections Code, section 6906 and 15505: the ticket with the greatest number of votes is elected whole). If the list
has fewer candidates than there are seats, the rest go to the next list. Equal votes are settled by lot.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["A", "B"], [((1,), 53), ((2,), 47)])
>>> count("list-majority", ballots, 3).winners
(1, 1, 1)
"""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.lists.award import limits, list_votes
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.result import Count, Elected, LotQuestion, Stage, Tie
from mandat.counting.rule import Rule

PARAGRAPH = "greatest number of votes"


def list_majority(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), list_sizes: Sequence[int] | None = None
) -> Count:
    """Give all seats to the first list, as far as it has candidates (`list_sizes`), then to the next."""
    votes, valid = list_votes(ballots)
    most = limits(ballots, seats, list_sizes)
    drawn, left = Lots(lots), {n for n in votes if votes[n]}
    order: list[int] = []
    ties: list[Tie] = []
    question = None
    try:
        while len(order) < seats and left:
            first = _first(votes, left, ballots, drawn, ties)
            order += [first] * min(most[first], seats - len(order))
            left.remove(first)
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    return Count(
        rule="list-majority",
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(Elected(n, ballots.name(n), 1) for n in order),
        stages=(Stage(1, "votes", (), tuple(votes.get(c.number, 0) for c in ballots.candidates)),),
        ties=tuple(ties),
        question=question,
        runners_up=tuple(sorted((n for n in votes if n not in order), key=lambda n: (-votes[n], n))),
        valid=valid,
        invalid=ballots.total - valid,
        lots=lots,
        parameters=() if list_sizes is None else (("list_sizes", tuple(list_sizes)),),
    )


def _first(votes: dict[int, int], left: set[int], ballots: Ballots, drawn: Lots, ties: list[Tie]) -> int:
    top = max(votes[n] for n in left)
    level = tuple(sorted(n for n in left if votes[n] == top))
    if len(level) == 1:
        return level[0]
    chosen = drawn.answer(LotQuestion(1, PARAGRAPH, "seat", level, tuple(map(ballots.name, level))))
    ties.append(Tie(1, PARAGRAPH, "seat", level, chosen, "lot"))
    return chosen


RULE = Rule(
    name="list-majority",
    title="Majority list",
    text="The general ticket: the list with the greatest number of votes is elected whole",
    kind="list",
    function=list_majority,
    parameters=("list_sizes",),
    aliases=("general-ticket",),
)
