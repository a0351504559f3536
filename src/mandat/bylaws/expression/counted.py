"""Checks one named count, group or weight against the file's names, and says what it counts."""

from __future__ import annotations

import re

from mandat.bylaws.expression import tree, units
from mandat.bylaws.expression.counts import COUNTS, NamedCount
from mandat.bylaws.expression.errors import ExpressionError, did_you_mean
from mandat.bylaws.expression.names import EVENT_THINGS, EVENTS, FACT_UNITS, POPULATION_WORDS, BodyLike
from mandat.bylaws.expression.places import SubjectKind
from mandat.bylaws.expression.scope import Scope
from mandat.bylaws.expression.units import Unit

_WITHOUT_MEMBERS = ("council", "committee", "congress", "office")


def count_unit(node: tree.CountNode, scope: Scope) -> Unit:
    """The unit of a count; :class:`ExpressionError` if a part of it has no meaning at its place."""
    ref = node.ref
    if ref.name in tree.STATES:
        _check_state(node, scope)
        return units.TRUTH
    unit = _base_unit(node, scope)
    _check_population(node, scope)
    _check_with(node, scope)
    if ref.at is not None:
        _check_event(ref.at, node.column, scope)
    if ref.over is not None and not units.is_numeric(unit):
        raise scope.error(node.column, f"`{ref.name}` is {unit}, and an average is of numbers")
    return _weighed(node, unit, scope)


def _base_unit(node: tree.CountNode, scope: Scope) -> Unit:
    name = node.ref.name
    if name in COUNTS:
        _check_meaning(node, COUNTS[name], scope)
        return COUNTS[name].unit
    fact = scope.names.facts.get(name)
    if fact is None:
        raise scope.error(node.column, f"`{name}` is no known name", _nearest(name, scope))
    if node.ref.of is None and not scope.has_fact(fact):
        told = ", ".join(fact.of)
        remedy = f"it is told of {told}: write `{name} of …`"
        raise scope.error(node.column, f"the fact `{name}` has no meaning in `{scope.place}`", remedy)
    return FACT_UNITS[fact.type]


def _nearest(name: str, scope: Scope) -> str:
    return _misread(name, scope) + did_you_mean(
        name, scope.meant_here(), f"names that have a meaning in `{scope.place}`"
    )


def _misread(name: str, scope: Scope) -> str:
    """The remedy for a name that was meant to be something else."""
    parts = name.split("-")
    if len(parts) > 1 and all(part in scope.meant_here() or part.isdecimal() for part in parts):
        return f"to subtract write `{' - '.join(parts)}`; "
    if re.fullmatch(r"p(?=[0-9t])[0-9a-z]+", name):
        return f"durations are written in capitals, `{name.upper()}`; "
    if any(name in fact.values for fact in scope.names.facts.values()):
        return f"a label stands in quotes, `'{name}'`; "
    return ""


def _check_meaning(node: tree.CountNode, count: NamedCount, scope: Scope) -> None:
    if node.ref.of is not None:
        if not count.of:
            raise scope.error(node.column, f"`{node.ref.name}` takes no `of`", f"it is {count.meaning}")
        return
    if SubjectKind.ANY not in scope.subjects and count.subjects.isdisjoint(scope.subjects):
        remedy = _nearest(count.name, scope)
        if count.of:
            remedy = f"say whose, `{count.name} of …`; {remedy}"
        raise scope.error(node.column, f"`{count.name}` has no meaning in `{scope.place}`", remedy)
    if count.name == "members" and scope.group is None:
        _check_members(node, scope.names.subject, "its body", scope)


def _check_members(node: tree.CountNode, body: BodyLike | None, whose: str, scope: Scope) -> None:
    if body is not None and body.type in _WITHOUT_MEMBERS:
        remedy = "write `filled` for the posts with a holder or `seats` for all posts"
        raise scope.error(node.column, f"{whose} is a {body.type} and has posts, no `members`", remedy)


def _check_population(node: tree.CountNode, scope: Scope) -> None:
    ref = node.ref
    if ref.of is None:
        return
    known = {*scope.names.bodies, *scope.names.lines, *POPULATION_WORDS}
    if ref.of not in known:
        raise scope.error(
            node.column, f"`{ref.of}` is no body or population", did_you_mean(ref.of, known, "populations")
        )
    body = scope.names.bodies.get(ref.of)
    if ref.all and (body is None or not (body.many or body.each)):
        raise scope.error(
            node.column, f"`all` needs a kind with many bodies, and `{ref.of}` is one", "leave `all` out"
        )
    if ref.name == "members":
        _check_members(node, body, f"`{ref.of}`", scope)


def _check_with(node: tree.CountNode, scope: Scope) -> None:
    ref = node.ref
    if ref.with_ is None:
        return
    fact = scope.names.facts.get(ref.with_)
    if fact is None or fact.type not in ("flag", "label"):
        known = [name for name, each in scope.names.facts.items() if each.type in ("flag", "label")]
        remedy = did_you_mean(ref.with_, known, "facts of type flag or label")
        raise scope.error(node.column, f"`{ref.with_}` after `with` is no flag and no label", remedy)
    if fact.type == "flag" and ref.label is not None:
        raise scope.error(
            node.column, f"`{ref.with_}` is a flag and has no labels", f"write `with {ref.with_}`"
        )
    if fact.type == "label" and ref.label is None:
        raise scope.error(node.column, f"`{ref.with_}` is a label", f"say which: `with {ref.with_}:…`")
    if ref.label is not None:
        scope.check_label(ref.with_, ref.label, node.column)


def _check_event(event: str, column: int, scope: Scope) -> None:
    thing, dot, what = event.rpartition(".")
    if event == "election":
        return
    if not dot or what not in EVENTS:
        remedy = f"write `election` or thing.what, where what is {', '.join(EVENTS)}"
        raise scope.error(column, f"`{event}` is no event", remedy)
    known = {*scope.names.bodies, *scope.names.lines, *scope.names.ids, *EVENT_THINGS}
    if thing not in known:
        raise scope.error(
            column, f"`{thing}` in the event `{event}` is unknown", did_you_mean(thing, known, "things")
        )


def _check_state(node: tree.CountNode, scope: Scope) -> None:
    names = scope.names
    known = {*names.bodies, *names.lines, *names.ids, *POPULATION_WORDS}
    if node.ref.of not in known:
        remedy = did_you_mean(str(node.ref.of), known, "names for it")
        raise scope.error(node.column, f"`{node.ref.of}` in `{node.ref}` is unknown", remedy)


def _weighed(node: tree.CountNode, unit: Unit, scope: Scope) -> Unit:
    """Votes of a tally: the one behind ``by``, else the decision's own for a bare count of the vote."""
    ref, count = node.ref, COUNTS.get(node.ref.name)
    if ref.by is not None:
        if count is None or not count.weighs:
            raise scope.error(node.column, f"`{ref.name}` cannot be weighed", f"leave out `by {ref.by}`")
        return weight_of(ref.by, node.column, scope)
    in_vote = SubjectKind.VOTE in scope.subjects and ref.of is None and scope.group is None
    if in_vote and count is not None and count.weighs and SubjectKind.VOTE in count.subjects:
        return units.votes(scope.names.tally) if scope.names.tally != units.HEADS else unit
    return unit


def weight_of(weight: str, column: int, scope: Scope) -> Unit:
    """The unit of a tally by its name."""
    if weight != units.HEADS and weight not in scope.names.weights:
        known = [units.HEADS, *scope.names.weights]
        raise scope.error(column, f"`{weight}` is no weight", did_you_mean(weight, known, "weights"))
    return units.votes(weight)


def group_of(group: str, column: int, scope: Scope) -> Scope:
    """The scope inside ``number(GROUP …)`` and ``sum(… per GROUP)``: a kind of body or a label."""
    labels = [name for name, fact in scope.names.facts.items() if fact.type == "label"]
    known = [*scope.names.bodies, *labels]
    if group not in known:
        remedy = did_you_mean(group, known, "kinds of body and labels")
        raise ExpressionError(scope.error_column(column), f"`{group}` is no group", remedy)
    return scope.within(group)
