"""Turns a tree into closures, once: what decides is what explains."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any, NoReturn, TypeAlias, TypeVar

from mandat.bylaws.expression import linear, tree
from mandat.bylaws.expression.meaning import constant
from mandat.bylaws.expression.numbers import Open, Run, Time
from mandat.bylaws.expression.tree import Node
from mandat.bylaws.expression.units import UnitKind
from mandat.bylaws.values import surd
from mandat.bylaws.values.duration import Duration, Elapsed, Never, compare_lengths
from mandat.bylaws.values.surd import Exact

Test: TypeAlias = Callable[[Run], bool]
Quantity: TypeAlias = Callable[[Run], Exact]

T = TypeVar("T")

TRUTHS = ("true", "false")
ROUNDINGS = ("down", "up")
_ORDERS: dict[tree.CompareOp, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
_ARITHMETIC: dict[tree.ArithOp, Callable[[Exact, Exact], Exact]] = {
    "+": surd.add,
    "-": surd.subtract,
    "*": surd.multiply,
}
_ROUNDING: dict[str, Callable[[Exact], int]] = {
    "floor": surd.floor,
    "ceil": surd.ceil,
    "half_up": surd.half_up,
    "half_down": surd.half_down,
    "half_even": surd.half_even,
}


def bare(ref: tree.CountRef) -> bool:
    """Whether the count belongs to the subject at hand (inside an aggregate: to the group)."""
    return ref.of is None


# -- conditions ----------------------------------------------------------------------------------------------------


def test(node: Node) -> Test:
    """The closure that decides a condition."""
    match node:
        case tree.And():
            return _all(tuple(test(each) for each in node.tests))
        case tree.Or():
            return _any(tuple(test(each) for each in node.clauses))
        case tree.Not():
            inner = test(node.test)
            return lambda run: not inner(run)
        case tree.Compare():
            return _comparison(node)
        case tree.Defined():
            return _rows(node, test)
        case tree.Unspecified():
            where = f"unspecified, column {node.column}"
            return lambda run: run.choose(where, "unspecified", TRUTHS) == "true"
        case tree.CountNode():
            return _given(node.ref)
        case _:
            raise AssertionError(f"{node} is no condition")


def _all(tests: tuple[Test, ...]) -> Test:
    def holds(run: Run) -> bool:
        for each in tests:  # noqa: SIM110 -- a loop is faster than all() over a generator, and this is the hot path
            if not each(run):
                return False
        return True

    return holds


def _any(tests: tuple[Test, ...]) -> Test:
    def holds(run: Run) -> bool:
        for each in tests:  # noqa: SIM110 -- as in _all
            if each(run):
                return True
        return False

    return holds


def _first(rows: tuple[tuple[Test | None, Callable[[Run], T]], ...], run: Run) -> T:
    """The value of the first row that holds."""
    for when, value in rows:
        if when is None or when(run):
            return value(run)
    raise Open("rows", "no row holds")


def _rows(node: tree.Defined, kind: Callable[[Node], Callable[[Run], T]]) -> Callable[[Run], T]:
    rows = tuple((None if when is None else test(when), kind(value)) for when, value in node.rows)
    return rows[0][1] if len(rows) == 1 and rows[0][0] is None else lambda run: _first(rows, run)


def _comparison(node: tree.Compare) -> Test:
    form = linear.difference(node)
    if form is not None:
        outside = {str(each.ref) for each in counts_below(node) if not bare(each.ref)}
        return _linear(node.op, form, outside)
    where = str(node)
    compare = _by_kind(node)

    def holds(run: Run) -> bool:
        try:
            order = compare(run)
        except Open as silent:
            if silent.question.options:
                raise
            return run.choose(where, silent.question.reason, TRUTHS) == "true"
        if order is None:
            return run.choose(where, "months differ in length", TRUTHS) == "true"
        return holds_for(order, 0)

    holds_for = _ORDERS[node.op]
    return holds


def counts_below(node: Node) -> list[tree.CountNode]:
    """The counts of a node outside aggregates, definitions written out."""
    match node:
        case tree.CountNode():
            return [node]
        case tree.Arith() | tree.Compare():
            return counts_below(node.left) + counts_below(node.right)
        case tree.Defined():
            return [count for _, value in node.rows for count in counts_below(value)]
        case _:
            return []


def _linear(op: tree.CompareOp, form: linear.Form, outside: set[str]) -> Test:
    """Cross-multiplied: whole factors, one sum, its sign. ``outside`` belongs to the whole, not to a group."""
    order = _ORDERS[op]
    fixed, every = linear.whole(form)
    terms = tuple(term for term in every if term[0] not in outside)
    root_terms = tuple(term for term in every if term[0] in outside)

    def holds(run: Run) -> bool:
        numbers = run.numbers
        total = fixed
        for name, factor in terms:
            total += factor * numbers[name]
        for name, factor in root_terms:
            total += factor * run.root[name]
        return order(total, 0)

    return holds


def _by_kind(node: tree.Compare) -> Callable[[Run], int | None]:
    """Closure for the order of the two sides: -1, 0, 1, or None if it depends on the calendar."""
    kind = node.unit.kind if node.unit is not None else UnitKind.NUMBER
    if kind is UnitKind.DURATION:
        since, until = time(node.left), time(node.right)
        return lambda run: compare_times(since(run), until(run))
    if kind is UnitKind.LABEL:
        one, other = label(node.left), label(node.right)
        return lambda run: 0 if one(run) == other(run) else 1
    left, right = quantity(node.left), quantity(node.right)
    return lambda run: surd.sign(surd.subtract(left(run), right(run)))


def _given(ref: tree.CountRef) -> Callable[[Run], Any]:
    """The number supplied, from the group at hand or, with ``of``, from outside all groups."""
    key = str(ref)
    return (lambda run: run.numbers[key]) if bare(ref) else (lambda run: run.root[key])


def compare_times(left: Time, right: Time) -> int | None:
    """-1, 0 or 1; None if both are plain durations whose order depends on where they start."""
    if isinstance(left, Never) or isinstance(right, Never):
        return isinstance(left, Never) - isinstance(right, Never)
    if isinstance(left, Elapsed):
        if isinstance(right, Duration):
            return left.compare(right)
        one, other = left.now - left.since, right.now - right.since
        return (one > other) - (one < other)
    return -right.compare(left) if isinstance(right, Elapsed) else compare_lengths(left, right)


def time(node: Node) -> Callable[[Run], Time]:
    """The closure of a duration."""
    match node:
        case tree.LengthNode():
            fixed = node.value
            return lambda _: fixed
        case tree.CountNode():
            return _given(node.ref)
        case tree.Defined():
            return _rows(node, time)
        case _:
            return _silent(node)


def label(node: Node) -> Callable[[Run], str]:
    """The closure of a label."""
    match node:
        case tree.Label():
            fixed = node.value
            return lambda _: fixed
        case tree.CountNode():
            return _given(node.ref)
        case tree.Defined():
            return _rows(node, label)
        case _:
            return _silent(node)


def _silent(node: Node) -> Callable[[Run], NoReturn]:
    def silent(_: Run) -> NoReturn:
        raise Open(f"unspecified, column {node.column}", "unspecified")

    return silent


# -- numbers -------------------------------------------------------------------------------------------------------


def quantity(node: Node) -> Quantity:
    """The closure of a number."""
    fixed = constant(node)
    if fixed is not None:
        value = surd.tidy(fixed)
        return lambda _: value
    match node:
        case tree.CountNode():
            return _given(node.ref)
        case tree.Arith():
            return _divided(node) if node.op == "/" else _calculated(node)
        case tree.Call():
            return _called(node)
        case tree.Defined():
            return _rows(node, quantity)
        case tree.NumberOf():
            return _number_of(node)
        case tree.SumOf():
            return _sum_of(node)
        case tree.Fewest():
            return _fewest(node)
        case _:
            return _unspecified_number(node)


def _calculated(node: tree.Arith) -> Quantity:
    left, right, calculate = quantity(node.left), quantity(node.right), _ARITHMETIC[node.op]
    return lambda run: calculate(left(run), right(run))


def _divided(node: tree.Arith) -> Quantity:
    left, right, where = quantity(node.left), quantity(node.right), str(node)

    def quotient(run: Run) -> Exact:
        below = right(run)
        if not below:
            raise Open(where, "division by zero")
        return surd.divide(left(run), below)

    return quotient


def _called(node: tree.Call) -> Quantity:
    arguments = tuple(quantity(each) for each in node.arguments)
    first = arguments[0]
    if node.function in _ROUNDING:
        rounded = _ROUNDING[node.function]
        return lambda run: rounded(first(run))
    if node.function == "sqrt":
        return _root(first, str(node))
    return _extreme(arguments, 1 if node.function == "max" else -1)


def _root(inner: Quantity, where: str) -> Quantity:
    def rooted(run: Run) -> Exact:
        value = inner(run)
        if surd.sign(value) < 0:
            raise Open(where, "root of less than nothing")
        return surd.root(value)

    return rooted


def _extreme(arguments: tuple[Quantity, ...], side: int) -> Quantity:
    def extreme(run: Run) -> Exact:
        best = arguments[0](run)
        for each in arguments[1:]:
            other = each(run)
            if surd.sign(surd.subtract(other, best)) == side:
                best = other
        return best

    return extreme


def _number_of(node: tree.NumberOf) -> Quantity:
    group, where = node.group, None if node.where is None else test(node.where)
    if where is None:
        return lambda run: len(run.numbers[group])
    return lambda run: sum(1 for each in run.numbers[group].values() if where(run.within(each)))


def _sum_of(node: tree.SumOf) -> Quantity:
    group, value = node.group, quantity(node.value)

    def total(run: Run) -> Exact:
        added: Exact = 0
        for each in run.numbers[group].values():
            added = surd.add(added, value(run.within(each)))
        return added

    return total


def _fewest(node: tree.Fewest) -> Quantity:
    key, value, where = f"weights by {node.weight}", quantity(node.value), str(node)

    def fewest(run: Run) -> Exact:
        enough, together = value(run), Fraction(0)
        for voters, weight in enumerate(sorted(run.root[key], reverse=True), 1):
            together += weight
            if surd.sign(surd.subtract(together, enough)) > 0:
                return voters
        raise Open(where, "all voters together do not exceed it")

    return fewest


def _unspecified_number(node: Node) -> Quantity:
    where = f"unspecified, column {node.column}"
    return lambda run: surd.tidy(Fraction(run.choose(where, "unspecified", ())))
