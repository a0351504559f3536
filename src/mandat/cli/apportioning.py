"""``mandat apportion``: share out seats over votes or people."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from rich.markup import escape

from mandat import counting
from mandat.cli import districts
from mandat.cli.alliances import alliances, print_apparentement
from mandat.cli.apportion_bounds import bound, bounds_by_district, threshold
from mandat.cli.apportioning_options import (
    AdditionalOption,
    AllianceOption,
    BaseOption,
    ByDistrictOption,
    ColumnOption,
    DivisorOption,
    ExemptOption,
    HouseOption,
    IndependentOption,
    LastOption,
    MaximumOption,
    MethodListOption,
    MethodOption,
    MinimumOption,
    NamesDrawnOption,
    QuorumDistrictOption,
    QuorumTotalOption,
    TableArgument,
    ThresholdOption,
    ThresholdTotalOption,
    TieOption,
    WinnerTakeOneOption,
    WonOption,
)
from mandat.cli.by_district import print_by_district
from mandat.cli.counting_words import words
from mandat.cli.districts import Quorums
from mandat.cli.national import NationalElection, print_national
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, say_json, table
from mandat.cli.undecided import end_undecided
from mandat.counting import Apportionment, CountingError
from mandat.counting.apportionment import Alliance, apparentement, by_district, methods
from mandat.counting.apportionment.biproportional import ALIASES, NAME, TEXT, TITLE
from mandat.counting.apportionment.claims import Threshold
from mandat.counting.apportionment.national import LAWS
from mandat.counting.apportionment.ties import TIE_RULES, TieRule
from mandat.counting.errors import BadParameterError
from mandat.counting.formats import read_districts, read_votes
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
    file: TableArgument = None,
    method: MethodOption = "sainte-lague",
    seats: HouseOption = None,
    minimum: MinimumOption = None,
    maximum: MaximumOption = None,
    threshold_: ThresholdOption = None,
    threshold_total: ThresholdTotalOption = None,
    base: BaseOption = None,
    exempt: ExemptOption = None,
    tie: TieOption = None,
    by_district_: ByDistrictOption = False,
    won: WonOption = None,
    additional: AdditionalOption = None,
    independent: IndependentOption = None,
    column: ColumnOption = None,
    divisor: DivisorOption = False,
    last: LastOption = 0,
    lot: NamesDrawnOption = None,
    alliance: AllianceOption = None,
    quorum_district: QuorumDistrictOption = None,
    quorum_total: QuorumTotalOption = None,
    winner_take_one: WinnerTakeOneOption = False,
    listing: MethodListOption = False,
    json: JsonOption = False,
    lang: LangOption = SYSTEM_LANGUAGE,
) -> None:
    """Share out seats exactly as a method says.

    For biproportional and --by-district the table has a line for each district: its name, a column seats, a column for each party.

    A tie that the method settles by lot is put as a question; answer it with --lot.

    Exit code 0: shared out; 1: a lot has to decide; 2: it cannot be shared out so.
    """
    if listing:
        _print_methods(json, lang)
        return
    asked = _Asked(
        file=_file(file),
        method=method,
        seats=seats,
        column=column,
        bounds=_Bounds(
            minimum or [], maximum or [], threshold_ or [], threshold_total or [], base, exempt or [], tie
        ),
        quorums=Quorums(_votes(quorum_district), _votes(quorum_total), winner_take_one),
        districts=by_district_,
        won=won,
        additional=tuple(additional or ()),
        independents=tuple(independent or ()),
        alliances=alliance or [],
        lots=lot or [],
        divisor=divisor,
        last=last,
        json=json,
        language=lang,
    )
    asked.check()
    asked.carry_out()


def _file(file: Path | None) -> Path:
    if file is None:
        raise CountingError(
            msg("name a table of votes and give --seats, or ask for the list of methods with --methods")
        )
    if not file.is_file():
        raise CountingError(msg("there is no file {file}")(file=str(file)))
    return file


def _votes(text: str | None) -> Threshold | None:
    number = None if text is None else whole_number(text)
    return text if number is None else number


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What is asked of lists before they take part, and how many seats they may have: as it was written."""

    minimum: list[str]
    maximum: list[str]
    threshold: list[str]
    threshold_total: list[str]
    base: int | None
    exempt: list[str]
    tie: str | None

    @property
    def any(self) -> bool:
        """Whether anything was asked for."""
        given = (self.minimum, self.maximum, self.threshold, self.threshold_total, self.exempt)
        return any(given) or self.base is not None or self.tie is not None

    @property
    def tie_rule(self) -> TieRule | None:
        """How equal figures are settled first."""
        known = next((rule for rule in TIE_RULES if rule == self.tie), None)
        if self.tie is not None and known is None:
            raise BadParameterError(
                msg("there is no tie rule {rule}; it is one of: {rules}")(
                    rule=repr(self.tie), rules=", ".join(TIE_RULES)
                )
            )
        return known

    def over_all(self, names: Collection[str]) -> dict[str, Any]:
        """As `apportion` takes them, for claimants of these names."""
        return {
            "minimum": bound(self.minimum, names),
            "maximum": bound(self.maximum, names),
            "threshold": threshold(self.threshold, names, self.exempt),
            "threshold_base": self.base,
            "tie": self.tie_rule,
        }


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for, before it is tried."""

    file: Path
    method: str
    seats: int | None
    column: str | None
    bounds: _Bounds
    quorums: Quorums
    districts: bool
    won: Path | None
    additional: tuple[str, ...]
    independents: tuple[str, ...]
    alliances: list[str]
    lots: list[str]
    divisor: bool
    last: int
    json: bool
    language: Language

    @property
    def biproportional(self) -> bool:
        return self.method in (NAME, *ALIASES)

    @property
    def national(self) -> bool:
        return self.method in LAWS

    def check(self) -> None:
        """Refuse what does not go together, in a sentence."""
        by_itself = not (self.biproportional or self.national or self.districts)
        if by_itself and self.seats is None:
            raise CountingError(
                msg("name a table of votes and give --seats, or ask for the list of methods with --methods")
            )
        if self.biproportional and (
            self.bounds.any or self.column is not None or self.alliances or self.districts
        ):
            raise CountingError(
                msg(
                    "biproportional has no --min, --max, --threshold, --column, --by-district or --alliance; parties take part by "
                    "--quorum-district and --quorum-total"
                )
            )
        if not self.biproportional and self.quorums.any:
            raise CountingError(
                msg("--quorum-district, --quorum-total and --winner-take-one are for --method biproportional")
            )
        if self.bounds.threshold_total and not self.districts:
            raise CountingError(msg("--threshold-total is of the votes of all districts: add --by-district"))
        if self.districts and (self.alliances or self.column is not None or self.seats is not None):
            raise CountingError(
                msg(
                    "--by-district takes seats and votes from the table: leave --seats, --column and --alliance out"
                )
            )
        if not self.national and (self.won is not None or self.additional or self.independents):
            raise CountingError(
                msg("--won, --additional and --independent are for national laws: {laws}")(
                    laws=", ".join(LAWS)
                )
            )
        if self.national:
            self._check_national()

    def _check_national(self) -> None:
        bounds = self.bounds
        odd = bounds.minimum or bounds.maximum or bounds.threshold_total or bounds.tie is not None
        if odd or self.districts or self.alliances or self.column is not None or len(bounds.threshold) > 1:
            raise CountingError(
                msg("{method} takes --won, --seats, --threshold, --of, --exempt and --lot only")(
                    method=self.method
                )
            )

    def carry_out(self) -> None:
        """Share out and show."""
        if self.biproportional:
            self._biproportional()
        elif self.national:
            self._national()
        elif self.districts:
            self._by_district()
        elif self.alliances:
            self._in_alliances()
        else:
            self._over_all()

    def _biproportional(self) -> None:
        found = districts.share_out(self.file, self.seats, self.quorums, self.lots)
        if self.json:
            say_json(districts.plain(found, divisor=self.divisor))
        else:
            districts.print_districts(found, self.language, divisor=self.divisor)
        end_undecided(found.question, self.language, "draw name", json=self.json)

    def _national(self) -> None:
        found = NationalElection(
            self.method,
            self.file,
            self.won,
            self.seats,
            _votes(self.bounds.threshold[0]) if self.bounds.threshold else None,
            self.bounds.base,
            tuple(self.bounds.exempt),
            self.additional,
            self.independents,
            tuple(self.lots),
        ).filled()
        say_json(found.to_json()) if self.json else print_national(found, self.language)
        end_undecided(found.question, self.language, "draw name", json=self.json)

    def _by_district(self) -> None:
        votes, seats = read_districts(self.file)
        names = {party: 0 for row in votes.values() for party in row}
        found = by_district(
            self.method,
            votes,
            seats,
            threshold=threshold(self.bounds.threshold, names, ()),
            threshold_total=threshold(self.bounds.threshold_total, names, ()),
            total_base=self.bounds.base,
            exempt=self.bounds.exempt,
            minimum=bounds_by_district(self.bounds.minimum, votes),
            maximum=bounds_by_district(self.bounds.maximum, votes),
            tie=self.bounds.tie_rule,
            lots=self.lots,
        )
        say_json(found.to_json()) if self.json else print_by_district(found, self.method, self.language)
        end_undecided(found.question, self.language, "draw name", json=self.json)

    def _in_alliances(self) -> None:
        votes = read_votes(self.file, column=self.column)
        allied = alliances(self.alliances)
        inside = {name for each in allied for name in _lists(each)}
        outermost = [*(each.name for each in allied), *(name for name in votes if name not in inside)]
        bounds = self.bounds.over_all(outermost)
        found = apparentement(self.method, votes, self.seats or 0, allied, lots=self.lots, **bounds)
        if self.json:
            say_json(found.to_json())
        else:
            print_apparentement(found, self.method, self.language, divisor=self.divisor)
        end_undecided(found.question, self.language, "draw name", json=self.json)

    def _over_all(self) -> None:
        votes = read_votes(self.file, column=self.column)
        bounds = self.bounds.over_all(votes)
        found = counting.apportion(self.method, votes, self.seats or 0, lots=tuple(self.lots), **bounds)
        if self.json:
            say_json(_plain(found, divisor=self.divisor, last=self.last))
        else:
            _print(found, self.language, divisor=self.divisor, last=self.last)
        end_undecided(found.question, self.language, "draw name", json=self.json)


def _lists(alliance: Alliance) -> Iterator[str]:
    """The lists of an alliance and of those within it."""
    for member in alliance.members:
        if isinstance(member, str):
            yield member
        else:
            yield from _lists(member)


def _plain(found: Apportionment, *, divisor: bool, last: int) -> dict[str, Any]:
    plain = found.to_json(last=last)
    return plain if divisor else {key: value for key, value in plain.items() if key != "divisor"}


def _print_methods(json: bool, lang: Language) -> None:
    known = [(m.name, m.title, m.text) for m in methods().values()]
    known.append((NAME, TITLE, TEXT))
    known += [(name, title, text) for name, (title, text) in LAWS.items()]
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
