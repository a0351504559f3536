"""``mandat serve``: the pages and the API of one federation."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from mandat.record.directory import open_directory
from mandat.record.errors import RecordError

if TYPE_CHECKING:
    from mandat.web.settings import Mail

_CLEAR, _TLS = 25, 465
_SAYS = msg("{title} is at {base}   (Ctrl-C ends it)")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", epilog="Example: mandat serve rail/ --port 8080")(serve_command)


def serve_command(
    directory: DirArgument,
    port: Annotated[int, typer.Option("--port", help="The port to listen on.", min=0, max=65535)] = 8000,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; 0.0.0.0 for all of this machine.")
    ] = "127.0.0.1",
    base: Annotated[
        str | None, typer.Option("--base", help="The address at which people reach it: https://rail.example.")
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option("--tls-certificate", help="The TLS certificate (PEM), with its chain.")
    ] = None,
    private_key: Annotated[
        Path | None, typer.Option("--tls-key", help="The certificate's private key (PEM).")
    ] = None,
    proxy: Annotated[
        list[str] | None, typer.Option("--proxy", help="The address of a trusted proxy in front of it.")
    ] = None,
    mail_host: Annotated[
        str | None,
        typer.Option("--mail-host", help="The mail server that sends invitations; none without it."),
    ] = None,
    mail_port: Annotated[
        int, typer.Option("--mail-port", help="Its port: 587 (STARTTLS), 465 (TLS), 25 (in the clear).")
    ] = 587,
    mail_sender: Annotated[
        str | None, typer.Option("--mail-sender", help="The address in From; also the mail server's user.")
    ] = None,
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Serve a federation's pages and API until interrupted. One process writes, another shows.

    The mail server's password, if it wants one, comes in the environment as MANDAT_MAIL_PASSWORD.
    """
    from mandat.web.server import free_port, serve  # noqa: PLC0415 (half a second to load; other commands do without)
    from mandat.web.settings import Settings  # noqa: PLC0415

    open_directory(directory)
    if (certificate is None) != (private_key is None):
        raise RecordError(msg("give --tls-certificate and --tls-key together"))
    port = free_port(port, host)
    settings = Settings(
        mail=_mail(mail_host, mail_port, mail_sender),
        directory=directory,
        base=(base or f"{'https' if certificate else 'http'}://localhost:{port}").rstrip("/"),
        host=host,
        port=port,
        certificate=certificate,
        private_key=private_key,
        proxies=tuple(proxy or ()),
    )
    said = _SAYS.text(lang, title=directory.name, base=settings.base)

    def started() -> None:
        if json:
            say_json({"base": settings.base, "port": port})
            sys.stdout.flush()
        else:
            console().print(said, markup=False)

    serve(settings, started)


def _mail(host: str | None, port: int, sender: str | None) -> Mail | None:
    """Read how mail is sent; in the clear only on port 25, without a password."""
    from mandat.web.settings import Mail  # noqa: PLC0415

    if host is None:
        return None
    if sender is None:
        raise RecordError(msg("--mail-host goes with --mail-sender: the address in From"))
    password = os.environ.get("MANDAT_MAIL_PASSWORD", "")
    if password and port == _CLEAR:
        raise RecordError(msg("a password is not sent in the clear: give --mail-port 587 or 465"))
    return Mail(
        host=host,
        port=port,
        sender=sender,
        user=sender if password else "",
        password=password,
        security="none" if port == _CLEAR else "tls" if port == _TLS else "starttls",
    )
