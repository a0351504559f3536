"""``mandat new``: found a federation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from mandat.bylaws.loader import load
from mandat.cli.bylaws_files import read_text, template, template_names
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, language, say_json
from mandat.federation.members.rules import is_person_id
from mandat.record.directory import create
from mandat.record.errors import RecordError
from mandat.service.author import person_key
from mandat.service.founding import found
from mandat.service.opening import writing

_SAYS = {
    "en": (
        "The federation “{id}” is founded in {directory}.",
        "The registrar {registrar} signs with {key} (keep it: who has it, signs).",
        "Next: mandat show {directory}, then found bodies and import members.",
    ),
    "fr": (
        "La fédération « {id} » est fondée dans {directory}.",
        "Le tenant du registre {registrar} signe avec {key} (la garder : qui l’a, signe).",
        "Ensuite : mandat show {directory}, puis créer les instances et importer les membres.",
    ),
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("new", epilog="Example: mandat new rail/ --template federation --origin rail.example/log")(
        new_command
    )


def new_command(
    directory: Annotated[Path, typer.Argument(help="A new directory for the record.", metavar="DIR")],
    bylaws: Annotated[Path | None, typer.Option("--bylaws", help="Your bylaws file.")] = None,
    template_name: Annotated[
        str | None, typer.Option("--template", help="A template to start from instead.")
    ] = None,
    origin: Annotated[
        str | None, typer.Option("--origin", help="The name of the log, like rail.example/log.")
    ] = None,
    registrar: Annotated[
        str, typer.Option("--registrar", help="The pseudonymous id of who keeps the register.")
    ] = "registrar",
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Found a federation from bylaws: a new record, whose first act puts them in force.

    Without --bylaws and --template you are asked which template to start from.
    """
    if bylaws is not None and template_name is not None:
        raise RecordError("give --bylaws or --template, not both")
    if not is_person_id(registrar):
        raise RecordError(f"--registrar {registrar!r} is not an id (letters, digits, - _ .; at most 64)")
    text = _text(bylaws, template_name)
    loaded = load(text, file=str(bylaws or template_name))
    created = create(directory, origin or f"{loaded.id}.example/log")
    key = person_key(created.origin, registrar)
    path = created.path / "keys" / f"{registrar}.key"
    key.save(path)
    with writing(directory) as writer:
        receipt = found(writer, loaded.text, registrar, key)
    if receipt.ruling is None or not receipt.ruling.admitted:
        raise RecordError(
            f"the founding act was refused: check the id {registrar!r}, and choose another directory"
        )
    facts = {"id": loaded.id, "directory": str(directory), "registrar": registrar, "key": str(path)}
    if json:
        say_json({**facts, "origin": created.origin, "index": receipt.index})
        return
    for line in _SAYS[language(lang)]:
        console().print(line.format(**facts), markup=False)


def _text(bylaws: Path | None, name: str | None) -> str | bytes:
    if bylaws is not None:
        return read_text(bylaws)
    if name is None:
        names = ", ".join(template_names())
        if not sys.stdin.isatty():
            raise RecordError(f"give --bylaws FILE or --template NAME (one of: {names})")
        name = typer.prompt(f"Template ({names})")
    return template(name)
