"""``mandat import``: enrol members from a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from mandat.cli.bylaws_files import read_text
from mandat.cli.speech import (
    SYSTEM_LANGUAGE,
    DirArgument,
    JsonOption,
    LangOption,
    console,
    fail,
    print_ruling,
    say_json,
)
from mandat.exchange.members_csv import MOST_SHOWN, Preview, preview
from mandat.federation.wording.ruling import describe
from mandat.language import Language, msg
from mandat.record.blobs import Blob, fresh_salt
from mandat.record.errors import RecordError
from mandat.record.keys import Signer
from mandat.record.store.private import People, PrivateEntry
from mandat.service.author import Author
from mandat.service.opening import writing
from mandat.service.writer import Receipt, Writer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "import", epilog="Example: mandat import rail/ members.csv --key rail/keys/registrar.key --dry-run"
    )(import_command)


def import_command(
    directory: DirArgument,
    file: Annotated[
        Path, typer.Argument(help="CSV, UTF-8: columns body, person, key, name, mail.", metavar="FILE.csv")
    ],
    key: Annotated[
        Path | None,
        typer.Option("--key", help="Key file of who may admit members (not needed for --dry-run)."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would happen.")] = False,
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Enrol members from a CSV file by one act that names the list; nothing is imported if any line is wrong.

    Names and addresses stay in the private register; the record gets pseudonymous ids only. Exit code 1: lines are wrong.
    """
    content = read_text(file)
    with writing(directory) as writer:
        seen = preview(content, writer.state)
        if not seen.members and not seen.errors:
            raise RecordError(
                msg(
                    "{file} names nobody: after the line with the columns comes a line for each person. Nothing was imported."
                )(file=str(file))
            )
        if json and (seen.errors or dry_run):
            say_json({"people": len(seen.members), "assemblies": seen.by_body, "errors": seen.errors})
        elif not json:
            _print_preview(seen, file)
        if seen.errors:
            raise typer.Exit(1)
        if dry_run:
            return
        if key is None:
            fail("give --key: the key file of who may admit members. Nothing was imported.")
            raise typer.Exit(2)
        receipt = _submit(writer, seen, Signer.load(key))
        if receipt.ruling is not None and receipt.ruling.admitted:
            _keep_names(directory, seen)
        _say(writer, receipt, lang, json)


def _print_preview(seen: Preview, file: Path) -> None:
    out = console()
    out.print(
        f"{escape(str(file))}: {len(seen.members):,} people for {len(seen.by_body)} assemblies, {len(seen.errors)} wrong lines"
    )
    for body, count in sorted(seen.by_body.items())[:MOST_SHOWN]:
        out.print(f"  {count:>8,}  {escape(body)}")
    for error in seen.errors[:MOST_SHOWN]:
        out.print(f"  [red]line {error.line}[/]: {escape(error.problem)}")
    if len(seen.errors) > MOST_SHOWN:
        out.print(f"  … and {len(seen.errors) - MOST_SHOWN} more; --json lists all")
    if seen.errors:
        out.print("Nothing was imported: correct these lines and import the file again.")


def _submit(writer: Writer, seen: Preview, signer: Signer) -> Receipt:
    blob = Blob(fresh_salt(), seen.list(), "sealed")
    act = {"act": "member.import", "list": blob.name, "count": len(seen.members)}
    return writer.submit(Author(writer.origin, (signer,)).act(act, writer.head, (blob,)))


def _keep_names(directory: Path, seen: Preview) -> None:
    people = People(directory / "people.sqlite")
    people.put(PrivateEntry(m.person, m.name, m.mail) for m in seen.members if m.name or m.mail)
    people.close()


def _say(writer: Writer, receipt: Receipt, lang: Language, json: bool) -> None:
    assert receipt.ruling is not None
    words = describe(receipt.ruling, writer.state.law.books, lang)
    if json:
        say_json({"index": receipt.index, "outcome": words.outcome, "words": words})
    else:
        print_ruling(words, f"#{receipt.index} member.import", lang, full=False)
    if not receipt.ruling.admitted:
        raise typer.Exit(1)
