"""Which keys of a bylaws file no act enforces yet: said openly, so that nobody relies on a rule that is only text.

What is enforced is data of the engine's author: the names of the tables of the language (``tables.TABLES``, ``seats`` for
lines, ``support``, ``needs``, ``clock`` … for pieces), each with its keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mandat.bylaws.model import Bylaws
from mandat.bylaws.reading.plain import takes
from mandat.bylaws.reading.reader import dotted
from mandat.bylaws.tables import TABLES
from mandat.bylaws.tables.parts import CLOCK, ENTRY_KEYS
from mandat.bylaws.tables.shapes import (
    Brief,
    ClockShape,
    Inline,
    Many,
    MapOf,
    OneOf,
    RowsOf,
    Shape,
    Silent,
    Table,
)
from mandat.bylaws.values.positions import Path, Positions

NAMING = frozenset(key.name for key in ENTRY_KEYS)
"""Keys that name an entry and rule nothing (``like`` is followed, so what it takes is listed where it stands)."""


class Unenforced(NamedTuple):
    """One key that no act enforces yet: as written in the file, and its line."""

    key: str
    line: int


def unenforced(bylaws: Bylaws, enforced: Mapping[str, frozenset[str]]) -> tuple[Unenforced, ...]:
    """Every key used in the file, of tables and of the pieces in them, that is not in ``enforced``; in order of lines.

    ``enforced`` maps the name of a table or piece to its keys: ``{"recall": frozenset({"of", "by", "confidence"})}``.
    """
    raw = tomllib.loads(bylaws.text)
    positions = Positions(bylaws.text)
    found = [
        Unenforced(dotted(path), positions.key(path).line)
        for name, table in TABLES.items()
        for key, entry in raw.get(name, {}).items()
        for path in _keys(table, entry, (name, key), enforced)
    ]
    return tuple(sorted(found, key=lambda each: each.line))


def _keys(
    table: Table, given: Mapping[str, Any], path: Path, enforced: Mapping[str, frozenset[str]]
) -> Iterator[Path]:
    """The keys of one table that nothing enforces; what is inside an unenforced key is not told again."""
    known = enforced.get(table.name, frozenset())
    for name, value in given.items():
        key = table.by_name.get(name)
        if key is None or name in NAMING:
            continue
        if name not in known:
            yield (*path, name)
        else:
            yield from _inside(key.shape, value, (*path, name), enforced)


def _inside(shape: Shape, value: Any, path: Path, enforced: Mapping[str, frozenset[str]]) -> Iterator[Path]:
    """The unenforced keys of the tables inside a value."""
    table = _table_of(shape)
    if table is not None and isinstance(value, dict):
        yield from _keys(table, value, path, enforced)
        return
    for inner, part, way in _parts(shape, value, path):
        yield from _inside(inner, part, way, enforced)


def _table_of(shape: Shape) -> Table | None:
    """The table that a value of this shape is, if it is one."""
    match shape:
        case Table():
            return shape
        case ClockShape():
            return CLOCK
        case Inline():
            return TABLES[shape.table]
        case Brief():
            return shape.table
        case _:
            return None


def _parts(shape: Shape, value: Any, path: Path) -> Iterator[tuple[Shape, Any, Path]]:
    """The values inside one that is no table, each with its shape and the way to it."""
    match shape:
        case Many() if isinstance(value, list):
            yield from ((shape.item, item, (*path, place)) for place, item in enumerate(value))
        case Many():
            yield shape.item, value, path
        case MapOf() if isinstance(value, dict):
            yield from ((shape.value, item, (*path, name)) for name, item in value.items())
        case Silent() | RowsOf():
            yield shape.value, value, path
        case OneOf():
            yield from ((choice, value, path) for choice in shape.choices if takes(choice, value))
