"""Voter model: members copy one another.

Source: R. Holley and T. Liggett, "Ergodic theorems for weakly interacting infinite systems and the voter model", Ann. Prob. 3
(1975). All at once (``copy_at_once``) it is the Wright-Fisher model of W. Ewens (1979); one by one, the Moran model.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.members import Bases, MemberCounts
from mandat.study.streams import Streams

Choices = NDArray[np.int8]


class Voter:
    """Each member has a tendency and, ``contacts`` times a year, takes over that of a member drawn at random."""

    def __init__(self, assumed: Assumptions, bases: Bases, streams: Streams) -> None:
        self.assumed, self.bases = assumed, bases
        self._random = streams.named("opinion", "voter")
        self.choice = _first_choices(assumed, bases, self._random)

    def step(self, dt: float) -> None:
        """Let ``dt`` years pass: contacts · dt of the members copy (several rounds where that is more than all)."""
        left = self.assumed.contacts * dt
        while left > 0:
            self._copy(min(1.0, left))
            left -= 1.0

    def _copy(self, part: float) -> None:
        found = copied(self.choice, self.bases, self._random)
        if self.assumed.outside:
            abroad = self._random.random(found.size, dtype=np.float32) < self.assumed.outside
            found[abroad] = self._random.choice(self.choice, int(abroad.sum()))
        if part < 1:
            idle = self._random.random(found.size, dtype=np.float32) >= part
            found[idle] = self.choice[idle]
        self.choice = found

    def shift(self, by: float) -> None:
        """Move the share ``by`` of all members to the last tendency; below 0, to the first."""
        turned = self._random.random(self.choice.size, dtype=np.float32) < abs(by)
        self.choice[turned] = self.assumed.tendencies - 1 if by > 0 else 0

    def support(self) -> MemberCounts:
        """Per base the members of each tendency."""
        if self.assumed.tendencies == 2:
            second = self.bases.per_base(self.choice.view(np.bool_))
            return np.stack((self.bases.sizes - second, second), axis=1)
        return self.bases.tally(self.choice, self.assumed.tendencies)

    def against(self) -> MemberCounts:
        """Whoever is of another tendency."""
        return self.bases.sizes[:, None] - self.support()


def _first_choices(assumed: Assumptions, bases: Bases, random: np.random.Generator) -> Choices:
    """Draw each base's leaning (by ``local_spread``), then its members one by one."""
    leaning = np.exp(assumed.local_spread * random.standard_normal((bases.sizes.size, assumed.tendencies)))
    upto = np.cumsum(leaning / leaning.sum(axis=1, keepdims=True), axis=1)
    drawn = random.random(bases.members)
    choice = np.zeros(bases.members, dtype=np.int8)
    for tendency in range(assumed.tendencies - 1):
        choice += drawn > upto[bases.number, tendency]
    return choice


def copied(choice: Choices, bases: Bases, random: np.random.Generator) -> Choices:
    """All at once: everybody takes over the choice of a member of the own base, perhaps their own."""
    if bases.even is None:
        among = (random.random(choice.size) * np.repeat(bases.sizes, bases.sizes)).astype(np.int64)
        return choice.take(np.repeat(bases.starts[:-1], bases.sizes) + among)
    of = random.integers(bases.even, size=choice.size, dtype=np.int32)
    of.reshape(-1, bases.even)[...] += np.arange(0, choice.size, bases.even, dtype=np.int32)[:, None]
    return choice.take(of)


def copied_one_by_one(choices: NDArray[np.int8], random: np.random.Generator) -> None:
    """One update in each row, in place: one member takes over the choice of another."""
    rows, members = choices.shape
    who = random.integers(members, size=rows)
    other = (who + random.integers(1, members, size=rows)) % members
    row = np.arange(rows)
    choices[row, who] = choices[row, other]
