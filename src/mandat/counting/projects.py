"""Projects: what candidates cost and what there is to spend, for rules that share out a budget."""

from __future__ import annotations

import msgspec


class Projects(msgspec.Struct, frozen=True):
    """`costs[i]` is what candidate i + 1 costs, `budget` what there is; whole numbers of one unit of money.

    >>> Projects((5000, 2000), 5720).cost(2)
    2000
    """

    costs: tuple[int, ...]
    budget: int

    def cost(self, number: int) -> int:
        """What a candidate costs."""
        return self.costs[number - 1]
