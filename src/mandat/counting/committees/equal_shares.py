"""Method of equal shares: every paper has the same share of the seats to spend on candidates it approves.

Text: D. Peters and P. Skowron, "Proportionality and the limits of welfarism" (EC 2020, "Rule X"), section 4; as in M. Lackner and
P. Skowron, "Multi-winner voting with approval preferences" (Springer 2023), rule 11. Every paper that approves somebody has
seats / papers; a candidate costs 1. Elected is the candidate whose supporters can pay 1 with the least highest payment q: each
gives q, or all it has if that is less. When nobody can be paid for any more, the seats left are filled by sequential Phragmén
with what each has spent as its load (`completion="phragmen"`, as the book suggests), or stay empty (`completion="none"`).
Equal payments are settled by lot.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["A", "B", "C"], [({1, 2}, 6), ({1}, 1), ({3}, 5)])
>>> count("equal-shares", ballots, 2).winners
(1, 3)
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals, read_approvals
from mandat.counting.committees.in_turn import Best, elect_in_turn
from mandat.counting.committees.sequential_phragmen import Loads
from mandat.counting.errors import BadParameterError
from mandat.counting.result import Count, fraction
from mandat.counting.rule import Rule
from mandat.language import msg

PARAGRAPH = "rule 11"
COMPLETIONS = ("phragmen", "none")


class PaperBudgets:
    """What each paper has left, by class: rows of one class have the same, in units of 1 / `unit`."""

    def __init__(self, approvals: Approvals, seats: int, completion: str) -> None:
        self._approvals, self._completion = approvals, completion
        self._classes = np.zeros(len(approvals.weights), np.intp)
        self._money, self._unit = [seats], max(approvals.papers, 1)
        self._share = Fraction(seats, self._unit)
        self._after: Loads | None = None

    def best(self, left: Sequence[int]) -> Best | None:
        """Whose supporters pay the least highest payment; when nobody can be paid for, what the completion says."""
        if self._after is None:
            payments = self._payments(left)
            if payments:
                least = min(payments.values())
                return fraction(least), [n for n in left if payments.get(n) == least]
            if self._completion == "none":
                return None
            loads = [self._share - Fraction(money, self._unit) for money in self._money]
            self._after = Loads(self._approvals, self._classes.tolist(), loads)
        return self._after.best(left)

    def take(self, candidate: int) -> None:
        """Let the supporters pay."""
        if self._after is not None:
            self._after.take(candidate)
            return
        payment = self._payments([candidate])[candidate]
        self._refine(payment.denominator)
        price = int(payment * self._unit)
        supporters = self._approvals.of(candidate)
        poorer = [max(0, money - price) for money in self._money]
        spent = np.where(supporters, self._classes + len(self._money), self._classes)
        self._merge(spent, self._money + poorer)

    def _payments(self, candidates: Sequence[int]) -> dict[int, Fraction]:
        """The payment q for everybody who can be paid for."""
        papers = self._approvals.by_class(self._classes, len(self._money))
        rising = sorted(range(len(self._money)), key=lambda each: self._money[each])
        found = {}
        for n in candidates:
            column = papers[n - 1]
            payment = self._payment([(self._money[each], column[each]) for each in rising if column[each]])
            if payment is not None:
                found[n] = payment
        return found

    def _payment(self, rising: list[tuple[int, int]]) -> Fraction | None:
        """The least q with sum(min(q, money)) = 1; `rising` holds (money, papers), the poorest first."""
        missing, left = self._unit, sum(papers for _, papers in rising)
        for money, papers in rising:
            if missing <= money * left:
                return Fraction(missing, left * self._unit)
            missing -= money * papers
            left -= papers
        return None

    def _refine(self, denominator: int) -> None:
        """Count in a unit so small that a payment with this denominator is whole."""
        factor = Fraction(denominator, self._unit).numerator
        self._unit *= factor
        self._money = [money * factor for money in self._money]

    def _merge(self, classes: np.ndarray[tuple[int, ...], np.dtype[np.intp]], money: list[int]) -> None:
        """Put rows that have the same left into one class."""
        present = sorted({money[each] for each in np.unique(classes).tolist()})
        place = {amount: index for index, amount in enumerate(present)}
        renamed = np.array([place.get(amount, 0) for amount in money], np.intp)
        self._classes, self._money = renamed[classes], present or [0]


def equal_shares(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), completion: str = "phragmen"
) -> Count:
    """Elect one after another; the exhibit gives the payment (then, in the completion, the load) at each election."""
    if completion not in COMPLETIONS:
        raise BadParameterError(
            msg("there is no completion {completion}; it is one of: {completions}")(
                completion=repr(completion), completions=", ".join(COMPLETIONS)
            )
        )
    approvals = read_approvals(ballots)
    told = (("completion", completion),) if completion != "phragmen" else ()
    turns = PaperBudgets(approvals, seats, completion)
    return elect_in_turn("equal-shares", PARAGRAPH, ballots, seats, approvals, turns, lots, told)


RULE = Rule(
    name="equal-shares",
    title="Method of equal shares",
    text="Peters and Skowron, EC 2020, section 4; Lackner and Skowron, Multi-winner voting (2023), rule 11",
    kind="committee",
    function=equal_shares,
    parameters=("completion",),
    aliases=("rule-x", "mes"),
)
