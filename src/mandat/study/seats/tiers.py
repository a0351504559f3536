"""Groups that decide by majority, tier upon tier, for many votes at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Votes = NDArray[np.int8]


def carried(votes: Votes, sizes: Sequence[int], keeps: int | None = None) -> NDArray[np.int8]:
    """Carry votes (0 or 1; rows: trials, columns: members) through tiers of groups of these sizes, from the base.

    A tied group keeps ``keeps``; None where no group can be tied.

    >>> carried(np.array([[1, 1, 0, 1, 1, 0, 0, 0, 0]], dtype=np.int8), [3, 3]).tolist()
    [[1]]
    """
    for size in sizes:
        yes = votes.reshape(votes.shape[0], -1, size).sum(axis=2, dtype=np.int64)
        votes = (2 * yes > size).astype(np.int8)
        if keeps is not None:
            votes[2 * yes == size] = keeps
    return votes
