"""``mandat invite``: a link with which a person makes a key on a device of theirs."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from mandat.cli.speech import (
    SYSTEM_LANGUAGE,
    DirArgument,
    JsonOption,
    LangOption,
    console,
    fail,
    say_json,
)
from mandat.language import msg
from mandat.record.keys import Signer
from mandat.service.invitations import announce, fresh

_DAY = 86_400
_SAYS = msg("For {person}, once, within {days} days:")
_REFUSED = msg("refused: see why with “mandat why {directory} {index}”")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "invite", epilog="Example: mandat invite rail/ m-17 --key registrar.key --base https://rail.example"
    )(invite_command)


def invite_command(
    directory: DirArgument,
    person: Annotated[str, typer.Argument(help="Who is invited, by the id on the record.", metavar="PERSON")],
    key: Annotated[Path, typer.Option("--key", help="Your key file: the registrar's, or the person's own.")],
    base: Annotated[
        str, typer.Option("--base", help="The address at which people reach the site: https://rail.example.")
    ] = "http://localhost:8000",
    days: Annotated[int, typer.Option("--days", help="How long the invitation is open.", min=1, max=90)] = 30,
    replaces: Annotated[
        bool, typer.Option("--replaces", help="The person's other keys end when it is used.")
    ] = False,
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Invite a person, also while the federation is served, and print the link. The record holds only the hash of its code.

    Exit code 0: invited; 1: refused (it stays on the record, marked refused); 2: not taken, or the address is not HTTPS.
    """
    invitation = fresh(person, int(time.time()) + days * _DAY, replaces=replaces)
    link = invitation.link(base)
    index, outcome = announce(directory, invitation, Signer.load(key))
    if outcome != "admitted":
        fail(_REFUSED.text(lang, directory=str(directory), index=str(index)))
        raise typer.Exit(1)
    if json:
        say_json({"index": index, "person": person, "link": link, "expires": invitation.expires})
        return
    console().print(_SAYS.text(lang, person=person, days=days), markup=False)
    console().print(link, markup=False, soft_wrap=True)
