"""``mandat run``: a case, its acts and the rulings it expects."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from mandat.cli.speech import JsonOption, console, say_json
from mandat.record.directory import create
from mandat.service.cases import Case, CaseResult, Runner, StepResult, read_case


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("run", epilog="Example: mandat run cases/recall --keep /tmp/recall")(run_command)


def run_command(
    case: Annotated[
        Path, typer.Argument(help="A directory with bylaws.toml and case.toml.", metavar="CASE_DIR")
    ],
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep the record in this new directory.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Run a script of acts through the real service and compare each ruling with the one expected.

    Exit code 0: all hold; 1: some differ (each difference is printed); 2: the case cannot be run.
    """
    result = _run(read_case(case), keep)
    if json:
        say_json(
            {
                "case": result.case.title,
                "holds": result.holds,
                "entries": result.entries,
                "steps": [
                    {
                        "step": r.step.number,
                        "act": r.step.act,
                        "index": r.index,
                        "outcome": r.outcome,
                        "differences": r.differences,
                    }
                    for r in result.steps
                ],
                "differences": result.differences,
            }
        )
    else:
        _print(result)
    raise typer.Exit(0 if result.holds else 1)


def _run(case: Case, keep: Path | None) -> CaseResult:
    if keep is None:
        return Runner(case).run()
    directory = create(keep, case.origin)
    store = directory.store()
    try:
        return Runner(case, store, directory.signers()).run()
    finally:
        store.close()


def _print(result: CaseResult) -> None:
    out = console()
    out.print(f"[bold]{escape(result.case.title)}[/]")
    for each in result.steps:
        mark = "[red]✗[/]" if each.differences else "[green]✓[/]"
        by = ", ".join((*each.step.each, *each.step.by))
        out.print(
            f" {mark} {each.step.number:>3}  {escape(each.step.act)}  [dim]{escape(by)}[/]  {each.outcome}{_place(each)}{_note(each)}"
        )
        for difference in each.differences:
            out.print(f"        [red]{escape(difference)}[/]")
    for difference in result.differences:
        out.print(f" [red]✗ {escape(difference)}[/]")
    wrong = sum(bool(each.differences) for each in result.steps) + len(result.differences)
    verdict = "[green]all rulings are as expected[/]" if result.holds else f"[red]{wrong} differ[/]"
    out.print(f"{len(result.steps)} steps, {result.entries} entries verified: {verdict}")


def _place(each: StepResult) -> str:
    return "" if each.index is None else f"  #{each.index}"


def _note(each: StepResult) -> str:
    return f"  [italic]{escape(each.step.note)}[/]" if each.step.note else ""
