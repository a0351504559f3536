"""One square root per value: two different roots have no order that whole numbers could settle here."""

from __future__ import annotations

from mandat.bylaws.expression import tree
from mandat.bylaws.expression.errors import ExpressionError
from mandat.bylaws.expression.tree import Node, children


def check_roots(node: Node) -> None:
    """Refuse two different square roots in one value or comparison: they have no exact order here."""
    _roots(node)


def _roots(node: Node) -> dict[str, int]:
    """The square roots that reach this node unrounded: text of the radicand and column."""
    found: dict[str, int] = {}
    for child in children(node):
        found.update(_roots(child))
    if len(found) > 1:
        first, second, *_ = found
        problem = f"`sqrt({first})` and `sqrt({second})` meet in one value or comparison"
        raise ExpressionError(
            found[second], problem, "an expression may hold one square root; round one of them"
        )
    match node:
        case tree.Call(function="sqrt") if found:
            raise ExpressionError(node.column, f"`{node}` is the root of a root", "round the inner one")
        case tree.Call(function="sqrt"):
            return {str(node.arguments[0]): node.column}
        case tree.SumOf() if found:
            raise ExpressionError(node.column, f"`{node}` adds up different roots", "round inside the sum")
        case tree.Arith() | tree.Defined() | tree.Call(function="min" | "max"):
            return found
        case _:
            return {}
