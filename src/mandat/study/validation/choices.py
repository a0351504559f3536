"""T23 to T27: power, paradoxes of majorities, and when to sign."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mandat.study.exact import negotiating
from mandat.study.exact.power import banzhaf, shapley_shubik
from mandat.study.streams import Streams
from mandat.study.validation.check import ResultCheck, exactly, sampled

TRIALS = 40_000


def checks(streams: Streams) -> Iterator[ResultCheck]:
    """All of them."""
    yield from _power()
    yield from _anscombe()
    yield from _offers(streams)
    yield from _demands(streams)
    yield from _waiting(streams)


def _power() -> Iterator[ResultCheck]:
    for voter, (power, pivot) in enumerate(((3 / 5, 2 / 3), (1 / 5, 1 / 6), (1 / 5, 1 / 6))):
        yield exactly(
            "T23",
            f"[51; 50, 49, 1] Banzhaf of voter {voter + 1}",
            power,
            float(banzhaf(51, [50, 49, 1])[voter]),
        )
        yield exactly(
            "T23",
            f"… Shapley-Shubik of voter {voter + 1}",
            pivot,
            float(shapley_shubik(51, [50, 49, 1])[voter]),
        )


def _anscombe() -> Iterator[ResultCheck]:
    """Every vote of 5 voters on 3 issues."""
    numbers = np.arange(2**15)
    votes = (numbers[:, None] >> np.arange(15) & 1).reshape(-1, 5, 3)
    won = votes == (2 * votes.sum(axis=1, keepdims=True) > 5)
    losers = (2 * won.sum(axis=2) < 3).sum(axis=1)
    often = won.mean(axis=(1, 2)) >= 0.75
    yield exactly(
        "T24",
        "3/4 on the winning side: votes in which most voters lose most issues",
        0,
        float((2 * losers[often] > 5).sum()),
    )
    yield exactly("T24", "below 3/4 there are such votes", 1, float((2 * losers[~often] > 5).any()))


def _offers(streams: Streams) -> Iterator[ResultCheck]:
    """The value of waiting equals the offer at which one is indifferent."""
    random, discount = streams.named("T25"), 0.9
    least = negotiating.reservation(discount)
    yield exactly("T25", "reservation, β = .9", 0.62679, round(least, 5))
    waited = random.geometric(1 - least, TRIALS)
    worth = discount**waited * random.uniform(least, 1, TRIALS)
    yield sampled("T25", "what waiting brings, simulated", least, worth)


def _demands(streams: Streams) -> Iterator[ResultCheck]:
    fair, own, most = 0.5, 0.1, 0.4
    asked, risk = negotiating.demand(fair, own, most)
    yield exactly("T26", "ask beyond the expected outcome", 0.15, asked - fair)
    yield exactly("T26", "risk of a break", 0.375, risk)
    costs = streams.named("T26").uniform(0, most, TRIALS)
    yield sampled("T26", "risk of a break, simulated", risk, (asked > fair + costs).astype(float))
    grid = np.linspace(fair, fair + most, 4001)
    taken = 1 - (grid - fair) / most
    gain = taken * grid + (1 - taken) * (fair - own)
    yield exactly("T26", "the best demand on a grid", asked, round(float(grid[gain.argmax()]), 9))


def _waiting(streams: Streams) -> Iterator[ResultCheck]:
    random = streams.named("T27")
    helped, worth, fallen, left, cost, rate = 0.5, 1.0, 0.25, 0.2, 0.1, 0.05
    expected = negotiating.value_of_waiting(helped, worth, fallen, left, cost, rate)
    comes, falls = random.exponential(1 / helped, TRIALS), random.exponential(1 / fallen, TRIALS)
    end = np.minimum(comes, falls)
    got = np.where(comes < falls, worth, left) * np.exp(-rate * end) - cost * -np.expm1(-rate * end) / rate
    yield sampled("T27", "value of waiting, simulated", expected, got)
