"""Papers by which members of a committee they approve, a bit for each member: sums over sets of members."""

from __future__ import annotations

from collections.abc import Sequence


def approving_any(by_pattern: Sequence[int]) -> list[int]:
    """For each set of members (a bit each) the papers that approve at least one of them.

    `by_pattern` holds the papers by exactly whom they approve, as `Approvals.by_pattern` gives them.

    >>> approving_any([1, 4, 2, 3])
    [0, 7, 5, 9]
    """
    within = list(by_pattern)
    bit = 1
    while bit < len(within):
        for place in range(len(within)):
            if place & bit:
                within[place] += within[place ^ bit]
        bit <<= 1
    # within[S]: papers that approve only members of S. Those approving somebody in T are all but those within its complement.
    every = len(within) - 1
    return [within[every] - within[every ^ inside] for inside in range(len(within))]
