"""``mandat verify``: check a whole record."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

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
    say_json,
)
from mandat.language import Language, msg
from mandat.record.audit import Audited, audit
from mandat.record.directory import RecordDirectory, open_directory
from mandat.record.errors import OtherRulesError, WrongEntryError
from mandat.record.keys import Verifier
from mandat.record.stated_keys import StatedKeys
from mandat.record.store.interface import MissingEntryError, Store
from mandat.record.verify import verify

_SAYS = msg(
    "{entries} entries verified: {acts} acts ({admitted} admitted, {refused} refused and "
    "kept). Signatures, order, hashes, rulings and state agree. Root {root}"
)
_WITHOUT_RULINGS = msg(
    "{entries} entries checked: signatures, order and hashes agree. The rulings were not repeated: from entry {index} on "
    "they were made by version {rules} of the rules, which this program does not hold. Root {root}"
)
_WRONG = msg("The record is wrong at entry {index}: {problem}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify", epilog="Example: mandat verify rail/")(verify_command)


def verify_command(
    directory: DirArgument, lang: LangOption = SYSTEM_LANGUAGE, json: JsonOption = False
) -> None:
    """Replay a record without trusting its server: signatures, order, hashes, rulings, state.

    Exit code 0 if all agrees, 1 with the first wrong entry if not; 3 if all agrees that could be checked, but the rulings
    were made by a version of the rules that this program does not hold.
    """
    found = open_directory(directory)
    try:
        _verify(found, lang, json)
    except (WrongEntryError, MissingEntryError) as error:
        problem = error.problem if isinstance(error, WrongEntryError) else str(error)
        if json:
            say_json({"verified": False, "entry": error.index, "problem": problem})
        fail(_WRONG.text(lang, index=str(error.index), problem=problem))
        raise typer.Exit(1) from error


def _verify(found: RecordDirectory, lang: Language, json: bool) -> None:
    """Check all, or all but the rulings, and say so."""
    try:
        result = _with_progress(found, verify)
    except OtherRulesError as other:
        _say_without_rulings(_with_progress(found, _audit), other, lang, json)
        raise typer.Exit(3) from other
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
        console().print(f"[green]✓[/] {_SAYS.text(lang, **facts)}")


def _say_without_rulings(result: Audited, other: OtherRulesError, lang: Language, json: bool) -> None:
    facts: dict[str, str | int] = {
        "entries": result.entries,
        "index": other.index,
        "rules": other.version,
        "root": result.root,
    }
    if json:
        say_json({"verified": False, "checked": "signatures, order, hashes", **facts})
    else:
        console().print(f"[yellow]✓[/] {_WITHOUT_RULINGS.text(lang, **facts)}")


def _audit(
    store: Store, origin: str, log: Verifier, server: Verifier, progress: Callable[[int], None]
) -> Audited:
    return audit(store, origin, log, server, StatedKeys(store, origin).resolve, progress)


ResultT = TypeVar("ResultT")


def _with_progress(
    found: RecordDirectory, check: Callable[[Store, str, Verifier, Verifier, Callable[[int], None]], ResultT]
) -> ResultT:
    store = found.store(readonly=True)
    head = store.head()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True
    ) as bar:
        task = bar.add_task("verify", total=head.size if head else None)
        return check(
            store, found.origin, found.log, found.server, lambda done: bar.update(task, completed=done)
        )
