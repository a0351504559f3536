"""Which ids an author may give, so that every one can be used in expressions, events and citations."""

from __future__ import annotations

import re

from mandat.bylaws.expression import COUNTS
from mandat.bylaws.expression.names import POPULATION_WORDS
from mandat.bylaws.expression.tree import KEYWORDS
from mandat.bylaws.reading.reader import Context, TomlNode
from mandat.bylaws.words.faults import KINDS
from mandat.language import Value, msg

_PLAIN = re.compile(r"[^\W\d_](?:\w|-(?=\w))*")
_DOTTED = re.compile(rf"{_PLAIN.pattern}(?:\.{_PLAIN.pattern})*")
_IN_EXPRESSIONS = ("body", "seats", "fact", "define")
_TWO_MEANINGS = msg("one name would have two meanings")
_RESERVED = {
    "body": KEYWORDS.union(POPULATION_WORDS),
    "fact": KEYWORDS.union(COUNTS),
    "define": KEYWORDS.union(COUNTS),
}


def check_id(table: str, key: str, node: TomlNode, context: Context) -> None:
    """Refuse an id that cannot be written where ids are used, or that is a word of the language."""
    pattern = _PLAIN if table in _IN_EXPRESSIONS else _DOTTED
    if not pattern.fullmatch(key):
        raise context.refuse(node, "entry-id", {"name": key})
    if key in _RESERVED.get(table, ()):
        kind = KINDS[table]
        raise context.refuse(node, "reserved", {"name": key, "kind": kind})
    if table == "define" and key in context.declared.facts:
        words: dict[str, Value] = {
            "one": f"define.{key}",
            "other": f"fact.{key}",
            "why": _TWO_MEANINGS,
        }
        raise context.refuse(node, "both", words)
