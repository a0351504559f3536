"""What stands in the places of a sentence: typed parts, made from the types of fields and of places.

A part stays data until somebody reads it: which name stands for a person, and in which time zone an instant is told, is decided
by the reader's eyes while the sentence is built (``mandat.language.Reader``).
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache

import msgspec

from mandat.federation.base.agenda.items import AgendaItem
from mandat.federation.base.places import TYPE_OF_PLACE
from mandat.federation.base.questioned import Questioned
from mandat.federation.base.rulings import Ground
from mandat.federation.base.types import (
    AgreementId,
    BodyId,
    CaucusId,
    ElectionId,
    EntryIndex,
    MeetingId,
    MotionId,
    PersonId,
    PetitionId,
    PostId,
    QuestionId,
)
from mandat.federation.wording.closed import FALLS_DUE, said, said_in
from mandat.instants import Instant
from mandat.language import Kind, Listed, Moment, Named, Value

KINDS: Mapping[object, Kind] = {
    PersonId: Kind.PERSON,
    BodyId: Kind.BODY,
    PostId: Kind.POST,
    MotionId: Kind.MOTION,
    ElectionId: Kind.ELECTION,
    MeetingId: Kind.MEETING,
    AgreementId: Kind.AGREEMENT,
    PetitionId: Kind.PETITION,
    CaucusId: Kind.CAUCUS,
    QuestionId: Kind.QUESTION,
}
"""What a reader may know by another name than its id."""

PartMaker = Callable[[typing.Any], Value]


def parts(value: msgspec.Struct, wanted: frozenset[str]) -> dict[str, Value]:
    """Return the parts for the places ``wanted``: the fields of a struct, and those of the structs that it holds."""
    found: dict[str, Value] = {}
    for name, part in _parts(type(value)):
        held = getattr(value, name)
        if isinstance(held, AgendaItem):
            found |= {"kind": FALLS_DUE[held.kind], "subject": things_of(held)}
        elif isinstance(held, Questioned):
            found |= {name: things_of(held)}
        elif isinstance(held, msgspec.Struct):
            found = {**parts(held, wanted), name: getattr(held, "id", None), **found}
        elif name in wanted:
            found[name] = _in_words(name, part(held))
    return found


def things_of(value: msgspec.Struct) -> Value:
    """Return what a struct names, each by its type, one after the other; nothing for what is left out."""
    named = (part(getattr(value, name)) for name, part in _parts(type(value)))
    return Listed(tuple(each for each in named if each is not None), "commas")


def parts_of_ground(ground: Ground) -> dict[str, Value]:
    """Return the parts for the places of a requirement."""
    return {
        name: _in_words(
            name, _part(TYPE_OF_PLACE[name])(value) if name in TYPE_OF_PLACE else _as_it_is(value)
        )
        for name, value in ground.numbers.items()
    }


def _in_words(place: str, part: Value) -> Value:
    """Let a closed word of the bylaws be said as people say it, and look for a name where a text may be an id."""
    if not isinstance(part, str):
        return part
    word = said_in(place, part)
    return Named(Kind.ANY, part) if word == part and part and place in WHO else word


WHO = frozenset(
    {
        "acting",
        "asked_by",
        "by",
        "delegate",
        "holder",
        "missing",
        "mover",
        "of",
        "officers",
        "opener",
        "party",
        "pool",
        "signer",
        "target",
        "to",
    }
)
"""Places where a text may be the id of a person or of a thing, and else is a word of the bylaws."""


@cache
def _parts(kind: type[msgspec.Struct]) -> tuple[tuple[str, PartMaker], ...]:
    return tuple((field.name, _part(field.type)) for field in msgspec.structs.fields(kind))


@cache
def _part(kind: object) -> PartMaker:
    """Return what makes a part of a value of a type."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind in KINDS:
        return _named(KINDS[kind])
    if kind is Instant:
        return _moment
    if origin in (typing.Union, types.UnionType):
        return _of_union(inner)
    if origin is tuple and inner[-1] is Ellipsis:
        each = _part(inner[0])
        return lambda values: Listed(tuple(map(each, values)), "commas")
    if origin is tuple:
        made = tuple(map(_part, inner))
        return lambda values: Listed(
            tuple(part(value) for part, value in zip(made, values, strict=True)), "commas"
        )
    return str if kind is EntryIndex else _as_it_is


def _of_union(inner: tuple[object, ...]) -> PartMaker:
    named = [KINDS[each] for each in inner if each in KINDS]
    if len(named) > 1:
        return _named(Kind.ANY)
    rest = [each for each in inner if each is not types.NoneType]
    if all(isinstance(each, type) and issubclass(each, msgspec.Struct) for each in rest):
        return lambda value: None if value is None else _matter(value)
    if Instant in rest:
        return lambda value: value if isinstance(value, str) else _moment(value)
    part = _part(rest[0]) if len(rest) == 1 else _named(named[0]) if named else _as_it_is
    return lambda value: (
        None if value is None else str(value) if named and isinstance(value, int) else part(value)
    )


def _matter(value: msgspec.Struct) -> Value:
    """Return a matter as whoever tables it writes it: its kind, then what it names."""
    named = (part(getattr(value, name)) for name, part in _parts(type(value)))
    return Listed((str(value.__struct_config__.tag), *named), "commas")


def _named(kind: Kind) -> PartMaker:
    return lambda value: Named(kind, value) if value else None


def _moment(value: int | None) -> Value:
    return None if value is None else Moment(value)


def _as_it_is(value: object) -> Value:
    """Return a number or a text as a part; of other things what they are called."""
    if isinstance(value, StrEnum):
        return said(value)
    if value is None or isinstance(value, str | Fraction):
        return value
    if isinstance(value, tuple):
        return Listed(tuple(map(_as_it_is, value)), "commas")
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)
