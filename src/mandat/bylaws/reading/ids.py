"""Which ids an author may give, so that every one can be used in expressions, events and citations."""

from __future__ import annotations

import re

from mandat.bylaws.expression import COUNTS
from mandat.bylaws.expression.names import POPULATION_WORDS
from mandat.bylaws.expression.tree import KEYWORDS
from mandat.bylaws.reading.reader import Context, Node
from mandat.bylaws.words.faults import KINDS

_PLAIN = re.compile(r"[^\W\d_](?:\w|-(?=\w))*")
_DOTTED = re.compile(rf"{_PLAIN.pattern}(?:\.{_PLAIN.pattern})*")
_IN_EXPRESSIONS = ("body", "seats", "fact", "define")
_RESERVED = {
    "body": KEYWORDS.union(POPULATION_WORDS),
    "fact": KEYWORDS.union(COUNTS),
    "define": KEYWORDS.union(COUNTS),
}


def check_id(table: str, key: str, node: Node, context: Context) -> None:
    """Refuse an id that cannot be written where ids are used, or that is a word of the language."""
    pattern = _PLAIN if table in _IN_EXPRESSIONS else _DOTTED
    if not pattern.fullmatch(key):
        raise context.refuse(node, "entry-id", {"name": key})
    if key in _RESERVED.get(table, ()):
        kind = KINDS[table]
        raise context.refuse(
            node, "reserved", {"name": key, "kind": f"a {kind['en']}", "kind_fr": kind["fr"]}
        )
    if table == "define" and key in context.declared.facts:
        words = {
            "one": f"define.{key}",
            "other": f"fact.{key}",
            "why": "one name would have two meanings",
            "why_fr": "un nom aurait deux sens",
        }
        raise context.refuse(node, "both", words)
