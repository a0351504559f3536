"""Seats shared out among tendencies in many bodies at once: highest quotients, largest remainders, winner takes all.

Whole numbers throughout: quotients are compared by cross-multiplication. A tie is settled by ``lots``, an order of the
tendencies drawn for each body; ``mandat.counting`` gives the same seats, and asks where these draw.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
MOST_VOTES = 1 << 40
"""So many votes times 2 · 10⁶ seats still fit a whole number of 64 bits."""


def lots(bodies: int, tendencies: int, random: np.random.Generator) -> Ints:
    """An order of the tendencies for each body: the lower number is preferred in a tie."""
    return random.permuted(np.tile(np.arange(tendencies), (bodies, 1)), axis=1)


def winner(votes: Ints, drawn: Ints) -> Ints:
    """The tendency with most votes in each body (−1 where nobody voted)."""
    level = votes == votes.max(axis=1, keepdims=True)
    first = np.where(level, drawn, votes.shape[1]).argmin(axis=1)
    return np.where(votes.sum(axis=1) > 0, first, -1)


def all_to_winner(votes: Ints, seats: Ints, drawn: Ints) -> Ints:
    """Block vote or approval of full slates, or a majority list: all seats to the tendency with most votes."""
    found: Ints = np.zeros_like(votes)
    who = winner(votes, drawn)
    some = who >= 0
    found[np.flatnonzero(some), who[some]] = seats[some]
    return found


def _quotients(divisor: Callable[[Ints], Ints]) -> Callable[[Ints, Ints, Ints], Ints]:
    def shared(votes: Ints, seats: Ints, drawn: Ints) -> Ints:
        found = np.zeros_like(votes)
        left = np.where(votes.sum(axis=1) > 0, seats, 0)
        while bool((left > 0).any()):
            open_ = np.flatnonzero(left > 0)
            who = _highest(votes[open_], divisor(found[open_]), drawn[open_])
            found[open_, who] += 1
            left[open_] -= 1
        return found

    return shared


def _highest(votes: Ints, divisors: Ints, drawn: Ints) -> Ints:
    """The column with the highest votes / divisor in each row."""
    rows = np.arange(votes.shape[0])
    best = np.zeros(votes.shape[0], dtype=np.int64)
    for column in range(1, votes.shape[1]):
        ours, theirs = votes[:, column] * divisors[rows, best], votes[rows, best] * divisors[:, column]
        better = (ours > theirs) | ((ours == theirs) & (drawn[:, column] < drawn[rows, best]))
        best[better] = column
    return best


d_hondt = _quotients(lambda seats: seats + 1)
sainte_lague = _quotients(lambda seats: 2 * seats + 1)


def hare(votes: Ints, seats: Ints, drawn: Ints) -> Ints:
    """Whole quotas of votes / seats, then the largest remainders."""
    total = votes.sum(axis=1, keepdims=True)
    asked = np.where(total > 0, seats[:, None], 0)
    found, rest = np.divmod(votes * asked, np.maximum(total, 1))
    left = asked[:, 0] - found.sum(axis=1)
    order = np.lexsort((drawn, -rest), axis=1)
    place = np.empty_like(order)
    np.put_along_axis(place, order, np.arange(votes.shape[1])[None, :], axis=1)
    more: Ints = found + (place < left[:, None])
    return more


Sharing = Callable[[Ints, Ints, Ints], Ints]
SHARED: Mapping[str, Sharing] = {
    "d-hondt": d_hondt,
    "sainte-lague": sainte_lague,
    "hare": hare,
    "list-majority": all_to_winner,
    "block": all_to_winner,
    "approval": all_to_winner,
    "fptp": all_to_winner,
}
"""Methods shared out for all bodies at once (votes, seats, lots → seats); any other is counted body by body."""
