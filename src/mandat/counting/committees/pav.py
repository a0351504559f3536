"""Proportional approval voting: the committee with the most satisfaction, 1 + 1/2 + … + 1/m for a paper with m elected.

Text: T. N. Thiele, "Om Flerfoldsvalg" (1895), 415-441; as in S. Janson, "Phragmén's and Thiele's election methods" (arXiv
1611.08826), section 4 (Thiele's optimization method). The best committee is found exactly, by branch and bound, which is possible
for small elections only: beyond `best.LIMIT` committees looked at the count is refused. Between equally good committees a lot
decides, candidate by candidate.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["A", "B", "C"], [({1, 2}, 6), ({1}, 1), ({3}, 4)])
>>> count("pav", ballots, 2).winners
(1, 3)
"""

from __future__ import annotations

from math import lcm

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals, read_approvals
from mandat.counting.committees.best import BestFound, BranchAndBound, best_committee
from mandat.counting.result import Count, Exhibit
from mandat.counting.rule import Rule

PARAGRAPH = "section 4"


class MostSatisfaction(BranchAndBound):
    """All committees with the highest satisfaction, in units of 1 / lcm(1 … seats)."""

    def __init__(self, approvals: Approvals, seats: int) -> None:
        self.unit = lcm(*range(1, seats + 1))
        worth = [self.unit // (held + 1) for held in range(seats)]
        super().__init__(approvals, seats, worth, "pav", "pav-sequential or equal-shares")


def pav(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Elect the best committee; its members stand in the order of their approvals."""

    def search(approvals: Approvals, places: int) -> BestFound:
        return MostSatisfaction(approvals, places).run()

    return best_committee(
        "pav", PARAGRAPH, ballots, seats, read_approvals(ballots), search, _satisfaction, lots
    )


def _satisfaction(found: BestFound | None) -> Exhibit:
    total, best = "0", "1"
    if isinstance(found, MostSatisfaction):
        total, best = f"{found.best}/{found.unit}", str(len(found.committees))
    return Exhibit("satisfaction", ("best", "committees with it"), ((total, best),))


RULE = Rule(
    name="pav",
    title="Proportional approval voting",
    text="Thiele 1895; Janson, Phragmén's and Thiele's election methods (arXiv 1611.08826), section 4; exact",
    kind="committee",
    function=pav,
    aliases=("proportional-approval",),
)
