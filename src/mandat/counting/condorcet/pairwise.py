"""Every candidate against every other: how many papers prefer the one.

A ranked candidate is preferred to all who are not ranked; who share a rank, or are both not ranked, are equal (Debian
constitution, A.5.1). A candidate named twice counts where first named; skipped ranks and unreadable marks are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import SKIPPED, Ballots, Numbers, overvote_mark
from mandat.counting.result import Exhibit


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
    ranked = _named_once(ballots)
    size = len(ballots.candidates) + 1
    ahead, equal = _pairs(ranked, ballots, size)
    named = _sum_by(ranked.ravel(), np.repeat(ballots.weights, ranked.shape[1]), size)
    over = named[:, None] - ahead.T - equal
    gone = np.ones(size, np.bool_)
    gone[list(ballots.standing)] = False
    over[gone], over[:, gone] = 0, 0
    np.fill_diagonal(over, 0)
    valid = int(ballots.weights[(~gone[ranked]).any(axis=1)].sum())
    return Pairwise(tuple(map(tuple, over.tolist())), ballots.standing, valid)


def _pairs(ranked: Numbers, ballots: Ballots, size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(Papers that rank a before b, papers that rank both alike), among papers that rank both."""
    ahead = np.zeros(size * size, np.int64)
    equal = np.zeros(size * size, np.int64)
    level = None if ballots.tied is None else np.cumsum(~ballots.tied, axis=1, dtype=np.int32)
    for second in range(1, ranked.shape[1]):
        rows = np.flatnonzero(ranked[:, second])
        weights, later = ballots.weights[rows], ranked[rows, second].astype(np.int64)
        for first in range(second):
            pair = ranked[rows, first].astype(np.int64) * size + later
            if level is None:
                _add(ahead, pair, weights)
                continue
            same = level[rows, first] == level[rows, second]
            _add(ahead, pair[~same], weights[~same])
            _add(equal, pair[same], weights[same])
    both = equal.reshape(size, size)
    return ahead.reshape(size, size), both + both.T


def _add(sums: NDArray[np.int64], places: NDArray[np.int64], weights: NDArray[np.int64]) -> None:
    """Add each weight at its place, in integers (`bincount` with weights would go through floats)."""
    np.add.at(sums, places, weights)


def _sum_by(places: Numbers, weights: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    sums = np.zeros(size, np.int64)
    _add(sums, places.astype(np.int64), weights)
    sums[SKIPPED] = 0
    return sums


def _named_once(ballots: Ballots) -> Numbers:
    """The rankings with unreadable marks and every second mention of a candidate blanked."""
    if ballots.is_plain:
        return ballots.rankings
    ranked = ballots.rankings.copy()
    ranked[ranked == overvote_mark(len(ballots.candidates))] = SKIPPED
    for place in range(1, ranked.shape[1]):
        again = (ranked[:, :place] == ranked[:, place : place + 1]).any(axis=1)
        ranked[again, place] = SKIPPED
    return ranked
