"""The data of a printed page: what both forms are made from."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from mandat.bylaws.model import Bylaws
from mandat.bylaws.telling.articles import articles
from mandat.bylaws.words.languages import Language
from mandat.exchange.printing.words import WORDS

DIGITS = 16
"""How much of the file's SHA-256 is printed, in hexadecimal digits."""


def document(bylaws: Bylaws, language: Language) -> dict[str, Any]:
    """Return title, articles and the words around them, as plain data."""
    words = WORDS[language]
    digest = hashlib.sha256(bylaws.text.encode()).hexdigest()[:DIGITS]
    title = bylaws.title
    return {
        "language": language,
        "title": title.get(language) or title.get("") or next(iter(title.values()), bylaws.id),
        "kind": words["bylaws"],
        "contents": words["contents"],
        "page": words["page"],
        "made": words["made"].format(id=bylaws.id, digest=digest),
        "articles": msgspec.to_builtins(articles(bylaws, language)),
    }
