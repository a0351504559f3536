"""A value with its numbers filled in: ``2/3 * cast`` as ``2/3 × 4,900``."""

from __future__ import annotations

from mandat.bylaws.expression import compiled, tree
from mandat.bylaws.expression.numbers import Open, Run
from mandat.bylaws.expression.tree import Node
from mandat.bylaws.expression.wording import PERCENT
from mandat.bylaws.values.surd import Exact
from mandat.bylaws.words.figures import figure
from mandat.language import Language, msg

_UNSPECIFIED = msg("unspecified")
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/"}


def value_of(node: Node, run: Run) -> Exact | None:
    """The value of a number, None where the text is silent."""
    try:
        return compiled.quantity(node)(run)
    except Open:
        return None


def filled(node: Node, run: Run, language: Language) -> str:
    """The value's text with numbers in place of names; definitions and groups show their value."""
    match node:
        case tree.Integer():
            return figure(node.value, language)
        case tree.Percent():
            return PERCENT.text(language, number=figure(node.value, language))
        case tree.Arith():
            return _arith(node, run, language)
        case tree.Call():
            inside = ", ".join(filled(each, run, language) for each in node.arguments)
            return f"√{inside}" if _plain_root(node) else f"{node.function}({inside})".replace("sqrt", "√")
        case _:
            value = value_of(node, run)
            return _UNSPECIFIED.text(language) if value is None else figure(value, language)


def _plain_root(node: tree.Call) -> bool:
    return node.function == "sqrt" and isinstance(node.arguments[0], tree.CountNode | tree.Integer)


def _arith(node: tree.Arith, run: Run, language: Language) -> str:
    if node.op == "/" and isinstance(node.left, tree.Integer) and isinstance(node.right, tree.Integer):
        return str(node)
    own = tree.binding(node)
    left = _side(node.left, own, run, language)
    return f"{left} {_SIGNS[node.op]} {_side(node.right, own + 1, run, language)}"


def _side(node: Node, least: int, run: Run, language: Language) -> str:
    text = filled(node, run, language)
    return f"({text})" if tree.binding(node) < least else text
