"""The mean square gap between a moving opinion and a seat, under terms and under recall.

The opinion moves as a Brownian motion with variance σ² per unit of time (or reverts to its mean); a seat has the opinion of
the moment it was filled. Terms: integrate σ²t. Recall at ±θ: from the martingales x² − σ²t and x⁴ − 6σ²∫x² − 3σ⁴t… (optional
stopping). A step of length dt sees the crossing late: the walk ends at θ + R with E R = ρσ√dt, ρ = −ζ(1/2)/√(2π) ≈ 0.5826,
and E R² = (ρ² + 1/4)σ²dt (D. Siegmund, "Corrected diffusion approximations in certain random walk problems", Adv. Appl.
Prob. 11 (1979); J. Chang, Y. Peres, "Ladder heights, Gaussian random walks and the Riemann zeta function", Ann. Prob. 25
(1997)). The same martingales in discrete time then give the mean over the steps.
"""

from __future__ import annotations

from math import exp, sqrt

LATE = 0.5825971579390106
"""ρ: how much too far, in steps of σ√dt, a Gaussian walk is when it is first seen beyond a level."""


def all_out(sigma: float, term: float, frozen: float = 0.0) -> float:
    """All seats every ``term``, lists frozen so long before: σ²(T/2 + f).

    >>> all_out(1, 2), all_out(1, 2, 0.5)
    (1.0, 1.5)
    """
    return sigma**2 * (term / 2 + frozen)


def staggered(sigma: float, term: float, frozen: float = 0.0) -> float:
    """Seats renewed one after the other, common drift; gap of the mean of all seats: σ²T/3 + σ²f."""
    return sigma**2 * (term / 3 + frozen)


def recalled(sigma: float, threshold: float, delay: float = 0.0) -> float:
    """Recall when the gap reaches ±θ, filled ``delay`` later: (θ⁴/6σ² + θ²d + σ²d²/2) / (θ²/σ² + d).

    >>> round(recalled(1, 0.5, 0.2), 4), round(recalled(1, 1, 0.3), 4)
    (0.1787, 0.3936)
    """
    s2 = sigma**2
    whole = threshold**4 / (6 * s2) + threshold**2 * delay + s2 * delay**2 / 2
    return whole / (threshold**2 / s2 + delay)


def between_recalls(sigma: float, threshold: float, delay: float = 0.0) -> float:
    """The mean time from one filling of the seat to the next: θ²/σ² + d."""
    return threshold**2 / sigma**2 + delay


def threshold_of(sigma: float, interval: float) -> float:
    """The threshold at which recalls come as often as elections every ``interval``: σ√T."""
    return sigma * sqrt(interval)


def all_out_in_steps(sigma: float, steps: int, dt: float, frozen: int = 0) -> float:
    """``all_out`` measured at the beginning of each of ``steps`` steps of a term: exact."""
    return sigma**2 * dt * ((steps - 1) / 2 + frozen)


def staggered_in_steps(sigma: float, seats: int, every: int, dt: float) -> float:
    """``seats`` seats, one renewed every ``every`` steps; square gap of their mean at the beginning of each step: exact.

    Seat j is j·every + k steps old; the gap of the mean is a sum of increments, the one i steps ago with the weight of the
    seats older than i.
    """
    total = 0.0
    for k in range(every):
        ages = [j * every + k for j in range(seats)]
        total += sum((sum(age >= i for age in ages) / seats) ** 2 for i in range(1, ages[-1] + 1))
    return sigma**2 * dt * total / every


def recalled_in_steps(sigma: float, threshold: float, dt: float, delay: int = 0) -> float:
    """``recalled`` measured at the beginning of each step of length ``dt``, ``delay`` in steps: up to terms of (σ√dt/θ)³."""
    step = sigma * sqrt(dt)
    second, fourth = _at_crossing(threshold, step)
    passed = second / step**2
    before = (fourth - 3 * step**2 * second) / (6 * step**2)
    waiting = delay * second + step**2 * delay * (delay - 1) / 2
    return (before + waiting) / (passed + delay)


def _at_crossing(threshold: float, step: float) -> tuple[float, float]:
    """E S² and E S⁴ where the walk is first seen beyond the threshold; of the overshoot two moments are known."""
    seen, spread = threshold + LATE * step, step**2 / 4
    return seen**2 + spread, seen**4 + 6 * seen**2 * spread


def reverting(sigma: float, kappa: float, term: float) -> float:
    """``all_out`` for an opinion that reverts to its mean at rate κ, in its stationary state.

    (σ²/κ)(1 − (1 − e^(−κT))/(κT)), which tends to σ²T/2 as κ → 0.

    >>> abs(reverting(1, 1e-6, 2) - 1) < 1e-5
    True
    """
    pulled = kappa * term
    return sigma**2 / kappa * (1 - (1 - exp(-pulled)) / pulled)
