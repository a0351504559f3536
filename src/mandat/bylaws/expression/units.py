"""Units: what a number counts. Adding people to money is an error when the file is loaded, not a surprise later.

A plain number (``2``, a fact of type number) adapts to whatever it is counted with; a ratio (``2/3``, ``60%``, ``yes /
cast``) has to be a share *of* something before it can be compared with a count. Heads, persons and seats compare.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
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

    kind: UnitKind
    tally: str = ""
    factors: tuple[Unit, ...] = ()

    def __str__(self) -> str:
        if self.kind is UnitKind.PRODUCT:
            return " times ".join(str(factor) for factor in self.factors)
        return f"votes by {self.tally}" if self.kind is UnitKind.VOTES else str(self.kind)


TRUTH = Unit(UnitKind.TRUTH)
PEOPLE = Unit(UnitKind.PEOPLE)
SEATS = Unit(UnitKind.SEATS)
BODIES = Unit(UnitKind.BODIES)
MONEY = Unit(UnitKind.MONEY)
DURATION = Unit(UnitKind.DURATION)
DATE = Unit(UnitKind.DATE)
NUMBER = Unit(UnitKind.NUMBER)
RATIO = Unit(UnitKind.RATIO)
LABEL = Unit(UnitKind.LABEL)
UNSPECIFIED = Unit(UnitKind.UNSPECIFIED)

HEADS = "heads"


def votes(tally: str) -> Unit:
    """The unit of a tally; the tally of heads counts people."""
    return PEOPLE if tally == HEADS else Unit(UnitKind.VOTES, tally)


_HEADS = (UnitKind.PEOPLE, UnitKind.SEATS)
_COUNTED = (*_HEADS, UnitKind.VOTES, UnitKind.BODIES, UnitKind.MONEY, UnitKind.PRODUCT)
_NUMERIC = (*_COUNTED, UnitKind.NUMBER, UnitKind.RATIO, UnitKind.UNSPECIFIED)


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
    if left.kind is UnitKind.UNSPECIFIED:
        return right
    if right.kind is UnitKind.UNSPECIFIED or left == right:
        return left
    if is_counted(left) and is_counted(right):
        return left if same(left, right) else None
    if is_counted(left) or is_counted(right):
        counted, plain = (left, right) if is_counted(left) else (right, left)
        return counted if plain.kind is UnitKind.NUMBER else None
    return RATIO


def multiplied(left: Unit, right: Unit) -> Unit:
    """The unit of a product of two numeric units."""
    for one, other in ((left, right), (right, left)):
        if one.kind is UnitKind.UNSPECIFIED:
            return other
        if one.kind is UnitKind.NUMBER:
            return other
    for one, other in ((left, right), (right, left)):
        if one.kind is UnitKind.RATIO:
            return other
    return _product(left, right)


def _product(left: Unit, right: Unit) -> Unit:
    """A price per head times heads is money; a tally times heads is that tally; else a product to be divided again."""
    for one, other in ((left, right), (right, left)):
        if one.kind in (UnitKind.MONEY, UnitKind.VOTES) and other.kind in (*_HEADS, UnitKind.BODIES):
            return one
    return Unit(UnitKind.PRODUCT, factors=(left, right))


def divided(left: Unit, right: Unit) -> Unit | None:
    """The unit of a quotient of two numeric units; None if it means nothing."""
    if right.kind in (UnitKind.NUMBER, UnitKind.RATIO, UnitKind.UNSPECIFIED):
        return left
    if left.kind is UnitKind.PRODUCT:
        return _cancelled(left, right)
    if left.kind in (UnitKind.NUMBER, UnitKind.RATIO, UnitKind.UNSPECIFIED):
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
    if left.kind in (UnitKind.MONEY, UnitKind.VOTES, *_HEADS) and right.kind in (*_HEADS, UnitKind.BODIES):
        return left
    return RATIO if left.kind is UnitKind.BODIES and right.kind in _HEADS else None
