"""The tables that stand inside the keys of others: pieces such as a clock, and small tables of their own."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.tables import TABLES
from mandat.bylaws.tables.clocks import clock_where
from mandat.bylaws.tables.shapes import (
    Brief,
    ClockShape,
    Inline,
    KeyTable,
    Many,
    MapOf,
    OneOf,
    RowsOf,
    Shape,
    Silent,
)


def table_of(shape: Shape) -> KeyTable | None:
    """The table that a value of this shape is when it is one."""
    match shape:
        case KeyTable():
            return shape
        case ClockShape():
            return clock_where(shape.asked)
        case Inline():
            return TABLES[shape.table]
        case Brief():
            return shape.table
        case _:
            return None


def shapes_in(shape: Shape) -> tuple[Shape, ...]:
    """The shapes directly inside one that is no table."""
    match shape:
        case Many():
            return (shape.item,)
        case MapOf() | Silent() | RowsOf():
            return (shape.value,)
        case OneOf():
            return shape.choices
        case Brief():
            return (shape.text,)
        case _:
            return ()


def tables_in(*tables: KeyTable) -> tuple[KeyTable, ...]:
    """Those tables and all inside them, each once; a table comes before those inside it."""
    found: dict[int, KeyTable] = {}
    for table in tables:
        _collect(table, found)
    return tuple(found.values())


def _collect(table: KeyTable, found: dict[int, KeyTable]) -> None:
    if id(table) in found:
        return
    found[id(table)] = table
    for key in table.keys:
        for inner in _inside(key.shape):
            _collect(inner, found)


def _inside(shape: Shape) -> Iterator[KeyTable]:
    """The nearest tables at or under a shape."""
    for inner in shapes_in(shape):
        yield from _inside(inner)
    if (table := table_of(shape)) is not None:
        yield table
