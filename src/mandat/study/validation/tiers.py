"""T1 to T8: majorities upon majorities."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import pi, sqrt

import numpy as np
from numpy.typing import NDArray

from mandat.study.exact.tiers import (
    decisive,
    inversion,
    least_share,
    majority,
    majority_deficit,
    two_tier,
    upward,
)
from mandat.study.seats.tiers import carried
from mandat.study.streams import Streams
from mandat.study.validation.check import ResultCheck, counted, exactly

TRIALS = 40_000


def checks(streams: Streams) -> Iterator[ResultCheck]:
    """All of them."""
    yield from _least()
    yield from _galam(streams)
    yield from _keeping(streams)
    yield from _jury(streams)
    yield from _decisive(streams)
    yield from _inversions(streams)
    yield from _deficit()


def _every_vote(members: int) -> NDArray[np.int8]:
    return np.array(list(product((0, 1), repeat=members)), dtype=np.int8)


def _least() -> Iterator[ResultCheck]:
    votes = _every_vote(9)
    won = carried(votes, [3, 3])[:, 0] == 1
    yield exactly(
        "T1", "least share through 3×3", float(least_share([3, 3])), votes[won].sum(axis=1).min() / 9
    )
    yield exactly("T1", "least share, three tiers of 3", 8 / 27, float(least_share([3] * 3)))
    block = (
        np.repeat(np.repeat([1, 1, 0], 3), 3) * np.tile(np.repeat([1, 1, 0], 3), 3) * np.tile([1, 1, 0], 9)
    )
    top = carried(block[None, :].astype(np.int8), [3, 3, 3])[0, 0]
    yield exactly("T1", "8 of 27 win three tiers of 3", 1, float(top))


def _galam(streams: Streams) -> Iterator[ResultCheck]:
    random = streams.named("T2")
    shares = upward(Fraction(45, 100), 3, 6)
    for tier, printed in enumerate((0.425, 0.389, 0.336, 0.263, 0.171, 0.077)):
        yield exactly(
            "T2", f"share after {tier + 1} tiers of 3 from .45", printed, round(float(shares[tier]), 3)
        )
    slope = (majority(Fraction(1, 2) + Fraction(1, 10**6), 3) - Fraction(1, 2)) * 10**6
    yield exactly("T2", "slope at one half", 1.5, round(float(slope), 9))
    votes = (random.random((TRIALS // 4, 3**6)) < 0.45).astype(np.int8)
    yield counted(
        "T2", "six tiers of 3 from .45, simulated", float(shares[5]), carried(votes, [3] * 6)[:, 0] == 1
    )


def _keeping(streams: Streams) -> Iterator[ResultCheck]:
    point = (1 + sqrt(13)) / 6
    kept = majority(Fraction(point), 4, "against")
    yield exactly("T3", "unstable point of groups of 4, ties keep", point, float(kept))
    votes = (streams.named("T3").random((TRIALS, 16)) < point).astype(np.int8)
    top = carried(votes, [4, 4], keeps=0)[:, 0] == 1
    yield counted("T3", "two tiers of 4 at that point, simulated", point, top)


def _jury(streams: Streams) -> Iterator[ResultCheck]:
    random = streams.named("T4")
    p = Fraction(6, 10)
    for size, printed in ((3, 0.648), (5, 0.68256), (9, 0.73343)):
        yield exactly("T4", f"jury of {size}, p = .6", printed, round(float(majority(p, size)), 5))
    yield exactly("T4", "two tiers 3×3, p = .6", 0.71552, round(float(two_tier(p, 3, 3)), 5))
    high = Fraction(55, 100)
    yield exactly("T4", "jury of 121, p = .55", 0.86543, round(float(majority(high, 121)), 5))
    yield exactly("T4", "two tiers 11×11, p = .55", 0.82123, round(float(two_tier(high, 11, 11)), 5))
    votes = (random.random((TRIALS, 121)) < 0.55).astype(np.int8)
    yield counted("T4", "11×11 simulated", float(two_tier(high, 11, 11)), carried(votes, [11, 11])[:, 0] == 1)
    yield counted("T4", "121 simulated", float(majority(high, 121)), carried(votes, [121])[:, 0] == 1)


def _decisive(streams: Streams) -> Iterator[ResultCheck]:
    yield exactly("T5", "one of 9 decides", 70 / 256, float(decisive(9)))
    others = streams.named("T5").random((TRIALS, 8)) < 0.5
    yield counted("T5", "one of 9 decides, simulated", float(decisive(9)), others.sum(axis=1) == 4)
    ratio = float(decisive(10001)) / sqrt(2 / (pi * 10001))
    yield exactly("T5", "√(2/πn) at n = 10001, to a thousandth", 1, round(ratio, 3))


def _inverted(margins: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Trials × districts: whether the districts' majority differs from that of the margins added up."""
    won = carried((margins > 0).astype(np.int8), [margins.shape[1]])[:, 0]
    found: NDArray[np.bool_] = (won == 1) != (margins.sum(axis=1) > 0)
    return found


def _inversions(streams: Streams) -> Iterator[ResultCheck]:
    random = streams.named("T6")
    normal, even = random.standard_normal, random.uniform
    yield counted("T6", "3 districts, uniform margins", 1 / 8, _inverted(even(-1, 1, (TRIALS, 3))))
    yield counted("T6", "3 districts, normal margins", 0.1623, _inverted(normal((TRIALS, 3))))
    yield counted(
        "T6", "many districts, normal margins", inversion(1), _inverted(normal((TRIALS // 4, 1001)))
    )
    yield counted("T6", "many districts, uniform margins", 1 / 6, _inverted(even(-1, 1, (TRIALS // 4, 1001))))
    for levels, printed in enumerate((0.2060, 0.2803, 0.3304, 0.3672), 1):
        yield exactly("T7", f"{levels} winner-take-all levels", printed, round(inversion(levels), 4))
    margins = streams.named("T7").standard_normal((4000, 61 * 61), dtype=np.float32)
    top = carried((margins > 0).astype(np.int8), [61, 61])[:, 0] == 1
    yield counted("T7", "two levels, simulated", inversion(2), top != (margins.sum(axis=1) > 0))


def _deficit() -> Iterator[ResultCheck]:
    deficit, share = majority_deficit(3, 3)
    yield exactly("T8", "mean majority deficit, 3×3", 0.10546875, float(deficit))
    yield exactly("T8", "share of votes inverted, 3×3", 0.10546875, float(share))
    votes = _every_vote(9)
    yes, top = votes.sum(axis=1, dtype=np.int64), carried(votes, [3, 3])[:, 0] == 1
    missing = np.maximum(yes, 9 - yes) - np.where(top, yes, 9 - yes)
    yield exactly(
        "T8", "the same through the tiers of a study", (9 * 70 / 256 - 9 / 4) / 2, float(missing.mean())
    )
