"""A budget spent by votes: the project with most votes or points first, then the next that can still be paid for.

Text: the rules "greedy", "greedy-no-skip" and "greedy-threshold" of Pabulib (D. Stolicki, S. Szufa and N. Talmon, "Pabulib",
2020), by which most cities decide. Projects are gone through by falling votes (points where the papers give points).

- `skip=True`: a project that does not fit any more is passed over. `skip=False`: it ends the selection.
- `threshold`: projects with fewer votes or points are left out before.
- Of projects with equal votes the cheaper comes first, else a lot decides; none is asked where all of them fit, or none.

`seats` is how many projects may be chosen at most. Costs and the budget come from the file or as parameters.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["Bench", "Pool", "Trees"], [({1, 2}, 4), ({2, 3}, 3), ({3}, 2)])
>>> count("budget-greedy", ballots, 3, costs=(20, 90, 30), budget=100).winners
(2,)
>>> count("budget-greedy", ballots, 3, costs=(20, 90, 30), budget=60).winners
(3, 1)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.budgets.selection import PARAMETERS, Selection, projects_of
from mandat.counting.committees.approvals import read_approvals
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.majority.marks import points, points_of
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.language import msg

PARAGRAPH = "equal votes"


def greedy(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    costs: Sequence[int] | None = None,
    budget: int | None = None,
    skip: bool = True,
    threshold: int = 0,
) -> Count:
    """Choose at most `seats` projects by votes."""
    if isinstance(threshold, bool) or threshold < 0:
        raise BadParameterError(
            msg("the threshold is {threshold}; give how many votes a project needs")(
                threshold=repr(threshold)
            )
        )
    projects = projects_of("budget-greedy", ballots, costs, budget)
    votes = votes_of(ballots)
    drawn, question = Lots(lots), None
    chosen = Selection(ballots, projects, seats, drawn, PARAGRAPH)
    try:
        spend(chosen, {n: many for n, many in votes.items() if many >= threshold}, skip=skip)
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    return chosen.result("budget-greedy", votes, lots, question, (("skip", skip), ("threshold", threshold)))


def votes_of(ballots: Ballots) -> dict[int, int]:
    """Points where the papers give points, else how many papers approve each project."""
    if ballots.scores is None:
        return read_approvals(ballots).supporters()
    totals, _ = points_of(ballots, points(ballots, "budget-greedy"), np.arange(ballots.rows))
    return dict(totals)


def spend(chosen: Selection, votes: dict[int, int], *, skip: bool) -> None:
    """Go through the projects that have `votes` and are not chosen yet. Raises `LotNeeded`."""
    ranked = sorted((n for n in chosen.left if n in votes), key=lambda n: (-votes[n], n))
    for many, group in groupby(ranked, key=lambda n: votes[n]):
        level = list(group)
        while level:
            first = _next(chosen, level)
            level.remove(first)
            if chosen.fits(first):
                chosen.choose(first, str(many))
            elif not skip:
                return


def _next(chosen: Selection, level: list[int]) -> int:
    """Whose turn it is of projects with equal votes; the order is asked only where it matters."""
    able = [n for n in level if chosen.fits(n)]
    whole = chosen.spent + sum(map(chosen.projects.cost, level)) <= chosen.projects.budget
    if not able or (whole and len(chosen.chosen) + len(level) <= chosen.most):
        return level[0]
    return chosen.first_of(level)


RULE = Rule(
    name="budget-greedy",
    title="Budget by votes (greedy)",
    text="Pabulib (2020): greedy, greedy-no-skip, greedy-threshold",
    kind="budget",
    function=greedy,
    parameters=(*PARAMETERS, "skip", "threshold"),
    sees="points",
)
