"""The examples on the pages of ``docs/manual/concepts``: entries of real rulebooks, and what ``mandat ask`` answers about them.

A page marks where an example stands; the words after ``made:`` say which:

    <!-- made: rule d10-python limit.employer -->         the entry of that rulebook, as it stands in the file
    <!-- end: rule d10-python limit.employer -->

    <!-- made: ask d10-python recall recall.member yes=20 no=10 -->     the question and its answer
    <!-- end: ask d10-python recall recall.member yes=20 no=10 -->
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from typer.testing import CliRunner

from mandat.cli.app import app
from mandat.service import published

PAGES = Path(__file__).parents[2] / "docs" / "manual" / "concepts"
_MARK = re.compile(r"<!-- made: ((?:rule|ask) .+?) -->")


def examples() -> Mapping[tuple[str, str], Callable[[], str]]:
    """Return file and name of each example that a page asks for → the function that makes it."""
    return {
        (f"manual/concepts/{page.name}", name): partial(_example, name)
        for page in sorted(PAGES.glob("*.md"))
        for name in _MARK.findall(page.read_text(encoding="utf-8"))
    }


def _example(name: str) -> str:
    kind, book, *words = name.split()
    return _rule(book, words[0]) if kind == "rule" else _answer(book, words)


def _rule(book: str, entry: str) -> str:
    """Return an entry of a rulebook with its comments, as TOML."""
    text = published.text("rulebook", book)
    found = re.search(rf"^\[{re.escape(entry)}\]\n(?:.+\n)*", text, re.MULTILINE)
    assert found is not None, f"{book} has no entry [{entry}] written over several lines"
    return f"```toml\n# rulebook:{book}\n{found[0].strip()}\n```"


def _answer(book: str, words: list[str]) -> str:
    """Return a question to a rulebook and what the command prints."""
    said = CliRunner().invoke(app, ["ask", f"rulebook:{book}", *words, "--lang", "en"])
    assert said.exit_code == 0, said.output
    lines = "\n".join(line.rstrip() for line in said.output.splitlines())
    return f"```\n$ mandat ask rulebook:{book} {' '.join(words)}\n{lines.strip()}\n```"
