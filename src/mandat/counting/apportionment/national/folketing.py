"""The Danish Folketing: constituency seats, additional seats for the whole country, and where they go.

Text: Folketing (Parliamentary) Election Act, sections 76 to 79, as Danmarks Statistik carries it out.

- Section 76: in each constituency its seats go by D'Hondt to parties and independents (an independent holds one seat).
- Section 77: parties take part in the additional seats with a constituency seat, or with 2 % of the valid votes, or if in
  two of the three
  regions they have as many votes as were cast there for one constituency seat on average. All seats less those of others are
  shared out
  by largest remainders (Hare); who has more constituency seats than that keeps them, and the rest is shared out anew without
  that party. What a party lacks are its additional seats.
- Section 78: they go to regions: a party's votes in a region are divided by 1, 3, 5 …; as many quotients as it has
  constituency seats there are
  struck out; the highest quotients of all are served, as long as the region and the party have seats to get.
- Section 79: within a region to constituencies, by 1, 4, 7 … in the same way.

Equal figures are settled by lot.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from mandat.counting.apportionment.claims import Threshold
from mandat.counting.apportionment.national.result import NationalSeats, step
from mandat.counting.apportionment.national.sharing import StepLotNeededError, StepShares, reaches, summed
from mandat.counting.errors import BadParameterError
from mandat.counting.result import Exhibit
from mandat.language import msg

NAME = "folketing"
TITLE = "Folketing, additional seats"
TEXT = "Folketing (Parliamentary) Election Act (Denmark), sections 76 to 79"
_REGIONS_NEEDED = 2


class DanishRegion(NamedTuple):
    """A region: the constituencies that it is made of, and its additional seats."""

    constituencies: tuple[str, ...]
    additional: int


RegionParty = tuple[str, str]
"""(Region, party), or (constituency, party)."""


def folketing(
    votes: Mapping[str, Mapping[str, int]],
    seats: Mapping[str, int],
    regions: Mapping[str, DanishRegion],
    *,
    independents: Collection[str] = (),
    threshold: Threshold = "2%",
    lots: Sequence[str] = (),
) -> NationalSeats:
    """Seats by constituency and party from the `votes` and constituency `seats` there.

    `independents` are the candidates among the parties who stand for themselves. Raises `BadParameterError` for a
    constituency that stands in no region or in two.
    """
    _check(seats, regions)
    about = _Folketing(votes, seats, regions, frozenset(independents), StepShares(lots))
    nominal = sum(seats.values()) + sum(region.additional for region in regions.values())
    try:
        return about.carried_out(nominal, threshold, tuple(lots))
    except StepLotNeededError as needed:
        return NationalSeats(
            NAME, nominal, {}, steps=tuple(about.steps), question=needed.question, lots=tuple(lots)
        )


def _check(seats: Mapping[str, int], regions: Mapping[str, DanishRegion]) -> None:
    placed = [name for region in regions.values() for name in region.constituencies]
    odd = next((name for name in seats if placed.count(name) != 1), None) or next(
        (name for name in placed if name not in seats), None
    )
    if odd is not None:
        raise BadParameterError(
            msg("the constituency {odd} must have seats and stand in one region")(odd=repr(odd))
        )


class _Folketing:
    """The count under way."""

    def __init__(
        self,
        votes: Mapping[str, Mapping[str, int]],
        seats: Mapping[str, int],
        regions: Mapping[str, DanishRegion],
        independents: frozenset[str],
        sharing: StepShares,
    ) -> None:
        self._votes, self._seats, self._regions = votes, seats, regions
        self._independents, self._sharing = independents, sharing
        self.steps: list[Exhibit] = []

    def carried_out(self, nominal: int, threshold: Threshold, lots: tuple[str, ...]) -> NationalSeats:
        """Sections 76 to 79, one after another."""
        won = self._in_constituencies()
        parties = self._taking_part(won, threshold)
        additional = self._additional(won, parties, nominal)
        to_regions = self._to_regions(won, additional)
        given = self._to_constituencies(won, to_regions)
        self._sharing.done()
        both = {
            place: {
                party: row.get(party, 0) + given.get((place, party), 0)
                for party in self._votes[place]
                if row.get(party, 0) or given.get((place, party), 0)
            }
            for place, row in won.items()
        }
        columns = tuple(parties)
        self._note("section 76: constituency seats", columns, won)
        self._note("section 77: additional seats", columns, {"": additional})
        self._note("section 78: by region", columns, _rows(to_regions))
        self._note("section 79: by constituency", columns, _rows(given))
        everybody = summed(self._votes)
        return NationalSeats(
            NAME,
            nominal,
            {party: many for party, many in summed(both).items() if many},
            both,
            won={party: many for party, many in summed(won).items() if many},
            below=tuple(party for party in everybody if party not in parties),
            steps=tuple(self.steps),
            lots=lots,
        )

    def _note(self, name: str, columns: tuple[str, ...], rows: Mapping[str, Mapping[str, int]]) -> None:
        self.steps.append(step(name, columns, {row: dict(values) for row, values in rows.items()}))

    def _in_constituencies(self) -> dict[str, dict[str, int]]:
        """Section 76. An independent's second quotient cannot be served."""
        return {
            place: self._d_hondt(place, dict(self._votes[place]), seats)
            for place, seats in self._seats.items()
        }

    def _d_hondt(self, place: str, votes: dict[str, int], seats: int) -> dict[str, int]:
        found = self._sharing.share("d-hondt", votes, seats, place)
        many = [name for name in votes if name in self._independents and found[name] > 1]
        if not many:
            return found
        rest = {name: count for name, count in votes.items() if name not in many}
        return {**dict.fromkeys(many, 1), **self._d_hondt(place, rest, seats - len(many))}

    def _taking_part(self, won: Mapping[str, Mapping[str, int]], threshold: Threshold) -> dict[str, int]:
        """Section 77 (1): the parties that take part, with their votes."""
        totals, seats = summed(self._votes), summed(won)
        valid = sum(totals.values())
        return {
            party: votes
            for party, votes in totals.items()
            if party not in self._independents
            and (seats.get(party, 0) or reaches(votes, threshold, valid) or self._in_regions(party))
        }

    def _in_regions(self, party: str) -> bool:
        reached = 0
        for region in self._regions.values():
            cast = sum(sum(self._votes[place].values()) for place in region.constituencies)
            seats = sum(self._seats[place] for place in region.constituencies)
            own = sum(self._votes[place].get(party, 0) for place in region.constituencies)
            reached += own * seats >= cast
        return reached >= _REGIONS_NEEDED

    def _additional(
        self, won: Mapping[str, Mapping[str, int]], parties: Mapping[str, int], nominal: int
    ) -> dict[str, int]:
        """Section 77 (2) to (4)."""
        seats = summed(won)
        left = nominal - sum(many for name, many in seats.items() if name not in parties)
        among, found = dict(parties), dict[str, int]()
        while True:
            shares = self._sharing.share("hare", among, left)
            over = [party for party, many in shares.items() if seats.get(party, 0) > many]
            if not over:
                return {party: shares[party] - seats.get(party, 0) for party in among} | found
            for party in over:
                left -= seats[party]
                del among[party]
                found[party] = 0

    def _to_regions(
        self, won: Mapping[str, Mapping[str, int]], additional: Mapping[str, int]
    ) -> dict[RegionParty, int]:
        """Section 78."""
        votes = {
            (name, party): sum(self._votes[place].get(party, 0) for place in region.constituencies)
            for name, region in self._regions.items()
            for party in additional
        }
        struck = {
            (name, party): sum(won[place].get(party, 0) for place in region.constituencies)
            for name, region in self._regions.items()
            for party in additional
        }
        rooms = {name: region.additional for name, region in self._regions.items()}
        return self._served(votes, struck, rooms, dict(additional), gap=2, paragraph="section 78")

    def _to_constituencies(
        self, won: Mapping[str, Mapping[str, int]], to_regions: Mapping[RegionParty, int]
    ) -> dict[RegionParty, int]:
        """Section 79: each party in each region by itself."""
        found: dict[RegionParty, int] = {}
        for (name, party), many in to_regions.items():
            places = self._regions[name].constituencies
            votes = {(place, party): self._votes[place].get(party, 0) for place in places}
            struck = {(place, party): won[place].get(party, 0) for place in places}
            rooms = dict.fromkeys(places, many)
            found |= self._served(votes, struck, rooms, {party: many}, gap=3, paragraph="section 79")
        return found

    def _served(
        self,
        votes: Mapping[RegionParty, int],
        struck: Mapping[RegionParty, int],
        rooms: dict[str, int],
        due: dict[str, int],
        *,
        gap: int,
        paragraph: str,
    ) -> dict[RegionParty, int]:
        """The highest quotients first, by divisors 1, 1 + gap …, while both the place and the party have seats to get."""
        found = dict.fromkeys(votes, 0)
        for _ in range(sum(due.values())):
            able = {
                cell: Fraction(count, 1 + gap * (struck[cell] + found[cell]))
                for cell, count in votes.items()
                if count and rooms[cell[0]] and due[cell[1]]
            }
            if not able:
                break
            best = max(able.values())
            level = [cell for cell, figure in able.items() if figure == best]
            chosen = level[0] if len(level) == 1 else self._drawn(level, paragraph)
            found[chosen] += 1
            rooms[chosen[0]] -= 1
            due[chosen[1]] -= 1
        return {cell: many for cell, many in found.items() if many}

    def _drawn(self, level: Sequence[RegionParty], paragraph: str) -> RegionParty:
        """One of several equal quotients, called "place: party"."""
        named = {f"{place}: {party}": (place, party) for place, party in level}
        return named[self._sharing.choose(tuple(named), 1, paragraph, paragraph)[0]]


def _rows(cells: Mapping[RegionParty, int]) -> dict[str, dict[str, int]]:
    rows: dict[str, dict[str, int]] = {}
    for (place, party), many in cells.items():
        rows.setdefault(place, {})[party] = many
    return rows
