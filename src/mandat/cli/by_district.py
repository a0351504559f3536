"""``mandat apportion --by-district``: a method in each district by itself."""

from __future__ import annotations

from rich.markup import escape

from mandat.cli.counting_words import words
from mandat.cli.speech import console, table
from mandat.counting.apportionment import DistrictSeats
from mandat.counting.rendering import question_in_words
from mandat.language import Language


def print_by_district(found: DistrictSeats, method: str, lang: Language) -> None:
    """A row for each district, a column for each party that takes part, and the sums."""
    out, say, totals = console(), words(lang), found.totals
    parties = [party for party in totals if party not in found.below]
    shown = table("", *map(escape, parties), say("sum"))
    for column in shown.columns[1:]:
        column.justify = "right"
    for district, seats in found.seats.items():
        cells = (str(seats.get(party, "")) for party in parties)
        shown.add_row(escape(district), *cells, str(sum(seats.values())))
    shown.add_row(say("sum"), *(str(totals[party]) for party in parties), str(sum(totals.values())))
    out.print(f"[bold]{escape(method)}[/]")
    out.print(shown)
    if found.below:
        out.print(f"  {say('below')}{say('colon')}{escape(', '.join(found.below))}")
    if found.question is not None:
        out.print(f"[yellow]{escape(question_in_words(found.question, lang))}[/]\n  {say('draw name')}")
