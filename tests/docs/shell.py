"""Runs the shell blocks of a page, one after the other in one directory, and gives the output of each.

A block that is marked ``sh`` is run; a ``text`` block right after it is what it must print. Times, keys, salts and hashes
differ from run to run, so they are compared as marks. ``python -m tests.docs.shell`` writes the outputs anew: read what changed
before you commit it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```sh\n(.*?)^```\n(?:\n?```text\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)
_MARKS = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "TIME"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "HASH"),
    (re.compile(r"[A-Za-z0-9+/]{43,}={0,2}"), "KEY"),
)


CONCEPTS = tuple(
    str(page.relative_to(ROOT))
    for page in sorted((ROOT / "docs" / "manual" / "concepts").glob("*.md"))
    if page.name != "index.md"
)
PAGES = (
    "README.md",
    "docs/tutorial.md",
    *(page for page in CONCEPTS if "```sh" in (ROOT / page).read_text(encoding="utf-8")),
)


class Block(NamedTuple):
    """The text of a block, and the output it must have (None if the page shows none)."""

    text: str
    output: str | None


def blocks(page: Path) -> Iterator[Block]:
    """Yield the shell blocks of a page."""
    for match in _BLOCK.finditer(page.read_text()):
        yield Block(match[1], match[2])


def run(block: Block, directory: Path) -> subprocess.CompletedProcess[str]:
    """Run one block as ``sh -e`` with ``mandat`` on the path."""
    programs = directory / ".programs"
    if not programs.exists():
        programs.mkdir()
        mandat = programs / "mandat"
        mandat.write_text(
            f'#!/bin/sh\nexec {sys.executable} -c "from mandat.cli.app import main; main()" "$@"\n'
        )
        mandat.chmod(0o755)
    environment = {
        **os.environ,
        "MANDAT_LANG": "en",
        "PATH": f"{programs}:{os.environ['PATH']}",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        ["sh", "-e", "-c", block.text],
        cwd=directory,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def marked(text: str) -> str:
    """Return output with what differs from run to run replaced, and without spaces at the ends of lines."""
    for pattern, mark in _MARKS:
        text = pattern.sub(mark, text)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def prepare(directory: Path) -> None:
    """Make a directory in which the commands of a page find the cases and the sources."""
    for name in ("cases", "src"):
        (directory / name).symlink_to(ROOT / name)


def write(page: Path, directory: Path) -> None:
    """Write the outputs of a page anew."""

    def fresh(match: re.Match[str]) -> str:
        ran = run(Block(match[1], match[2]), directory)
        lines = "\n".join(line.rstrip() for line in ran.stdout.strip("\n").splitlines())
        same = match[2] is None or marked(match[2]) == marked(ran.stdout)
        return match[0] if same else f"```sh\n{match[1]}```\n\n```text\n{lines}\n```\n"

    page.write_text(_BLOCK.sub(fresh, page.read_text()))


if __name__ == "__main__":
    for each in PAGES:
        with tempfile.TemporaryDirectory() as made:
            prepare(Path(made))
            write(ROOT / each, Path(made))
