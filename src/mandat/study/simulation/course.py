"""What was seen in one run: shares at each step, and how much of everything happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from mandat.study.opinions.moving import Floats
from mandat.study.plan.world import Ints


@dataclass(slots=True)
class Events:
    """Counts of one step, or of many."""

    elections: int = 0
    ballots: int = 0
    changed: int = 0
    recalls: int = 0
    false_recalls: int = 0
    votes: int = 0
    signed: int = 0

    def row(self) -> tuple[int, ...]:
        """In the order of ``NAMES``."""
        return tuple(getattr(self, name) for name in NAMES)


NAMES = ("elections", "ballots", "changed", "recalls", "false_recalls", "votes", "signed")


@dataclass(frozen=True, eq=False)
class RunCourse:
    """One run. ``times`` in years; ``members`` and ``top``: steps × tendencies, shares; ``tiers`` the same by kind of body.

    ``events``: steps × ``NAMES``. ``vacant``: share of the top's seats without holder; ``age``, ``oldest``: of its seats, years.
    ``people`` is how many members, ``seats`` how many posts there are in all lines.
    """

    times: Floats
    members: Floats
    top: Floats
    tiers: Mapping[str, Floats]
    events: Ints
    vacant: Floats
    age: Floats
    oldest: Floats
    top_counts: Ints
    people: int
    seats: int
    top_seats: int


@dataclass(eq=False)
class Seen:
    """A course while it is being seen."""

    steps: int
    tendencies: int
    kinds: tuple[str, ...]
    at: int = 0
    times: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.times = np.zeros(self.steps)
        self.members = np.zeros((self.steps, self.tendencies))
        self.tiers = {kind: np.zeros((self.steps, self.tendencies)) for kind in self.kinds}
        self.events = np.zeros((self.steps, len(NAMES)), dtype=np.int64)
        self.vacant, self.age, self.oldest = (np.zeros(self.steps) for _ in range(3))
        self.top_counts = np.zeros((self.steps, self.tendencies), dtype=np.int64)
