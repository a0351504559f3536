"""Whether more of a count can only help a condition: what the checker's proofs rest on.

Linear comparisons are rewritten over base counts (``cast`` = yes + no, …), and the factor's sign decides. Other values are
followed by the rules of monotone functions; where those don't tell, the answer is ``UNKNOWN``, never a guess.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from mandat.bylaws.expression import linear, tree
from mandat.bylaws.expression.expression import Expression
from mandat.bylaws.expression.meaning import constant
from mandat.bylaws.expression.tree import Node, children


class Sign(StrEnum):
    """What one more of a count does to a condition (or to a value: helps = never less)."""

    NEITHER = "neither"
    HELPS = "helps"
    HARMS = "harms"
    BOTH = "both"
    UNKNOWN = "unknown"


PARTS: dict[str, tuple[str, ...]] = {
    "cast": ("yes", "no"),
    "valid": ("yes", "no", "abstain"),
    "voted": ("yes", "no", "abstain", "invalid"),
}
"""Derived counts of a vote and the base counts that they are the sum of."""

_FLIPPED = {Sign.HELPS: Sign.HARMS, Sign.HARMS: Sign.HELPS}


def sign_of(expression: Expression, name: str) -> Sign:
    """What one more of ``name`` (a canonical text) does: can only help, only harm, neither, both, or unknown.

    One more ``yes`` is also one more ``cast``, ``valid`` and ``voted``; everything else stays as it is.

    >>> from mandat.bylaws.expression import Place, parse
    >>> sign_of(parse("yes >= 2/3 * cast", place=Place.CARRIED), "yes").value
    'helps'
    """
    return _sign(expression.node, name)


def _sign(node: Node, name: str) -> Sign:
    match node:
        case tree.Compare():
            return _comparison(node, name)
        case tree.Not():
            return _flip(_sign(node.test, name))
        case tree.And() | tree.Or():
            return _together([_sign(each, name) for each in children(node)])
        case tree.Defined() if _plain(node):
            return _sign(node.rows[0][1], name)
        case _:
            return _value(node, name)


def _plain(node: tree.Defined) -> bool:
    return len(node.rows) == 1 and node.rows[0][0] is None


def _flip(sign: Sign) -> Sign:
    return _FLIPPED.get(sign, sign)


def _together(signs: list[Sign]) -> Sign:
    """Of parts that all count: one direction only if none goes the other way."""
    moving = {sign for sign in signs if sign is not Sign.NEITHER}
    if not moving:
        return Sign.NEITHER
    if Sign.UNKNOWN in moving:
        return Sign.UNKNOWN
    return moving.pop() if len(moving) == 1 else Sign.BOTH  # any order: there is but one


def _comparison(node: tree.Compare, name: str) -> Sign:
    form = linear.difference(node)
    sign = _sides(node, name) if form is None else _of_number(_factor(form, name))
    if node.op == "=":
        return sign if sign in (Sign.NEITHER, Sign.UNKNOWN) else Sign.BOTH
    return sign if node.op in (">", ">=") else _flip(sign)


def _sides(node: tree.Compare, name: str) -> Sign:
    return _sum(_value(node.left, name), _flip(_value(node.right, name)))


def _factor(form: linear.Form, name: str) -> Fraction:
    """What one more of ``name`` adds to the form, derived counts included."""
    count, space, rest = name.partition(" ")
    derived = [whole + space + rest for whole, parts in PARTS.items() if count in parts]
    return sum((form.get(each, Fraction(0)) for each in (name, *derived)), Fraction(0))


def _of_number(number: Fraction) -> Sign:
    return Sign.HELPS if number > 0 else Sign.HARMS if number < 0 else Sign.NEITHER


def _sum(left: Sign, right: Sign) -> Sign:
    """Of a sum: opposite directions may go either way, by amounts that signs alone don't tell."""
    together = _together([left, right])
    return Sign.UNKNOWN if together is Sign.BOTH else together


def _value(node: Node, name: str) -> Sign:
    form = linear.linear(node)
    if form is not None:
        return _of_number(_factor(form, name))
    match node:
        case tree.Arith():
            return _arith(node, name)
        case tree.Call():
            signs = [_value(each, name) for each in node.arguments]
            together = _together(signs)
            return Sign.UNKNOWN if together is Sign.BOTH else together
        case tree.Defined() if _plain(node):
            return _value(node.rows[0][1], name)
        case tree.CountNode():
            return Sign.HELPS if str(node.ref) == name else Sign.NEITHER
        case _ if not _mentions(node, name):
            return Sign.NEITHER
        case _:
            return Sign.UNKNOWN


def _arith(node: tree.Arith, name: str) -> Sign:
    left, right = _value(node.left, name), _value(node.right, name)
    match node.op:
        case "+":
            return _sum(left, right)
        case "-":
            return _sum(left, _flip(right))
        case "*":
            return _scaled(node.left, left, node.right, right)
        case "/":
            return (
                _scaled(node.right, right, node.left, left) if right is Sign.NEITHER else _unless(left, right)
            )


def _scaled(one: Node, one_sign: Sign, other: Node, other_sign: Sign) -> Sign:
    """Of a product or quotient with a fixed number; counts alone may be nothing, so their signs tell no more."""
    for fixed, sign in ((constant(one), other_sign), (constant(other), one_sign)):
        if fixed is not None:
            return sign if fixed > 0 else _flip(sign) if fixed < 0 else Sign.NEITHER
    return _unless(one_sign, other_sign)


def _unless(left: Sign, right: Sign) -> Sign:
    return Sign.NEITHER if left is right is Sign.NEITHER else Sign.UNKNOWN


def _mentions(node: Node, name: str) -> bool:
    if isinstance(node, tree.CountNode):
        return _factor({str(node.ref): Fraction(1)}, name) != 0 or str(node.ref) == name
    return any(_mentions(child, name) for child in children(node))
