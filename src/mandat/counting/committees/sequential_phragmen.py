"""Sequential Phragmén: each elected candidate is a load of 1 on the papers approving it, spread so that no paper carries much.

Text: E. Phragmén, "Sur une méthode nouvelle pour réaliser, dans les élections, la représentation proportionnelle des partis",
Öfversigt af Kongl. Vetenskaps-Akademiens Förhandlingar 51 (1894), 133-137; as in S. Janson, "Phragmén's and Thiele's election
methods" (arXiv 1611.08826), section 3. Next elected is the candidate whose supporters would carry the least each, their old
loads and the new one shared equally: (1 + sum of their loads) / number of them. Equal loads are settled by lot.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["A", "B", "C"], [({1, 2}, 6), ({3}, 4)])
>>> count("sequential-phragmen", ballots, 2, lots=(1,)).winners
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

PARAGRAPH = "section 3"


class Loads:
    """The loads of the papers, by class: rows of one class carry the same load.

    All supporters of a candidate carry the same once it is elected, so there are few classes, and few fractions.
    """

    def __init__(
        self, approvals: Approvals, classes: Sequence[int] | None = None, loads: Sequence[Fraction] = ()
    ) -> None:
        self._approvals = approvals
        given = np.zeros(len(approvals.weights), np.intp) if classes is None else np.array(classes, np.intp)
        self._classes = given
        self._loads = list(loads) or [Fraction(0)]

    def best(self, left: Sequence[int]) -> Best | None:
        """Whose supporters would carry least."""
        papers = self._approvals.by_class(self._classes, len(self._loads))
        carried = {n: load for n in left if (load := self._carried(papers[n - 1])) is not None}
        if not carried:
            return None
        least = min(carried.values())
        return fraction(least), [n for n in left if carried.get(n) == least]

    def take(self, candidate: int) -> None:
        """Put the load on the supporters: a class of their own."""
        papers = self._approvals.by_class(self._classes, len(self._loads))
        load = self._carried(papers[candidate - 1])
        assert load is not None
        self._classes[self._approvals.of(candidate)] = len(self._loads)
        self._loads.append(load)

    def _carried(self, papers: list[int]) -> Fraction | None:
        supporters = sum(papers)
        if not supporters:
            return None
        before = sum(
            (many * load for many, load in zip(papers, self._loads, strict=True) if many), Fraction(1)
        )
        return before / supporters


def sequential_phragmen(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Elect one after another; the exhibit gives the load of the supporters at each election."""
    approvals = read_approvals(ballots)
    return elect_in_turn("sequential-phragmen", PARAGRAPH, ballots, seats, approvals, Loads(approvals), lots)


RULE = Rule(
    name="sequential-phragmen",
    title="Sequential Phragmén",
    text="Phragmén 1894; Janson, Phragmén's and Thiele's election methods (arXiv 1611.08826), section 3",
    kind="committee",
    function=sequential_phragmen,
    aliases=("seq-phragmen", "phragmen"),
)
