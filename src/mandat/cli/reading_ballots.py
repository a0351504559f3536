"""Read a ballot file for the command line, with a progress bar if it is large."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from mandat import counting
from mandat.cli.counting_words import words
from mandat.counting import Ballots
from mandat.counting.formats import read
from mandat.language import Language

LARGE = 50_000_000
"""Bytes of a file from which on its reading is shown."""


def read_ballots(file: Path, rules: list[str], lang: Language, out: Console | None = None) -> Ballots:
    """Read `file`; the papers keep their order if one of `rules` looks at it. The bar goes to standard error."""
    in_order = any(counting.rule(name).order_sensitive for name in rules)
    shown = out or Console(stderr=True)
    if file.stat().st_size <= LARGE or not shown.is_terminal:
        return read(file, keep_sequence=in_order)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=shown, transient=True) as bar:
        task = bar.add_task(words(lang)("reading", file=file.name), total=None)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        return read(file, keep_sequence=in_order, progress=progress)
