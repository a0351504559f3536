"""A plugin of mypy for tests: a literal may stand where an id or an instant is asked for, so that tests read like the bylaws.

``MotionTable(motion="tax", body="council")`` says what it says; ``MotionId("tax")`` would say no more. Only literals pass: a
variable must have the type of the reference, in tests as in the program.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy.nodes import (
    CallExpr,
    DictExpr,
    Expression,
    IntExpr,
    ListExpr,
    MemberExpr,
    OpExpr,
    StarExpr,
    StrExpr,
    TupleExpr,
    UnaryExpr,
)
from mypy.options import Options
from mypy.plugin import FunctionSigContext, MethodSigContext, Plugin
from mypy.types import CallableType, FunctionLike, Instance, Type, get_proper_type
from mypy.types import TupleType as Tuple
from mypy.types import UnionType as Union

Context = FunctionSigContext | MethodSigContext
ASKED = ("mandat.", "tests.", "bench.", "immutables.")


class LiteralIds(Plugin):
    """Lets literals be ids in calls that tests make."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        super().__init__(options)

    def get_function_signature_hook(
        self, fullname: str
    ) -> Callable[[FunctionSigContext], FunctionLike] | None:
        """Look at calls of functions and classes of the project."""
        return _relaxed if fullname.startswith(ASKED) else None

    def get_method_signature_hook(self, fullname: str) -> Callable[[MethodSigContext], FunctionLike] | None:
        """Look at calls of methods, and at look-ups."""
        return _relaxed if fullname.startswith(ASKED) or fullname.startswith("builtins.dict.") else None


def _relaxed(context: Context) -> CallableType:
    """Return the signature with plain types for those arguments that are literals."""
    signature = context.default_signature
    if not context.api.path.startswith(("tests/", "bench/")):
        return signature
    kinds: list[Type] = [
        _plain(kind) if given and all(map(_is_literal, given)) else kind
        for kind, given in zip(signature.arg_types, context.args, strict=False)
    ]
    return signature.copy_modified(arg_types=kinds)


def _is_literal(value: Expression) -> bool:
    """Tell whether an expression is a text, a number, a text with places in it, or a display that holds one."""
    match value:
        case StrExpr() | IntExpr():
            return True
        case UnaryExpr(expr=inner) | StarExpr(expr=inner):
            return _is_literal(inner)
        case OpExpr(left=left, right=right):
            return _is_literal(left) or _is_literal(right)
        case TupleExpr(items=items) | ListExpr(items=items):
            return any(map(_is_literal, items))
        case DictExpr(items=pairs):
            return any(_is_literal(key) for key, _ in pairs if key is not None)
        case CallExpr(callee=MemberExpr(expr=StrExpr(), name="format" | "join")):
            return True
    return False


def _plain(kind: Type) -> Type:
    """Return a type with what each id is made of in its place."""
    kind = get_proper_type(kind)
    if isinstance(kind, Instance):
        if kind.type.is_newtype:
            return _plain(kind.type.bases[0])
        return kind.copy_modified(args=[_plain(each) for each in kind.args])
    if isinstance(kind, Tuple):
        return kind.copy_modified(items=[_plain(each) for each in kind.items])
    if isinstance(kind, Union):
        return Union.make_union([_plain(each) for each in kind.items])
    return kind


def plugin(version: str) -> type[Plugin]:
    """Give mypy the plugin."""
    del version
    return LiteralIds
