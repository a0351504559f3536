"""The list of all keys for the manual, as Markdown, from the same table as the loader."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.tables import HEAD, LINE, TABLES
from mandat.bylaws.tables.clocks import CLOCK, TERM
from mandat.bylaws.tables.entry_keys import ENTRY_KEYS
from mandat.bylaws.tables.pieces import NEED, STEP, SUPPORT
from mandat.bylaws.tables.shapes import KeyTable
from mandat.language import ENGLISH, Language, msg

_HEADER = msg("| Key | What it says |")
_NEEDED = msg("required")
_ANY = msg("Any entry")
_FILE = msg("At the top of the file")


def key_list(language: Language = ENGLISH) -> str:
    """Every table of the language with its keys and what each says.

    >>> print(key_list().splitlines()[0])
    ### At the top of the file
    """
    return "\n".join(_sections(language)) + "\n"


def _sections(language: Language) -> Iterator[str]:
    yield from _section(_FILE.text(language), KeyTable("head", HEAD), language)
    yield from _section(_ANY.text(language), KeyTable("entry", ENTRY_KEYS), language)
    for name, table in {**TABLES, "body.X.seats": LINE}.items():
        own = tuple(key for key in table.keys if key not in ENTRY_KEYS)
        yield from _section(f"`[{name}.…]`", KeyTable(name, own), language)
    for piece in (SUPPORT, NEED, CLOCK, TERM, STEP.table):
        yield from _section(f"`{piece.name}`", piece, language)


def _section(title: str, table: KeyTable, language: Language) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    yield _HEADER.text(language)
    yield "|---|---|"
    for key in table.keys:
        about = key.about.text(language)
        needed = f" ({_NEEDED.text(language)})" if key.required else ""
        yield f"| `{key.name}` | {about}{needed} |"
    yield ""
