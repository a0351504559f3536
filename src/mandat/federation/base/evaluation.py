"""Evaluate a rule of the bylaws: one evaluation decides and leaves the ground that explains.

``decide`` and ``mandat ask`` both come through here; they differ only in who supplies the numbers.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from mandat.bylaws.expression import Evaluation, Expression, Numbers, Reading
from mandat.bylaws.model import Entry
from mandat.bylaws.model.ids import RuleId
from mandat.bylaws.model.pieces import Rows
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.rulings import Ground, Value

Supply = Callable[[Expression], Numbers]
"""Gives the named counts that an expression asks for, by their canonical text."""

Readings = Lookup[tuple[RuleId, str], str]
"""Interpretations given so far, by (rule id, key)."""

NO_READINGS: Readings = Lookup()


class Found(msgspec.Struct, frozen=True, gc=False):
    """What the evaluation found: the value (None if the bylaws are silent and the readings differ) and its grounds."""

    value: Value
    grounds: tuple[Ground, ...]
    readings: tuple[Reading, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the bylaws leave it open."""
        return self.value is None


def evaluate(
    rows: Rows[Expression], supply: Supply, entry: Entry, key: str, readings: Readings = NO_READINGS
) -> Found:
    """Evaluate ``entry``'s ``key`` with the numbers that ``supply`` gives.

    The first row whose condition holds gives the value. A condition that is open leaves the whole open. No row that holds
    (a table without ``"else"``) gives None with no readings.
    """
    grounds: list[Ground] = []
    for row in rows.rows:
        if row.when is not None:
            condition = _one(row.when, supply, entry, f"{key}.when", readings)
            grounds.extend(condition.grounds)
            if condition.open:
                return Found(None, tuple(grounds), condition.readings)
            if not condition.value:
                continue
        found = _one(row.value, supply, entry, key, readings)
        return Found(found.value, (*grounds, *found.grounds), found.readings)
    return Found(None, tuple(grounds))


def examine(
    condition: Expression, supply: Supply, entry: Entry, key: str, readings: Readings = NO_READINGS
) -> Found:
    """Evaluate a single condition."""
    return evaluate(Rows.of(condition), supply, entry, key, readings)


SEAT_KEYS = frozenset({"number", "total"})
"""Keys whose value must come out as whole seats."""


def _one(expression: Expression, supply: Supply, entry: Entry, key: str, readings: Readings) -> Found:
    numbers = supply(expression)
    reading = readings.get((entry.id, key)) if readings else None
    run = expression.whole_seats if key in SEAT_KEYS else expression.evaluate
    result: Evaluation = run(numbers) if reading is None else run(numbers, (reading,))
    value: Value = result.value  # type: ignore[assignment]
    ground = Ground(
        rule=entry.id,
        article=entry.article,
        key=key,
        requirement=Ground.EXPRESSION,
        text=expression.text,
        numbers=numbers,
        holds=value if isinstance(value, bool) or value is None else True,
    )
    return Found(value, (ground,), result.readings if value is None else ())
