"""Which keys of a bylaws file no act enforces yet: said openly, so that nobody relies on a rule that is only text.

Which keys are enforced is said in ``tables``, on the key itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from mandat.bylaws.model import Bylaws
from mandat.bylaws.reading.around import VOTES
from mandat.bylaws.reading.plain import takes
from mandat.bylaws.reading.reader import dotted
from mandat.bylaws.tables import DECISION, TABLES
from mandat.bylaws.tables.clocks import clock_where
from mandat.bylaws.tables.inside import table_of
from mandat.bylaws.tables.shapes import (
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
from mandat.bylaws.tables.votes import ELECTION, VOTE
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
    found = dict.fromkeys(
        path
        for name in TABLES
        for id_, entry in _entries(raw, name)
        for path in _inside(_as_used(name, id_, bylaws), entry, (name, id_), raw)
    )
    listed = [Unenforced(dotted(path), positions.key(path).line) for path in found]
    return tuple(sorted(listed, key=lambda each: each.line))


def _entries(raw: TomlTable, name: str) -> Iterator[tuple[str, TomlValue]]:
    entries = raw.get(name)
    yield from entries.items() if isinstance(entries, dict) else ()


def _as_used(name: str, id_: str, bylaws: Bylaws) -> KeyTable:
    """The keys of an entry as it is used: a decision may be an election, a vote on motions, or both."""
    if name != "decision":
        return TABLES[name]
    decision = bylaws.decisions[id_]
    if not any(line.filling.elect == decision for line in bylaws.lines.values()):
        return VOTE
    method = decision.balloting.method
    return ELECTION if method is not None and not {row.value for row in method.rows} & VOTES else DECISION


def _keys(table: KeyTable, given: TomlTable, path: Path, raw: TomlTable) -> Iterator[Path]:
    """The keys of one table that nothing enforces; what is inside an unenforced key is not told again."""
    for name, value in given.items():
        key = table.by_name.get(name)
        if key is None:
            continue
        if key.enforced:
            yield from _inside(key.shape, value, (*path, name), raw)
        else:
            yield (*path, name)


def _inside(shape: Shape, value: TomlValue, path: Path, raw: TomlTable) -> Iterator[Path]:
    """The unenforced keys of the tables inside a value."""
    table = ELECTION if isinstance(shape, Inline) else table_of(shape)
    if table is not None and isinstance(value, dict):
        yield from _keys(table, value, path, raw)
        return
    if isinstance(shape, ClockShape) and isinstance(value, str):
        yield from _of_clock(shape, value, raw)
    for inner, part, way in _parts(shape, value, path):
        yield from _inside(inner, part, way, raw)


def _of_clock(shape: ClockShape, name: str, raw: TomlTable) -> Iterator[Path]:
    """The keys of a named clock that are not asked where it is named."""
    clock = dict(_entries(raw, "clock")).get(name)
    if isinstance(clock, dict):
        yield from _keys(clock_where(shape.asked), clock, ("clock", name), raw)


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
