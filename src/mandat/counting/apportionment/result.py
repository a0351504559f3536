"""`Apportionment`: seats by name with what decided each of them. Frozen, serialisable, open to a check by hand.

Exact numbers that need not be whole are written as fractions, such as "4630/3"; `Fraction` reads them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec

from mandat.counting.result import fraction


class Award(msgspec.Struct, frozen=True):
    """One seat given (or, with `change` -1, taken back), in order.

    `figure` is what decided: the quotient of the votes by the divisor for this seat, its square where `Divisor.power`
    is 2, or the remainder of votes. It is "inf" where a method gives the first seat before all others.
    """

    seat: int
    name: str
    figure: str
    change: int = 1


class Divisor(msgspec.Struct, frozen=True):
    """The divisors x that give this result when every v / x is rounded as the method says.

    `low` and `high` are the exact limits of x ** `power`; `high` is None where nothing limits it. `printed` is a number
    with few digits between them, for publication ("sqrt(…)" where the limits are equal and have no exact root).
    """

    low: str
    high: str | None
    power: int
    printed: str


class SeatQuestion(msgspec.Struct, frozen=True):
    """A tie that the method settles by lot: `seats` seats are open between `names`, at most one for each.

    Draw one of `names` and call again with it added to `lots`: it gets a seat, or where the full quotas came to more than the
    house (`gives_back`) loses one.
    """

    names: tuple[str, ...]
    seats: int
    paragraph: str
    gives_back: bool = False

    def __str__(self) -> str:
        many = "one seat" if self.seats == 1 else f"{self.seats} seats"
        what = f"who gives back {many}" if self.gives_back else f"who gets {many}"
        return f"a lot decides {what}: {', '.join(self.names)} ({self.paragraph})"


class SeatTie(msgspec.Struct, frozen=True):
    """A tie and how it was settled: `how` is "lot", "most votes" or "fewest votes". `chosen` got a seat, or gave one back."""

    names: tuple[str, ...]
    seats: int
    chosen: tuple[str, ...]
    how: str
    paragraph: str
    gives_back: bool = False


class Apportionment(msgspec.Struct, frozen=True):
    """Seats shared out over claimants (lists, states, districts).

    - `names`, `votes`, `counts`: the claimants in the order given, what they came with, their seats.
    - `base`: the seats they had before the first of `awards` (minimum seats, full quotas); `counts` is base + awards.
    - `house`: how many seats were to be shared out; less are in `counts` while a `question` is open.
    - `below`: who stayed below the threshold and so took no part.
    - `divisor` for divisor methods, `quota` (exact) for largest remainders.
    """

    method: str
    house: int
    names: tuple[str, ...]
    votes: tuple[int, ...]
    counts: tuple[int, ...]
    base: tuple[int, ...]
    awards: tuple[Award, ...] = ()
    divisor: Divisor | None = None
    quota: str | None = None
    below: tuple[str, ...] = ()
    ties: tuple[SeatTie, ...] = ()
    question: SeatQuestion | None = None
    lots: tuple[str, ...] = ()

    @property
    def seats(self) -> dict[str, int]:
        """Seats by name, in the order of the claimants."""
        return dict(zip(self.names, self.counts, strict=True))

    def last(self, many: int = 5) -> tuple[Award, ...]:
        """The last seats given, the very last at the end."""
        return self.awards[-many:] if many else ()

    def to_json(self, *, last: int = 0) -> dict[str, Any]:
        """Plain data for `mandat apportion --json`, with the `last` seats given on request."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        del plain["names"], plain["counts"], plain["awards"]
        plain["votes"] = dict(zip(self.names, self.votes, strict=True))
        plain["base"] = dict(zip(self.names, self.base, strict=True))
        plain["seats"] = self.seats
        if last:
            plain["last"] = msgspec.json.decode(msgspec.json.encode(self.last(last)))
        return plain


def exact(number: Fraction | int) -> str:
    """A fraction as text: "17" or "4630/3"."""
    return fraction(number)
