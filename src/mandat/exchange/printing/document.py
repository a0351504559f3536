"""The data of a printed page: what both forms are made from."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from mandat.bylaws.model import Bylaws
from mandat.bylaws.telling.articles import articles
from mandat.exchange.printing.words import WORDS
from mandat.language import Language, Phrases

DIGITS = 16
"""How much of the file's SHA-256 is printed, in hexadecimal digits."""


def document(bylaws: Bylaws, language: Language) -> dict[str, Any]:
    """Return title, articles and the words around them, as plain data."""
    say = Phrases(WORDS, language)
    digest = hashlib.sha256(bylaws.text.encode()).hexdigest()[:DIGITS]
    title = bylaws.title
    return {
        "language": language,
        "title": title.get(language) or title.get("") or next(iter(title.values()), bylaws.id),
        "kind": say("bylaws"),
        "contents": say("contents"),
        "page": say("page"),
        "made": say("made", id=bylaws.id, digest=digest),
        "articles": msgspec.to_builtins(articles(bylaws, language)),
    }
