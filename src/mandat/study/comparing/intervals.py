"""Intervals over independent runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan, ceil, cos, pi, sin, sqrt

from mandat.language import msg
from mandat.study.errors import StudyError

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with its 95 per cent interval: ``mean`` ± ``half``."""

    mean: float
    half: float
    runs: int

    @property
    def low(self) -> float:
        """Its lower end."""
        return self.mean - self.half

    @property
    def high(self) -> float:
        """Its upper end."""
        return self.mean + self.half

    @property
    def clear(self) -> bool:
        """Whether 0 lies outside."""
        return abs(self.mean) > self.half


def interval(values: Sequence[float]) -> Interval:
    """The interval of a mean, by Student's t; raises ``StudyError`` for fewer than two values.

    >>> found = interval([1.0, 2.0, 3.0])
    >>> found.mean, round(found.half, 3)
    (2.0, 2.484)
    """
    if len(values) < 2:
        raise StudyError(
            msg("an interval needs at least 2 runs and there is {count}: give --runs 2 or more")(
                count=len(values)
            )
        )
    mean = sum(values) / len(values)
    spread = sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
    return Interval(mean, quantile(len(values) - 1) * spread / sqrt(len(values)), len(values))


def runs_needed(found: Interval, half: float) -> int:
    """About how many runs give an interval of mean ± ``half``, judged by the spread seen so far.

    >>> runs_needed(Interval(1.0, 0.2, 10), 0.1)
    33
    """
    if half <= 0:
        raise StudyError(msg("an interval of ± {half} is asked; give a number above 0")(half=str(half)))
    spread = found.half * sqrt(found.runs) / quantile(found.runs - 1)
    needed = max(2, ceil((1.96 * spread / half) ** 2))
    while quantile(needed - 1) * spread / sqrt(needed) > half:
        needed += max(1, needed // 100)
    return needed


@lru_cache(maxsize=1000)
def quantile(freedom: int) -> float:
    """Student's t that is exceeded on either side with probability 1 − ``LEVEL``, by halving.

    >>> round(quantile(2), 3), round(quantile(30), 3)
    (4.303, 2.042)
    """
    low, high = 0.0, 1e4
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < LEVEL else (low, middle)
    return (low + high) / 2


def _within(t: float, freedom: int) -> float:
    """P(|T| ≤ t). Source: M. Abramowitz and I. Stegun, "Handbook of mathematical functions" (1964), 26.7.3 and 26.7.4."""
    angle = atan(t / sqrt(freedom))
    term, total = (1.0, 1.0) if freedom % 2 == 0 else (cos(angle), cos(angle) if freedom > 1 else 0.0)
    for k in range(2 if freedom % 2 == 0 else 3, freedom - 1, 2):
        term *= cos(angle) ** 2 * (k - 1) / k
        total += term
    if freedom % 2 == 0:
        return sin(angle) * total
    return 2 / pi * (angle + sin(angle) * total)
