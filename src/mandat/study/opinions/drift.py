"""Drift: each member's liking of each tendency moves at random, together with all others, with the base, and alone.

A member prefers the tendency liked best. With two tendencies only the difference matters, and one number per member is kept.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.members import Bases, MemberCounts
from mandat.study.opinions.moving import OpinionDrift
from mandat.study.streams import Streams

Likings = NDArray[np.float32]
BLOCK = 1 << 16
"""So many members are moved at a time: their numbers stay in the processor's cache."""


class Drift:
    """Members of ``bases`` under these assumptions; rows of ``own`` are tendencies (or the one difference), columns members."""

    def __init__(self, assumed: Assumptions, bases: Bases, streams: Streams) -> None:
        self.assumed, self.bases = assumed, bases
        self.rows = 1 if assumed.tendencies == 2 else assumed.tendencies
        self._all, self._shock = streams.named("opinion", "common"), streams.named("opinion", "shocks")
        self._base, self._one = streams.named("opinion", "local"), streams.named("opinion", "personal")
        reversion = partial(OpinionDrift, kappa=assumed.reversion)
        self._common, self._local = reversion(assumed.common), reversion(assumed.local)
        self._personal = reversion(assumed.personal)
        self.common = np.zeros(self.rows)
        self.local = np.zeros((self.rows, bases.sizes.size))
        self.apart = assumed.local_spread * self._base.standard_normal(self.local.shape)
        self.own = np.empty((self.rows, bases.members), dtype=np.float32)
        self._one.standard_normal(out=self.own, dtype=np.float32)
        self.own *= np.float32(assumed.spread)
        self.moved = np.zeros_like(self.own) if assumed.reversion and assumed.personal else None

    def step(self, dt: float) -> None:
        """Let ``dt`` years pass."""
        self._common.step(self.common, dt, self._all)
        self._local.step(self.local, dt, self._base)
        many = self._shock.poisson(self.assumed.shocks * dt)
        if many:
            self.common += self.assumed.shock * self._shock.standard_normal((many, self.rows)).sum(axis=0)
        if self.assumed.personal:
            self._step_members(dt)

    def _step_members(self, dt: float) -> None:
        spread, kept = np.float32(self._personal.spread(dt)), np.float32(self._personal.kept(dt))
        moving = (self.own if self.moved is None else self.moved).reshape(-1)
        noise = np.empty(min(BLOCK, moving.size), dtype=np.float32)
        for start in range(0, moving.size, BLOCK):
            block = moving[start : start + BLOCK]
            drawn = noise[: block.size]
            self._one.standard_normal(out=drawn, dtype=np.float32)
            drawn *= spread
            if self.moved is not None:
                block *= kept
            block += drawn

    def shift(self, by: float) -> None:
        """Move all members towards the last tendency."""
        self.common[-1] += by

    def _shared(self) -> NDArray[np.float32]:
        """What all members of a base share: rows × bases."""
        found: NDArray[np.float32] = (self.common[:, None] + self.local + self.apart).astype(np.float32)
        return found

    def _likings(self) -> Likings:
        """Rows × members, everything added up."""
        shared = np.repeat(self._shared(), self.bases.sizes, axis=1)
        shared += self.own
        if self.moved is not None:
            shared += self.moved
        return shared

    def _beyond(self, margin: float) -> MemberCounts:
        """With two tendencies: how many of each base like the second more than the first by over ``margin``."""
        if self.moved is not None or self.bases.even is None:
            return self.bases.per_base(self._likings()[0] > margin)
        level = np.float32(margin) - self._shared()[0]
        beyond = self.own[0].reshape(-1, self.bases.even) > level[:, None]
        found: MemberCounts = np.count_nonzero(beyond, axis=1).astype(np.int64)
        return found

    def support(self) -> MemberCounts:
        """Per base the members who prefer each tendency."""
        if self.rows == 1:
            second = self._beyond(0.0)
            return np.stack((self.bases.sizes - second, second), axis=1)
        return self.bases.tally(self._likings().argmax(axis=0), self.rows)

    def against(self) -> MemberCounts:
        """Per base the members who like another tendency more, by over their loyalty."""
        loyalty = self.assumed.loyalty
        if self.rows == 1:
            # Who does not like the second less than the first by over the margin is not against the second.
            first = self._beyond(loyalty)
            second = self.bases.sizes - self._beyond(-loyalty)
            return np.stack((first, second), axis=1)
        likings = self._likings()
        best = likings.max(axis=0) - np.float32(loyalty)
        return np.stack([self.bases.per_base(best > row) for row in likings], axis=1)
