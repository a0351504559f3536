"""Which keys of a bylaws file no act enforces yet: said openly, so that nobody relies on a rule that is only text.

Which keys are enforced is said in ``tables``, on the key itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from mandat.bylaws.model import Bylaws
from mandat.bylaws.reading.plain import takes
from mandat.bylaws.reading.reader import dotted
from mandat.bylaws.tables import TABLES
from mandat.bylaws.tables.inside import table_of
from mandat.bylaws.tables.shapes import (
    KeyTable,
    Many,
    MapOf,
    OneOf,
    RowsOf,
    Shape,
    Silent,
)
from mandat.bylaws.values.positions import Path, Positions
from mandat.bylaws.values.toml import TomlTable, TomlValue


class Unenforced(NamedTuple):
    """One key that no act enforces yet: as written in the file, and its line."""

    key: str
    line: int


def unenforced(bylaws: Bylaws) -> tuple[Unenforced, ...]:
    """Every key used in the file, of tables and of the pieces in them, that no act enforces; in order of lines."""
    raw: TomlTable = tomllib.loads(bylaws.text)
    positions = Positions(bylaws.text)
    found = [
        Unenforced(dotted(path), positions.key(path).line)
        for name, table in TABLES.items()
        for path in _inside(MapOf(table), raw.get(name, {}), (name,))
    ]
    return tuple(sorted(found, key=lambda each: each.line))


def _keys(table: KeyTable, given: TomlTable, path: Path) -> Iterator[Path]:
    """The keys of one table that nothing enforces; what is inside an unenforced key is not told again."""
    for name, value in given.items():
        key = table.by_name.get(name)
        if key is None:
            continue
        if key.enforced:
            yield from _inside(key.shape, value, (*path, name))
        else:
            yield (*path, name)


def _inside(shape: Shape, value: TomlValue, path: Path) -> Iterator[Path]:
    """The unenforced keys of the tables inside a value."""
    table = table_of(shape)
    if table is not None and isinstance(value, dict):
        yield from _keys(table, value, path)
        return
    for inner, part, way in _parts(shape, value, path):
        yield from _inside(inner, part, way)


def _parts(shape: Shape, value: TomlValue, path: Path) -> Iterator[tuple[Shape, TomlValue, Path]]:
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
