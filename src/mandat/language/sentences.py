"""Sentences: English with places to fill in, typed parts for the places, and the reader for whom both become text.

A part is data until somebody reads it: an id is shown by the name that this reader may see, an instant in the time of this
reader's federation. A place may ask for a form, as in ``{petition:de}``: either the translation of the part gives it
(``die Mitglieder ¦ gen: der Mitglieder``), or the language's ``grammar.py`` makes it (« de » before « Anne » is « d’Anne »).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from string import Formatter
from typing import Literal, TypeAlias

import msgspec

from mandat.language.catalogue import catalogue
from mandat.language.grammar import grammar
from mandat.language.languages import Language
from mandat.language.numbers import day, listing, moment, number

FORM_MARK = "¦"
"""Stands between a translation and its other forms."""
NOTHING = "–"


class Kind(StrEnum):
    """What an id in a sentence is the id of."""

    PERSON = "person"
    BODY = "body"
    POST = "post"
    MOTION = "motion"
    ELECTION = "election"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    PETITION = "petition"
    CAUCUS = "caucus"
    QUESTION = "question"
    RULE = "rule"
    ANY = "any"
    """A person or a thing: where one or the other may stand, the reader looks for what has this id."""


class Named(msgspec.Struct, frozen=True):
    """A person or a thing by its id; which name stands for it is the reader's matter."""

    kind: Kind
    id: str


class Moment(msgspec.Struct, frozen=True):
    """An instant, in seconds since 1970 UTC, shown to the minute."""

    at: int


class Day(msgspec.Struct, frozen=True):
    """The day on which an instant lies, where the federation is."""

    at: int


class Quoted(msgspec.Struct, frozen=True):
    """A title or a word of a text, in the quotation marks of the language."""

    text: str


class Listed(msgspec.Struct, frozen=True):
    """Several parts: "a, b and c", "a, b or c", or with commas only; at most ``most`` of them, then how many more."""

    parts: tuple[Value, ...]
    joined: Literal["and", "or", "commas"] = "and"
    most: int = 0


class Sentence(msgspec.Struct, frozen=True):
    """A message with its places filled."""

    message: Message
    values: Mapping[str, Value] = {}

    def text(self, reader: Reader | Language, form: str = "") -> str:
        """Return the words for a reader (or a language, where no names and instants occur)."""
        reader = Reader(reader) if isinstance(reader, str) else reader
        return _filled(_form_of(self.message.words(reader.language, self.values), form), self.values, reader)


class Message(msgspec.Struct, frozen=True):
    """English words with ``{places}``; ``counted`` is the place whose number chooses between singular and plural."""

    english: str
    plural: str = ""
    counted: str = ""
    context: str = ""

    def __call__(self, /, **values: Value) -> Sentence:
        """Fill the places."""
        return Sentence(self, values)

    def text(self, reader: Reader | Language, /, **values: Value) -> str:
        """Fill the places and return the words."""
        return Sentence(self, values).text(reader)

    def words(self, language: Language, values: Mapping[str, Value]) -> str:
        """Return the words in a language, with their places."""
        known = catalogue(language)
        if not self.counted:
            return known.pgettext(self.context, self.english)
        n = values[self.counted]
        assert isinstance(n, int)
        return known.npgettext(self.context, self.english, self.plural, n)


Value: TypeAlias = "str | int | Fraction | Named | Moment | Day | Quoted | Listed | Sentence | Message | None"
"""What can stand in a place. A string is shown as it is: a title, a word of the bylaws, a name of whoever may be named."""


def _own_id(named: Named) -> str:
    return named.id


class Reader(msgspec.Struct, frozen=True):
    """For whom text is made: the language, the time zone, and the name that this reader may see for an id."""

    language: Language
    zone: str = "UTC"
    name_of: Callable[[Named], str] = _own_id


class Phrases:
    """Messages by a key, said to one reader.

    >>> Phrases({"seats": plural("{n} seat", "{n} seats", "n")}, "en")("seats", n=1)
    '1 seat'
    """

    def __init__(self, messages: Mapping[str, Message], reader: Reader | Language) -> None:
        """Say ``messages`` to ``reader``."""
        self._messages = messages
        self._reader = Reader(reader) if isinstance(reader, str) else reader

    def __call__(self, key: str, **values: Value) -> str:
        """Return the words of a key with its places filled."""
        return self._messages[key].text(self._reader, **values)

    def __contains__(self, key: str) -> bool:
        """Tell whether there are words for a key."""
        return key in self._messages


def msg(english: str, *, context: str = "") -> Message:
    """Return a message. English is a literal, so that the tool which keeps the catalogues finds it."""
    return Message(english, context=context)


def plural(one: str, many: str, counted: str, *, context: str = "") -> Message:
    """Return a message with a plural: the number in the place ``counted`` chooses. One number for each message."""
    return Message(one, many, counted, context)


def _form_of(words: str, form: str) -> str:
    """Of ``die Mitglieder ¦ gen: der Mitglieder`` the form asked for, else the first with the form still to be made."""
    first, *others = words.split(f" {FORM_MARK} ")
    for other in others:
        name, _, text = other.partition(": ")
        if name == form:
            return text
    return first


def _has_form(words: str, form: str) -> bool:
    return f" {FORM_MARK} {form}: " in words


@cache
def _pieces(text: str) -> tuple[tuple[str, str | None, str], ...]:
    return tuple((literal, name, spec or "") for literal, name, spec, _ in Formatter().parse(text))


def _filled(text: str, values: Mapping[str, Value], reader: Reader) -> str:
    return "".join(
        literal if name is None else literal + _place(values[name], spec, reader)
        for literal, name, spec in _pieces(text)
    )


def _place(value: Value, form: str, reader: Reader) -> str:
    if isinstance(value, Message):
        value = Sentence(value)
    said = _said(value, form, reader)
    if not form or (
        isinstance(value, Sentence) and _has_form(value.message.words(reader.language, value.values), form)
    ):
        return said
    return grammar(reader.language)(form, said)


def _said(value: Value, form: str, reader: Reader) -> str:
    match value:
        case None:
            return NOTHING
        case str():
            return value
        case int() | Fraction():
            return _number(value, reader.language)
        case Named():
            return reader.name_of(value)
        case Moment() | Day():
            write = moment if isinstance(value, Moment) else day
            return write(value.at, reader.language, reader.zone)
        case Quoted():
            return _QUOTED.text(reader, text=value.text)
        case Listed():
            return _listed(value, reader)
        case Message() | Sentence():
            return (Sentence(value) if isinstance(value, Message) else value).text(reader, form)


def _number(value: int | Fraction, language: Language) -> str:
    if isinstance(value, int) or value.denominator == 1:
        return number(int(value), language)
    return f"{number(value.numerator, language)}/{number(value.denominator, language)}"


_QUOTED = msg("“{text}”")
_MORE = plural("{n} more", "{n} more", "n")


def _listed(value: Listed, reader: Reader) -> str:
    shown = value.parts if not value.most else value.parts[: value.most]
    words = [_place(part, "", reader) for part in shown]
    if len(shown) < len(value.parts):
        words.append(_MORE.text(reader, n=len(value.parts) - len(shown)))
    return listing(words, reader.language, value.joined)
