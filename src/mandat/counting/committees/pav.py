"""Proportional approval voting: the committee with the most satisfaction, 1 + 1/2 + … + 1/m for a paper with m elected.

Text: T. N. Thiele, "Om Flerfoldsvalg" (1895), 415-441; as in S. Janson, "Phragmén's and Thiele's election methods" (arXiv
1611.08826), section 4 (Thiele's optimization method). The best committee is found exactly, by branch and bound, which is possible
for small elections only: beyond `LIMIT` committees looked at the count is refused. Between equally good committees a lot
decides, candidate by candidate.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["A", "B", "C"], [({1, 2}, 6), ({1}, 1), ({3}, 4)])
>>> count("pav", ballots, 2).winners
(1, 3)
"""

from __future__ import annotations

from math import lcm

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals, read_approvals
from mandat.counting.committees.in_turn import committee
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.result import Count, Elected, Exhibit, LotQuestion, Tie
from mandat.counting.rule import Rule

PARAGRAPH = "section 4"
LIMIT = 50_000
Held = NDArray[np.intp]


class Search:
    """Looks for all committees of `seats` with the highest satisfaction, in units of 1 / lcm(1 … seats)."""

    def __init__(self, approvals: Approvals, seats: int) -> None:
        self._approvals, self._seats = approvals, seats
        self.unit = lcm(*range(1, seats + 1))
        self.best, self.committees = -1, list[tuple[int, ...]]()
        self._seen = 0

    def run(self) -> Search:
        """Look at every committee that could be as good as the best so far."""
        votes = self._approvals.supporters()
        order = sorted(votes, key=lambda n: (-votes[n], n))
        self._extend((), 0, order, np.zeros(len(self._approvals.weights), np.intp))
        return self

    def _extend(self, chosen: tuple[int, ...], score: int, left: list[int], held: Held) -> None:
        self._seen += 1
        if self._seen > LIMIT:
            raise BadParameterError(
                f"pav would have to look at more than {LIMIT} committees of {self._seats}; "
                "count by pav-sequential or equal-shares instead"
            )
        missing = self._seats - len(chosen)
        if not missing:
            self._keep(chosen, score)
            return
        gains = self._gains(left, held)
        # Nobody's gain grows when others join: the best gains now are a bound for any way to fill up.
        for place, candidate in enumerate(left[: len(left) - missing + 1]):
            bound = (
                score
                + gains[candidate]
                + sum(sorted(map(gains.__getitem__, left[place + 1 :]))[1 - missing :] if missing > 1 else ())
            )
            if bound >= self.best:
                more = held + self._approvals.of(candidate)
                self._extend((*chosen, candidate), score + gains[candidate], left[place + 1 :], more)

    def _gains(self, left: list[int], held: Held) -> dict[int, int]:
        papers = self._approvals.by_class(held, self._seats)
        return {n: sum(many * (self.unit // (m + 1)) for m, many in enumerate(papers[n - 1])) for n in left}

    def _keep(self, chosen: tuple[int, ...], score: int) -> None:
        if score > self.best:
            self.best, self.committees = score, []
        if score == self.best:
            self.committees.append(tuple(sorted(chosen)))


def pav(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Elect the best committee; its members stand in the order of their approvals."""
    approvals = read_approvals(ballots)
    approved = {n: many for n, many in approvals.supporters().items() if many}
    shown = Approvals(approvals.approves, approvals.weights, tuple(approved))
    found = Search(shown, min(seats, max(len(approved), 1))).run() if approved else None
    committees: list[tuple[int, ...]] = found.committees if found else [()]
    drawn, ties, question = Lots(lots), list[Tie](), None
    try:
        members = _drawn(ballots, committees, drawn, ties)
        drawn.done()
    except LotNeeded as needed:
        question, members = needed.question, _certain(committees)
    ordered = sorted(members, key=lambda n: (-approved[n], n))
    return committee(
        "pav",
        ballots,
        seats,
        approvals,
        [Elected(n, ballots.name(n), 1) for n in ordered],
        ties=ties,
        question=question,
        lots=lots,
        exhibits=(_satisfaction(found),),
    )


def _drawn(
    ballots: Ballots, committees: list[tuple[int, ...]], drawn: Lots, ties: list[Tie]
) -> tuple[int, ...]:
    """Ask for lots until one committee is left: each keeps the committees with the candidate drawn."""
    while len(committees) > 1:
        always = _certain(committees)
        open_ = tuple(sorted({n for each in committees for n in each if n not in always}))
        chosen = drawn.answer(LotQuestion(1, PARAGRAPH, "elect", open_, tuple(map(ballots.name, open_))))
        ties.append(Tie(1, PARAGRAPH, "elect", open_, chosen, "lot"))
        committees = [each for each in committees if chosen in each]
    return committees[0]


def _certain(committees: list[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(n for n in committees[0] if all(n in each for each in committees))


def _satisfaction(found: Search | None) -> Exhibit:
    total = f"{found.best}/{found.unit}" if found else "0"
    best = str(len(found.committees)) if found else "1"
    return Exhibit("satisfaction", ("best", "committees with it"), ((total, best),))


RULE = Rule(
    name="pav",
    title="Proportional approval voting",
    text="Thiele 1895; Janson, Phragmén's and Thiele's election methods (arXiv 1611.08826), section 4; exact",
    kind="committee",
    function=pav,
    aliases=("proportional-approval",),
)
