"""JSON of others, whose shape nobody promises: parsed once, then asked for what should be there.

Every access says what it expects; what is not so becomes a `BadFileError` with the place, never a traceback.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mandat.counting.errors import BadFileError
from mandat.language import Message, Sentence, msg, told

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

_TEXT = msg("the text")
_OBJECT, _LIST, _A_TEXT = msg("an object"), msg("a list"), msg("a text")
_WHOLE, _TRUTH = msg("a whole number"), msg("true or false")


class JsonNode:
    """A value of a JSON text, with the way to it for messages."""

    __slots__ = ("source", "value", "way")

    def __init__(self, value: Json, source: str, way: str = "") -> None:
        self.value, self.source, self.way = value, source, way

    @classmethod
    def parse(cls, raw: bytes, source: str) -> JsonNode:
        """The whole text. Raises `BadFileError` for what is no JSON."""
        try:
            return cls(msgspec.json.decode(raw), source)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise BadFileError(
                msg("this is no JSON ({problem}); fetch the file again")(problem=told(error)), source=source
            ) from None

    def refuse(self, what: Sentence | Message) -> BadFileError:
        """The error that this value is not `what`."""
        return BadFileError(msg("{way} is not {what}")(way=self.way or _TEXT, what=what), source=self.source)

    def has(self, key: str) -> bool:
        """Whether this is an object with that key, and not null there."""
        return isinstance(self.value, dict) and self.value.get(key) is not None

    def __getitem__(self, key: str) -> JsonNode:
        if not isinstance(self.value, dict):
            raise self.refuse(_OBJECT)
        if key not in self.value:
            raise BadFileError(msg("{way} has no {key}")(way=self.way or _TEXT, key=key), source=self.source)
        return JsonNode(self.value[key], self.source, f"{self.way}.{key}" if self.way else key)

    def items(self) -> Iterator[JsonNode]:
        """The entries of a list."""
        if not isinstance(self.value, list):
            raise self.refuse(_LIST)
        for place, value in enumerate(self.value):
            yield JsonNode(value, self.source, f"{self.way}[{place}]")

    def each(self, key: str) -> Iterator[JsonNode]:
        """The entries of the list under a key; none if it is not there."""
        if self.has(key):
            yield from self[key].items()

    def text(self) -> str:
        """A text, or a number as text (ids are the one or the other)."""
        if isinstance(self.value, str | int) and not isinstance(self.value, bool):
            return str(self.value)
        raise self.refuse(_A_TEXT)

    def string(self, key: str, default: str = "") -> str:
        """The text under a key, or the default where there is none."""
        return self[key].text() if self.has(key) else default

    def whole(self) -> int:
        """A whole number of at least 0."""
        if isinstance(self.value, int) and not isinstance(self.value, bool) and self.value >= 0:
            return self.value
        raise self.refuse(_WHOLE)

    def number(self, key: str, default: int) -> int:
        """The whole number under a key, or the default."""
        return self[key].whole() if self.has(key) else default

    def flag(self, key: str, *, default: bool) -> bool:
        """The truth under a key, or the default."""
        if not self.has(key):
            return default
        value = self[key].value
        if isinstance(value, bool):
            return value
        raise self[key].refuse(_TRUTH)
