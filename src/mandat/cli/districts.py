"""``mandat apportion --method biproportional``: seats by district and party."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.markup import escape

from mandat.cli.counting_words import words
from mandat.cli.speech import console, table
from mandat.counting import CountingError
from mandat.counting.apportionment import Biproportional, biproportional
from mandat.counting.apportionment.claims import Threshold
from mandat.counting.formats import read_districts
from mandat.counting.rendering import question_in_words
from mandat.language import Language, msg


@dataclass(frozen=True, slots=True)
class Quorums:
    """What a party has to reach to take part, and whether the strongest list of a district is sure of a seat."""

    district: Threshold | None
    total: Threshold | None
    winner_take_one: bool

    @property
    def any(self) -> bool:
        """Whether something was asked for that only this method knows."""
        return self.district is not None or self.total is not None or self.winner_take_one


def share_out(file: Path, seats: int | None, quorums: Quorums, lots: list[str]) -> Biproportional:
    """Share out the seats of the districts in `file`; `seats`, if given, must be their sum."""
    votes, district_seats = read_districts(file)
    house = sum(district_seats.values())
    if seats is not None and seats != house:
        raise CountingError(
            msg("--seats says {seats}, but the districts of {file} have {house} together; leave it out")(
                seats=seats, file=str(file), house=house
            )
        )
    return biproportional(
        votes,
        district_seats,
        quorum_district=quorums.district,
        quorum_total=quorums.total,
        winner_take_one=quorums.winner_take_one,
        lots=lots,
    )


_ON_REQUEST = ("election_key", "district_divisors", "party_divisors")


def plain(found: Biproportional, *, divisor: bool) -> dict[str, Any]:
    """As JSON; divisors on request."""
    return {key: value for key, value in found.to_json().items() if divisor or key not in _ON_REQUEST}


def print_districts(found: Biproportional, lang: Language, *, divisor: bool) -> None:
    """A row for each district, a column for each party that takes part."""
    out, say = console(), words(lang)
    parties = [place for place, party in enumerate(found.parties) if party not in found.below]
    shown = table("", *(escape(found.parties[place]) for place in parties), say("sum"))
    for column in shown.columns[1:]:
        column.justify = "right"
    for district, line in zip(found.districts, found.counts, strict=False):
        shown.add_row(escape(district), *(str(line[place]) for place in parties), str(sum(line)))
    due = [found.upper.counts[place] for place in parties]
    shown.add_row(say("sum"), *map(str, due), str(sum(due)))
    out.print("[bold]biproportional[/]")
    out.print(shown)
    if found.below:
        out.print(f"  {say('below')}{say('colon')}{escape(', '.join(found.below))}")
    if divisor and found.district_divisors:
        _print_divisors(found, lang)
    if found.question is not None:
        out.print(f"[yellow]{escape(question_in_words(found.question, lang))}[/]\n  {say('draw name')}")


def _print_divisors(found: Biproportional, lang: Language) -> None:
    out, say = console(), words(lang)
    if found.election_key is not None:
        out.print(f"  {say('key')}{say('colon')}{found.election_key}")
    for names, divisors in (
        (found.districts, found.district_divisors),
        (found.parties, found.party_divisors),
    ):
        each = (f"{escape(name)} {number}" for name, number in zip(names, divisors, strict=True) if number)
        out.print(f"  {say('divisor')}{say('colon')}{', '.join(each)}")
