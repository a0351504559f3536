"""Every place of a bylaws file where an expression can stand, found by the tables of the language itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from mandat.bylaws.expression.places import Place
from mandat.bylaws.reading.plain import takes
from mandat.bylaws.reading.rules import is_rows
from mandat.bylaws.tables import TABLES
from mandat.bylaws.tables.inside import shapes_in, table_of
from mandat.bylaws.tables.shapes import Expr, Key, KeyTable, Many, MapOf, OneOf, RowsOf, Shape

Raw = Any
"""A value as TOML gives it."""
Spot = tuple[str | int, ...]
"""The way to a value."""


def spots(raw: dict[str, Raw]) -> Iterator[tuple[Spot, Place]]:
    """Yield the way to every expression that stands in a file, and its place in the language."""
    for spot, shape, _ in _walk_all(raw):
        if isinstance(shape, Expr):
            yield spot, shape.place


def absent(raw: dict[str, Raw]) -> Iterator[tuple[Spot, Key, Place]]:
    """Yield the way to every key that takes an expression by itself and is not written in the tables that are."""
    for spot, table, value in _walk_all(raw):
        for key in table.keys if isinstance(table, KeyTable) else ():
            shape = key.shape.value if isinstance(key.shape, RowsOf) else key.shape
            if key.name not in value and isinstance(shape, Expr):
                yield (*spot, key.name), key, shape.place


def _walk_all(raw: dict[str, Raw]) -> Iterator[tuple[Spot, Expr | KeyTable, Raw]]:
    for name, table in TABLES.items():
        for id_, entry in raw.get(name, {}).items():
            yield from _walk((name, id_), table, entry)


def _walk(at: Spot, shape: Shape, value: Raw) -> Iterator[tuple[Spot, Expr | KeyTable, Raw]]:
    """Yield the tables and the expressions at and inside a value."""
    table = table_of(shape)
    if table is not None and isinstance(value, dict):
        yield at, table, value
        for key in table.keys:
            if key.name in value:
                yield from _walk((*at, key.name), key.shape, value[key.name])
    elif isinstance(shape, Expr):
        if isinstance(value, str | int) and not isinstance(value, bool):
            yield at, shape, value
    else:
        for step, inner, part in _parts(shape, value):
            yield from _walk((*at, *step), inner, part)


def _parts(shape: Shape, value: Raw) -> Iterator[tuple[Spot, Shape, Raw]]:
    match shape:
        case RowsOf() if is_rows(value):
            for number, (when, each) in enumerate(value):
                if when != "else":
                    yield (number, 0), Expr(shape.place), when
                yield (number, 1), shape.value, each
        case Many() if isinstance(value, list):
            yield from (((number,), shape.item, each) for number, each in enumerate(value))
        case MapOf():
            yield from (((name,), shape.value, each) for name, each in value.items())
        case OneOf():
            yield from (((), choice, value) for choice in shape.choices if takes(choice, value))
        case _:
            yield from (((), inner, value) for inner in shapes_in(shape))


def at(raw: dict[str, Raw], spot: Spot) -> Raw:
    """Return the value at a spot."""
    found: Raw = raw
    for each in spot:
        found = found[each]
    return found


def put(raw: dict[str, Raw], changes: dict[Spot, Raw]) -> dict[str, Raw]:
    """Return a copy of a file with other values at some spots."""
    copy = deepcopy(raw)
    for spot, value in changes.items():
        at(copy, spot[:-1])[spot[-1]] = value
    return copy


def toml(raw: dict[str, Raw]) -> str:
    """Write a file: one line for each key of an entry, tables inside it in line."""
    heads = [f"{key} = {_value(each)}" for key, each in raw.items() if key not in TABLES]
    lines = [
        line
        for table, entries in raw.items()
        if table in TABLES
        for id_, entry in entries.items()
        for line in _entry(table, id_, entry)
    ]
    return "\n".join((*heads, *lines)) + "\n"


def _entry(table: str, id_: str, entry: Raw) -> list[str]:
    if not isinstance(entry, dict):
        return [f"[{table}]", f"{_name(id_)} = {_value(entry)}"]
    return [f"[{table}.{_name(id_)}]", *(f"{_name(key)} = {_value(each)}" for key, each in entry.items())]


def _name(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)


def _value(value: Raw) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f"{_name(key)} = {_value(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)
