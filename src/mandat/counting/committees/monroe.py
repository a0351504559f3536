"""Monroe from approvals: every member represents as many papers as any other, and most papers have one whom they approve.

Text: B. L. Monroe, "Fully proportional representation", American Political Science Review 89 (1995), 925-940, with approvals
for points as in M. Lackner and P. Skowron, "Multi-winner voting with approval preferences" (Springer 2023), rule 4: each paper
is given to one member, each member gets papers / seats, rounded down or up, and the best committee is that with most papers
given to a member whom they approve. BestFound exactly, by branch and bound (see `best.LIMIT`). Between equally good committees a
lot decides, candidate by candidate. Papers that approve nobody are given to somebody too.

How many papers of a committee can be given to a member they approve: the least, over all sets T of members, of the papers that
approve somebody in T and the places of the members outside T (maximum flow, minimum cut).

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["A", "B", "C"], [({1, 2}, 7), ({3}, 1)])
>>> count("monroe", ballots, 2).winners, count("chamberlin-courant", ballots, 2, lots=(1,)).winners
((1, 2), (1, 3))
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals, read_approvals
from mandat.counting.committees.best import BestFound, BranchAndBound, Committee, best_committee
from mandat.counting.committees.chamberlin_courant import represented
from mandat.counting.committees.patterns import approving_any
from mandat.counting.result import Count
from mandat.counting.rule import Rule

PARAGRAPH = "rule 4"


class MostEvenlyRepresented(BranchAndBound):
    """All committees with most papers given to a member they approve; Chamberlin-Courant's sum is the bound."""

    def __init__(self, approvals: Approvals, seats: int, papers: int) -> None:
        super().__init__(
            approvals, seats, [1] + [0] * (seats - 1), "monroe", "sequential-phragmen or equal-shares"
        )
        self._given, self._places = approvals, divmod(papers, seats)

    def judge(self, chosen: Committee, score: int) -> int:
        """The most papers that can be given to a member they approve."""
        del score
        fewest, larger = self._places
        every = (1 << len(chosen)) - 1
        return min(
            papers + outside * fewest + min(outside, larger)
            for inside, papers in enumerate(approving_any(self._given.by_pattern(chosen)))
            for outside in [(every & ~inside).bit_count()]
        )


def monroe(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Elect the committee that represents most papers when all members represent as many."""
    approvals = read_approvals(ballots)

    def search(shown: Approvals, places: int) -> BestFound:
        return MostEvenlyRepresented(shown, places, ballots.total).run()

    return best_committee("monroe", PARAGRAPH, ballots, seats, approvals, search, represented, lots)


RULE = Rule(
    name="monroe",
    title="Monroe (approvals)",
    text="Monroe, APSR 89 (1995) 925-940; Lackner and Skowron (2023), rule 4; exact",
    kind="committee",
    function=monroe,
)
