"""``mandat diff``: what an amended text of bylaws changes, article by article, and who may change it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from mandat.bylaws.telling.difference import ArticleChange, difference
from mandat.cli.bylaws_files import read_bylaws
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, say_json
from mandat.language import Language, Listed, msg

_STYLE = {" ": "dim", "-": "red", "+": "green"}
_BY = msg("changed by {powers}")
_NOBODY = msg("nobody may change it")
_SAME = msg("The two texts say the same.")
_TOP = msg("At the top of the file")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diff", epilog="Example: mandat diff bylaws.toml amended.toml")(diff_command)


def diff_command(
    old: Annotated[
        Path,
        typer.Argument(help="The bylaws in force: a file, rulebook:NAME or template:NAME.", metavar="OLD"),
    ],
    new: Annotated[Path, typer.Argument(help="The amended text.", metavar="NEW")],
    lang: LangOption = SYSTEM_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Show article by article what an amended text changes, and which power may change each.

    Both texts are checked first. Exit code 0: they say the same; 1: they differ; 2: one cannot be read.
    """
    found = difference(read_bylaws(old), read_bylaws(new), lang)
    if as_json:
        say_json({"articles": [msgspec.to_builtins(change) for change in found]})
    else:
        _print(found, lang)
    raise typer.Exit(1 if found else 0)


def _print(found: tuple[ArticleChange, ...], lang: Language) -> None:
    out = console()
    if not found:
        out.print(_SAME.text(lang), markup=False)
    for change in found:
        powers = _BY.text(lang, powers=Listed(change.powers)) if change.powers else _NOBODY.text(lang)
        out.print(f"{change.heading or _TOP.text(lang)} ({powers})", style="bold", markup=False)
        for line in change.lines:
            out.print(f"{line.mark} {line.text}", style=_STYLE[line.mark], markup=False)
        out.print()
