"""Seats that take over a moving opinion when they are filled: by terms, one after the other, or by recall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mandat.study.opinions.moving import Floats, OpinionDrift


@dataclass(frozen=True, slots=True)
class Followed:
    """What many independent paths gave: the mean square gap of each, and fillings per unit of time of each."""

    square_gap: Floats
    fillings: Floats

    def mean(self) -> tuple[float, float]:
        """The mean square gap over the paths, and its standard error."""
        return float(self.square_gap.mean()), float(self.square_gap.std(ddof=1) / self.square_gap.size**0.5)


@dataclass(frozen=True, slots=True)
class FollowedPath:
    """The opinion's motion, steps of ``dt``, how many, and how many independent paths."""

    motion: OpinionDrift
    dt: float
    steps: int
    paths: int = 200

    def start(self, random: np.random.Generator) -> Floats:
        """An opinion in its long-run state for each path, or 0 where there is none."""
        return self.motion.stationary() * random.standard_normal(self.paths)


def by_terms(path: FollowedPath, term: int, random: np.random.Generator, frozen: int = 0) -> Followed:
    """All seats every ``term`` steps, from lists drawn up ``frozen`` steps before."""
    opinion = path.start(random)
    seat, listed = opinion.copy(), opinion.copy()
    total = np.zeros(path.paths)
    counted = 0
    for now in range(path.steps):
        if (now + frozen) % term == 0:
            listed = opinion.copy()
        if now % term == 0:
            seat = listed
        if now >= term:  # before that the first list has not been drawn up
            total += (opinion - seat) ** 2
            counted += 1
        path.motion.step(opinion, path.dt, random)
    return Followed(total / counted, np.full(path.paths, 1 / (term * path.dt)))


def by_stagger(path: FollowedPath, seats: int, every: int, random: np.random.Generator) -> Followed:
    """One of ``seats`` seats every ``every`` steps; the gap is that of their mean."""
    opinion = path.start(random)
    held = np.tile(opinion, (seats, 1))
    total = np.zeros(path.paths)
    begin = seats * every
    for now in range(path.steps):
        if now % every == 0:
            held[now // every % seats] = opinion
        if now >= begin:
            total += (opinion - held.mean(axis=0)) ** 2
        path.motion.step(opinion, path.dt, random)
    rate = 1 / (seats * every * path.dt)
    return Followed(total / (path.steps - begin), np.full(path.paths, rate))


def by_recall(path: FollowedPath, threshold: float, random: np.random.Generator, delay: int = 0) -> Followed:
    """Recalled when the gap is seen at the threshold; filled ``delay`` steps later, with the opinion of then."""
    opinion = path.start(random)
    seat = opinion.copy()
    waiting = np.full(path.paths, -1)
    total, fillings = np.zeros(path.paths), np.zeros(path.paths)
    for _ in range(path.steps):
        gap = opinion - seat
        waiting[(waiting < 0) & (np.abs(gap) >= threshold)] = delay
        filled = waiting == 0
        _fill(filled, seat, opinion, gap)
        fillings += filled
        waiting = np.where(waiting >= 0, waiting - 1, waiting)
        total += gap**2
        path.motion.step(opinion, path.dt, random)
    return Followed(total / path.steps, fillings / (path.steps * path.dt))


def _fill(filled: NDArray[np.bool_], seat: Floats, opinion: Floats, gap: Floats) -> None:
    seat[filled] = opinion[filled]
    gap[filled] = 0.0
