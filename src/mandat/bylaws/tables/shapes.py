"""The shapes a value may have: the vocabulary in which ``tables`` describes the language.

Each shape is read by one function of ``reading`` and turned into JSON Schema by one function of ``schema``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from mandat.bylaws.expression.places import Place
from mandat.language import Message

NameKind = Literal[
    "body",
    "line",
    "decision",
    "power",
    "clock",
    "check",
    "lists",
    "weight",
    "divisor",
    "sender",
    "entry",
    "flag",
    "flag",
]
"""What a name refers to; ``sender`` is a kind of body or a line."""


@dataclass(frozen=True, slots=True)
class TextShape:
    """A text, or one of a closed list of words if ``of`` has any."""

    of: tuple[str, ...] = ()
    pattern: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class ArticleNumber:
    """The number of an article: a text, or a whole number."""


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A text, or one text for each language."""


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``; ``only`` restricts it to one of them."""

    only: bool | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    least: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """The id of something declared elsewhere, or one of ``words``."""

    kind: NameKind
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MethodName:
    """A counting rule by its name."""


@dataclass(frozen=True, slots=True)
class Event:
    """``thing.what``, as in ``congress.called``."""


@dataclass(frozen=True, slots=True)
class DurationShape:
    """A duration as in ISO 8601; a ``positive`` one is longer than nothing (what returns at once never ends)."""

    positive: bool = False


@dataclass(frozen=True, slots=True)
class Expr:
    """An exact expression; the place says whose numbers its names are and whether it is a condition or a number."""

    place: Place


@dataclass(frozen=True, slots=True)
class RowsOf:
    """A value, or rows ``[[condition, value], …, ["else", value]]`` of values."""

    value: Shape
    place: Place


@dataclass(frozen=True, slots=True)
class ClockShape:
    """A duration, the name of a clock, or a table; ``event`` also allows an event by itself (until then).

    ``positive``: longer than nothing.
    """

    event: bool = False
    positive: bool = False


@dataclass(frozen=True, slots=True)
class PopulationShape:
    """A population; ``acts`` also allows powers and events (what a check is of)."""

    acts: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """A text that stands for a table; ``widen`` makes of what was read what the table would make."""

    text: Shape
    table: KeyTable
    widen: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values, or one value by itself where ``single``."""

    item: Shape
    single: bool = True


@dataclass(frozen=True, slots=True)
class MapOf:
    """A table whose keys the author chooses."""

    value: Shape


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several shapes, told apart by the TOML type of the value (and for texts tried in order)."""

    choices: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """The value, or ``"unspecified"`` (the text is silent), or ``"none"`` (the text denies it)."""

    value: Shape


@dataclass(frozen=True, slots=True)
class KeyTable:
    """A table with known keys. ``make`` builds the value from the fields read; ``rest`` takes other keys into a field.

    ``name`` is what messages and the manual call it. ``subject`` is the key that names the body whose counts the bare names
    of expressions in this table mean. ``parts`` build the fields of the value that gather keys (``Key.part``).
    """

    name: str
    keys: tuple[Key, ...]
    make: Callable[..., object] = dict
    rest: str = ""
    subject: str = ""
    parts: tuple[tuple[str, Callable[..., object]], ...] = ()

    def built(self, fields: Mapping[str, object], **own: object) -> object:
        """The value made from the fields read, those of a part (``size.number``) gathered in it; ``own`` are no keys."""
        whole: dict[str, object] = dict(own)
        gathered: dict[str, dict[str, object]] = {part: {} for part, _ in self.parts}
        for name, value in fields.items():
            part, dot, field = name.rpartition(".")
            (gathered[part] if dot else whole)[field] = value
        whole |= {part: make(**gathered[part]) for part, make in self.parts}
        return self.make(**whole)

    @property
    def by_name(self) -> Mapping[str, Key]:
        """The keys by their names in the file."""
        return {key.name: key for key in self.keys}


@dataclass(frozen=True, slots=True)
class Inline:
    """An entry of a named table written in place, or the name of one: ``elect``."""

    table: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name in the file, its shape, what it says, and the model's field if named otherwise.

    ``enforced``: some act asks for it. A key that none asks for yet is only text, and ``check`` says so.
    ``part``: the part of the entry (in ``model``) that gathers it with the keys it belongs to.
    """

    name: str
    shape: Shape
    about: Message
    required: bool = False
    field: str = field(default="")
    enforced: bool = True
    part: str = ""

    @property
    def target(self) -> str:
        """The field of the model that takes the value, with the part that it stands in: ``size.number``."""
        own = self.field or (f"{self.name}_" if self.name in _RESERVED else self.name)
        return f"{self.part}.{own}" if self.part else own


_RESERVED = frozenset(("as", "from", "if", "in", "is", "with"))

Shape: TypeAlias = (
    TextShape
    | ArticleNumber
    | ByLanguage
    | Flag
    | Whole
    | Name
    | MethodName
    | Event
    | DurationShape
    | Expr
    | RowsOf
    | ClockShape
    | PopulationShape
    | Brief
    | Many
    | MapOf
    | OneOf
    | Silent
    | KeyTable
    | Inline
)
