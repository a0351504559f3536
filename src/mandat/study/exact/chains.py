"""The voter model as a birth-and-death chain: times and probabilities without simulation.

Sources: T. Liggett, "Interacting particle systems" (1985), chapter V; W. Ewens, "Mathematical population genetics" (1979),
section 3.2 for synchronous updates (Wright-Fisher).
"""

from __future__ import annotations

from math import lgamma

import numpy as np


def sweeps_to_agreement(members: int, start: int) -> float:
    """The mean number of sweeps (``members`` single updates) until all agree, one copying another at a time.

    Solved exactly; close to members · ln 2 from one half.

    >>> round(sweeps_to_agreement(100, 50), 1)
    68.1
    """
    inner = np.arange(1, members)
    moves = inner * (members - inner) / (members * (members - 1))
    system = np.diag(2 * moves) - np.diag(moves[:-1], 1) - np.diag(moves[1:], -1)
    times = np.linalg.solve(system, np.ones(members - 1))
    return float(times[start - 1]) / members


def heterozygosity(members: int, *, at_once: bool) -> float:
    """By what E[x(1−x)] is multiplied: per step of all at once, or per single update."""
    return 1 - 1 / members if at_once else 1 - 2 / (members * (members - 1))


def generations_to_agreement(members: int, start: int) -> float:
    """The mean number of steps until all agree, all copying at once: solved from the binomial transitions.

    Close to 2 · members · ln 2 from one half.

    >>> round(generations_to_agreement(100, 50), 1)
    136.6
    """
    inner, all_ = np.arange(1, members), np.arange(members + 1)
    ways = np.array([lgamma(members + 1) - lgamma(k + 1) - lgamma(members - k + 1) for k in all_])
    share = inner[:, None] / members
    moves = np.exp(ways + all_ * np.log(share) + (members - all_) * np.log(1 - share))[:, 1:-1]
    times = np.linalg.solve(np.eye(members - 1) - moves, np.ones(members - 1))
    return float(times[start - 1])
