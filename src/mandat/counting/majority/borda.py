"""Borda count: with n candidates a first place gives n - 1 points, the next n - 2, the last none; the most points win.

Text: J.-C. de Borda, "Mémoire sur les élections au scrutin", Histoire de l'Académie Royale des Sciences 1781, 657-665. It
supposes complete rankings. Of those who share a rank each gets the mean of its places. What the unranked get says `unranked`:

- `mean`: they share the last places, as a shared rank would (the form in which points are halved victories).
- `zero`: nothing; who is ranked keeps the points of the place.
- `short`: nothing, and a paper that ranks k candidates gives k points to the first, 1 to the last ("modified Borda count",
  P. Emerson, Social Choice and Welfare 40 (2013), 353-358).

Totals have one decimal, since means can end in a half; ties are settled by lot. A candidate named twice counts where first named,
skipped ranks and unreadable marks are passed over.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2, 3), 4), ((2, 3, 1), 3), ((3,), 1)]
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], papers)
>>> [count("borda", ballots, 1, unranked=each).stages[0].totals for each in ("mean", "zero", "short")]
[(85, 105, 50), (80, 100, 50), (150, 170, 110)]
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import SKIPPED, Ballots
from mandat.counting.condorcet.pairwise import named_once
from mandat.counting.errors import BadParameterError
from mandat.counting.majority.most_votes import elect_most_votes
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.sums import Sums
from mandat.language import msg

WAYS = ("mean", "zero", "short")
HALF = 5
"""Half a point, in units of a tenth."""


def borda(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), unranked: str = "mean") -> Count:
    """Add up the points of the places. Raises `BadParameterError` for another way to treat the unranked."""
    if unranked not in WAYS:
        raise BadParameterError(
            msg("borda does not know what {unranked} gives the unranked; it is one of: {ways}")(
                unranked=repr(unranked), ways=", ".join(WAYS)
            )
        )
    halves, valid = _half_points(ballots, unranked)
    totals = {number: HALF * halves[number] for number in ballots.standing}
    found = elect_most_votes(
        "borda", ballots, seats, totals, lots=lots, paragraph="lot", valid=valid, precision=1
    )
    return msgspec.structs.replace(found, parameters=(("unranked", unranked),))


def _half_points(ballots: Ballots, unranked: str) -> tuple[list[int], int]:
    """(Twice the points of each candidate by number, valid papers)."""
    ranked, levels = _standing_places(ballots)
    many = len(ballots.standing)
    given = (ranked != SKIPPED).sum(axis=1)
    sums = Sums(ballots.weights, largest=2 * many + 2)
    totals = [0] * (len(ballots.candidates) + 1)
    for place in range(ranked.shape[1]):
        rows = np.flatnonzero(ranked[:, place])
        ahead = (levels[rows] < levels[rows, place][:, None]) & (ranked[rows] != SKIPPED)
        beside = (levels[rows] == levels[rows, place][:, None]) & (ranked[rows] != SKIPPED)
        first = 2 * (given[rows] if unranked == "short" else np.full(len(rows), many - 1))
        points = first - 2 * ahead.sum(axis=1) - (beside.sum(axis=1) - 1)
        _add(totals, sums, rows, ranked[rows, place], points)
    if unranked == "mean":
        _share_last_places(totals, sums, ballots, ranked, given, many)
    return totals, sums.of(np.flatnonzero(given))


def _share_last_places(
    totals: list[int],
    sums: Sums,
    ballots: Ballots,
    ranked: NDArray[np.intp],
    given: NDArray[np.intp],
    many: int,
) -> None:
    """Each unranked candidate gets the mean of the places from k to n - 1, doubled: n - 1 - k."""
    named = np.zeros((len(ranked), len(ballots.candidates) + 1), np.bool_)
    np.put_along_axis(named, ranked, values=True, axis=1)
    for number in ballots.standing:
        rows = np.flatnonzero(~named[:, number] & (given > 0))
        totals[number] += sums.worth(rows, (many - 1 - given[rows]).astype(np.int64))


def _add(
    totals: list[int],
    sums: Sums,
    rows: NDArray[np.intp],
    numbers: NDArray[np.intp],
    points: NDArray[np.intp],
) -> None:
    order = np.argsort(numbers, kind="stable")
    rows, numbers, points = rows[order], numbers[order], points[order]
    starts = np.flatnonzero(np.diff(numbers, prepend=0))
    if len(starts):
        worth = sums.in_runs(rows, points.astype(np.int64), starts)
        for number, each in zip(numbers[starts].tolist(), worth, strict=True):
            totals[number] += each


def _standing_places(ballots: Ballots) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """(Rankings with withdrawn candidates blanked, the level of each place: equal where a rank is shared)."""
    ranked = named_once(ballots).astype(np.intp)
    gone = [c.number for c in ballots.candidates if c.withdrawn]
    ranked[np.isin(ranked, gone)] = SKIPPED
    if ballots.tied is None:
        levels = np.broadcast_to(np.arange(ranked.shape[1]), ranked.shape)
    else:
        levels = np.cumsum(~ballots.tied, axis=1)
    return ranked, levels


RULE = Rule(
    name="borda",
    title="Borda count",
    text="Borda, Mémoire sur les élections au scrutin (1781); Emerson, Social Choice and Welfare 40 (2013) 353-358",
    kind="positional",
    function=borda,
    parameters=("unranked",),
)
