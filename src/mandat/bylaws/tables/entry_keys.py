"""The keys that every entry may have, and what makes a table of entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import msgspec

from mandat.bylaws.tables.shapes import ArticleNumber, ByLanguage, Key, KeyTable, Name
from mandat.bylaws.tables.usual import TEXT
from mandat.language import msg

ENTRY_KEYS = (
    Key("article", ArticleNumber(), msg("the article that rulings cite")),
    Key("title", ByLanguage(), msg("title, by language")),
    Key("note", TEXT, msg("a remark for readers")),
    Key("source", TEXT, msg("where the rule comes from")),
    Key("like", Name("entry"), msg("takes the other entry's keys")),
)
UNINHERITED = frozenset(("article", "title", "note", "source", "like"))
"""What ``like`` does not take over: these name an entry, they do not rule."""


def entry(
    name: str,
    make: Callable[..., object],
    *keys: Key,
    rest: str = "",
    subject: str = "",
    parts: Mapping[str, type[msgspec.Struct]] = MappingProxyType({}),
) -> KeyTable:
    """A table of entries: with the keys that every entry may have; a key that a part has a field for stands in it."""
    placed = [replace(key, part=_part(key, parts)) for key in keys]
    return KeyTable(name, (*ENTRY_KEYS, *placed), make, rest, subject, tuple(parts.items()))


def _part(key: Key, parts: Mapping[str, type[msgspec.Struct]]) -> str:
    return next((name for name, part in parts.items() if key.target in part.__struct_fields__), "")
