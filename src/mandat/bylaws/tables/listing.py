"""The list of all keys for the manual, as Markdown, from the same table as the loader."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.tables import HEAD, LINE, TABLES
from mandat.bylaws.tables.parts import CLOCK, ENTRY_KEYS, NEED, STEP, SUPPORT, TERM
from mandat.bylaws.tables.shapes import Table
from mandat.language import Language

_HEADER = {"en": "| Key | What it says |", "fr": "| Clé | Ce qu'elle dit |"}
_NEEDED = {"en": "required", "fr": "obligatoire"}
_ANY = {"en": "Any entry", "fr": "Toute entrée"}
_FILE = {"en": "At the top of the file", "fr": "En tête du fichier"}


def key_list(language: Language = "en") -> str:
    """Every table of the language with its keys and what each says.

    >>> print(key_list().splitlines()[0])
    ### At the top of the file
    """
    return "\n".join(_sections(language)) + "\n"


def _sections(language: Language) -> Iterator[str]:
    yield from _section(_FILE[language], Table("head", HEAD), language)
    yield from _section(_ANY[language], Table("entry", ENTRY_KEYS), language)
    for name, table in {**TABLES, "body.X.seats": LINE}.items():
        own = tuple(key for key in table.keys if key not in ENTRY_KEYS)
        yield from _section(f"`[{name}.…]`", Table(name, own), language)
    for piece in (SUPPORT, NEED, CLOCK, TERM, STEP.table):
        yield from _section(f"`{piece.name}`", piece, language)


def _section(title: str, table: Table, language: Language) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    yield _HEADER[language]
    yield "|---|---|"
    for key in table.keys:
        about = key.en if language == "en" else key.fr
        needed = f" ({_NEEDED[language]})" if key.required else ""
        yield f"| `{key.name}` | {about}{needed} |"
    yield ""
