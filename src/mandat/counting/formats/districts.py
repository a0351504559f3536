"""A table of districts: a line for each with its seats and the votes of every party. CSV (commas, semicolons, tabs) or XLSX."""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.errors import BadFileError
from mandat.counting.formats.claims import number_in, refuse_longer
from mandat.counting.formats.naming import named, tidy, twin_key
from mandat.counting.formats.opened import open_source
from mandat.counting.formats.rows import read_rows
from mandat.counting.formats.source import Source
from mandat.counting.formats.whole import SEATS, VOTES
from mandat.language import msg

SEATS_HEADS = ("seats", "sièges", "sieges", "mandats", "sitze")
"""What the column of the seats may be called."""
District = dict[str, int]


def read_districts(source: Source) -> tuple[dict[str, District], dict[str, int]]:
    """(Votes by district, then by party; seats by district), in the order of the file.

    The first line heads the columns: the district, one called `seats` (`sièges`), the parties by name. An empty cell: the
    party has no list there. Refused with `BadFileError`, which names the line: no column of seats, a heading or a district
    that stands there twice, a number that is none, a line that is too short or too long.

    >>> from io import StringIO
    >>> read_districts(StringIO("district,seats,Red,Blue\\nNorth,3,60,\\nSouth,4,20,90\\n"))
    ({'North': {'Red': 60}, 'South': {'Red': 20, 'Blue': 90}}, {'North': 3, 'South': 4})
    """
    table = read_rows(open_source(source))
    name = table.source
    number, heads = table.first(1)[0]
    parties = _heads(heads, number, name)
    place = _place_of_seats(heads, number, name)
    votes: dict[str, District] = {}
    seats: dict[str, int] = {}
    seen: set[str] = set()
    for line, row in table.rest(1):
        district = named(row[0], line, name)
        if twin_key(district) in seen:
            raise BadFileError(
                msg("{district} stands in the table twice")(district=repr(district)), line=line, source=name
            )
        refuse_longer(row, len(heads), line, name)
        if len(row) < len(heads):
            raise BadFileError(
                msg("the line has {count} cells, the first line {other}")(count=len(row), other=len(heads)),
                line=line,
                source=name,
            )
        seen.add(twin_key(district))
        seats[district] = number_in(row[place], SEATS, line, table)
        given = ((party, cell) for index, party in parties.items() if (cell := row[index]).strip())
        votes[district] = {party: number_in(cell, VOTES, line, table) for party, cell in given}
    if not votes:
        raise BadFileError(
            msg("the table has no district; give a line for each below the heading"), source=name
        )
    return votes, seats


def _heads(heads: Sequence[str], line: int, name: str) -> dict[int, str]:
    """The parties by the place of their column."""
    seats = _place_of_seats(heads, line, name)
    parties = {place: tidy(head) for place, head in enumerate(heads) if place not in (0, seats)}
    keys = [twin_key(party) for party in parties.values()]
    for party in parties.values():
        if not party or keys.count(twin_key(party)) > 1:
            raise BadFileError(
                msg("the heading {party} does not name one party; give each column its own name")(
                    party=repr(party)
                ),
                line=line,
                source=name,
            )
        named(party, line, name)
    if not parties:
        raise BadFileError(
            msg("there is no column of votes; give one for each party"), line=line, source=name
        )
    return parties


def _place_of_seats(heads: Sequence[str], line: int, name: str) -> int:
    found = [place for place, head in enumerate(heads) if place and head.strip().lower() in SEATS_HEADS]
    if len(found) != 1:
        raise BadFileError(
            msg("the first line must have one column 'seats'; it has: {heads}")(
                heads=", ".join(head.strip() for head in heads)
            ),
            line=line,
            source=name,
        )
    return found[0]
