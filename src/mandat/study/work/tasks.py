"""One task of a study: one run of one rulebook. A task says everything; whoever does it needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import msgspec
import numpy as np

from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.explaining import Supposed
from mandat.study.comparing.varying import Change, assumption, changed
from mandat.study.measures.measured import distance, measured
from mandat.study.measures.response import half_life_days
from mandat.study.opinions.assumed import Assumptions
from mandat.study.plan.making import Plan, plan
from mandat.study.simulation.running import Timing, run
from mandat.study.streams import Streams

POINTS = 200
"""So many points of a run are kept for pictures."""

What = Literal["run", "null", "response"]


class Variant(msgspec.Struct, frozen=True):
    """A rulebook of a comparison: the text of a file, and the keys and assumptions changed in it."""

    name: str
    text: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """``number`` gives its place in the results; ``run`` its streams, the same for all variants."""

    number: int
    variant: Variant
    what: What
    run: int
    seed: int
    assumed: Assumptions
    timing: Timing
    sizes: tuple[tuple[str, tuple[int, int]], ...] = ()
    top: str | None = None


class Series(msgspec.Struct, frozen=True):
    """Shares over time, thinned out: ``times`` in years, then steps × tendencies."""

    times: tuple[float, ...]
    members: tuple[tuple[float, ...], ...]
    top: tuple[tuple[float, ...], ...]
    gap: tuple[float, ...]


class Done(msgspec.Struct, frozen=True):
    """What a task gave."""

    number: int
    variant: str
    what: str
    run: int
    measures: Mapping[str, float]
    series: Series | None = None


def perform(task: Task) -> Done:
    """Do one task; the same task gives the same result everywhere."""
    made, assumed = prepared(task.variant, task.assumed, task.sizes, task.top)
    streams = Streams(task.seed, task.run)
    if task.what == "response":
        found = {"half_life_days": half_life_days(made, assumed, task.timing, streams)}
        return Done(task.number, task.variant.name, task.what, task.run, found)
    people = assumed.still() if task.what == "null" else assumed
    course = run(made, people, task.timing, streams)
    found = measured(course, made, people, streams)
    kept = np.linspace(0, course.times.size - 1, min(POINTS, course.times.size)).astype(int)
    apart = distance(course.members, course.top)
    series = Series(
        tuple(course.times[kept].tolist()),
        tuple(map(tuple, course.members[kept].tolist())),
        tuple(map(tuple, course.top[kept].tolist())),
        tuple(apart[kept].tolist()),
    )
    return Done(task.number, task.variant.name, task.what, task.run, found, series if task.run == 0 else None)


@lru_cache(maxsize=64)
def prepared(
    variant: Variant, assumed: Assumptions, sizes: tuple[tuple[str, tuple[int, int]], ...], top: str | None
) -> tuple[Plan, Assumptions]:
    """The plan of a variant and what is assumed in it: made once in each process."""
    bylaws = load(variant.text)
    for key, value in variant.changes:
        other = assumption(assumed, key, value)
        if other is None:
            bylaws = changed(bylaws, key, value)
        else:
            assumed = other
    return plan(bylaws, Supposed(dict(sizes)), top), assumed
