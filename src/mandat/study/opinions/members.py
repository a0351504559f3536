"""What every model of opinions answers, and the bases that it counts by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from mandat.language import msg
from mandat.study.errors import StudyError

MemberCounts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Bases:
    """The base assemblies by size. Members stand in one row, base after base."""

    sizes: MemberCounts

    def __post_init__(self) -> None:
        if self.sizes.size == 0 or int(self.sizes.min()) < 1:
            raise StudyError(msg("a base assembly has no members; give each at least one"))

    @cached_property
    def members(self) -> int:
        """All members together."""
        return int(self.sizes.sum())

    @cached_property
    def starts(self) -> MemberCounts:
        """Where each base begins in the row of members, and the end of the last."""
        return np.concatenate(([0], np.cumsum(self.sizes)))

    @cached_property
    def number(self) -> NDArray[np.int32]:
        """The base of each member."""
        return np.repeat(np.arange(self.sizes.size, dtype=np.int32), self.sizes)

    @cached_property
    def even(self) -> int | None:
        """The size of every base, if they are all equal."""
        first = int(self.sizes[0])
        return first if bool((self.sizes == first).all()) else None

    def per_base(self, holds: NDArray[np.bool_]) -> MemberCounts:
        """How many members of each base a truth holds for."""
        if self.even is not None:
            even: MemberCounts = np.count_nonzero(holds.reshape(-1, self.even), axis=1).astype(np.int64)
            return even
        found: MemberCounts = np.add.reduceat(holds, self.starts[:-1], dtype=np.int64)
        return found

    def tally(self, choice: NDArray[np.integer], tendencies: int) -> MemberCounts:
        """Members of each base (rows) by what they chose (columns)."""
        cells = self.number * np.int32(tendencies) + choice
        found: MemberCounts = np.bincount(cells, minlength=self.sizes.size * tendencies).reshape(
            -1, tendencies
        )
        return found


class Opinion(Protocol):
    """Members whose opinions move."""

    def step(self, dt: float) -> None:
        """Let ``dt`` years pass."""
        ...

    def shift(self, by: float) -> None:
        """Move all members towards the last tendency, at once: a step whose response can be timed."""
        ...

    def support(self) -> MemberCounts:
        """Per base (rows) the members who prefer each tendency (columns)."""
        ...

    def against(self) -> MemberCounts:
        """Per base the members who would rather have another than a delegate of each tendency, loyalty reckoned in."""
        ...
