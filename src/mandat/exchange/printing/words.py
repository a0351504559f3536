"""What stands on a printed page beside the articles, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.bylaws.words.languages import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "bylaws": "Bylaws",
        "contents": "Contents",
        "made": "Read from the bylaws file “{id}” (SHA-256 {digest}). Where a sentence and the file differ, the file rules.",
        "page": "page",
    },
    "fr": {
        "bylaws": "Statuts",
        "contents": "Table",
        "made": "Lu dans le fichier de statuts « {id} » (SHA-256 {digest}). En cas d’écart, le fichier fait foi.",
        "page": "page",
    },
}
