"""The measures of one run, by name. Each is one number; intervals come from many runs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from mandat.study.exact.indices import cdf_area
from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.moving import Floats
from mandat.study.plan import engine
from mandat.study.plan.making import Plan
from mandat.study.plan.times import DAYS
from mandat.study.plan.world import Ints
from mandat.study.simulation.course import NAMES, RunCourse
from mandat.study.streams import Streams

NEAR = 0.05
"""A top body whose shares are all in all within so much of the members' counts as following them."""

MEASURES = (
    "gap",
    "square_gap",
    "gallagher",
    "cdf_area",
    "inverted",
    "deficit",
    "wrong_decisions",
    "no_decision",
    "lag_days",
    "apart",
    "age_years",
    "oldest_years",
    "elections",
    "ballots",
    "hours",
    "turnover",
    "recalls",
    "false_recalls",
    "cascade",
    "vacant",
    "unrepresented",
)
"""In the order of reports. Rates are per year; ``hours`` per member and year; ``turnover`` per seat and year."""


def measured(course: RunCourse, plan: Plan, assumed: Assumptions, streams: Streams) -> dict[str, float]:
    """All measures of a run."""
    return {
        **_fidelity(course),
        **_majorities(course),
        **_decisions(course, plan, streams),
        **_time(course),
        **_effort(course, assumed),
        **_tiers(course, plan.top),
        "vacant": float(course.vacant.mean()),
        "unrepresented": float(
            ((course.top == 0) & (course.members > 1 / max(1, course.top_seats))).any(axis=1).mean()
        ),
    }


def distance(shares: Floats, others: Floats) -> Floats:
    """Loosemore-Hanby at each step: what share of one would have to change to make the other; 0 to 1."""
    found: Floats = np.abs(shares - others).sum(axis=1) / 2
    return found


def _fidelity(course: RunCourse) -> dict[str, float]:
    apart = distance(course.members, course.top)
    squares = ((course.members - course.top) ** 2).sum(axis=1) / 2
    area = [cdf_area(v, s) for v, s in zip(course.members.tolist(), course.top.tolist(), strict=True)]
    return {
        "gap": float(apart.mean()),
        "square_gap": float(squares.mean()),
        "gallagher": float(np.sqrt(squares).mean()) * 100,
        "cdf_area": float(np.mean(area)),
        "apart": float((apart > NEAR).mean()),
    }


TIER = "gap of "
"""Before the kind of body: its distance from the members, all bodies of the kind together."""


def _tiers(course: RunCourse, top: str) -> dict[str, float]:
    """The distance of each tier below the top."""
    return {
        f"{TIER}{kind}": float(distance(course.members, shares).mean())
        for kind, shares in course.tiers.items()
        if kind != top
    }


def _majorities(course: RunCourse) -> dict[str, float]:
    """How often the largest tendency at the top is not the members' largest, and by how much fewer of them lead."""
    leading = course.top.argmax(axis=1)
    own = course.members[np.arange(leading.size), leading]
    most = course.members.max(axis=1)
    return {"inverted": float((own < most).mean()), "deficit": float((most - own).mean())}


def _decisions(course: RunCourse, plan: Plan, streams: Streams) -> dict[str, float]:
    """A question each month on which each tendency takes a side by lot: does the top decide as its members would?"""
    random = streams.named("questions")
    every = max(1, round(30.4 / DAYS / max(1e-9, float(course.times[1] - course.times[0]))))
    wrong, undecided, asked = 0, 0, 0
    for step in range(0, course.times.size, every):
        side = _sides(course.top.shape[1], random)
        yes = float(course.members[step] @ side)
        if yes == 0.5:
            continue
        carried = _carried(plan, course.top_counts[step], side)
        asked += 1
        undecided += carried is None
        wrong += carried is not None and carried != (yes > 0.5)
    return {"wrong_decisions": wrong / max(1, asked), "no_decision": undecided / max(1, asked)}


def _sides(tendencies: int, random: np.random.Generator) -> NDArray[np.bool_]:
    side = random.random(tendencies) < 0.5
    if side.all() or not side.any():
        side[random.integers(tendencies)] ^= True
    return side


def _carried(plan: Plan, counts: Ints, side: NDArray[np.bool_]) -> bool | None:
    yes, no = int(counts[side].sum()), int(counts[~side].sum())
    if yes + no == 0:
        return None
    if plan.decision is None:
        return None if yes == no else yes > no
    result = _result(plan, yes, no)
    return None if result in (None, "no-quorum", "tied", "open") else result == "carried"


@lru_cache(maxsize=20_000)
def _result(plan: Plan, yes: int, no: int) -> str | None:
    assert plan.decision is not None
    return engine.result(plan.decision, yes, no, yes + no)


def _time(course: RunCourse) -> dict[str, float]:
    return {
        "lag_days": lag(course.members, course.top, float(course.times[1] - course.times[0])) * DAYS,
        "age_years": float(course.age.mean()),
        "oldest_years": float(course.oldest.mean()),
    }


def lag(members: Floats, top: Floats, dt: float) -> float:
    """By how much the top comes after the members, in years: where their cross-correlation is highest.

    At most a third of the run. Each tendency counts by how much the members moved. Nothing moved: 0.

    >>> wave = np.stack((np.sin(np.arange(300) / 20), -np.sin(np.arange(300) / 20)), axis=1)
    >>> round(lag(wave[7:], wave[:-7], 1.0))
    7
    """
    best, found = -np.inf, 0
    for shift in range(members.shape[0] // 3):
        ours, theirs = members[: members.shape[0] - shift], top[shift:]
        agreement = _correlation(ours, theirs)
        if agreement > best + 1e-9:
            best, found = agreement, shift
    return found * dt if np.isfinite(best) else 0.0


def _correlation(ours: Floats, theirs: Floats) -> float:
    ours, theirs = ours - ours.mean(axis=0), theirs - theirs.mean(axis=0)
    size = sqrt(float((ours**2).sum()) * float((theirs**2).sum()))
    return float((ours * theirs).sum()) / size if size > 1e-12 else -np.inf


def _effort(course: RunCourse, assumed: Assumptions) -> dict[str, float]:
    years = course.times.size * float(course.times[1] - course.times[0])
    total: Mapping[str, float] = dict(zip(NAMES, (course.events.sum(axis=0) / years).tolist(), strict=True))
    held = total["elections"] + total["votes"]
    hours = total["ballots"] * assumed.hours_vote + held * assumed.hours_election
    hours += total["signed"] * assumed.hours_vote / 5
    recalls = total["recalls"]
    return {
        "elections": held,
        "ballots": total["ballots"],
        "hours": hours / course.people,
        "turnover": total["changed"] / max(1, course.seats),
        "recalls": recalls,
        "false_recalls": total["false_recalls"] / recalls if recalls else 0.0,
        "cascade": float(course.events[:, NAMES.index("recalls")].max()),
    }
