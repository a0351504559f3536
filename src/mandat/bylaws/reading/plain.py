"""Readers of the plain shapes: texts, words, numbers, names, lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TypeVar

from mandat.bylaws.model.pieces import Silence
from mandat.bylaws.reading.faults import nearest
from mandat.bylaws.reading.reader import Context, TomlNode, Unread, listed, read
from mandat.bylaws.tables.methods import METHODS
from mandat.bylaws.tables.shapes import (
    ArticleNumber,
    Brief,
    ByLanguage,
    ClockShape,
    Expr,
    Flag,
    Inline,
    KeyTable,
    Many,
    MapOf,
    MethodName,
    Name,
    OneOf,
    PopulationShape,
    RowsOf,
    Shape,
    Silent,
    TextShape,
    Whole,
)
from mandat.bylaws.words.faults import KINDS
from mandat.language import Value

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NEVER = (float, date, datetime, time)
T = TypeVar("T")


@read.register
def words(shape: TextShape, node: TomlNode, context: Context) -> str:
    """A text, checked against the closed list or the pattern if there is one."""
    text = context.text(node)
    if shape.of:
        return context.one_of(node, text, shape.of)
    if shape.pattern and not re.fullmatch(shape.pattern, text):
        raise context.refuse(node, "pattern", {"name": text, "example": shape.example})
    return text


@read.register
def article(_shape: ArticleNumber, node: TomlNode, context: Context) -> str:
    """``article = 20`` and ``article = "20"`` are the same."""
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        return str(node.value)
    if not isinstance(node.value, str):
        raise context.wrong_type(node, "str", "int")
    return node.value


@read.register
def by_language(_shape: ByLanguage, node: TomlNode, context: Context) -> dict[str, str]:
    """A text without language is kept under ``""``."""
    if isinstance(node.value, str):
        return {"": node.value}
    if not isinstance(node.value, dict):
        raise context.wrong_type(node, "str", "dict")
    for tag, text in node.fields().items():
        if not _LANGUAGE.fullmatch(tag):
            raise context.refuse(text, "language", {"name": tag})
    return {tag: context.text(text) for tag, text in node.fields().items()}


@read.register
def flag(shape: Flag, node: TomlNode, context: Context) -> bool:
    """``true`` or ``false``."""
    if not isinstance(node.value, bool):
        raise context.wrong_type(node, "bool")
    if shape.only is not None and node.value is not shape.only:
        raise context.refuse(
            node, "flag-only", {"found": str(node.value).lower(), "only": str(shape.only).lower()}
        )
    return node.value


@read.register
def whole(shape: Whole, node: TomlNode, context: Context) -> int:
    """A whole number, not below the least."""
    if not isinstance(node.value, int) or isinstance(node.value, bool):
        raise context.wrong_type(node, "int")
    if node.value < shape.least:
        raise context.refuse(node, "too-small", {"found": str(node.value), "least": str(shape.least)})
    return node.value


@read.register
def name(shape: Name, node: TomlNode, context: Context) -> str:
    """The id of something that the file declares."""
    text = context.text(node)
    if shape.kind == "entry":  # `like` has been followed before
        return text
    known = (*context.declared.named(shape.kind), *shape.words)
    if text in known:
        return text
    kind = KINDS[shape.kind]
    filled: dict[str, Value] = {"name": text, "known": listed(known), "kind": kind}
    raise context.refuse(node, "undefined", filled, nearest(text, known))


@read.register
def method(_shape: MethodName, node: TomlNode, context: Context) -> str:
    """A counting rule by its name."""
    return context.one_of(node, context.text(node), METHODS)


@read.register
def many(shape: Many, node: TomlNode, context: Context) -> tuple[object, ...]:
    """A list; a single value is a list of one. Every item is read, so that every fault is found."""
    found, failed = [], False
    for item in node.items():
        try:
            found.append(read(shape.item, item, context))
        except Unread:
            failed = True
    if failed:
        raise Unread
    return tuple(found)


@read.register
def map_of(shape: MapOf, node: TomlNode, context: Context) -> dict[str, object]:
    """A table with keys of the author's choice."""
    found: dict[str, object] = {}
    failed = False
    for key, value in context.table(node).items():
        try:
            found[key] = read(shape.value, value, context)
        except Unread:
            failed = True
    if failed:
        raise Unread
    return found


@read.register
def one_of(shape: OneOf, node: TomlNode, context: Context) -> object:
    """The shape that fits the TOML type; of several for a text the last decides what is wrong with it."""
    fitting = [choice for choice in shape.choices if takes(choice, node.value)]
    if not fitting:
        raise context.wrong_type(
            node, *dict.fromkeys(kind for choice in shape.choices for kind in types_of(choice))
        )
    for choice in fitting[:-1]:
        if isinstance(choice, TextShape) and node.value in choice.of:
            return node.value
        if not isinstance(choice, TextShape):
            return read(choice, node, context)
    return read(fitting[-1], node, context)


@read.register
def silent(shape: Silent, node: TomlNode, context: Context) -> object:
    """``"unspecified"``, ``"none"``, or the value."""
    if isinstance(node.value, str) and node.value in ("unspecified", "none"):
        return Silence(node.value)
    return read(shape.value, node, context)


@read.register
def brief(shape: Brief, node: TomlNode, context: Context) -> object:
    """The table itself, or the text that stands for one."""
    if isinstance(node.value, dict):
        return read(shape.table, node, context)
    if not isinstance(node.value, str):
        raise context.wrong_type(node, "str", "dict")
    return shape.widen(read(shape.text, node, context))


def takes(shape: Shape, value: object) -> bool:
    """Whether a value of this TOML type can have the shape."""
    return type(value).__name__ in types_of(shape)


def types_of(shape: Shape) -> tuple[str, ...]:
    """The TOML types of a shape, by their Python names."""
    match shape:
        case Flag():
            return ("bool",)
        case Whole():
            return ("int",)
        case KeyTable() | MapOf():
            return ("dict",)
        case ArticleNumber():
            return ("str", "int")
        case ByLanguage() | Brief():
            return ("str", "dict")
        case Many():
            return ("list", *types_of(shape.item))
        case OneOf():
            return tuple(kind for choice in shape.choices for kind in types_of(choice))
        case Silent():
            return ("str", *types_of(shape.value))
        case _:
            return _TYPES.get(type(shape), ("str",))


_TYPES: Mapping[type, tuple[str, ...]] = {
    Expr: ("str", "int"),
    RowsOf: ("str", "int", "list"),
    ClockShape: ("str", "dict"),
    PopulationShape: ("str", "list"),
    Inline: ("str", "dict"),
}
