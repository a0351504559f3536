"""The two list systems of 1917: does it explain the result that lists were frozen before the split? Tested, not assumed."""

from __future__ import annotations

from dataclasses import dataclass

from mandat.study.history.figures import ASSEMBLY, ASSEMBLY_SEATS, BOTH_WINGS


@dataclass(frozen=True, slots=True)
class Freezing:
    """``needed``: share of the SR seats that would have had to go to the left wing for it and the Bolsheviks to have a majority.

    ``seen``: its share of both wings' votes where voters could choose. ``factor``: how many times more it would have had to be
    elsewhere.
    """

    majority: int
    needed: float
    seen: float

    @property
    def factor(self) -> float:
        """Needed over seen."""
        return self.needed / self.seen

    @property
    def explains(self) -> bool:
        """Whether later lists alone would have turned the majority, if voters elsewhere were like those who had the choice."""
        return self.seen >= self.needed


def freezing(*, with_ukrainians: bool = False) -> Freezing:
    """Work out the share needed; ``with_ukrainians`` counts the Ukrainian SR as seats that could have split, too."""
    majority = ASSEMBLY // 2 + 1
    splitting = ASSEMBLY_SEATS["SR"] + (ASSEMBLY_SEATS["Ukrainian SR"] if with_ukrainians else 0)
    right, left = BOTH_WINGS
    return Freezing(majority, (majority - ASSEMBLY_SEATS["Bolshevik"]) / splitting, left / (left + right))
