"""One comparison of a measured with an expected value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

RISK = 0.01
"""How often a right program may fail one of its checks by bad luck, on a fresh seed."""


@dataclass(frozen=True, slots=True)
class ResultCheck:
    """``result`` names the result (T15); with ``error`` 0 the two must be equal, up to the rounding of floats."""

    result: str
    what: str
    expected: float
    measured: float
    error: float = 0.0

    @property
    def errors_off(self) -> float:
        """How many standard errors lie between the two; 0 where they are equal, infinite where they must be and are not."""
        if abs(self.measured - self.expected) <= 1e-9 * max(1.0, abs(self.expected)):
            return 0.0
        return abs(self.measured - self.expected) / self.error if self.error else float("inf")

    def holds(self, allowed: float) -> bool:
        """Whether it lies within ``allowed`` standard errors."""
        return self.errors_off <= allowed


def allowed_errors(checks: Sequence[ResultCheck]) -> float:
    """How many standard errors any of these may be off, so that all hold together with probability 1 − ``RISK``."""
    simulated = sum(check.error > 0 for check in checks)
    return NormalDist().inv_cdf(1 - RISK / 2 / max(1, simulated))


def sampled(result: str, what: str, expected: float, values: NDArray[np.floating]) -> ResultCheck:
    """A check of a mean of independent values."""
    return ResultCheck(
        result, what, expected, float(values.mean()), float(values.std(ddof=1)) / sqrt(values.size)
    )


def counted(result: str, what: str, expected: float, happened: NDArray[np.bool_]) -> ResultCheck:
    """A check of a probability: how often something happened in independent trials; the error is that expected."""
    error = sqrt(max(expected * (1 - expected), 1 / happened.size) / happened.size)
    return ResultCheck(result, what, expected, float(happened.mean()), error)


def exactly(result: str, what: str, expected: float, measured: float) -> ResultCheck:
    """A check of two numbers that must be equal."""
    return ResultCheck(result, what, expected, measured)
