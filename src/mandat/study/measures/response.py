"""How fast the top answers a sudden change: members who otherwise stand still move at once, and the half-life is timed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mandat.study.opinions.assumed import Assumptions
from mandat.study.plan.making import Plan
from mandat.study.plan.times import DAYS
from mandat.study.simulation.running import Federation, Timing
from mandat.study.streams import Streams

STEP = 2.0
"""How far all members move, in units of their own spread."""


def half_life_days(plan: Plan, assumed: Assumptions, timing: Timing, streams: Streams) -> float:
    """Days until the top has made half of the members' change; infinite if not within the run.

    The moment of the change within the terms is drawn.
    """
    longest = max((line.term for line in plan.lines if line.term is not None), default=0.0)
    until = round(streams.named("moment").uniform(0, max(longest, timing.dt)) / timing.dt) + 1
    still = replace(assumed.still(), turnout=1.0)
    federation = Federation(plan, still, streams)
    now = 0.0
    for _ in range(until):
        federation.step(now)
        now += timing.dt
    before, members = _last(federation)
    away = (
        1.0 if members <= 1 / 2 else -1.0
    )  # from what leads, so that a body of one tendency has somewhere to go
    federation.people.shift(away * STEP)
    return _waited(federation, before, members, now, timing)


def _last(federation: Federation) -> tuple[float, float]:
    """The share of the last tendency at the top, and among the members."""
    top = federation.bodies.support[federation.bodies.kind(federation.plan.top)].sum(axis=0)
    members = federation.base_support.sum(axis=0)
    return float(top[-1] / max(1, top.sum())), float(members[-1] / members.sum())


def _waited(federation: Federation, before: float, members: float, begun: float, timing: Timing) -> float:
    now = begun
    for _ in range(timing.steps):
        federation.step(now)
        top, moved = _last(federation)
        if abs(top - before) >= abs(moved - members) / 2:
            return (now - begun) * DAYS
        now += timing.dt
    return float(np.inf)
