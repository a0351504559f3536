"""Who and what an effect, a ground, an act or a question touches: read from the types of its fields.

Nothing is guessed from a text that looks like an id: a field of type ``PersonId`` names a person, wherever it stands, in a
list, in pairs, or in a struct within. Electorates and other look-up tables are not walked: who is on a roll is not touched by
its being frozen.

>>> from mandat.federation.people.keys.effects import KeysBound
>>> from mandat.federation.base.types import EntryIndex, PersonId, PublicKey
>>> bound = KeysBound(keys=((PersonId("ann"), PublicKey("k")),), since=EntryIndex(3))
>>> [each.id for each in references(bound) if PersonId in each.kinds]
['ann']
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from mandat.federation.base.places import TYPE_OF_PLACE
from mandat.federation.base.rulings import Ground, Ruling
from mandat.federation.base.types import REFERENCES


class Reference(NamedTuple):
    """An id with its type; ``kinds`` are several where a field may name one or the other: a person, or a body."""

    kinds: tuple[object, ...]
    id: str | int


Walker = Callable[[typing.Any], Iterator[Reference]]


def references(value: msgspec.Struct) -> Iterator[Reference]:
    """Yield everything that an act, an effect, a ground, a question, or anything made of structs names, in order."""
    if isinstance(value, Ground):
        return _of_ground(value)
    walker = _walker(type(value))
    return iter(()) if walker is None else walker(value)


def references_of_ruling(ruling: Ruling) -> Iterator[Reference]:
    """Yield what the effects of a ruling touch, and the questions that it leaves open; nothing of a refused act."""
    for each in (*ruling.effects, *ruling.questions):
        yield from references(each)


def names_any(value: msgspec.Struct, ids: Iterable[str]) -> bool:
    """Tell whether one of these ids stands anywhere in a struct as a reference."""
    wanted = frozenset(ids)
    return any(each.id in wanted for each in references(value))


def _of_ground(ground: Ground) -> Iterator[Reference]:
    for name, value in ground.numbers.items():
        walker = _walker(TYPE_OF_PLACE[name]) if name in TYPE_OF_PLACE and not ground.text else None
        if walker is not None:
            yield from walker(value)


@cache
def _walker(kind: object) -> Walker | None:
    """Return what yields the references in a value of a type; None if there can be none."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind in REFERENCES:
        return _one((kind,))
    if origin in (typing.Union, types.UnionType):
        return _of_union(inner)
    if origin is tuple:
        return _of_all(inner[0]) if inner[-1] is Ellipsis else _of_each(inner)
    if origin is Mapping:
        return _of_mapping(inner)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _of_struct(kind)
    return None


def _one(kinds: tuple[object, ...]) -> Walker:
    def walk(value: str | int | None) -> Iterator[Reference]:
        if value is not None and value != "":
            yield Reference(kinds, value)

    return walk


def _of_union(inner: tuple[object, ...]) -> Walker | None:
    """Walk one of several: ids by their plain type, structs by their own."""
    structs = tuple(each for each in inner if isinstance(each, type) and issubclass(each, msgspec.Struct))
    ids = {
        plain: tuple(each for each in inner if getattr(each, "__supertype__", None) is plain)
        for plain in (str, int)
    }
    plain: dict[type, Walker] = {
        base: _one(named) for base, kinds in ids.items() if (named := _referring(kinds))
    }
    lists = [walker for each in inner if typing.get_origin(each) is tuple and (walker := _walker(each))]
    if not structs and not plain and not lists:
        return None

    def walk(value: object) -> Iterator[Reference]:
        if isinstance(value, msgspec.Struct):
            yield from references(value)
        elif isinstance(value, tuple):
            for each in lists:
                yield from each(value)
        elif type(value) in plain:
            yield from plain[type(value)](value)

    return walk


def _referring(kinds: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(each for each in kinds if each in REFERENCES)


def _of_all(inner: object) -> Walker | None:
    walker = _walker(inner)
    if walker is None:
        return None
    return lambda values: (found for value in values for found in walker(value))


def _of_each(inner: tuple[object, ...]) -> Walker | None:
    walkers = [(place, walker) for place, each in enumerate(inner) if (walker := _walker(each)) is not None]
    if not walkers:
        return None
    return lambda values: (found for place, walker in walkers for found in walker(values[place]))


def _of_mapping(inner: tuple[object, ...]) -> Walker | None:
    rows = _of_each(inner)
    if rows is None:
        return None
    return lambda table: (found for row in table.items() for found in rows(row))


def _of_struct(kind: type[msgspec.Struct]) -> Walker | None:
    fields = [
        (f.name, walker) for f in msgspec.structs.fields(kind) if (walker := _walker(f.type)) is not None
    ]
    if not fields:
        return None
    return lambda value: (found for name, walker in fields for found in walker(getattr(value, name)))
