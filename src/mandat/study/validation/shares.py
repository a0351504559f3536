"""T9 to T12, T20 to T22: lots, seats from shares, indices."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from mandat import counting
from mandat.study.exact import indices
from mandat.study.exact.allocation import d_hondt_bias, d_hondt_possible, d_hondt_sure, swing_ratio
from mandat.study.exact.samples import lot_variance, nested_lots_variance, sample_majority
from mandat.study.seats.allocation import Sharing, d_hondt, hare, lots, sainte_lague
from mandat.study.streams import Streams
from mandat.study.validation.check import ResultCheck, counted, exactly, sampled

TRIALS = 40_000


def checks(streams: Streams) -> Iterator[ResultCheck]:
    """All of them."""
    yield from _lots(streams)
    yield from _bias(streams)
    yield from _thresholds()
    yield from _cube(streams)
    yield from _false_recall(streams)
    yield from _indices()
    yield from _paradox()


def _lots(streams: Streams) -> Iterator[ResultCheck]:
    random = streams.named("T9")
    drawn = random.hypergeometric(60, 140, 20, TRIALS) / 20
    yield sampled("T9", "20 of 200 by lot: unbiased", 0.3, drawn)
    expected = float(lot_variance(Fraction(3, 10), 20, 200))
    yield sampled("T9", "20 of 200 by lot: variance", expected, (drawn - 0.3) ** 2)
    share = np.full(TRIALS, 0.3)
    for size in (50, 20, 10):
        share = random.binomial(size, share) / size
    nested = float(nested_lots_variance(Fraction(3, 10), [50, 20, 10]))
    yield exactly("T9", "nested lots of 50, 20, 10: formula", 0.034041, round(nested, 6))
    yield sampled("T9", "nested lots of 50, 20, 10: simulated", nested, (share - 0.3) ** 2)


def _bias(streams: Streams) -> Iterator[ResultCheck]:
    random = streams.named("T10")
    cuts = np.sort(random.integers(0, 10**9, (TRIALS // 4, 2)), axis=1)
    shares = np.diff(cuts, axis=1, prepend=0, append=10**9)
    votes = -np.sort(-shares, axis=1).astype(np.int64)
    seats = random.integers(200, 300, (votes.shape[0],))
    ways: tuple[tuple[str, Sharing], ...] = (
        ("D'Hondt", d_hondt),
        ("Sainte-Laguë", sainte_lague),
        ("Hare", hare),
    )
    for name, method in ways:
        found = method(votes, seats, lots(votes.shape[0], 3, random))
        beyond = found - votes / votes.sum(axis=1, keepdims=True) * seats[:, None]
        for place in (1, 2, 3):
            expected = float(d_hondt_bias(3, place)) if name == "D'Hondt" else 0.0
            yield sampled(
                "T10", f"{name}: seat bias of the party in place {place} of 3", expected, beyond[:, place - 1]
            )


def _thresholds() -> Iterator[ResultCheck]:
    yield exactly("T11", "D'Hondt, 5 seats: sure above", 1 / 6, float(d_hondt_sure(5)))
    yield exactly("T11", "D'Hondt, 5 seats, 3 parties: possible from", 1 / 7, float(d_hondt_possible(5, 3)))
    yield exactly("T11", "bureau of 22 seats: sure above", 1 / 23, float(d_hondt_sure(22)))
    can, must = _by_trial(840)
    yield exactly("T11", "least share that can win 1 of 5 beside two others, by trial", 1 / 7, can / 840)
    yield exactly("T11", "no more than 1/6 is sure, the next vote is (840 votes), by trial", 141, must)


def _by_trial(total: int) -> tuple[int, int]:
    """Of this many votes for three parties: the least that can win one of 5 seats by D'Hondt, and the least that must."""
    ours, theirs = np.meshgrid(np.arange(total + 1), np.arange(total + 1), indexing="ij")
    inside = ours + theirs <= total
    votes = np.stack((ours[inside], theirs[inside], (total - ours - theirs)[inside]), axis=1)
    seats = np.full(votes.shape[0], 5)
    lucky = d_hondt(votes, seats, np.tile([0, 1, 2], (votes.shape[0], 1)))[:, 0] > 0
    unlucky = d_hondt(votes, seats, np.tile([2, 0, 1], (votes.shape[0], 1)))[:, 0] > 0
    lost = votes[~unlucky, 0]
    return int(votes[lucky, 0].min()), int(lost.max()) + 1


def _cube(streams: Streams) -> Iterator[ResultCheck]:
    yield exactly("T12", "swing ratio 3 at σ = .133", 3.0, round(swing_ratio(0.133), 2))
    districts = streams.named("T12").standard_normal((400, 10_001)) * 0.133
    won = ((districts > -0.01).mean(axis=1) - (districts > 0.01).mean(axis=1)) / 0.02
    yield sampled(
        "T12",
        "swing ratio, 10,001 districts (slope over ±.01)",
        swing_ratio(0.133) * (1 - 0.01**2 / (6 * 0.133**2)),
        won,
    )


def _false_recall(streams: Streams) -> Iterator[ResultCheck]:
    drawn = streams.named("T20").hypergeometric(40, 60, 15, TRIALS)
    expected = float(sample_majority(100, 40, 15))
    yield counted("T20", "more than half of 15 of 100 object, 40 do", expected, 2 * drawn > 15)
    tails = [float(sample_majority(1000, 400, k)) for k in (25, 75, 125, 175)]
    falls = [later / before for before, later in itertools.pairwise(tails)]
    yield exactly(
        "T20", "false recalls fall at least by half per 50 more present", 1, float(max(falls) < 0.5)
    )


def _indices() -> Iterator[ResultCheck]:
    votes, seats = [50, 30, 20], [60, 30, 10]
    yield exactly("T21", "Gallagher", 10, indices.gallagher(votes, seats))
    yield exactly("T21", "Loosemore-Hanby", 10, indices.loosemore_hanby(votes, seats))
    yield exactly("T21", "Rae", 20 / 3, indices.rae(votes, seats))
    yield exactly("T21", "Sainte-Laguë", 7, indices.sainte_lague(votes, seats))
    yield exactly("T21", "D'Hondt", 1.2, indices.d_hondt(votes, seats))
    for index in (indices.gallagher, indices.loosemore_hanby, indices.rae):
        yield exactly("T21", f"60/40, all seats to one: {index.__name__}", 40, index([60, 40], [100, 0]))


def _paradox() -> Iterator[ResultCheck]:
    for seats, expected in ((10, (4, 4, 2)), (11, (5, 5, 1))):
        engine = tuple(counting.apportion("hare", {"A": 6, "B": 6, "C": 2}, seats).seats.values())
        ours = tuple(hare(np.array([[6, 6, 2]]), np.array([seats]), np.array([[0, 1, 2]]))[0])
        yield exactly("T22", f"6, 6, 2 for {seats} seats", 1, float(engine == ours == expected))
