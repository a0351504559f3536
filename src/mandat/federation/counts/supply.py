"""Supply an expression with its counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from mandat.bylaws.expression import CountRef, Expression, GroupRef, Numbers
from mandat.federation.counts import bodies, people, persons, votes
from mandat.federation.counts.places import bodies_at
from mandat.federation.counts.subject import Subject, View

Count = Callable[[View, Subject, CountRef], Any]

SUPPLIED: Mapping[str, Count] = {**people.COUNTS, **bodies.COUNTS, **votes.COUNTS, **persons.COUNTS}
"""Name of each count that the engine can supply → the function that gives it; every other name is a fact told."""


def supply_from(view: View, subject: Subject) -> Callable[[Expression], Numbers]:
    """Return a supply of counts about ``subject`` as the state in ``view`` has them."""

    def supply(expression: Expression) -> Numbers:
        numbers = {key: _count(view, subject, ref) for key, ref in view.book.named_counts(expression)}
        for group in expression.groups:
            numbers[str(group)] = _group(view, subject, group)
        return numbers

    return supply


def _group(view: View, subject: Subject, group: GroupRef) -> Mapping[str, Numbers]:
    """Return the numbers of each body of a kind."""
    found: dict[str, Numbers] = {}
    for body in view.state.bodies.of_kind(group.group):
        about = msgspec.structs.replace(subject, body=body, sender=None)
        found[body] = {str(ref): _count(view, about, ref) for ref in group.counts}
    return found


def _count(view: View, subject: Subject, ref: CountRef) -> Any:
    """Return one count: of the subject, or added up over the places that ``of`` names."""
    function = SUPPLIED.get(ref.name, people.fact)
    if ref.of is None or ref.name in persons.TRUTHS:
        return function(view, subject, ref)
    places = bodies_at(view, subject, f"all {ref.of}" if ref.all else ref.of)
    found = [function(view, msgspec.structs.replace(subject, body=p, sender=None), ref) for p in places]
    return sum(each for each in found if isinstance(each, int))
