"""Sequential PAV (Thiele's addition method): each paper gives 1 / (1 + those elected that it approves); the highest sum is next.

Text: T. N. Thiele, "Om Flerfoldsvalg", Oversigt over det Kongelige Danske Videnskabernes Selskabs Forhandlinger 1895, 415-441; as
in S. Janson, "Phragmén's and Thiele's election methods" (arXiv 1611.08826), section 4.1. Equal sums are settled by lot.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["A", "B", "C"], [({1, 2}, 6), ({1}, 1), ({3}, 4)])
>>> count("pav-sequential", ballots, 2).winners
(1, 3)
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals, read_approvals
from mandat.counting.committees.in_turn import Best, elect_in_turn
from mandat.counting.result import Count, fraction
from mandat.counting.rule import Rule

PARAGRAPH = "section 4.1"


class HarmonicVotes:
    """How many of the elected each row approves, and the sums that follow."""

    def __init__(self, approvals: Approvals) -> None:
        self._approvals = approvals
        self._held = np.zeros(len(approvals.weights), np.intp)
        self._most = 0

    def best(self, left: Sequence[int]) -> Best | None:
        """Who has the highest sum."""
        papers = self._approvals.by_class(self._held, self._most + 1)
        sums = {n: _sum(papers[n - 1]) for n in left}
        highest = max(sums.values())
        return (fraction(highest), [n for n in left if sums[n] == highest]) if highest else None

    def take(self, candidate: int) -> None:
        """The papers that approve the elected weigh less from now on."""
        self._held[self._approvals.of(candidate)] += 1
        self._most += 1


def _sum(papers: list[int]) -> Fraction:
    return sum((Fraction(many, held + 1) for held, many in enumerate(papers) if many), Fraction(0))


def pav_sequential(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Elect one after another; the exhibit gives the sum at each election."""
    approvals = read_approvals(ballots)
    return elect_in_turn(
        "pav-sequential", PARAGRAPH, ballots, seats, approvals, HarmonicVotes(approvals), lots
    )


RULE = Rule(
    name="pav-sequential",
    title="Sequential proportional approval voting",
    text="Thiele 1895; Janson, Phragmén's and Thiele's election methods (arXiv 1611.08826), section 4.1",
    kind="committee",
    function=pav_sequential,
    aliases=("thiele", "seq-pav"),
)
