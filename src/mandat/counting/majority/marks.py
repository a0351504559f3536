"""Whom each paper marks, for rules in which ranks do not matter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import SKIPPED, Ballots, overvote_mark
from mandat.counting.errors import BadParameterError
from mandat.counting.sums import Sums, Weights, zeros
from mandat.language import msg


def marks(ballots: Ballots) -> NDArray[np.bool_]:
    """Shape (rows, candidates + 1): True where the row names the candidate with the number of the column.

    Marks for withdrawn candidates and unreadable ones are passed over.
    """
    ranked = ballots.rankings
    known = np.where(ranked == overvote_mark(len(ballots.candidates)), SKIPPED, ranked)
    named = np.zeros((ballots.rows, len(ballots.candidates) + 1), np.bool_)
    np.put_along_axis(named, known.astype(np.intp), values=True, axis=1)
    gone = [c.number for c in ballots.candidates if c.withdrawn]
    named[:, [SKIPPED, *gone]] = False
    return named


def points(ballots: Ballots, rule: str) -> Weights:
    """Shape (rows, candidates + 1): the points of each candidate, 0 where there are none.

    Raises `BadParameterError` for ballots without points.
    """
    if ballots.scores is None:
        raise BadParameterError(
            msg(
                "{rule} needs points: make the ballots with Ballots.from_scores, or read a table with a column of "
                "points for each candidate, ABIF or Pabulib"
            )(rule=rule)
        )
    given = zeros((ballots.rows, len(ballots.candidates) + 1), ballots.scores)
    np.put_along_axis(given, ballots.rankings.astype(np.intp), ballots.scores, axis=1)
    gone = [c.number for c in ballots.candidates if c.withdrawn]
    given[:, [SKIPPED, *gone]] = 0
    return given


def entitlement(votes: int | None, default: int, rule: str) -> int:
    """How many votes a voter has; `BadParameterError` if that is no number of votes."""
    found = default if votes is None else votes
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise BadParameterError(
            msg("{rule} was told that voters have {votes} votes; give a whole number of at least 1")(
                rule=rule, votes=repr(votes)
            )
        )
    return found


def votes_of(
    ballots: Ballots, named: NDArray[np.bool_], good: NDArray[np.bool_]
) -> tuple[dict[int, int], int]:
    """(The papers that name each candidate standing, all papers), of the rows that are `good`."""
    sums = Sums(ballots.weights)
    return {n: sums.of(good & named[:, n]) for n in ballots.standing}, sums.of(good)


def points_of(ballots: Ballots, given: Weights, good: NDArray[np.intp]) -> tuple[dict[int, int], int]:
    """(The points of each candidate standing, all papers), of the `good` rows, whose points are not below 0."""
    largest = int(given[good].max(initial=0))
    sums = Sums(ballots.weights, largest)
    return {n: sums.worth(good, given[good, n]) for n in ballots.standing}, sums.of(good)
