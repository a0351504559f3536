"""Read a ballot file for the command line: with a progress bar if it is large, and what the reader decided on standard error."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypedDict

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from mandat import counting
from mandat.cli.counting_words import words
from mandat.counting import Ballots, Candidate
from mandat.counting.formats import CandidateList, read, read_people
from mandat.language import Language

LARGE = 50_000_000
"""Bytes of a file from which on its reading is shown."""


class Told(TypedDict):
    """What `counting.read` and `counting.findings` are told beside the file."""

    candidates: tuple[Candidate, ...] | None
    groups: tuple[tuple[int, ...], ...]
    contest: str | None
    points: bool


@dataclass(frozen=True)
class BallotFile:
    """A file, and what was said about it: the contest, the list of candidates."""

    file: Path
    contest: str | None = None
    people: Path | None = None

    def told(self, rules: list[str]) -> Told:
        """The arguments for reading it; marks are points if one of `rules` adds up points."""
        listed = None if self.people is None else self._listed
        return {
            "candidates": None if listed is None else listed.candidates,
            "groups": () if listed is None else listed.groups,
            "contest": self.contest,
            "points": any(counting.rule(name).looking(1).sees in ("points", "times") for name in rules),
        }

    @cached_property
    def _listed(self) -> CandidateList:
        assert self.people is not None
        return read_people(self.people)


def read_ballots(wanted: BallotFile, rules: list[str], lang: Language, out: Console | None = None) -> Ballots:
    """Read the file; the papers keep their order if one of `rules` looks at it. The bar goes to standard error, as do the
    remarks of the reader."""
    shown = out or Console(stderr=True, highlight=False, soft_wrap=True)
    ballots = _with_bar(wanted, rules, lang, shown)
    for remark in ballots.remarks:
        shown.print(f"[yellow]{escape(remark.text(lang))}[/]")
    return ballots


def _with_bar(wanted: BallotFile, rules: list[str], lang: Language, shown: Console) -> Ballots:
    file, told = wanted.file, wanted.told(rules)
    in_order = any(counting.rule(name).order_sensitive for name in rules)
    if file.is_dir() or file.stat().st_size <= LARGE or not shown.is_terminal:
        return read(file, keep_sequence=in_order, **told)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=shown, transient=True) as bar:
        task = bar.add_task(words(lang)("reading", file=file.name), total=None)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        return read(file, keep_sequence=in_order, progress=progress, **told)
