"""Walks over a loaded file: every entry with its table and the way to it, and the expressions in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.model import Bylaws, Decision, Entry, SeatLine
from mandat.bylaws.tables import FIELDS
from mandat.bylaws.values.positions import Path

T = TypeVar("T")


def entries(bylaws: Bylaws) -> Iterator[tuple[Path, Entry]]:
    """Every entry of the file in its order by table; lines of seats and elections written in place follow their body."""
    for table, field in FIELDS.items():
        for name, entry in getattr(bylaws, field).items():
            yield (table, name), entry
            if table == "body":
                for line in entry.lines:
                    yield from _line(line)


def _line(line: SeatLine) -> Iterator[tuple[Path, Entry]]:
    path = ("body", line.body, "seats", line.name)
    yield path, line
    if line.filling.elect is not None and line.filling.elect.id.startswith("body."):
        yield (*path, "elect"), line.filling.elect


def decisions(bylaws: Bylaws) -> Iterator[tuple[Path, Decision]]:
    """Every decision and election, named or written in place."""
    for path, entry in entries(bylaws):
        if isinstance(entry, Decision):
            yield path, entry


def expressions(value: object) -> Iterator[Expression]:
    """The expressions anywhere inside a value of the model."""
    yield from pieces(value, Expression)


def pieces(value: object, kind: type[T]) -> Iterator[T]:
    """The structs of one kind anywhere inside a value, itself included; one inside another of its kind as well."""
    if isinstance(value, kind):
        yield value
    for each in inside(value):
        yield from pieces(each, kind)


def inside(value: object) -> Iterator[object]:
    """The values directly inside a struct, a mapping or a tuple of the model; expressions are whole."""
    match value:
        case msgspec.Struct():
            yield from (getattr(value, field) for field in value.__struct_fields__)
        case Mapping():
            yield from value.values()
        case tuple():
            yield from value
        case _:
            return
