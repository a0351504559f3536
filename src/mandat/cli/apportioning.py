"""``mandat apportion``: share out seats over votes or people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from mandat import counting
from mandat.cli import districts
from mandat.cli.alliances import alliances, print_apparentement
from mandat.cli.counting_words import words
from mandat.cli.districts import Quorums
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, say_json, table
from mandat.cli.undecided import end_undecided
from mandat.counting import Apportionment, CountingError
from mandat.counting.apportionment import Apparentement, apparentement, methods
from mandat.counting.apportionment.biproportional import ALIASES, NAME, TEXT, TITLE
from mandat.counting.apportionment.claims import Threshold
from mandat.counting.formats import read_votes
from mandat.counting.formats.whole import whole_number
from mandat.counting.rendering import question_in_words
from mandat.language import Language, msg


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
    alliance: Annotated[
        list[str] | None,
        typer.Option("--alliance", help="Lists that count together first.", metavar="NAME=LIST,LIST"),
    ] = None,
    quorum_district: Annotated[
        str | None, typer.Option("--quorum-district", help="Biproportional: votes to reach in one district.")
    ] = None,
    quorum_total: Annotated[
        str | None, typer.Option("--quorum-total", help="Biproportional: votes to reach overall.")
    ] = None,
    winner_take_one: Annotated[
        bool,
        typer.Option(
            "--winner-take-one", help="Biproportional: the strongest of a district gets a seat there."
        ),
    ] = False,
    listing: Annotated[
        bool, typer.Option("--methods", help="List all methods with the texts they follow.")
    ] = False,
    json: JsonOption = False,
    lang: LangOption = SYSTEM_LANGUAGE,
) -> None:
    """Share out seats exactly as a method says.

    For biproportional the table has a line for each district: its name, a column seats, a column for each party.

    A tie that the method settles by lot is put as a question; answer it with --lot.

    Exit code 0: shared out; 1: a lot has to decide; 2: it cannot be shared out so.
    """
    spoken = lang
    if listing:
        _print_methods(json, spoken)
        return
    bounds = {"minimum": minimum, "maximum": maximum, "threshold": _threshold(threshold)}
    quorums = Quorums(_threshold(quorum_district), _threshold(quorum_total), winner_take_one)
    asked = _Asked(file, method, seats, column, bounds, quorums, alliance or [], lot or [])
    asked.check()
    if asked.by_districts:
        in_districts = districts.share_out(asked.table, seats, quorums, asked.lots)
        if json:
            say_json(districts.plain(in_districts, divisor=divisor))
        else:
            districts.print_districts(in_districts, spoken, divisor=divisor)
        end_undecided(in_districts.question, spoken, "draw name", json=json)
    elif asked.alliances:
        allied = asked.in_alliances()
        say_json(allied.to_json()) if json else print_apparentement(allied, method, spoken, divisor=divisor)
        end_undecided(allied.question, spoken, "draw name", json=json)
    else:
        found = asked.over_all()
        if json:
            say_json(_plain(found, divisor=divisor, last=last))
        else:
            _print(found, spoken, divisor=divisor, last=last)
        end_undecided(found.question, spoken, "draw name", json=json)


def _threshold(text: str | None) -> Threshold | None:
    number = None if text is None else whole_number(text)
    return text if number is None else number


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for, before it is tried."""

    file: Path | None
    method: str
    seats: int | None
    column: str | None
    bounds: dict[str, Any]
    quorums: Quorums
    alliances: list[str]
    lots: list[str]

    @property
    def by_districts(self) -> bool:
        return self.method in (NAME, *ALIASES)

    @property
    def table(self) -> Path:
        assert self.file is not None
        return self.file

    def check(self) -> None:
        """Refuse what does not go together, in a sentence."""
        if self.file is None or (self.seats is None and not self.by_districts):
            raise CountingError(
                msg("name a table of votes and give --seats, or ask for the list of methods with --methods")
            )
        if not self.file.is_file():
            raise CountingError(msg("there is no file {file}")(file=str(self.file)))
        single = any(value is not None for value in (*self.bounds.values(), self.column))
        if self.by_districts and (single or self.alliances):
            raise CountingError(
                msg(
                    "biproportional has no --min, --max, --threshold, --column or --alliance; parties take part by --quorum-district and --quorum-total"
                )
            )
        if not self.by_districts and self.quorums.any:
            raise CountingError(
                msg("--quorum-district, --quorum-total and --winner-take-one are for --method biproportional")
            )

    def over_all(self) -> Apportionment:
        votes = read_votes(self.table, column=self.column)
        return counting.apportion(self.method, votes, self.seats or 0, lots=tuple(self.lots), **self.bounds)

    def in_alliances(self) -> Apparentement:
        votes = read_votes(self.table, column=self.column)
        allied = alliances(self.alliances)
        return apparentement(self.method, votes, self.seats or 0, allied, lots=self.lots, **self.bounds)


def _plain(found: Apportionment, *, divisor: bool, last: int) -> dict[str, Any]:
    plain = found.to_json(last=last)
    return plain if divisor else {key: value for key, value in plain.items() if key != "divisor"}


def _print_methods(json: bool, lang: Language) -> None:
    known = [(m.name, m.title, m.text) for m in methods().values()]
    known.append((NAME, TITLE, TEXT))
    if json:
        say_json([{"name": name, "title": title, "text": text} for name, title, text in known])
        return
    say = words(lang)
    shown = table(say("method"), say("title"), say("text"))
    for name, title, text in known:
        shown.add_row(name, escape(title), escape(text))
    console().print(shown)


def _print(found: Apportionment, lang: Language, *, divisor: bool, last: int) -> None:
    out, say = console(), words(lang)
    shown = table("", say("votes"), say("seats"))
    for name, votes, seats in zip(found.names, found.votes, found.counts, strict=True):
        note = f" ({say('below')})" if name in found.below else ""
        shown.add_row(escape(name) + note, str(votes), str(seats))
    shown.add_row(say("sum"), str(sum(found.votes)), str(sum(found.counts)))
    out.print(f"[bold]{found.method}[/]")
    out.print(shown)
    if divisor and found.divisor is not None:
        span = f"{found.divisor.low} … {found.divisor.high or '∞'}"
        power = "²" if found.divisor.power == 2 else ""
        out.print(
            f"  {say('divisor')}{say('colon')}{found.divisor.printed}  ({say('divisor')}{power}{say('colon')}{span})"
        )
    if divisor and found.quota is not None:
        out.print(f"  {say('quota')}{say('colon')}{found.quota}")
    for award in found.last(last):
        sign = "−" if award.change < 0 else ""
        out.print(f"  {say('seat')} {award.seat}{say('colon')}{sign}{escape(award.name)} ({award.figure})")
    for tie in found.ties:
        out.print(
            f"  {say('tie')}{say('colon')}{escape(', '.join(tie.names))} → {escape(', '.join(tie.chosen))}"
        )
    if found.question is not None:
        out.print(f"[yellow]{escape(question_in_words(found.question, lang))}[/]\n  {say('draw name')}")
