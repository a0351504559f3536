"""``mandat apportion --method bundestag-2023`` and other laws that fill a whole parliament."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape

from mandat.cli.counting_words import words
from mandat.cli.speech import console, table
from mandat.counting import CountingError
from mandat.counting.apportionment.claims import Threshold
from mandat.counting.apportionment.national import (
    DanishRegion,
    NationalSeats,
    bundestag_2013,
    bundestag_2021,
    bundestag_2023,
    folketing,
    new_zealand,
)
from mandat.counting.formats import read_lands, read_votes
from mandat.counting.formats.districts import PEOPLE, REGIONS, SEATS_HEADS
from mandat.counting.formats.whole import whole_number
from mandat.counting.rendering import question_in_words
from mandat.language import Language, msg


@dataclass(frozen=True, slots=True)
class NationalElection:
    """What the command line says of the election of a parliament."""

    law: str
    votes: Path
    won: Path | None
    seats: int | None
    threshold: Threshold | None
    valid: int | None
    exempt: tuple[str, ...]
    additional: tuple[str, ...]
    independents: tuple[str, ...]
    lots: tuple[str, ...]

    def filled(self) -> NationalSeats:
        """Read the tables and carry the law out."""
        laws: dict[str, Callable[[], NationalSeats]] = {
            "bundestag-2013": self._bundestag,
            "bundestag-2021": self._bundestag,
            "bundestag-2023": self._bundestag,
            "new-zealand": self._new_zealand,
            "folketing": self._folketing,
        }
        if self.law != "folketing" and self.won is None:
            raise CountingError(
                msg("{law} needs the constituencies that parties won: give --won FILE")(law=self.law)
            )
        if self.law == "folketing" and (self.won is not None or self.seats is not None or self.exempt):
            raise CountingError(
                msg("folketing works out constituency seats itself: leave --won, --seats and --exempt out")
            )
        if self.law != "folketing" and (self.additional or self.independents):
            raise CountingError(msg("--additional and --independent are for --method folketing"))
        return laws[self.law]()

    def _bundestag(self) -> NationalSeats:
        assert self.won is not None
        old = self.law != "bundestag-2023"
        lands, won = read_lands(self.votes, numbers=PEOPLE, needed=old), read_lands(self.won).votes
        threshold = "5%" if self.threshold is None else self.threshold
        if not old:
            return bundestag_2023(
                lands.votes,
                won,
                seats=self.seats or 630,
                minorities=self.exempt,
                valid=self.valid,
                threshold=threshold,
                lots=self.lots,
            )
        law = bundestag_2013 if self.law == "bundestag-2013" else bundestag_2021
        return law(
            lands.votes,
            won,
            lands.numbers,
            seats=self.seats or 598,
            minorities=self.exempt,
            valid=self.valid,
            threshold=threshold,
            lots=self.lots,
        )

    def _new_zealand(self) -> NationalSeats:
        assert self.won is not None
        if self.exempt or self.valid is not None:
            raise CountingError(
                msg("new-zealand exempts whoever won an electorate: leave --exempt and --of out")
            )
        threshold = "5%" if self.threshold is None else self.threshold
        votes, won = read_votes(self.votes), read_votes(self.won)
        return new_zealand(votes, won, seats=self.seats or 120, threshold=threshold, lots=self.lots)

    def _folketing(self) -> NationalSeats:
        found = read_lands(self.votes, numbers=SEATS_HEADS, regions=REGIONS)
        regions = {
            region: DanishRegion(
                tuple(place for place, of in found.regions.items() if of == region),
                _additional(self.additional).get(region, 0),
            )
            for region in dict.fromkeys(found.regions.values())
        }
        unknown = next((name for name in _additional(self.additional) if name not in regions), None)
        if unknown is not None:
            raise CountingError(
                msg("the table has no region {name}; it has: {names}")(
                    name=repr(unknown), names=", ".join(regions)
                )
            )
        threshold = "2%" if self.threshold is None else self.threshold
        return folketing(
            found.votes,
            found.numbers,
            regions,
            independents=self.independents,
            threshold=threshold,
            lots=self.lots,
        )


def _additional(given: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for text in given:
        name, _, seats = text.rpartition("=")
        number = whole_number(seats.strip())
        if not name.strip() or number is None:
            raise CountingError(
                msg("{text} gives no region its seats: write --additional REGION=N")(text=repr(text))
            )
        found[name.strip()] = number
    return found


def print_national(found: NationalSeats, lang: Language) -> None:
    """Seats by party, constituencies among them; by district where the law knows any; winners without a seat."""
    out, say = console(), words(lang)
    out.print(f"[bold]{escape(found.law)}[/]")
    shown = table("", say("constituencies"), say("seats"))
    for column in shown.columns[1:]:
        column.justify = "right"
    for party, seats in found.totals.items():
        shown.add_row(escape(party), str(found.won.get(party, 0)), str(seats))
    shown.add_row(say("sum"), str(sum(found.won.values())), str(found.house))
    out.print(shown)
    for district, row in found.by_district.items():
        listed = ", ".join(f"{escape(party)} {many}" for party, many in row.items())
        out.print(f"  {escape(district)}{say('colon')}{listed}")
    for land, party, who in found.unseated:
        out.print(f"  {say('unseated')}{say('colon')}{escape(land)}, {escape(party)}, {escape(who)}")
    if found.below:
        out.print(f"  {say('below')}{say('colon')}{escape(', '.join(found.below))}")
    if found.question is not None:
        out.print(f"[yellow]{escape(question_in_words(found.question, lang))}[/]\n  {say('draw name')}")
