"""``mandat demo``: the main job on real ballots."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, language, say_json


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", epilog="Example: mandat demo --report demo-report")(demo_command)


def demo_command(
    report: Annotated[
        Path, typer.Option("--report", help="A directory for the report and the record.")
    ] = Path("demo-report"),
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Found a federation on the real ballots of forty Scottish wards, elect, recall, refuse, verify, and write a report."""
    from mandat.demo.run import run_demo  # noqa: PLC0415 - only this command needs the demonstration

    columns = (TextColumn("{task.description:<44}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
        tasks: dict[str, int] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]

        result = run_demo(report, show, language(lang))
    if json:
        say_json(result)
        return
    for line in result.summary:
        console().print(line, markup=False)
