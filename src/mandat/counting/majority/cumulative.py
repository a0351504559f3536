"""Cumulative vote: each voter spreads a number of votes over candidates as they like, even all on one; most votes win.

Text: California Corporations Code, section 708 (a) to (c): a shareholder has as many votes as directors are to be elected
(`votes` gives another number) and may give them to one candidate or distribute them; those with the highest number of votes are
elected. A paper that gives more is void. Papers either give points (`Ballots.from_scores`) or name a candidate once for each
vote. Equal votes are settled by lot.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2, 3), 5), ((3, 3, 3), 4)])
>>> found = count("cumulative", ballots, 3)
>>> found.stages[0].totals
(5, 5, 17)
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import Ballots
from mandat.counting.majority.marks import entitlement, points, points_of
from mandat.counting.majority.most_votes import elect_most_votes
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.sums import Weights


def cumulative(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), votes: int | None = None
) -> Count:
    """Add up the votes on papers that give at least one and at most `votes` (default: as many as seats)."""
    allowed = entitlement(votes, seats, "cumulative")
    given = points(ballots, "cumulative") if ballots.scores is not None else _times_named(ballots)
    good = _at_most(given, allowed)
    totals, valid = points_of(ballots, given, good)
    found = elect_most_votes("cumulative", ballots, seats, totals, lots=lots, paragraph="lot", valid=valid)
    return found if votes is None else msgspec.structs.replace(found, parameters=(("votes", votes),))


def _at_most(given: Weights, allowed: int) -> NDArray[np.intp]:
    """The rows that give at least one vote and at most `allowed`, none below 0; sums are taken where they cannot overflow."""
    good = np.flatnonzero(((given >= 0) & (given <= allowed)).all(axis=1))
    many = given[good].astype(np.object_).sum(axis=1)
    return good[np.flatnonzero((many > 0) & (many <= allowed))]


def _times_named(ballots: Ballots) -> NDArray[np.int64]:
    """How often each row names each candidate: one vote each time."""
    numbers = np.arange(len(ballots.candidates) + 1)
    times = np.stack([(ballots.rankings == n).sum(axis=1) for n in numbers], axis=1).astype(np.int64)
    gone = [c.number for c in ballots.candidates if c.withdrawn]
    times[:, [0, *gone]] = 0
    return times


RULE = Rule(
    name="cumulative",
    title="Cumulative vote",
    text="California Corporations Code, section 708 (a) to (c); ties by lot",
    kind="score",
    function=cumulative,
    sees="times",
    spare=0,
    parameters=("votes",),
)
