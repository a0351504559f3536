"""Gives the names of a tree their meaning at a place, and checks units.

A name without meaning at its place, people added to money, a condition where a number is asked: each is refused here, when
the file is loaded, with the column and the remedy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from mandat.bylaws.expression import tree, units
from mandat.bylaws.expression.counted import count_unit, group_of, weight_of
from mandat.bylaws.expression.errors import ExpressionError
from mandat.bylaws.expression.names import Definition
from mandat.bylaws.expression.places import Place
from mandat.bylaws.expression.roots import check_roots
from mandat.bylaws.expression.scope import Scope
from mandat.bylaws.expression.tree import DEEPEST, Node, children
from mandat.bylaws.expression.units import Unit, UnitKind

__all__ = ["children", "constant", "demand", "resolve"]

MOST_NODES = 3000


@dataclass(slots=True)
class _Budget:
    """Nodes that may still be visited: definitions of definitions must not grow without end."""

    left: int = MOST_NODES


def resolve(node: Node, scope: Scope) -> tuple[Node, Unit]:
    """The tree with every name resolved, and the unit of the whole."""
    resolved, unit = _Resolver(_Budget()).node(node, scope)
    check_roots(resolved)
    return resolved, unit


def demand(node: Node, unit: Unit, gives: str, place: Place) -> tuple[Node, Unit]:
    """Check that the whole is what its key asks for: a condition, a number of seats, a number."""
    if gives == "any":
        return node, unit
    if gives == "condition":
        return _as_truth(node, unit, f"`{place}` asks for a condition")
    if not units.is_numeric(unit):
        remedy = (
            "rows take a condition first: `[[condition, value], …]`" if unit.kind is UnitKind.TRUTH else ""
        )
        raise ExpressionError(
            _column(node), f"`{place}` asks for a number, and `{node}` is {_a(unit)}", remedy
        )
    if gives == "seats":
        _check_seats(node, unit, place)
    return _as_number(node, unit)


def _check_seats(node: Node, unit: Unit, place: Place) -> None:
    fixed = constant(node)
    if unit.kind in (UnitKind.MONEY, UnitKind.VOTES, UnitKind.PRODUCT):
        remedy = "divide it by so many per seat, in the same unit"
        raise ExpressionError(_column(node), f"`{place}` asks for seats, and `{node}` is {_a(unit)}", remedy)
    if fixed is not None and fixed.denominator != 1:
        remedy = "round it: ceil, floor, half_up, half_down, half_even"
        raise ExpressionError(
            _column(node), f"`{place}` asks for whole seats, and `{node}` is a fraction", remedy
        )


class _Resolver:
    def __init__(self, budget: _Budget) -> None:
        self._budget = budget
        self._depth = 0

    def node(self, node: Node, scope: Scope) -> tuple[Node, Unit]:
        self._depth += 1
        if self._depth > DEEPEST:
            problem = f"with its definitions written out the expression is more than {DEEPEST} levels deep"
            raise scope.error(_column(node), problem, "shorten the definitions")
        found = self._node(node, scope)
        self._depth -= 1
        return found

    def _node(self, node: Node, scope: Scope) -> tuple[Node, Unit]:
        self._budget.left -= 1
        if self._budget.left < 0:
            problem = f"with its definitions written out the expression has more than {MOST_NODES} parts"
            raise ExpressionError(_column(node), problem, "shorten the definitions")
        match node:
            case tree.And() | tree.Or() | tree.Not() | tree.Compare():
                return self._condition(node, scope), units.TRUTH
            case tree.CountNode():
                return self._count(node, scope)
            case tree.Arith():
                return self._arith(node, scope)
            case tree.Call():
                return self._call(node, scope)
            case tree.NumberOf() | tree.SumOf() | tree.Fewest():
                return self._aggregate(node, scope)
            case tree.Defined():
                raise AssertionError("a definition is resolved once")
            case _:
                return node, _literal_unit(node)

    # -- conditions --------------------------------------------------------------------------------------------

    def _condition(self, node: tree.And | tree.Or | tree.Not | tree.Compare, scope: Scope) -> Node:
        match node:
            case tree.And():
                return replace(node, tests=tuple(self._truth(each, scope, "`and`") for each in node.tests))
            case tree.Or():
                return replace(node, clauses=tuple(self._truth(each, scope, "`or`") for each in node.clauses))
            case tree.Not():
                return replace(node, test=self._truth(node.test, scope, "`not`"))
            case tree.Compare():
                return self._compare(node, scope)

    def _truth(self, node: Node, scope: Scope, who: str) -> Node:
        resolved, unit = self.node(node, scope)
        return _as_truth(
            resolved, unit, f"{who} joins conditions" if who != "`not`" else "`not` asks for a condition"
        )[0]

    def _compare(self, node: tree.Compare, scope: Scope) -> Node:
        left, left_unit = self.node(node.left, scope)
        right, right_unit = self.node(node.right, scope)
        unit = _common(node, left, left_unit, right, right_unit)
        if unit.kind is UnitKind.LABEL:
            _check_labels(left, right, scope)
        return replace(node, left=_fill(left, unit), right=_fill(right, unit), unit=unit)

    # -- names -------------------------------------------------------------------------------------------------

    def _count(self, node: tree.CountNode, scope: Scope) -> tuple[Node, Unit]:
        definition = scope.definition(node)
        if definition is not None:
            return self._defined(node, definition, scope)
        unit = count_unit(node, scope)
        return replace(node, unit=unit), unit

    def _defined(self, node: tree.CountNode, definition: Definition, scope: Scope) -> tuple[Node, Unit]:
        inner = scope.inside_definition(node)
        rows: list[tuple[Node | None, Node]] = []
        unit: Unit = units.UNSPECIFIED
        for when, value in definition.rows:
            resolved, one = self.node(value, inner)
            joined = one if unit.kind is UnitKind.UNSPECIFIED else _joined(unit, one)
            if joined is None:
                problem = f"the rows of `{node.ref.name}` give {_a(unit)} and {_a(one)}"
                raise ExpressionError(node.column, problem, "all rows of a definition give the same unit")
            unit = joined
            rows.append((None if when is None else self._truth(when, inner, "a row"), resolved))
        return tree.Defined(node.ref.name, tuple(rows), node.column), unit

    # -- values ------------------------------------------------------------------------------------------------

    def number(self, node: Node, scope: Scope, who: str) -> tuple[Node, Unit]:
        resolved, unit = self.node(node, scope)
        if units.is_numeric(unit):
            return _as_number(resolved, unit)
        if unit.kind is UnitKind.TRUTH:
            raise ExpressionError(_column(node), f"{who} asks for a number, and `{node}` is a condition")
        remedy = "add durations up yourself, as in P1Y6M" if unit.kind is UnitKind.DURATION else ""
        raise ExpressionError(_column(node), f"{who} asks for a number, and `{node}` is {_a(unit)}", remedy)

    def _arith(self, node: tree.Arith, scope: Scope) -> tuple[Node, Unit]:
        left, left_unit = self.number(node.left, scope, f"`{node.op}`")
        right, right_unit = self.number(node.right, scope, f"`{node.op}`")
        unit = _arith_unit(node.op, left_unit, right_unit)
        if unit is None:
            raise _does_not_go(node, left, left_unit, right, right_unit)
        if node.op == "/" and constant(right) == 0:
            raise ExpressionError(node.column, f"`{node}` divides by nothing")
        return replace(node, left=left, right=right), unit

    def _call(self, node: tree.Call, scope: Scope) -> tuple[Node, Unit]:
        found = [self.number(each, scope, f"`{node.function}`") for each in node.arguments]
        resolved = replace(node, arguments=tuple(each for each, _ in found))
        unit = found[0][1]
        for argument, other in zip(resolved.arguments[1:], found[1:], strict=True):
            joined = units.summed(unit, other[1])
            if joined is None:
                raise _does_not_go(node, resolved.arguments[0], unit, argument, other[1])
            unit = joined
        return resolved, _call_unit(node, unit)

    def _aggregate(self, node: tree.NumberOf | tree.SumOf | tree.Fewest, scope: Scope) -> tuple[Node, Unit]:
        match node:
            case tree.NumberOf():
                inner = group_of(node.group, node.column, scope)
                where = None if node.where is None else self._truth(node.where, inner, "`where`")
                return replace(node, where=where), units.BODIES
            case tree.SumOf():
                inner = group_of(node.group, node.column, scope)
                value, unit = self.number(node.value, inner, "`sum`")
                return replace(node, value=value), unit
            case tree.Fewest():
                tally = weight_of(node.weight, node.column, scope)
                value, unit = self.number(node.value, scope, "`fewest`")
                if units.summed(tally, unit) is None:
                    problem = f"`{value}` is {_a(unit)}, and `{node.weight}` weighs {tally}"
                    raise ExpressionError(node.column, problem, f"write it `… by {node.weight}`")
                return replace(node, value=value), units.PEOPLE


def constant(node: Node) -> Fraction | None:
    """The value of a node made of numbers alone, else None."""
    match node:
        case tree.Integer():
            return Fraction(node.value)
        case tree.Percent():
            return Fraction(node.value, 100)
        case tree.Arith():
            left, right = constant(node.left), constant(node.right)
            return None if left is None or right is None else _fold(node.op, left, right)
        case _:
            return None


def _fold(op: tree.ArithOp, left: Fraction, right: Fraction) -> Fraction | None:
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right if right else None


# -- units of results ------------------------------------------------------------------------------------------


def _literal_unit(node: Node) -> Unit:
    match node:
        case tree.Integer():
            return units.NUMBER
        case tree.Percent():
            return units.RATIO
        case tree.LengthNode():
            return units.DURATION
        case tree.Label():
            return units.LABEL
        case _:
            return units.UNSPECIFIED


def _arith_unit(op: tree.ArithOp, left: Unit, right: Unit) -> Unit | None:
    if op == "*":
        return units.multiplied(left, right)
    return units.divided(left, right) if op == "/" else units.summed(left, right)


def _call_unit(node: tree.Call, unit: Unit) -> Unit:
    if node.function in tree.ROUNDINGS:
        return units.NUMBER if unit.kind is UnitKind.RATIO else unit
    if node.function == "sqrt" and unit.kind is UnitKind.PRODUCT:
        first, second = unit.factors
        if not units.same(first, second):
            raise ExpressionError(
                node.column, f"`{node}` is the root of {unit}", "both factors count the same"
            )
        return first
    return unit


def _joined(left: Unit, right: Unit) -> Unit | None:
    if units.is_numeric(left) and units.is_numeric(right):
        return units.summed(left, right)
    return left if left == right or right.kind is UnitKind.UNSPECIFIED else None


def _common(node: tree.Compare, left: Node, left_unit: Unit, right: Node, right_unit: Unit) -> Unit:
    """The unit in which both sides are compared."""
    if UnitKind.TRUTH in (left_unit.kind, right_unit.kind):
        side = left if left_unit.kind is UnitKind.TRUTH else right
        problem = f"`{side}` is a condition, and `{node.op}` compares numbers"
        raise ExpressionError(_column(side), problem, f"write `{side}` or `not {side}` alone")
    if units.is_counted(left_unit):
        _check_share(right, left)
    if units.is_counted(right_unit):
        _check_share(left, right)
    unit = _joined(left_unit, right_unit) if left_unit.kind is not UnitKind.UNSPECIFIED else right_unit
    if unit is None:
        raise _does_not_go(node, left, left_unit, right, right_unit)
    if unit.kind is UnitKind.LABEL and node.op != "=":
        raise ExpressionError(
            node.column, f"labels have no order: found `{node.op}`", "compare labels with `=`"
        )
    return unit


def _check_share(side: Node, other: Node) -> None:
    """Refuse ``yes >= 2/3``: two thirds of what?"""
    fixed = constant(side)
    if fixed is not None and fixed.denominator != 1:
        problem = (
            f"`{side}` is a share of nothing: `{other}` counts, and a count is not compared with a fraction"
        )
        raise ExpressionError(_column(side), problem, f"say of what, as in `{side} * cast`")


def _does_not_go(node: Node, left: Node, left_unit: Unit, right: Node, right_unit: Unit) -> ExpressionError:
    problem = (
        f"`{left}` is {_a(left_unit)} and `{right}` is {_a(right_unit)}: they do not go together in `{node}`"
    )
    return ExpressionError(_column(node), problem, _unit_remedy(left, left_unit, right, right_unit))


def _unit_remedy(left: Node, left_unit: Unit, right: Node, right_unit: Unit) -> str:
    kinds = (left_unit.kind, right_unit.kind)
    if UnitKind.VOTES in kinds and (
        UnitKind.PEOPLE in kinds or UnitKind.SEATS in kinds or kinds[0] == kinds[1]
    ):
        tally = left_unit.tally or right_unit.tally
        side = right if left_unit.tally else left
        plain = isinstance(side, tree.CountNode) and side.ref.by is None
        how = f"`{side} by {tally}`" if plain else f"count both sides `by {tally}`"
        return f"votes compare within one tally: {how}"
    if UnitKind.DURATION in kinds:
        return "a duration is written as P18Y, P3M, P14D"
    if UnitKind.RATIO in kinds:
        side, other = (left, right) if left_unit.kind is UnitKind.RATIO else (right, left)
        return f"say of what the share is, as in `{side} * {other}`"
    if UnitKind.LABEL in kinds:
        return "a label is compared with a label in quotes, `'north'`"
    return ""


def _as_truth(node: Node, unit: Unit, who: str) -> tuple[Node, Unit]:
    if unit.kind is UnitKind.UNSPECIFIED:
        return _fill(node, units.TRUTH), units.TRUTH
    if unit.kind is not UnitKind.TRUTH:
        remedy = f"compare it, as in `{node} >= 1`" if units.is_numeric(unit) else "compare it"
        raise ExpressionError(_column(node), f"{who}, and `{node}` is {_a(unit)}", remedy)
    return node, unit


def _as_number(node: Node, unit: Unit) -> tuple[Node, Unit]:
    return _fill(node, units.NUMBER), unit


def _fill(node: Node, unit: Unit) -> Node:
    """Tell a bare ``unspecified`` what it stands for."""
    return replace(node, unit=unit) if isinstance(node, tree.Unspecified) else node


def _check_labels(left: Node, right: Node, scope: Scope) -> None:
    for one, other in ((left, right), (right, left)):
        if isinstance(one, tree.CountNode) and isinstance(other, tree.Label):
            scope.check_label(one.ref.name, other.value, other.column)


def _column(node: Node) -> int:
    """Where the node begins: a comparison or sum begins with its left side."""
    match node:
        case tree.Arith() | tree.Compare():
            return _column(node.left)
        case tree.And():
            return _column(node.tests[0])
        case tree.Or():
            return _column(node.clauses[0])
        case _:
            return node.column


def _a(unit: Unit) -> str:
    """The unit in a sentence."""
    match unit.kind:
        case UnitKind.TRUTH:
            return "a condition"
        case UnitKind.NUMBER | UnitKind.RATIO | UnitKind.DURATION | UnitKind.DATE | UnitKind.LABEL:
            return f"a {unit}"
        case UnitKind.PEOPLE | UnitKind.SEATS | UnitKind.BODIES:
            return f"a number of {unit}"
        case UnitKind.MONEY:
            return "an amount of money"
        case _:
            return str(unit)
