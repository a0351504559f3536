"""The parts of the manual about words: the glossary, and the thirty sentences before and after."""

from __future__ import annotations

import tomllib
from pathlib import Path

from mandat.language import Language
from mandat.language.glossary import glossary
from tests.language.thirty.sentences import ROWS

AFTER = Path(__file__).parents[1] / "language" / "thirty" / "after.toml"


def terms() -> str:
    """Return what each thing is called in each language."""
    heads = ["| English | French | German |", "|---|---|---|"]
    known = [glossary(language) for language in ("en", "fr", "de")]
    return "\n".join([*heads, *(f"| {' | '.join(each[key].term for each in known)} |" for key in known[0])])


def meanings(language: Language) -> str:
    """Return the terms of a language with their meanings, the words of others, and the words that are never used."""
    rows = []
    for each in glossary(language).values():
        others = ", ".join((*each.synonyms, *(f"~~{word}~~" for word in each.never)))
        rows.append(f"| {each.term} | {each.meaning} | {others} |")
    return "\n".join(["| | | |", "|---|---|---|", *rows])


def sentences() -> str:
    """Return the thirty sentences, before and after."""
    after = tomllib.loads(AFTER.read_text())
    rows = []
    for place, ((english, french), _) in enumerate(ROWS):
        cells = (english, french, after["en"][place], after["fr"][place], after["de"][place])
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    heads = ["| Before, English | Before, French | English | French | German |", "|---|---|---|---|---|"]
    return "\n".join([*heads, *rows])
