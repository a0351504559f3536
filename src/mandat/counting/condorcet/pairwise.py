"""Every candidate against every other: how many papers prefer the one.

A ranked candidate is preferred to all who are not ranked; who share a rank, or are both not ranked, are equal (Debian
constitution, A.5.1). A candidate named twice counts where first named; skipped ranks and unreadable marks are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mandat.counting.ballots import SKIPPED, Ballots, Numbers, overvote_mark
from mandat.counting.errors import BadBallotsError
from mandat.counting.result import Exhibit
from mandat.counting.sums import Sums, Weights, zeros
from mandat.language import msg

MOST_CANDIDATES = 3000
"""Every two are a cell of the matrix that the result shows."""


@dataclass(frozen=True)
class Pairwise:
    """`over[a][b]`: papers that prefer candidate a to candidate b, by number (row and column 0 are empty).

    `options` are the numbers of the candidates standing; `valid` counts papers that name one of them.
    """

    over: tuple[tuple[int, ...], ...]
    options: tuple[int, ...]
    valid: int

    def margin(self, a: int, b: int) -> int:
        """By how many papers a leads b; below 0: trails."""
        return self.over[a][b] - self.over[b][a]

    def defeats(self, a: int, b: int) -> bool:
        """Whether more papers prefer a to b than b to a."""
        return self.over[a][b] > self.over[b][a]

    @cached_property
    def condorcet_winner(self) -> int | None:
        """Who defeats all others, if anybody does."""
        found = (a for a in self.options if all(self.defeats(a, b) for b in self.options if b != a))
        return next(found, None)

    def among(self, options: tuple[int, ...]) -> Pairwise:
        """The same comparisons for some of the candidates only."""
        return Pairwise(self.over, options, self.valid)

    def exhibit(self, ballots: Ballots) -> Exhibit:
        """The matrix: row over column."""
        names = tuple(ballots.name(n) for n in self.options)
        rows = tuple(
            (ballots.name(a), *("" if a == b else str(self.over[a][b]) for b in self.options))
            for a in self.options
        )
        return Exhibit("pairwise", ("over", *names), rows)


def pairwise(ballots: Ballots) -> Pairwise:
    """Compare all candidates standing, two by two.

    Counted by places, not by candidates: a paper with k names adds k (k - 1) / 2 pairs, and who is preferred to the unranked
    follows from how many papers name each: over[a][b] = named[a] - over_ranked[b][a] - equal[a][b].
    """
    if len(ballots.standing) > MOST_CANDIDATES:
        raise BadBallotsError(
            msg(
                "{count} candidates are too many to compare two by two (at most {most}); count by another rule"
            )(count=len(ballots.standing), most=MOST_CANDIDATES)
        )
    ranked = named_once(ballots)
    size = len(ballots.candidates) + 1
    sums = Sums(ballots.weights)
    over = sums.added(lambda weights: _over(ranked, ballots, weights, size).ravel().tolist())
    gone = np.ones(size, np.bool_)
    gone[list(ballots.standing)] = False
    valid = sums.of(np.flatnonzero((~gone[ranked]).any(axis=1)))
    rows = (tuple(over[start : start + size]) for start in range(0, size * size, size))
    return Pairwise(tuple(rows), ballots.standing, valid)


def _over(ranked: Numbers, ballots: Ballots, weights: Weights, size: int) -> Weights:
    """How many papers prefer the candidate of the row to the candidate of the column."""
    ahead, equal = _pairs(ranked, ballots, weights, size)
    named = zeros(size, weights)
    np.add.at(named, ranked.ravel().astype(np.intp), np.repeat(weights, ranked.shape[1]))
    named[SKIPPED] = 0
    over: Weights = named[:, None] - ahead.T - equal
    gone = np.ones(size, np.bool_)
    gone[list(ballots.standing)] = False
    over[gone], over[:, gone] = 0, 0
    np.fill_diagonal(over, 0)
    return over


def _pairs(ranked: Numbers, ballots: Ballots, weights: Weights, size: int) -> tuple[Weights, Weights]:
    """(Papers that rank a before b, papers that rank both alike), among papers that rank both."""
    ahead, equal = zeros(size * size, weights), zeros(size * size, weights)
    level = None if ballots.tied is None else np.cumsum(~ballots.tied, axis=1, dtype=np.int32)
    for second in range(1, ranked.shape[1]):
        rows = np.flatnonzero(ranked[:, second])
        each, later = weights[rows], ranked[rows, second].astype(np.int64)
        for first in range(second):
            pair = ranked[rows, first].astype(np.int64) * size + later
            if level is None:
                np.add.at(ahead, pair, each)
                continue
            same = level[rows, first] == level[rows, second]
            np.add.at(ahead, pair[~same], each[~same])
            np.add.at(equal, pair[same], each[same])
    both = equal.reshape(size, size)
    return ahead.reshape(size, size), both + both.T


def named_once(ballots: Ballots) -> Numbers:
    """The rankings with unreadable marks and every second mention of a candidate blanked."""
    if ballots.is_plain:
        return ballots.rankings
    ranked = ballots.rankings.copy()
    ranked[ranked == overvote_mark(len(ballots.candidates))] = SKIPPED
    for place in range(1, ranked.shape[1]):
        again = (ranked[:, :place] == ranked[:, place : place + 1]).any(axis=1)
        ranked[again, place] = SKIPPED
    return ranked
