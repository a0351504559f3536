"""The parts of the manual that are made from the code: between two marks in a file, and never written by hand.

``python -m tests.docs.blocks`` writes them and the JSON Schema of bylaws; ``test_blocks.py`` and ``test_schema.py`` compare.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from mandat.bylaws.schema import NAME, published
from tests.docs import acts, commands, concepts, errors, evidence, language, words

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = DOCS.parent / "src" / "mandat" / "bylaws" / "schema" / NAME

BLOCKS: Mapping[tuple[str, str], Callable[[], str]] = {
    ("manual/bylaws.md", "keys"): lambda: language.keys("en"),
    ("manual/bylaws.md", "methods"): language.methods,
    ("manual/rules.md", "rules"): evidence.rules,
    ("manual/counts.md", "counts"): lambda: language.counts("en"),
    ("manual/counts.md", "truths"): lambda: language.truths("en"),
    ("manual/counts.md", "places"): language.places,
    ("manual/acts.md", "acts"): acts.acts,
    ("manual/command-line.md", "commands"): commands.commands,
    ("manual/errors.md", "not-taken"): lambda: errors.not_taken("en"),
    ("manual/errors.md", "faults"): lambda: errors.faults("en"),
    ("manual/errors.md", "findings"): lambda: errors.findings("en"),
    ("manuel/statuts.md", "keys"): lambda: language.keys("fr"),
    ("manuel/statuts.md", "counts"): lambda: language.counts("fr"),
    ("manuel/erreurs.md", "not-taken"): lambda: errors.not_taken("fr"),
    ("manuel/erreurs.md", "faults"): lambda: errors.faults("fr"),
    ("manuel/erreurs.md", "findings"): lambda: errors.findings("fr"),
    ("manual/glossary.md", "terms"): words.terms,
    ("manual/glossary.md", "meanings-en"): lambda: words.meanings("en"),
    ("manual/glossary.md", "meanings-fr"): lambda: words.meanings("fr"),
    ("manual/glossary.md", "meanings-de"): lambda: words.meanings("de"),
    ("manual/sentences.md", "thirty"): words.sentences,
    **concepts.examples(),
}
"""File and name of each part → the function that makes it."""


def in_file(file: str, name: str) -> str:
    """Return the part as it stands in the manual."""
    found = _pattern(name).search((DOCS / file).read_text())
    assert found is not None, f"{file} has no marks <!-- made: {name} --> … <!-- end: {name} -->"
    return found[2].strip()


def write(file: str, name: str) -> None:
    """Write the part into the manual."""
    path = DOCS / file
    made = BLOCKS[file, name]()
    path.write_text(_pattern(name).sub(lambda m: f"{m[1]}\n\n{made.strip()}\n\n{m[3]}", path.read_text()))


def _pattern(name: str) -> re.Pattern[str]:
    exact = re.escape(name)
    return re.compile(rf"(<!-- made: {exact} -->)(.*?)(<!-- end: {exact} -->)", re.DOTALL)


if __name__ == "__main__":
    for each in BLOCKS:
        write(*each)
    SCHEMA.write_text(published(), encoding="utf-8")
