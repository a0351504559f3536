"""Petitions and votes of recall: curves of signatures, and what other thresholds would have given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import exp, log

from mandat.study.history.figures import (
    ANDES,
    TAIWAN,
    TAIWAN_ELECTORS,
    UK_PETITIONS,
    UPS,
)

WEEKS = 6


@dataclass(frozen=True, slots=True)
class Curve:
    """Signatures as (1 − e^(−t/τ)) / (1 − e^(−T/τ)) of the whole: ``tau`` in weeks from the share of the first two."""

    name: str
    signed: float
    tau: float

    def week(self, threshold: float) -> float | None:
        """When a threshold (share of the electors) is reached, in weeks; None if never."""
        if threshold > self.signed:
            return None
        part = threshold / self.signed * (1 - exp(-WEEKS / self.tau))
        return -self.tau * log(1 - part)


def curves() -> tuple[Curve, ...]:
    """The petitions whose first weeks are known."""
    return tuple(
        Curve(name, signed / electors, _tau(early))
        for name, (signed, electors, early) in UK_PETITIONS.items()
    )


def _tau(early: float) -> float:
    """The τ with which the first two of six weeks bring this share, by halving."""
    low, high = 0.05, 1000.0
    for _ in range(100):
        middle = (low * high) ** 0.5
        brings = (1 - exp(-2 / middle)) / (1 - exp(-WEEKS / middle))
        low, high = (middle, high) if brings > early else (low, middle)
    return float((low * high) ** 0.5)


def taiwan() -> Mapping[str, int]:
    """How many of the seven seats fall under several rules: more yes than no; and yes of at least so many electors."""
    electors = TAIWAN_ELECTORS / len(TAIWAN)  # of all seven together; the districts are of like size
    return {
        "yes > no": sum(yes > no for yes, no in TAIWAN),
        "yes > no and yes >= 25% of electors": sum(yes > no and yes >= electors / 4 for yes, no in TAIWAN),
        "yes >= 1/3 of votes": sum(3 * yes >= yes + no for yes, no in TAIWAN),
        "yes >= 10% of electors": sum(yes >= electors / 10 for yes, _ in TAIWAN),
    }


def settlement() -> Mapping[str, bool]:
    """Whether the settlement of 2018 is ratified, by several rules."""
    members, turnout, no = UPS
    voted = Fraction(turnout, 100) * members
    against = Fraction(no, 100) * voted
    return {
        "rejected by more noes": against <= voted / 2,
        "rejected by two thirds of noes where under half have voted": against < Fraction(2, 3) * voted,
        "rejected by noes of more than half of the members": against <= Fraction(members, 2),
        "carried by yeses of at least a quarter of the members": voted - against >= Fraction(members, 4),
    }


def removals() -> Mapping[str, float | None]:
    """Of recall votes held, the share that removed; None where none was held."""
    return {name: removed / held if held else None for name, (held, removed) in ANDES.items()}
