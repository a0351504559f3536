"""``mandat apportion``: share out seats over votes or people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from mandat import counting
from mandat.cli.counting_words import words
from mandat.cli.speech import (
    SYSTEM_LANGUAGE,
    JsonOption,
    LangOption,
    Language,
    console,
    language,
    say_json,
    table,
)
from mandat.counting import Apportionment, CountingError
from mandat.counting.apportionment import methods
from mandat.counting.formats import read_votes


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "apportion",
        epilog="Example: mandat apportion states.csv --method huntington-hill --seats 435 --min 1 --json",
    )(apportion_command)


def apportion_command(
    file: Annotated[
        Path | None,
        typer.Argument(help="A table: names in the first column, votes in the second.", metavar="FILE"),
    ] = None,
    method: Annotated[str, typer.Option("--method", help="The method; see --methods.")] = "sainte-lague",
    seats: Annotated[int | None, typer.Option("--seats", help="Seats to share out.")] = None,
    minimum: Annotated[int | None, typer.Option("--min", help="Seats that everybody gets at least.")] = None,
    maximum: Annotated[int | None, typer.Option("--max", help="Seats that nobody gets more of.")] = None,
    threshold: Annotated[
        str | None, typer.Option("--threshold", help='Votes that must be reached: "5%", "1/20" or a number.')
    ] = None,
    column: Annotated[
        str | None, typer.Option("--column", help="The heading of the column with the votes.")
    ] = None,
    divisor: Annotated[
        bool, typer.Option("--divisor", help="Show the divisors that give the result.")
    ] = False,
    last: Annotated[int, typer.Option("--last", help="Show the last seats given.", metavar="N", min=0)] = 0,
    lot: Annotated[
        list[str] | None, typer.Option("--lot", help="The name a lot fell on, in the order asked.")
    ] = None,
    listing: Annotated[
        bool, typer.Option("--methods", help="List all methods with the texts they follow.")
    ] = False,
    json: JsonOption = False,
    lang: LangOption = SYSTEM_LANGUAGE,
) -> None:
    """Share out seats exactly as a method says.

    A tie that the method settles by lot is put as a question; answer it with --lot.
    """
    spoken = language(lang)
    if listing:
        _print_methods(json, spoken)
        return
    if file is None or seats is None:
        raise CountingError(
            "name a table of votes and give --seats, or ask for the list of methods with --methods"
        )
    if not file.is_file():
        raise CountingError(f"there is no file {file}")
    found = counting.apportion(
        method,
        read_votes(file, column=column),
        seats,
        minimum=minimum,
        maximum=maximum,
        threshold=int(threshold) if threshold is not None and threshold.isdigit() else threshold,
        lots=tuple(lot or ()),
    )
    if json:
        say_json(_plain(found, divisor=divisor, last=last))
    else:
        _print(found, spoken, divisor=divisor, last=last)


def _plain(found: Apportionment, *, divisor: bool, last: int) -> dict[str, Any]:
    plain = found.to_json(last=last)
    return plain if divisor else {key: value for key, value in plain.items() if key != "divisor"}


def _print_methods(json: bool, lang: Language) -> None:
    known = methods().values()
    if json:
        say_json([{"name": m.name, "title": m.title, "text": m.text} for m in known])
        return
    say = words(lang)
    shown = table(say["method"], say["title"], say["text"])
    for each in known:
        shown.add_row(each.name, escape(each.title), escape(each.text))
    console().print(shown)


def _print(found: Apportionment, lang: Language, *, divisor: bool, last: int) -> None:
    out, say = console(), words(lang)
    shown = table("", say["votes"], say["seats"])
    for name, votes, seats in zip(found.names, found.votes, found.counts, strict=True):
        note = f" ({say['below']})" if name in found.below else ""
        shown.add_row(escape(name) + note, str(votes), str(seats))
    shown.add_row(say["sum"], str(sum(found.votes)), str(sum(found.counts)))
    out.print(f"[bold]{found.method}[/]")
    out.print(shown)
    if divisor and found.divisor is not None:
        span = f"{found.divisor.low} … {found.divisor.high or '∞'}"
        power = "²" if found.divisor.power == 2 else ""
        out.print(
            f"  {say['divisor']}{say['colon']}{found.divisor.printed}  ({say['divisor']}{power}{say['colon']}{span})"
        )
    if divisor and found.quota is not None:
        out.print(f"  {say['quota']}{say['colon']}{found.quota}")
    for award in found.last(last):
        sign = "−" if award.change < 0 else ""
        out.print(f"  {say['seat']} {award.seat}{say['colon']}{sign}{escape(award.name)} ({award.figure})")
    for tie in found.ties:
        out.print(
            f"  {say['tie']}{say['colon']}{escape(', '.join(tie.names))} → {escape(', '.join(tie.chosen))}"
        )
    if found.question is not None:
        out.print(f"[yellow]{escape(str(found.question))}[/]\n  {say['draw name']}")
