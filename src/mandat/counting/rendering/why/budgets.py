"""Budgets: votes and cost of a project, and what money was left for it."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.counting.ballots import Ballots
from mandat.counting.rendering.why.last import ties_lost
from mandat.counting.result import Count
from mandat.language import Sentence, msg

_PROJECT = msg("Votes for {name}: {votes}; cost: {cost}.")
_LEFT = msg("Of the budget of {budget}, {left} is left: {name} costs more.")
_SHARES = msg(
    "{left} of the budget of {budget} is left, but those who support {name} could not pay for it out of their shares."
)
_STOPPED = msg("The rule stops at the first project that does not fit, and {name} came after that.")
_FEW = msg("The rule asks for at least {needed} votes.")
_ROOM = msg("As many projects are chosen as may be.")
_NOBODY = msg("Nobody supports it.")


def told(count: Count, ballots: Ballots, candidate: int) -> Iterator[Sentence]:
    """Votes and cost; of a project not chosen what stood against it."""
    del ballots
    given, name = dict(count.parameters), count.names[candidate - 1]
    costs, budget, votes = given["costs"], given["budget"], count.stages[0].totals[candidate - 1]
    assert isinstance(costs, tuple)
    assert isinstance(budget, int)
    cost = costs[candidate - 1]
    yield _PROJECT(name=name, votes=str(votes), cost=str(cost))
    if candidate in count.winners:
        return
    left = budget - sum(costs[n - 1] for n in count.winners)
    threshold = given.get("threshold")
    if isinstance(threshold, int) and votes < threshold:
        yield _FEW(needed=str(threshold))
    elif cost > left:
        yield _LEFT(budget=str(budget), left=str(left), name=name)
    elif len(count.winners) >= count.seats:
        yield _ROOM()
    elif not votes and count.rule != "budget-greedy":
        yield _NOBODY()
    elif count.rule == "budget-greedy":
        yield _STOPPED(name=name)
    else:
        yield _SHARES(budget=str(budget), left=str(left), name=name)
    yield from ties_lost(count, candidate, "order")
