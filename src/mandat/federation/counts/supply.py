"""Supply an expression with its counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from mandat.bylaws.expression import CountRef, Expression, Numbers
from mandat.federation.counts import bodies, people, persons, votes
from mandat.federation.counts.places import bodies_at
from mandat.federation.counts.subject import Subject, View
from mandat.federation.rulings import Value

Count = Callable[[View, Subject, CountRef], object]

SUPPLIED: Mapping[str, Count] = {**people.COUNTS, **bodies.COUNTS, **votes.COUNTS, **persons.COUNTS}
"""Name of each count that the engine can supply → the function that gives it."""


def supply_from(view: View, subject: Subject) -> Callable[[Expression], Numbers]:
    """Return a supply of counts about ``subject`` as the state in ``view`` has them."""

    def supply(expression: Expression) -> Numbers:
        numbers: dict[str, object] = {ref.key: _count(view, subject, ref) for ref in expression.counts}
        for group in expression.groups:
            members = bodies_at(view, subject, f"all {group.group}")
            for ref in group.counts:
                numbers[ref.key] = {
                    each: _count(view, msgspec.structs.replace(subject, body=each, sender=None), ref) for each in members
                }
        return numbers  # type: ignore[return-value]

    return supply


def _count(view: View, subject: Subject, ref: CountRef) -> object:
    """Return one count: of the subject, or added up over the places that ``of`` names."""
    function = SUPPLIED.get(ref.name, people.fact)
    if ref.of is None or ref.name in persons.TRUTHS:
        return function(view, subject, ref)
    places = bodies_at(view, subject, f"all {ref.of}" if ref.all else ref.of)
    return sum(_number(function(view, msgspec.structs.replace(subject, body=p, sender=None), ref)) for p in places)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


__all__ = ["SUPPLIED", "Value", "supply_from"]
