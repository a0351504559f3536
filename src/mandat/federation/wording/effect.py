"""One effect in words."""

from __future__ import annotations

from string import Formatter

from mandat.federation.base.rulings import Effect
from mandat.federation.wording.catalogue import EFFECTS
from mandat.federation.wording.parts import parts
from mandat.language import Kind, Language, Listed, Message, Named, Reader, Sentence, Value


def reader_of(reader: Reader | Language) -> Reader:
    """Return a reader; whoever gives a language alone sees ids."""
    return Reader(reader) if isinstance(reader, str) else reader


def describe_effect(effect: Effect, reader: Reader | Language) -> str:
    """Put one effect into words."""
    return filled_by(effect, EFFECTS[type(effect)]).text(reader_of(reader))


def filled_by(effect: Effect, message: Message) -> Sentence:
    """Return a message with the fields of an effect in its places."""
    wanted = frozenset(name for _, name, _, _ in Formatter().parse(message.english) if name is not None)
    return message(**{**_counted(effect, wanted), **parts(effect, wanted)})


def _counted(effect: Effect, wanted: frozenset[str]) -> dict[str, Value]:
    """Return ``count`` and ``bodies`` for effects that hold many things."""
    if not wanted & {"count", "bodies"}:
        return {}
    fields = (getattr(effect, name) for name in effect.__struct_fields__)
    many = next((value for value in fields if isinstance(value, tuple)), ())
    pairs = many and isinstance(many[0], tuple)
    total = sum(len(each[1]) if isinstance(each[1], tuple) else 1 for each in many) if pairs else len(many)
    bodies = tuple(Named(Kind.BODY, str(each[0])) for each in many) if pairs else ()
    return {"count": total, "bodies": Listed(bodies, most=5)}
