"""What a benchmark gives back, and how it is timed.

A benchmark is a module of this package whose name begins with ``bench_``. It has a docstring, whose first line is its
title, and a function ``figures()`` that measures and gives its figures one by one. A rate means little on its own:
where it can, a benchmark measures in the same run what the library beneath it does on the same input (``beside``).
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value.

    ``beside`` is the yardstick measured in the same run, in the same unit, with its name, e.g. ``("PyNaCl alone",
    20_000)``. ``goal`` bounds the value, or, where there is a yardstick, value / yardstick; ``higher_is_better`` says
    on which side of the goal it should be.
    """

    name: str
    value: float
    unit: str
    beside: tuple[str, float] | None = None
    goal: float | None = None
    higher_is_better: bool = True

    @property
    def ratio(self) -> float | None:
        """The value as a multiple of the yardstick, or None without one."""
        return self.value / self.beside[1] if self.beside else None

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached, or None without a goal."""
        if self.goal is None:
            return None
        compared = self.value if self.ratio is None else self.ratio
        return compared >= self.goal if self.higher_is_better else compared <= self.goal


class Benchmark(Protocol):
    """A module ``bench_*``."""

    __doc__: str | None

    def figures(self) -> Iterable[Figure]:
        """Measure, and give the figures as they come."""


def seconds(work: Callable[[], object], *, runs: int = 3) -> float:
    """Give the shortest wall time of ``runs`` runs of ``work``, in seconds: what the machine can do undisturbed."""
    return min(_one_run(work) for _ in range(runs))


def _one_run(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def peak_memory_mib() -> float:
    """Give the most memory that this process has held so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10  # bytes there, KiB here
