"""``mandat study``: how well, how fast, at what effort the bodies of a bylaws file follow the members."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandat.cli.speech import JsonOption
from mandat.cli.validating_study import validate


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("study", epilog="Example: mandat study bylaws.toml --bases 40 --members 50")(study)


def study(
    bylaws: Annotated[
        list[Path] | None, typer.Argument(help="Bylaws files to study and compare.", metavar="BYLAWS.toml")
    ] = None,
    validated: Annotated[
        bool, typer.Option("--validate", help="Compare the program with results known exactly.")
    ] = False,
    seed: Annotated[int, typer.Option("--seed", help="From which every random number follows.")] = 1,
    json: JsonOption = False,
) -> None:
    """Measure how well, how fast and at what effort the bodies follow the members.

    Exit code 0; 1: a validation failed; 2: refused.
    """
    if validated:
        raise typer.Exit(0 if validate(seed, json=json) else 1)
    if not bylaws:
        raise typer.BadParameter("name a bylaws file, or say --validate")
