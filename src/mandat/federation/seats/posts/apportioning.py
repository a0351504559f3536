"""Sharing out a fixed number of seats over the senders of a line: ``total`` and ``divide``.

``divide`` is a method by name (over those entitled), a method over a ``base``, or a formula with ``divisor``: then the divisor is
the number for which the seats add up, found exactly; every divisor that makes them add up gives the same seats, because no
sender's number rises with the divisor. ``at_least`` and ``at_most`` are floor and cap of each sender.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor

import msgspec

from mandat import counting
from mandat.bylaws.expression import Expression, Place, parse
from mandat.bylaws.model import SeatLine
from mandat.bylaws.model.pieces import Rows, Share
from mandat.federation.base.evaluation import NO_READINGS, Found, Readings, Supply, evaluate
from mandat.federation.base.rulings import Ground

STEPS = 400
"""Halvings after which no divisor is left to try: two senders rise at the very same one."""


class Shares(msgspec.Struct, frozen=True, kw_only=True):
    """Seats by sender, in the order of the senders; None where the bylaws leave it open (two are level for the last seat)."""

    seats: Mapping[str, int] | None
    grounds: tuple[Ground, ...]


def shared(
    line: SeatLine, total: Supply, senders: Mapping[str, Supply], readings: Readings = NO_READINGS
) -> Shares:
    """Share out ``line.total`` over the senders; ``mandat ask BYLAWS seats LINE`` with a group calls this very function."""
    assert line.size.total is not None
    found = evaluate(line.size.total, total, line, "total", readings)
    if found.value is None:
        return Shares(seats=None, grounds=found.grounds)
    bounds = {name: _bounds(line, supply, readings) for name, supply in senders.items()}
    number = _whole(found)
    if isinstance(line.size.divide, Expression):
        seats = _by_divisor(line.size.divide, number, senders, bounds)
    else:
        seats = _by_method(line, number, senders, bounds, readings)
    return Shares(seats=seats, grounds=(*found.grounds, *_ground(line, number, seats)))


def _whole(found: Found) -> int:
    assert isinstance(found.value, int | Fraction)
    return int(found.value)


def _ground(line: SeatLine, total: int, seats: Mapping[str, int] | None) -> tuple[Ground, ...]:
    text = ", ".join(f"{name} {number}" for name, number in (seats or {}).items())
    return (
        Ground(
            rule=line.id,
            article=line.article,
            key="divide",
            requirement="seats.shared",
            numbers={"total": total, "shares": text},
            holds=None if seats is None else True,
        ),
    )


def _bounds(line: SeatLine, supply: Supply, readings: Readings) -> tuple[int, int | None]:
    least = _bound(line, "at_least", line.size.at_least, supply, readings)
    most = _bound(line, "at_most", line.size.at_most, supply, readings)
    return (0 if least is None else ceil(least), None if most is None else floor(most))


def _bound(
    line: SeatLine, key: str, rows: Rows[Expression] | None, supply: Supply, readings: Readings
) -> Fraction | int | None:
    value = None if rows is None else evaluate(rows, supply, line, key, readings).value
    return value if isinstance(value, int | Fraction) else None


def _by_method(
    line: SeatLine,
    total: int,
    senders: Mapping[str, Supply],
    bounds: Mapping[str, tuple[int, int | None]],
    readings: Readings,
) -> Mapping[str, int] | None:
    """Share out by a method of apportionment; None if two are level for a seat."""
    base = {name: _base(line, supply, readings) for name, supply in senders.items()}
    minimum = {name: least for name, (least, _) in bounds.items() if least}
    maximum = {name: most for name, (_, most) in bounds.items() if most is not None}
    method = (
        line.size.divide.method
        if isinstance(line.size.divide, Share)
        else str(line.size.divide or "sainte-lague")
    )
    found = counting.apportion(method, base, total, minimum=minimum or None, maximum=maximum or None)
    return None if found.question is not None else dict(found.seats)


ENTITLED = parse("entitled", place=Place.NUMBER)


def _base(line: SeatLine, supply: Supply, readings: Readings) -> int:
    if isinstance(line.size.divide, Share):
        value = evaluate(Rows.of(line.size.divide.base), supply, line, "divide", readings).value
        return int(value) if isinstance(value, int | Fraction) else 0
    value = evaluate(Rows.of(ENTITLED), supply, line, "divide", readings).value
    return int(value) if isinstance(value, int | Fraction) else 0


def _by_divisor(
    formula: Expression,
    total: int,
    senders: Mapping[str, Supply],
    bounds: Mapping[str, tuple[int, int | None]],
) -> Mapping[str, int] | None:
    """Find the divisor by doubling and halving; None if none makes the seats add up."""

    def seats(divisor: Fraction) -> dict[str, int]:
        return {
            name: _within(_evaluated(formula, supply, divisor), bounds[name])
            for name, supply in senders.items()
        }

    low, high = Fraction(1), Fraction(1)
    for _ in range(STEPS):
        if sum(seats(low).values()) >= total:
            break
        low /= 2
    for _ in range(STEPS):
        if sum(seats(high).values()) <= total:
            break
        high *= 2
    for _ in range(STEPS):
        middle = (low + high) / 2
        found = seats(middle)
        number = sum(found.values())
        if number == total:
            return found
        low, high = (middle, high) if number > total else (low, middle)
    return None


def _within(number: int, bounds: tuple[int, int | None]) -> int:
    least, most = bounds
    return max(least, number if most is None else min(number, most))


def _evaluated(formula: Expression, supply: Supply, divisor: Fraction) -> int:
    value = formula.whole_seats({**supply(formula), "divisor": divisor}).value
    return int(value) if isinstance(value, int | Fraction) else 0
