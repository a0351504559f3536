"""``mandat demo``: the main job on real ballots."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, say_json
from mandat.language import Language, Phrases, msg

_SERVED = {
    "site": msg("The federation is at {base}   (Ctrl-C ends it)"),
    "member": msg("To act as the member {person}, open once:"),
    "registrar": msg("To act as the {person}, in another browser or a private window, open once:"),
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", epilog="Example: mandat demo --report demo-report")(demo_command)


def demo_command(
    report: Annotated[
        Path, typer.Option("--report", help="A directory for the report and the record.")
    ] = Path("demo-report"),
    serve: Annotated[
        bool | None,
        typer.Option(
            "--serve/--no-serve", help="Serve the federation at the end; by default on a terminal only."
        ),
    ] = None,
    port: Annotated[
        int, typer.Option("--port", help="The port to serve on; 0: any free one.", min=0, max=65535)
    ] = 8000,
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Found a federation on the real ballots of forty Scottish wards, elect, recall, refuse, verify, and write a report.

    On a terminal it then serves the federation on this machine and prints its address, until interrupted.
    """
    from mandat.demo.run import run_demo  # noqa: PLC0415 - only this command needs the demonstration

    columns = (TextColumn("{task.description:<44}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
        tasks: dict[str, int] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]

        result = run_demo(report, show, lang)
    if json:
        say_json(result)
        return
    for line in result.summary:
        console().print(line, markup=False)
    if serve or (serve is None and sys.stdout.isatty()):
        _serve(Path(result.record), port, lang)


def _serve(record: Path, port: int, lang: Language) -> None:
    """Serve the record here, with links to act as a member and as the registrar."""
    from mandat.demo.run import RECALLING  # noqa: PLC0415
    from mandat.demo.visiting import invite_visitors  # noqa: PLC0415
    from mandat.web.server import free_port, serve  # noqa: PLC0415
    from mandat.web.settings import Settings  # noqa: PLC0415

    port = free_port(port)
    settings = Settings(directory=record, base=f"http://localhost:{port}", port=port)
    say = Phrases(_SERVED, lang)
    lines = [say("site", base=settings.base)]
    for visit in invite_visitors(record, settings.base, RECALLING):
        lines += [say(visit.role, person=visit.person), f"  {visit.link}"]
    serve(settings, lambda: console().print("\n".join(lines), markup=False, soft_wrap=True))
