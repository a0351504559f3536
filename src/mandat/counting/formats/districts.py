"""A table of districts: a line for each with its seats and the votes of every party. CSV (commas, semicolons, tabs) or XLSX."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from mandat.counting.errors import BadFileError
from mandat.counting.formats.claims import number_in, refuse_longer
from mandat.counting.formats.naming import named, tidy, twin_key
from mandat.counting.formats.opened import open_source
from mandat.counting.formats.rows import read_rows
from mandat.counting.formats.source import Source
from mandat.counting.formats.whole import SEATS, VOTES
from mandat.language import Message, msg

SEATS_HEADS = ("seats", "sièges", "sieges", "mandats", "sitze")
"""What the column of the seats may be called."""
PEOPLE = ("population", "people", "habitants", "einwohner", "bevölkerung", "befolkning")
REGIONS = ("region", "région", "province", "landsdel")
_NUMBERS: Mapping[tuple[str, ...], Message] = {SEATS_HEADS: SEATS, PEOPLE: msg("people")}
"""What the numbers of a column are, in words."""
District = dict[str, int]


class LandVotes(NamedTuple):
    """Votes by district, then by party; a number by district (its seats, its people) and its region, where a column says them."""

    votes: dict[str, District]
    numbers: dict[str, int]
    regions: dict[str, str]


def read_districts(source: Source) -> tuple[dict[str, District], dict[str, int]]:
    """(Votes by district, then by party; seats by district), in the order of the file.

    The first line heads the columns: the district, one called `seats` (`sièges`), the parties by name. An empty cell: the
    party has no list there. Refused with `BadFileError`, which names the line: no column of seats, a heading or a district
    that stands there twice, a number that is none, a line that is too short or too long.

    >>> from io import StringIO
    >>> read_districts(StringIO("district,seats,Red,Blue\\nNorth,3,60,\\nSouth,4,20,90\\n"))
    ({'North': {'Red': 60}, 'South': {'Red': 20, 'Blue': 90}}, {'North': 3, 'South': 4})
    """
    found = read_lands(source, numbers=SEATS_HEADS)
    return found.votes, found.numbers


def read_lands(
    source: Source, *, numbers: Sequence[str] = (), regions: Sequence[str] = (), needed: bool = True
) -> LandVotes:
    """A table like that of `read_districts`, with a column called by one of `numbers` and one of `regions`, where they are
    asked for; unless they are `needed` they may be missing.

    >>> from io import StringIO
    >>> read_lands(StringIO("land,population,Red\\nNorth,300,60\\n"), numbers=PEOPLE).numbers
    {'North': 300}
    """
    table = read_rows(open_source(source))
    name = table.source
    number, heads = table.first(1)[0]
    place = _place_of(heads, numbers, number, name, needed=needed)
    region = _place_of(heads, regions, number, name, needed=needed)
    parties = _heads(heads, {0, place, region}, number, name)
    found = LandVotes({}, {}, {})
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
        if place is not None:
            found.numbers[district] = number_in(row[place], _NUMBERS[tuple(numbers)], line, table)
        if region is not None:
            found.regions[district] = named(row[region], line, name)
        given = ((party, cell) for index, party in parties.items() if (cell := row[index]).strip())
        found.votes[district] = {party: number_in(cell, VOTES, line, table) for party, cell in given}
    if not found.votes:
        raise BadFileError(
            msg("the table has no district; give a line for each below the heading"), source=name
        )
    return found


def _heads(heads: Sequence[str], others: Collection[int | None], line: int, name: str) -> dict[int, str]:
    """The parties by the place of their column; `others` are places of something else."""
    parties = {place: tidy(head) for place, head in enumerate(heads) if place not in others}
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


def _place_of(
    heads: Sequence[str], words: Sequence[str], line: int, name: str, *, needed: bool
) -> int | None:
    """The place of the one column that is called by one of `words`; None where there are no words, or no need of it."""
    found = [place for place, head in enumerate(heads) if place and head.strip().lower() in words]
    if not words or (not found and not needed):
        return None
    if len(found) != 1:
        raise BadFileError(
            msg("the first line must have one column {head}; it has: {heads}")(
                head=repr(words[0]), heads=", ".join(head.strip() for head in heads)
            ),
            line=line,
            source=name,
        )
    return found[0]
