"""What a rule makes of papers that are not marked 1, 2, 3 … with one candidate at each rank.

Four answers, for each of three faults (a skipped rank, several candidates at one rank, a candidate named
again): `stop` (the preferences before it count, those from it on do not), `stop at two` (of skipped ranks:
one is passed over, two in a row stop), `pass over` (that mark is ignored), `void` (the whole paper is
invalid), `refuse` (the count is refused: such a paper cannot come from the ballots that the rule knows).
Marks for withdrawn candidates are passed over after that, by every rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import SKIPPED, Ballots, Numbers
from mandat.counting.errors import BadBallotsError
from mandat.counting.sums import Weights
from mandat.language import msg

ReadingAnswer = Literal["stop", "pass over", "stop at two", "void", "refuse"]


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """A rule's answers. The default suits laws that end a paper at the first preference that is not clear."""

    gap: ReadingAnswer = "stop"
    equal: ReadingAnswer = "stop"
    repeat: ReadingAnswer = "pass over"


@dataclass(frozen=True)
class Papers:
    """Papers as a rule reads them: strict rankings of standing candidates, no gaps.

    `rankings` has the shape (rows, places + 1); the last column is 0, so that every row ends in 0.
    `source[i]` is the row of the ballots that row i comes from; `invalid` counts papers that name nobody or
    were voided.
    """

    rankings: Numbers
    weights: Weights
    source: NDArray[np.intp]
    invalid: int

    @cached_property
    def valid(self) -> int:
        """How many papers count."""
        return int(self.weights.sum())


_GAP = msg("skips a rank")
_EQUAL = msg("gives several candidates the same rank")
_REPEAT = msg("names candidate {number} twice")


def read_papers(ballots: Ballots, reading: ReadingRule) -> Papers:
    """The papers of `ballots` as the rule with this `reading` sees them.

    Raises `BadBallotsError` where the rule refuses a fault, naming the ranking.
    """
    ranked = ballots.rankings
    rows = np.arange(ballots.rows)
    if not ballots.is_plain:
        odd = np.flatnonzero(~ballots.plain_rows)
        ranked = _mended(ranked, odd, [_read(ballots, row, reading) for row in odd.tolist()])
    ranked = _without_withdrawn(ranked, ballots)
    named = ranked[:, 0] != SKIPPED if ranked.shape[1] else np.zeros(len(ranked), np.bool_)
    weights = ballots.weights
    if not named.all():
        ranked, rows, weights = ranked[named], rows[named], weights[named]
    padded = np.zeros((len(ranked), ranked.shape[1] + 1), ranked.dtype)
    padded[:, :-1] = ranked
    invalid = 0 if weights is ballots.weights else int(ballots.weights.sum() - weights.sum())
    return Papers(padded, weights, rows, invalid)


def _read(ballots: Ballots, row: int, reading: ReadingRule) -> list[int]:
    seen: list[int] = []
    before: object = None
    for rank in ballots.ranking(row):
        again, before = rank == before == SKIPPED, rank
        if rank == SKIPPED:
            fault, words = reading.gap, _GAP()
        elif isinstance(rank, tuple):
            fault, words = reading.equal, _EQUAL()
        elif rank in seen:
            fault, words = reading.repeat, _REPEAT(number=rank)
        else:
            seen.append(rank)
            continue
        if fault == "refuse":
            marked = ballots.ranking(row)
            raise BadBallotsError(
                msg("the ranking {marked} {words}, which this rule does not allow")(
                    marked=str(marked), words=words
                )
            )
        if fault == "void":
            return []
        if fault == "stop" or (fault == "stop at two" and again):
            break
    return seen


def _mended(ranked: Numbers, rows: NDArray[np.intp], read: list[list[int]]) -> Numbers:
    """The table with other preferences in some rows."""
    table = ranked.copy()
    table[rows] = SKIPPED
    for row, numbers in zip(rows.tolist(), read, strict=True):
        table[row, : len(numbers)] = numbers
    return table


def _without_withdrawn(ranked: Numbers, ballots: Ballots) -> Numbers:
    gone = np.zeros(len(ballots.candidates) + 1, np.bool_)
    gone[[c.number for c in ballots.candidates if c.withdrawn]] = True
    if not gone.any() or not ranked.size:
        return ranked
    kept = np.where(gone[ranked], 0, ranked)
    # A stable sort of "is empty" moves the marks that remain to the front and keeps their order.
    order = np.argsort(kept == SKIPPED, axis=1, kind="stable")
    return np.take_along_axis(kept, order, axis=1)
