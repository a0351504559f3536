"""``mandat count``: count a ballot file by a rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from mandat import counting
from mandat.cli.speech import JsonOption, console, say_json, table
from mandat.counting import Ballots, Count, CountingError
from mandat.counting.formats import read


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("count", epilog="Example: mandat count ward.blt --rule stv-scottish --json")(count_command)


def count_command(
    file: Annotated[
        Path | None, typer.Argument(help="Ballots: BLT, PrefLib, CSV; .gz and .xz too.", metavar="FILE")
    ] = None,
    rule: Annotated[str, typer.Option("--rule", help="The counting rule; see --rules.")] = "stv-scottish",
    seats: Annotated[
        int | None, typer.Option("--seats", help="Seats to fill (else what the file says).", min=1)
    ] = None,
    lot: Annotated[
        list[int] | None, typer.Option("--lot", help="The candidate a lot fell on, in the order asked.")
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="List all rules with the texts they follow.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Count ballots exactly as a rule says, with every stage.

    A tie that the rule settles by lot ends the count with the question; answer it with --lot.
    """
    if rules:
        _print_rules(json)
        return
    if file is None:
        raise CountingError("name a ballot file, or ask for the list of rules with --rules")
    if not file.is_file():
        raise CountingError(f"there is no file {file}")
    ballots = read(file)
    places = seats or ballots.seats
    if places is None:
        raise CountingError(f"{file} does not say how many seats there are: give --seats")
    result = counting.count(rule, ballots, places, lots=tuple(lot or ()))
    if json:
        say_json(result.to_json())
    else:
        _print_count(console(), ballots, result)


def _print_rules(json: bool) -> None:
    known = counting.rules().values()
    if json:
        say_json([{"name": r.name, "title": r.title, "text": r.text, "kind": r.kind} for r in known])
        return
    shown = table("rule", "title", "text")
    for each in known:
        shown.add_row(each.name, escape(each.title), escape(each.text))
    console().print(shown)


def _print_count(out: Console, ballots: Ballots, result: Count) -> None:
    quota = "" if result.quota is None else f"  quota {result.decimal(result.quota)}"
    out.print(
        f"[bold]{escape(ballots.title or 'Count')}[/]  {result.rule}  seats {result.seats}  valid {result.valid}{quota}"
    )
    shown = table("")
    for stage in result.stages:
        shown.add_column(str(stage.number), justify="right", no_wrap=True)
    fate = {e.candidate: f"[green]elected {e.stage}[/]" for e in result.elected}
    fate.update({e.candidate: f"out {e.stage}" for e in result.excluded})
    shown.add_column("")
    for number, name in enumerate(result.names, 1):
        totals = (result.decimal(stage.totals[number - 1]) for stage in result.stages)
        shown.add_row(f"{number} {escape(name)}", *totals, fate.get(number, ""))
    out.print(shown)
    for place, each in enumerate(result.elected, 1):
        out.print(f"  {place}. {escape(each.name)} (stage {each.stage})")
    for tie in result.ties:
        names = ", ".join(result.names[number - 1] for number in tie.candidates)
        out.print(f"  tie at stage {tie.stage} ({escape(tie.paragraph)}): {escape(names)} → {tie.how}")
    if result.question is not None:
        out.print(
            f"[yellow]{escape(str(result.question))}[/]\n  Draw it before witnesses and add --lot NUMBER."
        )
