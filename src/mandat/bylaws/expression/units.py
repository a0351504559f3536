"""Units: what a number counts. Adding people to money is an error when the file is loaded, not a surprise later.

A plain number (``2``, a fact of type number) adapts to whatever it is counted with; a ratio (``2/3``, ``60%``, ``yes /
cast``) has to be a share *of* something before it can be compared with a count. Heads, persons and seats compare.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of unit."""

    TRUTH = "truth"
    PEOPLE = "people"
    SEATS = "seats"
    VOTES = "votes"
    BODIES = "bodies"
    MONEY = "money"
    DURATION = "duration"
    DATE = "date"
    NUMBER = "number"
    RATIO = "ratio"
    LABEL = "label"
    PRODUCT = "product"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind, for votes the tally (``card``), for a product of two units its factors (``seats * women / members``)."""

    kind: Kind
    tally: str = ""
    factors: tuple[Unit, ...] = ()

    def __str__(self) -> str:
        if self.kind is Kind.PRODUCT:
            return " times ".join(str(factor) for factor in self.factors)
        return f"votes by {self.tally}" if self.kind is Kind.VOTES else str(self.kind)


TRUTH = Unit(Kind.TRUTH)
PEOPLE = Unit(Kind.PEOPLE)
SEATS = Unit(Kind.SEATS)
BODIES = Unit(Kind.BODIES)
MONEY = Unit(Kind.MONEY)
DURATION = Unit(Kind.DURATION)
DATE = Unit(Kind.DATE)
NUMBER = Unit(Kind.NUMBER)
RATIO = Unit(Kind.RATIO)
LABEL = Unit(Kind.LABEL)
UNSPECIFIED = Unit(Kind.UNSPECIFIED)

HEADS = "heads"


def votes(tally: str) -> Unit:
    """The unit of a tally; the tally of heads counts people."""
    return PEOPLE if tally == HEADS else Unit(Kind.VOTES, tally)


_HEADS = (Kind.PEOPLE, Kind.SEATS)
_COUNTED = (*_HEADS, Kind.VOTES, Kind.BODIES, Kind.MONEY, Kind.PRODUCT)
_NUMERIC = (*_COUNTED, Kind.NUMBER, Kind.RATIO, Kind.UNSPECIFIED)


def is_counted(unit: Unit) -> bool:
    """People, seats, votes, bodies or money: something of which there can be a share."""
    return unit.kind in _COUNTED


def is_numeric(unit: Unit) -> bool:
    """Whether one can calculate with it (durations and dates are compared, not added)."""
    return unit.kind in _NUMERIC


def same(left: Unit, right: Unit) -> bool:
    """Whether two counted units are the same for adding and comparing."""
    return left == right or (left.kind in _HEADS and right.kind in _HEADS)


def summed(left: Unit, right: Unit) -> Unit | None:
    """The unit of a sum, difference, least or greatest; None if the two do not go together."""
    if left.kind is Kind.UNSPECIFIED:
        return right
    if right.kind is Kind.UNSPECIFIED or left == right:
        return left
    if is_counted(left) and is_counted(right):
        return left if same(left, right) else None
    if is_counted(left) or is_counted(right):
        counted, plain = (left, right) if is_counted(left) else (right, left)
        return counted if plain.kind is Kind.NUMBER else None
    return RATIO


def multiplied(left: Unit, right: Unit) -> Unit:
    """The unit of a product of two numeric units."""
    for one, other in ((left, right), (right, left)):
        if one.kind is Kind.UNSPECIFIED:
            return other
        if one.kind is Kind.NUMBER:
            return other
    for one, other in ((left, right), (right, left)):
        if one.kind is Kind.RATIO:
            return other
    return _product(left, right)


def _product(left: Unit, right: Unit) -> Unit:
    """A price per head times heads is money; a tally times heads is that tally; else a product to be divided again."""
    for one, other in ((left, right), (right, left)):
        if one.kind in (Kind.MONEY, Kind.VOTES) and other.kind in (*_HEADS, Kind.BODIES):
            return one
    return Unit(Kind.PRODUCT, factors=(left, right))


def divided(left: Unit, right: Unit) -> Unit | None:
    """The unit of a quotient of two numeric units; None if it means nothing."""
    if right.kind in (Kind.NUMBER, Kind.RATIO, Kind.UNSPECIFIED):
        return left
    if left.kind is Kind.PRODUCT:
        return _cancelled(left, right)
    if left.kind in (Kind.NUMBER, Kind.RATIO, Kind.UNSPECIFIED):
        return left
    return _shared(left, right)


def _cancelled(product: Unit, by: Unit) -> Unit | None:
    first, second = product.factors
    if same(first, by):
        return second
    return first if same(second, by) else None


def _shared(left: Unit, right: Unit) -> Unit | None:
    if same(left, right):
        return RATIO
    if left.kind in (Kind.MONEY, Kind.VOTES, *_HEADS) and right.kind in (*_HEADS, Kind.BODIES):
        return left
    return RATIO if left.kind is Kind.BODIES and right.kind in _HEADS else None
