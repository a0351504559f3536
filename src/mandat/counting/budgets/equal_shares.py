"""A budget by equal shares: every paper has the same share of the money to spend on projects it approves.

Text: D. Peters, G. Pierczyński and P. Skowron, "Proportional participatory budgeting with additive utilities" (NeurIPS 2021),
section 3; equalshares.net, "completion" and "tie-breaking". Every paper has budget / papers. A project is affordable at the
price rho if its supporters, each giving rho times what the project is worth to them or all they have left, can pay its cost;
the project with the least rho is chosen and paid for, again and again, until none is affordable.

- `worth`: "cost" (a project is worth to its supporters what it costs, so money spent counts) or "one" (the number of
  projects counts).
- `completion`, since money is mostly left over: "add1" raises the share of every paper by `step` units of money and counts
  anew, until the projects would cost more than there is; the last selection that does not stands. "add1 greedy" then spends
  what is still left by votes (see `greedy`), "greedy" does so at once, "none" leaves it.
- Equal prices: the cheaper project, else a lot; a tie is asked once, however often it comes up.

`seats` is how many projects may be chosen at most. Costs and the budget come from the file or as parameters.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["Bench", "Pool", "Trees"], [({1, 2}, 6), ({2}, 1), ({3}, 3)])
>>> count("budget-equal-shares", ballots, 3, costs=(40, 60, 30), budget=100).winners
(2, 3)
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import Ballots
from mandat.counting.budgets.greedy import spend
from mandat.counting.budgets.selection import PARAMETERS, Selection, projects_of
from mandat.counting.committees.approvals import Approvals, read_approvals
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.projects import Projects
from mandat.counting.result import Count, fraction
from mandat.counting.rule import Rule
from mandat.language import msg

PARAGRAPH = "tie-breaking"
COMPLETIONS = ("add1 greedy", "add1", "greedy", "none")
WORTHS = ("cost", "one")


class Purses:
    """What each paper has left, by class: rows of one class have the same, as whole numbers of 1 / `unit`."""

    def __init__(self, approvals: Approvals, share: Fraction) -> None:
        self._approvals = approvals
        self._classes: NDArray[np.intp] = np.zeros(len(approvals.weights), np.intp)
        self._money, self._unit = [share.numerator], share.denominator

    def payments(self, costs: dict[int, int]) -> dict[int, Fraction]:
        """The least highest payment of a supporter, for each project whose supporters can pay its cost."""
        papers = self._approvals.by_class(self._classes, len(self._money))
        rising = sorted(range(len(self._money)), key=lambda each: self._money[each])
        found = {}
        for number, cost in costs.items():
            column = papers[number - 1]
            holders = [(self._money[each], column[each]) for each in rising if column[each]]
            payment = self._payment(holders, cost * self._unit)
            if payment is not None:
                found[number] = payment
        return found

    def _payment(self, rising: list[tuple[int, int]], missing: int) -> Fraction | None:
        """The least q with sum(min(q, money)) = cost; `rising` holds (money, papers), the poorest first."""
        left = sum(papers for _, papers in rising)
        for money, papers in rising:
            if missing <= money * left:
                return Fraction(missing, left * self._unit)
            missing -= money * papers
            left -= papers
        return None

    def pay(self, number: int, payment: Fraction) -> None:
        """Take `payment`, or all that is left, from each supporter."""
        factor = Fraction(payment.denominator, self._unit).numerator
        self._unit *= factor
        money = [each * factor for each in self._money]
        price = int(payment * self._unit)
        poorer = [max(0, each - price) for each in money]
        spent = np.where(self._approvals.of(number), self._classes + len(money), self._classes)
        together = money + poorer
        present = sorted({together[each] for each in np.unique(spent).tolist()})
        place = {amount: index for index, amount in enumerate(present)}
        renamed = np.array([place.get(amount, 0) for amount in together], np.intp)
        self._classes, self._money = renamed[spent], present or [0]


def equal_shares(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    costs: Sequence[int] | None = None,
    budget: int | None = None,
    worth: str = "cost",
    completion: str = "add1 greedy",
    step: int = 1,
) -> Count:
    """Choose at most `seats` projects; the exhibit gives the price rho of each, or its votes in the greedy completion."""
    _check(worth, completion, step)
    projects = projects_of("budget-equal-shares", ballots, costs, budget)
    approvals = read_approvals(ballots)
    votes = approvals.supporters()
    drawn, question = Lots(lots), None
    chosen = Selection(ballots, projects, seats, drawn, PARAGRAPH)
    try:
        _choose(chosen, approvals, worth, completion, step)
        if completion.endswith("greedy"):
            spend(chosen, {n: many for n, many in votes.items() if many}, skip=True)
        drawn.done()
    except LotNeeded as needed:
        question = needed.question
    told = (("worth", worth), ("completion", completion), ("step", step))
    return chosen.result("budget-equal-shares", votes, lots, question, told)


def _check(worth: str, completion: str, step: int) -> None:
    if worth not in WORTHS:
        raise BadParameterError(
            msg("a project is not worth {worth}; it is one of: {worths}")(
                worth=repr(worth), worths=", ".join(WORTHS)
            )
        )
    if completion not in COMPLETIONS:
        raise BadParameterError(
            msg("there is no completion {completion}; it is one of: {completions}")(
                completion=repr(completion), completions=", ".join(COMPLETIONS)
            )
        )
    if isinstance(step, bool) or step < 1:
        raise BadParameterError(
            msg("the share of a paper cannot be raised by {step}; give at least 1")(step=repr(step))
        )


Turn = tuple[int, Fraction]
"""A project chosen, and the price at which it was."""


def _choose(chosen: Selection, approvals: Approvals, worth: str, completion: str, step: int) -> None:
    """The selection by shares, raised as the completion says."""
    papers = max(1, chosen.ballots.total)
    share = Fraction(chosen.projects.budget, papers)
    turns = _turns(chosen, approvals, share, worth)
    everything = len([n for n, many in approvals.supporters().items() if many])
    while completion.startswith("add1") and len(turns) < min(everything, chosen.most):
        share += step
        more = _turns(chosen, approvals, share, worth)
        if sum(chosen.projects.cost(n) for n, _ in more) > chosen.projects.budget:
            break
        turns = more
    for number, price in turns:
        chosen.choose(number, fraction(price))


def _turns(chosen: Selection, approvals: Approvals, share: Fraction, worth: str) -> list[Turn]:
    """Equal shares with so much for each paper. Raises `LotNeeded`."""
    purses, turns = Purses(approvals, share), list[Turn]()
    costs = {n: chosen.projects.cost(n) for n in approvals.standing}
    while len(turns) < chosen.most:
        payments = purses.payments(costs)
        prices = {n: q / _worth(chosen.projects, n, worth) for n, q in payments.items()}
        if not prices:
            break
        least = min(prices.values())
        number = chosen.first_of([n for n, price in prices.items() if price == least])
        purses.pay(number, payments[number])
        turns.append((number, least))
        del costs[number]
    return turns


def _worth(projects: Projects, number: int, worth: str) -> int:
    return projects.cost(number) if worth == "cost" else 1


RULE = Rule(
    name="budget-equal-shares",
    title="Budget by equal shares",
    text="Peters, Pierczyński and Skowron, NeurIPS 2021, section 3; equalshares.net, completions",
    kind="budget",
    function=equal_shares,
    parameters=(*PARAMETERS, "worth", "completion", "step"),
    aliases=("budget-mes",),
)
