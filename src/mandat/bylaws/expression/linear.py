"""Linear forms: a comparison over counts with fixed factors, decided by cross-multiplication in whole numbers."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TypeAlias

from mandat.bylaws.expression import tree, units
from mandat.bylaws.expression.meaning import constant
from mandat.bylaws.expression.tree import Node

Form: TypeAlias = dict[str, Fraction]
"""Factor by canonical text of the count; the fixed part stands under the empty text."""


def linear(node: Node) -> Form | None:
    """The linear form of a value; None if it is not linear (a rounding, a product of counts, a group)."""
    fixed = constant(node)
    if fixed is not None:
        return {"": fixed}
    match node:
        case tree.CountNode() if node.unit is not None and units.is_numeric(node.unit):
            return {str(node.ref): Fraction(1)}
        case tree.Defined() if len(node.rows) == 1 and node.rows[0][0] is None:
            return linear(node.rows[0][1])
        case tree.Arith():
            return _arith(node)
        case _:
            return None


def _arith(node: tree.Arith) -> Form | None:
    left, right = linear(node.left), linear(node.right)
    if left is None or right is None:
        return None
    match node.op:
        case "+":
            return add(left, right, 1)
        case "-":
            return add(left, right, -1)
        case "*":
            fixed, form = (left, right) if set(left) == {""} else (right, left)
            return scale(form, fixed[""]) if set(fixed) == {""} else None
        case "/":
            return scale(left, 1 / right[""]) if set(right) == {""} and right[""] else None


def add(left: Form, right: Form, factor: int) -> Form:
    """``left`` + ``factor`` · ``right``."""
    return {
        name: left.get(name, Fraction(0)) + factor * right.get(name, Fraction(0))
        for name in {**left, **right}
    }


def scale(form: Form, factor: Fraction) -> Form:
    """Every factor times ``factor``."""
    return {name: value * factor for name, value in form.items()}


def difference(node: tree.Compare) -> Form | None:
    """Left side minus right side of a comparison, as a linear form."""
    left, right = linear(node.left), linear(node.right)
    return None if left is None or right is None else add(left, right, -1)


def whole(form: Form) -> tuple[int, tuple[tuple[str, int], ...]]:
    """The form times its least common denominator: the fixed part, and (count, factor) with whole factors."""
    factor = lcm(*(value.denominator for value in form.values()))
    terms = {name: int(value * factor) for name, value in form.items()}
    return terms.get("", 0), tuple((name, value) for name, value in terms.items() if name)
