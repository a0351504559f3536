"""T15 to T19: one opinion and the seats that follow it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from math import exp

from mandat.study.exact import gaps
from mandat.study.gap.following import Followed, FollowedPath, by_recall, by_stagger, by_terms
from mandat.study.opinions.moving import OpinionDrift
from mandat.study.streams import Streams
from mandat.study.validation.check import ResultCheck, exactly

STEP = 0.001


def checks(streams: Streams) -> Iterator[ResultCheck]:
    """All of them. The expected value is that of the steps taken; in brackets the one of continuous time."""
    yield from _terms(streams)
    yield from _recall(streams)
    yield from _headline(streams)
    yield from _reverting(streams)


def _measured(result: str, what: str, expected: float, found: Followed) -> ResultCheck:
    mean, error = found.mean()
    return ResultCheck(result, what, expected, mean, error)


def _terms(streams: Streams) -> Iterator[ResultCheck]:
    path = FollowedPath(OpinionDrift(1.0), 0.01, 20_000)
    found = by_terms(path, 100, streams.named("T15"))
    yield _measured("T15", "all out every 1 (.5)", gaps.all_out_in_steps(1, 100, 0.01), found)
    found = by_terms(path, 100, streams.named("T15", "frozen"), frozen=20)
    yield _measured(
        "T15", "all out, lists frozen .2 before (.7)", gaps.all_out_in_steps(1, 100, 0.01, 20), found
    )
    found = by_stagger(path, 20, 5, streams.named("T16"))
    yield _measured("T16", "20 seats in turn every 1 (.3333)", gaps.staggered_in_steps(1, 20, 5, 0.01), found)
    fine = gaps.staggered_in_steps(1, 200, 1, 0.005)
    yield exactly("T16", "σ²T/3 for many seats (to 1 %)", 0.33, round(fine, 2))


def _recall(streams: Streams) -> Iterator[ResultCheck]:
    for threshold, delay, steps in ((1.0, 0.0, 60_000), (0.5, 0.2, 20_000), (1.0, 0.3, 60_000)):
        result = "T18" if delay else "T17"
        path = FollowedPath(OpinionDrift(1.0), STEP, steps, paths=300)
        late = round(delay / STEP)
        found = by_recall(path, threshold, streams.named(result, str(threshold)), late)
        limit = f"{gaps.recalled(1, threshold, delay):.4f}".lstrip("0")
        what = f"recall at {threshold:g}" + (f", {delay:g} late" if delay else "") + f" ({limit})"
        yield _measured(result, what, gaps.recalled_in_steps(1, threshold, STEP, late), found)


def _headline(streams: Streams) -> Iterator[ResultCheck]:
    """At equal effort recall is three times better than all-out, twice as good as staggered terms."""
    interval = gaps.between_recalls(1, 1)
    recall = gaps.recalled(1, gaps.threshold_of(1, interval))
    yield exactly("T17", "all-out / recall at equal effort", 3, gaps.all_out(1, interval) / recall)
    yield exactly("T17", "staggered / recall at equal effort", 2, gaps.staggered(1, interval) / recall)
    for threshold, delay, printed in ((0.5, 0.2, 0.1787), (1.0, 0.3, 0.3936)):
        what = f"formula of delay, θ = {threshold:g}, d = {delay:g}"
        yield exactly("T18", what, printed, round(gaps.recalled(1, threshold, delay), 4))
    found = by_recall(
        FollowedPath(OpinionDrift(1.0), STEP, 20_000, paths=300), 1.0, streams.named("T17", "effort")
    )
    mean, error = float(found.fillings.mean()), float(found.fillings.std(ddof=1) / 300**0.5)
    seen = 1 / ((1 + gaps.LATE * STEP**0.5) ** 2 + STEP / 4)
    # A path begins just after a filling: a renewal process that has run for t has (E τ² / 2 E τ² − 1) fillings less.
    begun = seen + (_spread_of_exit() / 2 - 0.5) / 20.0
    yield ResultCheck("T17", "recalls per unit of time at θ = 1 (1)", begun, mean, error)


def _spread_of_exit() -> float:
    """Var τ / (E τ)² of the time in which a Brownian motion leaves ±θ: 2/3."""
    return 2 / 3


def _reverting(streams: Streams) -> Iterator[ResultCheck]:
    kappa, dt, term = 2.0, 0.01, 100
    path = FollowedPath(OpinionDrift(1.0, kappa), dt, 20_000)
    expected = sum((1 - exp(-kappa * k * dt)) / kappa for k in range(term)) / term
    limit = f"{gaps.reverting(1, kappa, 1):.4f}".lstrip("0")
    yield _measured(
        "T19", f"all out every 1, κ = 2 ({limit})", expected, by_terms(path, term, streams.named("T19"))
    )
    better = [_advantage(kappa, streams) for kappa in (0.05, 0.5, 2.0)]
    shrinks = all(later < before for before, later in itertools.pairwise(better))
    listed = ", ".join(f"{each:.2f}" for each in better)
    yield exactly(
        "T19", f"θ = σ = 1: all-out / recall shrinks with κ = .05, .5, 2 ({listed})", 1, float(shrinks)
    )


def _advantage(kappa: float, streams: Streams) -> float:
    """Square gap of all-out terms over that of recall, at as many fillings."""
    path = FollowedPath(OpinionDrift(1.0, kappa), 0.005, 20_000)
    found = by_recall(path, 1.0, streams.named("T19", "recall", str(kappa)))
    return gaps.reverting(1, kappa, 1 / float(found.fillings.mean())) / found.mean()[0]
