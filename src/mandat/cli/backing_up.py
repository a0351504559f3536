"""``mandat backup``: a copy of a record, also while it is served."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from mandat.cli.speech import (
    SYSTEM_LANGUAGE,
    DirArgument,
    JsonOption,
    LangOption,
    console,
    say_json,
)
from mandat.language import msg
from mandat.language.numbers import number
from mandat.record.directory import open_directory
from mandat.service.backup import back_up

_SAYS = msg(
    "{size} entries and the private register copied to {target} ({mb} MB). The keys are not "
    "in it: keep a copy of {keys} elsewhere. Check the copy with “mandat verify {target}”"
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("backup", epilog="Example: mandat backup rail/ /backups/rail-2026-11-21")(backup_command)


def backup_command(
    directory: DirArgument,
    target: Annotated[Path, typer.Argument(help="A new directory for the copy.", metavar="TARGET")],
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Copy a record and the private register while the federation goes on. The private keys are not copied."""
    made = back_up(open_directory(directory), target)
    if json:
        say_json({"size": made.size, "root": made.root, "disk": made.disk})
        return
    said = _SAYS.text(
        lang,
        size=made.size,
        target=str(target),
        mb=number(Fraction(made.disk, 1_000_000), lang, 1),
        keys=str(directory / "keys"),
    )
    console().print(said, markup=False)
