"""``mandat verify``: check a whole record."""

from __future__ import annotations

import sys

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mandat.cli.speech import (
    SYSTEM_LANGUAGE,
    DirArgument,
    JsonOption,
    LangOption,
    console,
    fail,
    language,
    say_json,
)
from mandat.language import msg
from mandat.record.directory import RecordDirectory, open_directory
from mandat.record.errors import WrongEntryError
from mandat.record.store.interface import MissingEntryError
from mandat.record.verify import Verified, verify

_SAYS = msg(
    "{entries} entries verified: {acts} acts ({admitted} admitted, {refused} refused and "
    "kept). Signatures, order, hashes, rulings and state agree. Root {root}"
)
_WRONG = msg("The record is wrong at entry {index}: {problem}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify", epilog="Example: mandat verify rail/")(verify_command)


def verify_command(
    directory: DirArgument, lang: LangOption = SYSTEM_LANGUAGE, json: JsonOption = False
) -> None:
    """Replay a record without trusting its server: signatures, order, hashes, rulings, state.

    Exit code 0 if all agrees, 1 with the first wrong entry if not.
    """
    found = open_directory(directory)
    try:
        result = _with_progress(found)
    except (WrongEntryError, MissingEntryError) as error:
        problem = error.problem if isinstance(error, WrongEntryError) else str(error)
        if json:
            say_json({"verified": False, "entry": error.index, "problem": problem})
        fail(_WRONG.text(language(lang), index=str(error.index), problem=problem))
        raise typer.Exit(1) from error
    facts: dict[str, str | int] = {
        "entries": result.entries,
        "acts": result.acts,
        "admitted": result.admitted,
        "refused": result.refused,
        "root": result.root,
    }
    if json:
        say_json({"verified": True, **facts})
    else:
        console().print(f"[green]✓[/] {_SAYS.text(language(lang), **facts)}")


def _with_progress(found: RecordDirectory) -> Verified:
    store = found.store(readonly=True)
    head = store.head()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True
    ) as bar:
        task = bar.add_task("verify", total=head.size if head else None)
        return verify(
            store, found.origin, found.log, found.server, lambda done: bar.update(task, completed=done)
        )
