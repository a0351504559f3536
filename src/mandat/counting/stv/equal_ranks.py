"""Equal ranks under Meek and Warren: a paper that ranks several candidates alike is counted in all orders, each worth as much.

Text: B. L. Meek, "A new approach to the single transferable vote", Voting matters 1 (1994), 1-11, section 6: a paper with equal
preferences is replaced by all strict orders that agree with it, "with an appropriate fraction" each. A paper of n orders gives
1 / n vote to each, cut to the rule's nine decimals; what the cut takes is on no order and counts as not transferable.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import SKIPPED, Ballots, number_type
from mandat.counting.errors import BadBallotsError
from mandat.counting.reading import Papers
from mandat.counting.sums import whole_numbers
from mandat.language import msg

MOST_ORDERS = 5040
"""Seven candidates on one rank: more orders of one paper would take too long."""
Orders = NDArray[np.int64]


def in_all_orders(ballots: Ballots) -> tuple[Papers, Papers, Orders]:
    """(The papers with one order each, the papers in all their orders, how many orders the paper of each row has).

    Skipped ranks, a candidate named again and unreadable marks are passed over. Raises `BadBallotsError` for a paper with more
    than `MOST_ORDERS` orders.
    """
    gone = {c.number for c in ballots.candidates if c.withdrawn}
    first: list[tuple[int, ...]] = []
    every: list[tuple[int, ...]] = []
    of_first: list[int] = []
    of_every: list[int] = []
    orders: list[int] = []
    for row in range(ballots.rows):
        ranks = _ranks(ballots, row, gone)
        many = prod(factorial(len(rank)) for rank in ranks)
        if many > MOST_ORDERS:
            raise BadBallotsError(
                msg("the ranking {ranking} stands for {many} orders; at most {most} can be counted")(
                    ranking=str(ballots.ranking(row)), many=many, most=MOST_ORDERS
                )
            )
        if ranks:
            strict = list(_strict(ranks))
            first.append(strict[0])
            of_first.append(row)
            every += strict
            of_every += [row] * many
            orders += [many] * many
    kept = _papers(ballots, first, of_first)
    return kept, _papers(ballots, every, of_every), np.array(orders, np.int64)


def _ranks(ballots: Ballots, row: int, gone: set[int]) -> list[tuple[int, ...]]:
    seen = set(gone)
    ranks: list[tuple[int, ...]] = []
    for rank in ballots.ranking(row):
        named = (rank,) if isinstance(rank, int) else rank
        new = tuple(dict.fromkeys(n for n in named if n != SKIPPED and n not in seen))
        seen.update(new)
        ranks += [new] if new else []
    return ranks


def _strict(ranks: list[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    for parts in product(*map(permutations, ranks)):
        yield tuple(number for part in parts for number in part)


def _papers(ballots: Ballots, rankings: list[tuple[int, ...]], rows: list[int]) -> Papers:
    width = max(map(len, rankings), default=0) + 1
    table = np.zeros((len(rankings), width), number_type(len(ballots.candidates)))
    for place, ranking in enumerate(rankings):
        table[place, : len(ranking)] = ranking
    weights = ballots.weights.tolist()
    valid = sum(weights[row] for row in dict.fromkeys(rows))
    return Papers(
        table, whole_numbers(weights[row] for row in rows), np.array(rows, np.intp), ballots.total - valid
    )
