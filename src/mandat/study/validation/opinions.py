"""T13 and T14: members who copy one another, and members who meet."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

import numpy as np
from numpy.typing import NDArray

from mandat.study.exact.chains import generations_to_agreement, heterozygosity, sweeps_to_agreement
from mandat.study.opinions.bounded import meet
from mandat.study.opinions.members import Bases
from mandat.study.opinions.voter import copied, copied_one_by_one
from mandat.study.streams import Streams
from mandat.study.validation.check import ResultCheck, counted, exactly, sampled

MEMBERS = 100


def checks(streams: Streams) -> Iterator[ResultCheck]:
    """All of them."""
    yield from _one_by_one(streams)
    yield from _at_once(streams)
    yield from _mixing(streams)
    yield from _bounded(streams)


def _half(rows: int, share: float = 0.5) -> NDArray[np.int8]:
    return np.tile((np.arange(MEMBERS) < share * MEMBERS).astype(np.int8), (rows, 1))


def _one_by_one(streams: Streams) -> Iterator[ResultCheck]:
    random, rows = streams.named("T13", "one by one"), 1000
    choices, steps = _half(rows, 0.3), np.zeros(rows)
    many = choices.sum(axis=1)
    for now in range(1, 400_000):
        running = (many > 0) & (many < MEMBERS)
        if not running.any():
            break
        part = choices[running]
        copied_one_by_one(part, random)
        choices[running] = part
        many[running] = part.sum(axis=1)
        steps[running] = now
    yield counted("T13", "fixation = initial share .3, one by one", 0.3, many == MEMBERS)
    yield sampled("T13", "sweeps to agreement from .3", sweeps_to_agreement(MEMBERS, 30), steps / MEMBERS)
    exact = sweeps_to_agreement(1000, 500)
    yield exactly(
        "T13", "N ln 2 sweeps from one half (N = 1000, to 1 %)", round(log(2), 2), round(exact / 1000, 2)
    )


def _at_once(streams: Streams) -> Iterator[ResultCheck]:
    random, rows = streams.named("T13", "at once"), 2000
    bases = Bases(np.full(rows, MEMBERS))
    choice, steps = _half(rows).reshape(-1), np.zeros(rows)
    for now in range(1, 20_000):
        choice = copied(choice, bases, random)
        many = bases.per_base(choice.view(np.bool_))
        running = (many > 0) & (many < MEMBERS)
        steps[running] = now
        if not running.any():
            break
    expected = generations_to_agreement(MEMBERS, 50)
    yield sampled("T13", "steps to agreement, all at once", expected, steps + 1)
    limit = generations_to_agreement(400, 200) / 800
    yield exactly("T13", "2N ln 2 steps (N = 400, to 1 %)", round(log(2), 2), round(limit, 2))


def _mixing(streams: Streams) -> Iterator[ResultCheck]:
    random, rows = streams.named("T13", "mixing"), 20_000
    bases = Bases(np.full(rows, 10))
    choice = np.tile(np.repeat([0, 1], 5).astype(np.int8), rows)
    mixed = bases.per_base(copied(choice, bases, random).view(np.bool_)) / 10
    expected = 0.25 * heterozygosity(10, at_once=True)
    yield sampled("T13", "E x(1−x) after a step, N = 10", expected, mixed * (1 - mixed))
    single = np.tile(np.repeat([0, 1], 5).astype(np.int8), (rows, 1))
    copied_one_by_one(single, random)
    share = single.mean(axis=1)
    expected = 0.25 * heterozygosity(10, at_once=False)
    yield sampled("T13", "E x(1−x) after one update, N = 10", expected, share * (1 - share))


def _bounded(streams: Streams) -> Iterator[ResultCheck]:
    random = streams.named("T14")
    start = random.random((1, 5000))
    for tolerance, clusters in ((0.6, 1), (0.2, 2)):
        place, falls = start.copy(), True
        for _ in range(400):
            before = place.var()
            random.permuted(place, axis=1, out=place)
            meet(place, tolerance)
            falls = falls and bool(place.var() <= before + 1e-15)
        yield exactly(
            "T14",
            f"tolerance {tolerance}: mean conserved",
            round(float(start.mean()), 9),
            round(float(place.mean()), 9),
        )
        yield exactly("T14", f"tolerance {tolerance}: variance never grows", 1, float(falls))
        yield exactly(
            "T14", f"tolerance {tolerance}: large clusters", clusters, _clusters(place[0], tolerance)
        )


def _clusters(place: NDArray[np.float64], tolerance: float) -> int:
    """Groups of at least one in twenty, at least half a tolerance apart."""
    groups = np.split(np.sort(place), np.flatnonzero(np.diff(np.sort(place)) > tolerance / 2) + 1)
    return sum(group.size >= place.size / 20 for group in groups)
