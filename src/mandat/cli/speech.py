"""How the command line speaks: to people with Rich, to programs with JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from mandat.federation.base.rulings import Ruling, encode
from mandat.federation.wording.ruling import GroundWords, RulingWords
from mandat.language import LANGUAGES, Language, UnknownLanguageError, language_named, msg
from mandat.language.languages import first_spoken


def wished(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language that the option ``--lang`` names, else that of the environment where it is one of ours, else English.

    >>> wished(["check", "bylaws.toml", "--lang", "de"], {"LANG": "fr_CA.UTF-8"}), wished(["--help"], {"LANG": "fr_CA.UTF-8"})
    ('de', 'fr')
    """
    named = [after for option, after in pairwise(arguments) if option == "--lang"]
    named += [each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")]
    system = (environment.get(name) or "" for name in ("MANDAT_LANG", "LC_ALL", "LANG"))
    return first_spoken([*(each for each in named if each in LANGUAGES), *system])


SYSTEM_LANGUAGE = wished((), os.environ)
JsonOption = Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")]
DirArgument = Annotated[Path, typer.Argument(help="The directory of the federation's record.", metavar="DIR")]


_UNKNOWN_LANGUAGE = msg("{text} is none of {languages}")


def language(text: str) -> Language:
    """Read a language option."""
    try:
        return language_named(text)
    except UnknownLanguageError as error:
        said = _UNKNOWN_LANGUAGE.text(SYSTEM_LANGUAGE, text=repr(text), languages=", ".join(LANGUAGES))
        raise typer.BadParameter(said) from error


LangOption = Annotated[
    Language,
    typer.Option(
        "--lang",
        help="Language of the answer: " + ", ".join(LANGUAGES) + ".",
        parser=language,
        metavar="|".join(LANGUAGES),
    ),
]
"""Read before a command begins, so that a slip in it cannot leave an act on the record or half a directory."""


WIDE = 10_000
"""Columns for a table or tree that goes into a file or another program: what does not fit would be lost."""


def console() -> Console:
    """Return a console for standard output, without wrapping when it is not a terminal."""
    terminal = sys.stdout.isatty()
    return Console(highlight=False, emoji=False, soft_wrap=not terminal, width=None if terminal else WIDE)


def fail(text: str) -> None:
    """Say what is wrong, on standard error."""
    Console(stderr=True, highlight=False, emoji=False, soft_wrap=True).print(text, style="red", markup=False)


def say_json(value: object) -> None:
    """Write JSON, readable."""
    sys.stdout.write(msgspec.json.format(encode(value), indent=2).decode() + "\n")


def table(*columns: str, title: str | None = None) -> Table:
    """Return a plain table."""
    made = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


_OUTCOME = {"admitted": msg("Admitted"), "refused": msg("Refused")}
_ARTICLE = msg("art. {article}")
_BUILT_IN = msg("built-in rule")
_EFFECTS = msg("effects")
_REMEDY = msg("what would make it admissible: {remedy}")
_MARK = {True: "[green]✓[/green]", False: "[red]✗[/red]", None: "[yellow]?[/yellow]"}


FullOption = Annotated[bool, typer.Option("--full", help="Also print every ground and effect.")]
"""Without it a ruling is one sentence."""


def print_ruling(words: RulingWords, title: str, lang: Language, *, full: bool) -> None:
    """Print a ruling in one sentence; in full also its grounds and effects."""
    out = console()
    style = "green" if words.outcome == "admitted" else "red"
    out.print(f"[bold {style}]{_OUTCOME[words.outcome].text(lang)}[/]  {_safe(title)}")
    print_hanging(out, "  ", _safe(words.sentence))
    if not full:
        return
    for ground in words.grounds:
        print_ground(out, ground, lang, failing=words.outcome == "refused")
    if words.effects:
        out.print(f"  [bold]{_EFFECTS.text(lang)}[/]")
    for effect in words.effects:
        print_hanging(out, "    → ", _safe(effect))
    for question in words.questions:
        out.print(f"    [yellow]?[/] {_safe(question)}")


def print_ground(out: Console, ground: GroundWords, lang: Language, *, failing: bool = True) -> None:
    """Print one ground: article, what was found, and the remedy if it fails.

    In an admitted ruling nothing fails: what does not hold there (a threshold not crossed, a seat not kept) is a finding.
    """
    rule = _BUILT_IN.text(lang) if ground.rule == "language" else ground.rule
    article = _ARTICLE.text(lang, article=ground.article) if ground.article else rule
    finding = ground.holds is False and (ground.row or not failing)
    mark = "[dim]○[/dim]" if finding else _MARK[ground.holds]
    print_hanging(out, f"  {mark} ", f"[bold]{_safe(article)}[/]  {_safe(ground.found)}")
    if ground.remedy and not finding:
        print_hanging(out, " " * 6, f"[italic]{_safe(_REMEDY.text(lang, remedy=ground.remedy))}[/]")


def print_hanging(out: Console, lead: str, text: str) -> None:
    """Print a line; on a terminal too narrow for it, what follows stands under the text and not under the lead."""
    if not out.is_terminal:
        out.print(lead + text)
        return
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(lead, text)
    out.print(grid)


def _safe(text: str) -> str:
    return text.replace("[", r"\[")


def ruling_json(ruling: Ruling, words: RulingWords) -> Mapping[str, Any]:
    """Return a ruling as data, with its words beside."""
    data = msgspec.json.decode(encode(ruling))
    return {**data, "outcome": ruling.outcome, "words": msgspec.to_builtins(words)}
