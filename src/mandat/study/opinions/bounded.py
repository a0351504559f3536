"""Bounded confidence: members who meet come closer, unless they are too far apart.

Source: G. Deffuant, D. Neau, F. Amblard, G. Weisbuch, "Mixing beliefs among interacting agents", Advances in Complex Systems 3
(2000). Opinions lie in [0, 1]; tendencies are the equal parts of it, in order.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.members import Bases, MemberCounts
from mandat.study.streams import Streams


class Bounded:
    """Members with a place in [0, 1]; ``contacts`` meetings a year, of the own base or, by ``outside``, of all."""

    def __init__(self, assumed: Assumptions, bases: Bases, streams: Streams) -> None:
        self.assumed, self.bases = assumed, bases
        self._random = streams.named("opinion", "bounded")
        apart = np.repeat(self._random.normal(0, assumed.local_spread / 4, bases.sizes.size), bases.sizes)
        self.place = np.clip(self._random.random(bases.members) + apart, 0, 1)

    def step(self, dt: float) -> None:
        """Let ``dt`` years pass: contacts · dt meetings of each member, on average."""
        for _ in range(self._random.poisson(self.assumed.contacts * dt)):
            if self._random.random() < self.assumed.outside:
                self._random.shuffle(self.place)  # members are told apart by nothing but their place
                meet(self.place[None, :], self.assumed.tolerance)
            else:
                self._meet_at_home()
        if self.assumed.shocks:
            moved = self._random.poisson(self.assumed.shocks * dt) * self.assumed.shock
            self.shift(moved * self._random.standard_normal())

    def _meet_at_home(self) -> None:
        if self.bases.even is not None:
            rows = self.place.reshape(-1, self.bases.even)
            self._random.permuted(rows, axis=1, out=rows)
            meet(rows, self.assumed.tolerance)
            return
        for start, end in zip(self.bases.starts[:-1], self.bases.starts[1:], strict=True):
            own = self.place[start:end]
            self._random.shuffle(own)
            meet(own[None, :], self.assumed.tolerance)

    def shift(self, by: float) -> None:
        """Move all members towards the last tendency, at most to the end."""
        np.clip(self.place + by, 0, 1, out=self.place)

    def _choice(self) -> NDArray[np.int64]:
        tendencies = self.assumed.tendencies
        return np.minimum((self.place * tendencies).astype(np.int64), tendencies - 1)

    def support(self) -> MemberCounts:
        """Per base the members of each tendency."""
        return self.bases.tally(self._choice(), self.assumed.tendencies)

    def against(self) -> MemberCounts:
        """Whoever is further from the tendency's middle than half its width and the loyalty."""
        many = self.assumed.tendencies
        reach = 0.5 / many + self.assumed.loyalty / 4
        middles = (np.arange(many) + 0.5) / many
        return np.stack([self.bases.per_base(np.abs(self.place - m) > reach) for m in middles], axis=1)


def meet(rows: NDArray[np.float64], tolerance: float) -> None:
    """In each row neighbours meet two by two, in place: both go to the middle if they are at most ``tolerance`` apart."""
    paired = rows[:, : rows.shape[1] // 2 * 2].reshape(rows.shape[0], -1, 2)
    apart = paired[..., 1] - paired[..., 0]
    move = np.where(np.abs(apart) <= tolerance, apart / 2, 0.0)
    paired[..., 0] += move
    paired[..., 1] -= move
