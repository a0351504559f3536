"""Petrograd in 1917: members whose opinion moves as the city's votes did, under one rulebook after the other.

Every member has a fixed place on the line Kadet – Menshevik – SR – Bolshevik, drawn so that members of one base are alike; the
borders between the tendencies move from the shares of August to those of November, in a straight line, and then stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from mandat.bylaws.model import Bylaws
from mandat.bylaws.telling.explaining import Supposed
from mandat.study.history.figures import PETROGRAD
from mandat.study.measures.measured import distance
from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.members import Bases, MemberCounts
from mandat.study.plan.making import plan
from mandat.study.plan.times import DAYS
from mandat.study.simulation.course import Seen
from mandat.study.simulation.running import Federation, finished
from mandat.study.streams import Streams

LINE = ("Kadet", "Menshevik", "SR", "Bolshevik")
SWING_DAYS, WATCHED_DAYS, STEP_DAYS = 84.0, 365.0, 7.0
RULEBOOKS = (
    "template:federation",
    "template:union-local",
    "template:co-operative",
    "template:parliament",
    "rulebook:d01-soviet-republic-1918",
    "rulebook:d02-national-guard-1871",
    "rulebook:d03-auto-workers",
    "rulebook:d05-metalworkers",
    "rulebook:d07-anarcho-syndicalists",
    "rulebook:d13-european-union",
)
"""Under which Petrograd is run, where no others are named."""
ALIKE = 0.3
"""Which part of the variance of places lies between bases."""


class Moved:
    """Members on the line, with borders that move."""

    def __init__(self, bases: Bases, streams: Streams, begin: Sequence[float], end: Sequence[float]) -> None:
        self.bases, self.begin, self.end = bases, np.array(begin), np.array(end)
        random = streams.named("opinion", "places")
        own, common = random.standard_normal(bases.members), random.standard_normal(bases.sizes.size)
        self.place = np.sqrt(1 - ALIKE) * own + np.sqrt(ALIKE) * common[bases.number]
        self.years = 0.0

    def step(self, dt: float) -> None:
        """Let ``dt`` years pass."""
        self.years += dt

    def shift(self, by: float) -> None:
        """Move all towards the last tendency."""
        self.place += by

    def _choice(self) -> NDArray[np.int64]:
        part = min(1.0, self.years * DAYS / SWING_DAYS)
        upto = np.cumsum(self.begin + part * (self.end - self.begin))[:-1]
        borders = [NormalDist().inv_cdf(min(1 - 1e-9, max(1e-9, float(share)))) for share in upto]
        found: NDArray[np.int64] = np.searchsorted(borders, self.place).astype(np.int64)
        return found

    def support(self) -> MemberCounts:
        """Per base the members of each tendency."""
        return self.bases.tally(self._choice(), len(LINE))

    def against(self) -> MemberCounts:
        """Whoever is of another tendency."""
        return self.bases.sizes[:, None] - self.support()


@dataclass(frozen=True, slots=True)
class Swung:
    """``days``: until the Bolsheviks lead at the top (None: not within a year); the mean gap over the year; recalls."""

    name: str
    top: str
    members_days: float | None
    days: float | None
    gap: float
    recalls: int


def swung(name: str, bylaws: Bylaws, supposed: Supposed, seed: int = 1, top: str | None = None) -> Swung:
    """One rulebook. The assumptions beside the swing: nobody loyal, everybody attentive, two weeks to organise."""
    made = plan(bylaws, supposed, top)
    streams = Streams(seed)
    first, last = (_shares(PETROGRAD[when]) for when in ("1917-08", "1917-11"))
    assumed = Assumptions(tendencies=len(LINE), loyalty=0, personal=0)
    people = Moved(made.bases, streams, first, last)
    federation = Federation(made, assumed, streams, people)
    steps = round(WATCHED_DAYS / STEP_DAYS)
    seen = Seen(steps, len(LINE), made.tiers)
    for step in range(steps):
        now = step * STEP_DAYS / DAYS
        if step:
            people.step(STEP_DAYS / DAYS)
        federation.look(seen, now, federation.step(now))
    course = finished(federation, seen)
    recalls = int(course.events[:, 3].sum())
    return Swung(
        name,
        made.top,
        _leads(course.members),
        _leads(course.top),
        float(distance(course.members, course.top).mean()),
        recalls,
    )


def _shares(votes: Mapping[str, int]) -> list[float]:
    given = [votes.get(name, 0) for name in LINE]
    return [each / sum(given) for each in given]


def _leads(shares: NDArray[np.floating]) -> float | None:
    """From when on the last tendency leads to the end, in days."""
    behind = np.flatnonzero(shares.argmax(axis=1) != len(LINE) - 1)
    first = 0 if behind.size == 0 else int(behind[-1]) + 1
    return None if first == shares.shape[0] else first * STEP_DAYS
