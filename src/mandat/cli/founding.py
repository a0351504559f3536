"""``mandat new``: found a federation."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from mandat.bylaws.reading.loader import load
from mandat.cli.bylaws_files import read_text, template, template_names
from mandat.cli.interviewing import answer, answers_from, choose_template, interview
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, say_json
from mandat.federation.people.members.rules import is_person_id
from mandat.language import Language, msg
from mandat.record.directory import create
from mandat.record.errors import RecordError
from mandat.service.author import person_key
from mandat.service.founding import found
from mandat.service.opening import writing

_WRITTEN = msg("The bylaws are in {file}. Change them in any editor, then: mandat check {file}")
_SAYS = (
    msg("The federation “{id}” is founded in {directory}."),
    msg("The registrar {registrar} signs with {key} (keep it: who has it, signs)."),
    msg("Next: mandat show {directory}, then found bodies and import members."),
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("new", epilog="Example: mandat new rail/ --template federation --origin rail.example/log")(
        new_command
    )


def new_command(
    target: Annotated[
        Path,
        typer.Argument(
            help="A new directory for the record; or a new .toml file, to write only the bylaws.",
            metavar="DIR",
        ),
    ],
    bylaws: Annotated[Path | None, typer.Option("--bylaws", help="Your bylaws file.")] = None,
    template_name: Annotated[
        str | None, typer.Option("--template", help="A template to start from instead.")
    ] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option("--answer", help="An answer to the template's interview: ID=VALUE, as in seats=9."),
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

    Without --bylaws and --template you are asked which template to start from. On a terminal a template asks a few
    questions; --answer gives an answer beforehand, and then nothing is asked.
    """
    if bylaws is not None and (template_name is not None or answers):
        raise RecordError(msg("give --bylaws or --template, not both (--answer goes with a template)"))
    if not is_person_id(registrar):
        raise RecordError(
            msg("--registrar {registrar} is not an id (letters, digits, - _ .; at most 64)")(
                registrar=repr(registrar)
            )
        )
    spoken = lang
    text = (
        read_text(bylaws)
        if bylaws is not None
        else _from_template(template_name, answers_from(answers or ()), spoken)
    )
    if target.suffix == ".toml":
        _write(text, target, spoken)
        return
    _found(text, target, str(bylaws or template_name), origin, registrar, spoken, json)


def _from_template(name: str | None, answers: Mapping[str, str], lang: Language) -> bytes:
    asks = sys.stdin.isatty()
    if name is None:
        if not asks:
            names = ", ".join(template_names())
            raise RecordError(msg("give --bylaws FILE or --template NAME (one of: {names})")(names=names))
        name = choose_template(lang)
    text = template(name)
    return (answer(text, answers) if answers or not asks else interview(text, lang)).encode()


def _write(text: bytes, file: Path, lang: Language) -> None:
    load(text, file=str(file))
    try:
        with file.open("xb") as out:
            out.write(text)
    except FileExistsError as error:
        raise RecordError(msg("{file} exists: name a new file")(file=str(file))) from error
    except OSError as error:
        raise RecordError(
            msg("{file} cannot be written ({reason}): check the path")(
                file=str(file), reason=str(error.strerror)
            )
        ) from error
    console().print(_WRITTEN.text(lang, file=str(file)), markup=False)


def _found(
    text: bytes, directory: Path, named: str, origin: str | None, registrar: str, lang: Language, json: bool
) -> None:
    loaded = load(text, file=named)
    created = create(directory, origin or f"{loaded.id}.example/log")
    key = person_key(created.origin, registrar)
    path = created.path / "keys" / f"{registrar}.key"
    key.save(path)
    with writing(directory) as writer:
        receipt = found(writer, loaded.text, registrar, key)
    if receipt.ruling is None or not receipt.ruling.admitted:
        raise RecordError(
            msg("the founding act was refused: check the id {registrar}, and choose another directory")(
                registrar=repr(registrar)
            )
        )
    (created.path / "bylaws.toml").write_bytes(text)
    facts = {"id": loaded.id, "directory": str(directory), "registrar": registrar, "key": str(path)}
    if json:
        say_json({**facts, "origin": created.origin, "index": receipt.index})
        return
    for line in _SAYS:
        console().print(line.text(lang, **facts), markup=False)
