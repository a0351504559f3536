"""Chamberlin-Courant from approvals: the committee in which most papers have at least one member they approve.

Text: J. R. Chamberlin and P. N. Courant, "Representative deliberations and representative decisions", American Political
Science Review 77 (1983), 718-733, with approvals for points as in M. Lackner and P. Skowron, "Multi-winner voting with approval
preferences" (Springer 2023), rule 3. BestFound exactly, by branch and bound, which is possible for small elections only (see
`best.LIMIT`). Between equally good committees a lot decides, candidate by candidate.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["A", "B", "C"], [({1, 2}, 6), ({1}, 1), ({3}, 4)])
>>> count("chamberlin-courant", ballots, 2).winners
(1, 3)
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals, read_approvals
from mandat.counting.committees.best import BestFound, BranchAndBound, best_committee
from mandat.counting.result import Count, Exhibit
from mandat.counting.rule import Rule

PARAGRAPH = "rule 3"


def chamberlin_courant(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Elect the committee that represents most papers."""

    def search(approvals: Approvals, places: int) -> BestFound:
        worth = [1] + [0] * (places - 1)
        return BranchAndBound(
            approvals, places, worth, "chamberlin-courant", "sequential-phragmen or equal-shares"
        ).run()

    approvals = read_approvals(ballots)
    return best_committee(
        "chamberlin-courant", PARAGRAPH, ballots, seats, approvals, search, represented, lots
    )


def represented(found: BestFound | None) -> Exhibit:
    """How many papers the best committees represent, and how many such committees there are."""
    row = (str(found.best), str(len(found.committees))) if isinstance(found, BranchAndBound) else ("0", "1")
    return Exhibit("represented", ("papers", "committees with it"), (row,))


RULE = Rule(
    name="chamberlin-courant",
    title="Chamberlin-Courant (approvals)",
    text="Chamberlin and Courant, APSR 77 (1983) 718-733; Lackner and Skowron (2023), rule 3; exact",
    kind="committee",
    function=chamberlin_courant,
    aliases=("cc",),
)
