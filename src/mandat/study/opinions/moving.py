"""A number that moves at random: Brownian motion, or drawn back to zero (Ornstein-Uhlenbeck). Steps are exact in law."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, expm1, sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class OpinionDrift:
    """Variance ``sigma``² per unit of time; ``kappa`` is the rate at which it is drawn back (0: not at all)."""

    sigma: float
    kappa: float = 0.0

    def kept(self, dt: float) -> float:
        """What part of the present value is left after ``dt``."""
        return exp(-self.kappa * dt)

    def spread(self, dt: float) -> float:
        """The standard deviation of what is added in ``dt``."""
        if self.kappa == 0:
            return self.sigma * sqrt(dt)
        return self.sigma * sqrt(-expm1(-2 * self.kappa * dt) / (2 * self.kappa))

    def stationary(self) -> float:
        """The standard deviation in the long run; 0 where there is none."""
        return self.sigma / sqrt(2 * self.kappa) if self.kappa else 0.0

    def step(self, values: Floats, dt: float, random: np.random.Generator) -> None:
        """Move all values, in place."""
        if self.kappa:
            values *= self.kept(dt)
        if self.sigma:
            values += self.spread(dt) * random.standard_normal(values.shape)
