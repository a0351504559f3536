"""Readers of expressions and rows, and of the definitions that expressions may name."""

from __future__ import annotations

from mandat.bylaws.expression import Expression, ExpressionError, parse
from mandat.bylaws.expression.places import Place
from mandat.bylaws.model.pieces import Row, Rows
from mandat.bylaws.reading.reader import Context, TomlNode, Unread, read
from mandat.bylaws.tables.shapes import Expr, RowsOf
from mandat.language import msg

_ELSE = "else"
_TWO_PARTS = msg("a row has two parts, a condition and a value")
_NO_ELSE = msg('the last row is not "else"')
_AFTER_ELSE = msg('rows after "else" are never reached')


@read.register
def expression(shape: Expr, node: TomlNode, context: Context) -> Expression:
    """An expression in quotes, or a whole number."""
    return _parsed(node, shape.place, context, condition=False)


def _parsed(node: TomlNode, place: Place, context: Context, *, condition: bool) -> Expression:
    if isinstance(node.value, bool) or not isinstance(node.value, int | str):
        raise context.wrong_type(node, "str", "int")
    first, *others = context.places.get(place, (place,))
    try:
        for other in others:
            parse(str(node.value), place=other, names=context.names, row=condition)
        return parse(str(node.value), place=first, names=context.names, row=condition)
    except ExpressionError as error:
        at = context.positions.inside(node.path, error.column)
        words = {"text": str(node.value), "problem": error.problem, "remedy": _sentence(error.remedy)}
        context.note(node, "expression", words, place=at)
        raise Unread from None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "." if text else ""


@read.register
def rows(shape: RowsOf, node: TomlNode, context: Context) -> Rows[object]:
    """A value alone, or rows known by the ``"else"`` of the last one."""
    if not is_rows(node.value):
        return Rows.of(read(shape.value, node, context))
    found, failed = [], False
    for item in node.items():
        try:
            found.append(_row(shape, item, context))
        except Unread:
            failed = True
    if failed:
        raise Unread
    _check_order(node, tuple(found), context)
    return Rows(tuple(found))


def is_rows(value: object) -> bool:
    """Whether a TOML value is rows (a list of lists), not a list of names."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], list)


def _row(shape: RowsOf, node: TomlNode, context: Context) -> Row[object]:
    parts = node.items()
    if not isinstance(node.value, list) or len(parts) != 2:
        words = {
            "problem": _TWO_PARTS,
        }
        raise context.refuse(node, "rows", words)
    when, value = parts
    condition = None if when.value == _ELSE else _parsed(when, shape.place, context, condition=True)
    return Row(condition, read(shape.value, value, context))


def _check_order(node: TomlNode, found: tuple[Row[object], ...], context: Context) -> None:
    """Exactly one "else", at the end: without it there would be numbers that no row covers."""
    if found[-1].when is not None:
        words = {"problem": _NO_ELSE}
        raise context.refuse(node, "rows", words)
    if any(row.when is None for row in found[:-1]):
        words = {
            "problem": _AFTER_ELSE,
        }
        raise context.refuse(node, "rows", words)
