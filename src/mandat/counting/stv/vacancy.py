"""The papers that elected a member, counted again for that one seat: the recount of Hare-Clark.

- Local Government Act 1993 (Tasmania), schedule 8, clause 1: the papers are, if the member had the quota of
  first preferences, all papers with that first preference, otherwise all papers counted for the member at the
  time of election, transferred ones included; each is worth what it was worth then.
- Massachusetts General Laws, chapter 54A, section 13, takes the ballots credited to the member at the end of the
  count (so does the rule `cambridge`, whose ballots move whole), and says how to go on: choices for the elected and for
  those who do not stand are disregarded (a), each paper goes to its first choice among those who stand (b),
  who has more than half of the votes that show one is elected (c), otherwise the lowest is defeated, until
  one has more than all others (d, e).

Equal lowest: the latest stage at which they differed, then a lot.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import Ballots
from mandat.counting.reading import Papers
from mandat.counting.result import Count
from mandat.counting.stv.gregory import transfer_excluded
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.table import SortingTable
from mandat.counting.stv.whole import WholePapers
from mandat.counting.sums import Weights


@dataclass
class ElectingPapers:
    """Watches a count and keeps the papers that lay with `member` when the member was elected, and their
    values.
    """

    member: int
    rows: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))
    values: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    weights: Weights | None = None
    found: bool = False

    def look(self, count: Proceedings, table: SortingTable) -> None:
        """Called after every election of a count."""
        if not self.found and any(e.candidate == self.member for e in count.elected):
            self.rows = table.pile(self.member)
            self.values = table.value[self.rows].copy()
            self.found = True

    def look_at_end(self, count: Proceedings, held: WholePapers) -> None:
        """Called after a count of whole papers: those credited to the member then, each worth one vote."""
        if any(e.candidate == self.member for e in count.elected):
            rows, papers = np.unique(np.array(held.rows(self.member), np.intp), return_counts=True)
            self.rows, self.weights = rows, papers.astype(np.int64)
            self.values = np.full(len(rows), count.unit, np.int64)
            self.found = True


def recount(
    rule: str,
    ballots: Ballots,
    papers: Papers,
    held: ElectingPapers,
    *,
    precision: int,
    lots: tuple[int, ...],
) -> Count:
    """Elect one of the candidates who stand in `ballots` by the papers in `held`, which are rows of
    `papers`.
    """
    weights = papers.weights[held.rows] if held.weights is None else held.weights
    part = Papers(papers.rankings[held.rows], weights, papers.source[held.rows], 0)
    count = Proceedings.open(rule, ballots, part, 1, precision=precision, lots=lots)
    count.note("countback", "papers-of-vacating")
    return count.conclude(lambda: _procedure(count, held.values))


def _procedure(count: Proceedings, values: NDArray[np.int64]) -> None:
    table = count.table()
    table.value[:] = values
    count.close_stage("first preferences", transfers=count.credit(table, 0, table.sort(table.all_rows())))
    while len(count.continuing) > 1 and not _majority(count):
        loser = count.lowest(count.continuing, "exclude", "latest", "section 13(d)")
        count.exclude(loser)
        transfer_excluded(count, table, [loser])
    if count.continuing:
        count.elect([max(count.continuing, key=lambda c: count.totals[c])])


def _majority(count: Proceedings) -> bool:
    votes = [count.totals[c] for c in count.continuing]
    return 2 * max(votes) > sum(votes)
