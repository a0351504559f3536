"""The German Bundestag: lists and constituencies, as the law stood at the elections of 2013, 2021 and 2025.

Text: Bundeswahlgesetz. All three: a party takes part with 5 % of the valid second votes or three constituencies, or as the party
of a national minority; seats go by Sainte-Laguë, equal quotients are settled by lot (section 6 (2), now section 5);
constituencies
won by others are taken from the total first; a party with more than half of the second votes that count gets more than half
of the seats, if need be beyond the total.

- `bundestag_2013` (as amended 3 May 2013): 598 seats to the Länder by population, within each to parties by second votes; a party
  is sure of the larger number, of these or of its constituencies, Land by Land; the house grows until every party has what it is
  sure of; within the party the seats go to its lists, each with at least its constituencies.
- `bundestag_2021` (as amended 14 November 2020): a list is sure of its constituencies, or of the mean of both numbers,
  rounded up; the house grows until at most three constituency seats in all are not levelled; these come on top.
- `bundestag_2023` (as amended 8 June 2023, with the order of the Constitutional Court of 30 July 2024 on the three
  constituencies): 630
  seats and no growth; constituency winners rank within Land and party by their share of the first votes, and only as many are
  elected as the list has seats ("Zweitstimmendeckung", section 6 (1)).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from mandat.counting.apportionment.claims import Threshold
from mandat.counting.apportionment.methods import apportion
from mandat.counting.apportionment.national.result import NationalSeats, step
from mandat.counting.apportionment.national.sharing import StepLotNeededError, StepShares, reaches, summed
from mandat.counting.errors import BadParameterError
from mandat.counting.result import Exhibit
from mandat.language import msg

TITLES = {
    "bundestag-2013": (
        "Bundestag, as of 2013",
        "Bundeswahlgesetz (Germany) as amended 3 May 2013, section 6",
    ),
    "bundestag-2021": (
        "Bundestag, as of 2021",
        "Bundeswahlgesetz (Germany) as amended 14 November 2020, section 6",
    ),
    "bundestag-2023": (
        "Bundestag, as of 2025",
        "Bundeswahlgesetz (Germany) as amended 8 June 2023, sections 4 to 6",
    ),
}
METHOD = "sainte-lague"
NOT_LEVELLED = 3
LandTable = Mapping[str, Mapping[str, int]]


class ConstituencyWinner(NamedTuple):
    """Who won a constituency: its name, the Land, the party, the winner's first votes and all valid ones."""

    constituency: str
    land: str
    party: str
    votes: int
    valid: int


class _Election:
    """The numbers of one election: second votes and constituencies of the parties that take part."""

    def __init__(
        self,
        votes: LandTable,
        won: LandTable,
        seats: int,
        *,
        minorities: Collection[str],
        valid: int | None,
        threshold: Threshold,
        lots: Sequence[str],
    ) -> None:
        national, everywhere = summed(votes), summed(won)
        unknown = next((name for name in (*won,) if name not in votes), None)
        if unknown is not None:
            raise BadParameterError(
                msg("constituencies were won in {unknown}, which has no second votes")(unknown=repr(unknown))
            )
        base = sum(national.values()) if valid is None else valid
        self.parties = tuple(
            party
            for party, count in national.items()
            if party in minorities or everywhere.get(party, 0) >= 3 or reaches(count, threshold, base)
        )
        self.below = tuple(party for party in national if party not in self.parties)
        self.lands = tuple(votes)
        self.votes = {
            land: {party: row[party] for party in self.parties if row.get(party)}
            for land, row in votes.items()
        }
        self.won = {
            land: {party: won.get(land, {}).get(party, 0) for party in self.parties} for land in votes
        }
        self.apart = {
            land: sum(many for party, many in won.get(land, {}).items() if party not in self.parties)
            for land in votes
        }
        self.seats, self.sharing, self.lots = seats, StepShares(lots), tuple(lots)
        self.steps: list[Exhibit] = []

    @property
    def national(self) -> dict[str, int]:
        totals = summed(self.votes)
        return {party: totals.get(party, 0) for party in self.parties}

    @property
    def for_lists(self) -> int:
        """The seats without those of constituencies won by others."""
        return self.seats - sum(self.apart.values())

    def first(self, population: Mapping[str, int]) -> dict[str, dict[str, int]]:
        """Seats of the Länder by population, and within each by second votes."""
        missing = next((land for land in self.lands if land not in population), None)
        if missing is not None:
            raise BadParameterError(msg("the population of {missing} is not given")(missing=repr(missing)))
        lands = self.sharing.share(METHOD, {land: population[land] for land in self.lands}, self.seats)
        found = {
            land: self.sharing.share(METHOD, self.votes[land], lands[land] - self.apart[land], land)
            for land in self.lands
        }
        self.note("first distribution", found)
        return found

    def note(self, name: str, rows: LandTable) -> None:
        """Keep the table of a step."""
        self.steps.append(step(name, self.parties, {row: dict(values) for row, values in rows.items()}))

    def within_parties(self, totals: Mapping[str, int], sure: LandTable) -> dict[str, dict[str, int]]:
        """The seats of each party to its lists, by Land and party."""
        found: dict[str, dict[str, int]] = {land: {} for land in self.lands}
        for party, seats in totals.items():
            votes = {land: row[party] for land, row in self.votes.items() if party in row}
            least = {land: sure[land].get(party, 0) for land in votes}
            for land, many in self.sharing.share(METHOD, votes, seats, party, least).items():
                found[land][party] = many
        return found

    def result(self, law: str, totals: dict[str, int], by_land: dict[str, dict[str, int]]) -> NationalSeats:
        self.sharing.done()
        return NationalSeats(
            law,
            self.seats,
            {party: seats for party, seats in totals.items() if seats},
            {land: {party: many for party, many in row.items() if many} for land, row in by_land.items()},
            won={party: many for party, many in summed(self.won).items() if many},
            below=self.below,
            steps=tuple(self.steps),
            lots=self.lots,
        )

    def undecided(self, law: str, needed: StepLotNeededError) -> NationalSeats:
        return NationalSeats(
            law,
            self.seats,
            {},
            below=self.below,
            steps=tuple(self.steps),
            question=needed.question,
            lots=self.lots,
        )


def bundestag_2013(
    votes: LandTable,
    won: LandTable,
    population: Mapping[str, int],
    *,
    seats: int = 598,
    minorities: Collection[str] = (),
    valid: int | None = None,
    threshold: Threshold = "5%",
    lots: Sequence[str] = (),
) -> NationalSeats:
    """Seats by Land and party from second `votes`, constituencies `won` and the German `population` of each Land.

    `valid`: all valid second votes, where `votes` leaves parties out.
    """
    about = _Election(votes, won, seats, minorities=minorities, valid=valid, threshold=threshold, lots=lots)

    def carried_out() -> NationalSeats:
        first = about.first(population)
        sure = summed(_larger(first, about.won))
        totals = _more_than_half(about, _grown(about, lambda seats: _covers(seats, sure)))
        about.note("second distribution", {"sure of": sure, "seats": totals})
        return about.result("bundestag-2013", totals, about.within_parties(totals, about.won))

    return _undecided_or(about, "bundestag-2013", carried_out)


def bundestag_2021(
    votes: LandTable,
    won: LandTable,
    population: Mapping[str, int],
    *,
    seats: int = 598,
    minorities: Collection[str] = (),
    valid: int | None = None,
    threshold: Threshold = "5%",
    lots: Sequence[str] = (),
) -> NationalSeats:
    """As `bundestag_2013`, by the law of 2020."""
    about = _Election(votes, won, seats, minorities=minorities, valid=valid, threshold=threshold, lots=lots)

    def carried_out() -> NationalSeats:
        first = about.first(population)
        sure = {
            land: {
                party: max(about.won[land][party], -(-(row.get(party, 0) + about.won[land][party]) // 2))
                for party in about.parties
            }
            for land, row in first.items()
        }
        claims = {party: max(summed(first).get(party, 0), summed(sure)[party]) for party in about.parties}
        threatened = {
            party
            for party in about.parties
            if any(about.won[land][party] > first[land].get(party, 0) for land in first)
        }
        grown = _grown(about, lambda seats: _levelled(seats, claims, threatened))
        totals = _more_than_half(about, {party: max(claims[party], grown[party]) for party in grown})
        about.note("second distribution", {"sure of": claims, "by votes": grown, "seats": totals})
        return about.result("bundestag-2021", totals, about.within_parties(totals, sure))

    return _undecided_or(about, "bundestag-2021", carried_out)


def bundestag_2023(
    votes: LandTable,
    won: LandTable,
    *,
    winners: Sequence[ConstituencyWinner] = (),
    seats: int = 630,
    minorities: Collection[str] = (),
    valid: int | None = None,
    threshold: Threshold = "5%",
    lots: Sequence[str] = (),
) -> NationalSeats:
    """Seats by Land and party by the law of 2023. `unseated` names the constituencies whose winners get no seat, if the
    `winners` are given, else how many of a party there are in a Land."""
    about = _Election(votes, won, seats, minorities=minorities, valid=valid, threshold=threshold, lots=lots)

    def carried_out() -> NationalSeats:
        totals = _more_than_half(about, about.sharing.share(METHOD, about.national, about.for_lists))
        nothing = {land: dict[str, int]() for land in about.lands}
        by_land = about.within_parties(totals, nothing)
        about.note("second votes", {"seats": totals})
        unseated = _unseated(about, by_land, winners)
        found = about.result("bundestag-2023", totals, by_land)
        return _with_unseated(found, about, by_land, unseated)

    return _undecided_or(about, "bundestag-2023", carried_out)


def _undecided_or(about: _Election, law: str, carried_out: Callable[[], NationalSeats]) -> NationalSeats:
    try:
        return carried_out()
    except StepLotNeededError as needed:
        return about.undecided(law, needed)


def _larger(one: LandTable, other: LandTable) -> dict[str, dict[str, int]]:
    return {
        land: {party: max(row.get(party, 0), many) for party, many in other[land].items()}
        for land, row in one.items()
    }


def _covers(seats: Mapping[str, int], sure: Mapping[str, int]) -> bool:
    return all(seats[party] >= many for party, many in sure.items())


def _levelled(seats: Mapping[str, int], claims: Mapping[str, int], threatened: Collection[str]) -> bool:
    """Whether nobody lacks anything but parties with more constituencies than seats, and these three at most in all."""
    lacking = {party: many - seats[party] for party, many in claims.items() if seats[party] < many}
    return sum(lacking.values()) <= NOT_LEVELLED and all(party in threatened for party in lacking)


def _grown(about: _Election, enough: Callable[[Mapping[str, int]], bool]) -> dict[str, int]:
    """The seats by second votes of the smallest house, from the nominal one on, that is `enough`."""
    seats, national = about.for_lists, about.national
    if not enough(about.sharing.share(METHOD, national, seats)):
        # Whoever has the next seat in the order of quotients is not changed by the seats after it: halving finds the house.
        low, high = seats, 2 * seats
        while not enough(_certain(national, high)):
            low, high = high, 2 * high
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if enough(_certain(national, middle)) else (middle, high)
        seats = high
    return about.sharing.share(METHOD, national, seats)


def _certain(votes: Mapping[str, int], seats: int) -> dict[str, int]:
    """The seats that no lot can take away."""
    return apportion(METHOD, votes, seats).seats


def _more_than_half(about: _Election, totals: dict[str, int]) -> dict[str, int]:
    """Who has more than half of the second votes has more than half of the seats."""
    national = about.national
    strong = next((party for party, votes in national.items() if 2 * votes > sum(national.values())), None)
    if strong is None:
        return totals
    others = sum(totals.values()) - totals[strong] + sum(about.apart.values())
    return {**totals, strong: max(totals[strong], others + 1)}


def _unseated(
    about: _Election, by_land: LandTable, winners: Sequence[ConstituencyWinner]
) -> tuple[tuple[str, str, str], ...]:
    """(Land, party, constituency) of winners who are not covered by second votes; without `winners` how many they are."""
    found: list[tuple[str, str, str]] = []
    for land in about.lands:
        for party, many in about.won[land].items():
            over = many - by_land[land].get(party, 0)
            if over <= 0:
                continue
            own = [each for each in winners if (each.land, each.party) == (land, party)]
            names = _lowest(about, own, over, land) if own else [str(over)]
            found += [(land, party, name) for name in names]
    return tuple(found)


def _lowest(about: _Election, own: Sequence[ConstituencyWinner], over: int, land: str) -> list[str]:
    """The constituencies with the lowest shares of first votes; equal ones by lot."""
    share = {each.constituency: Fraction(each.votes, each.valid) for each in own}
    ranked = sorted(share, key=lambda name: (share[name], name))
    last = share[ranked[over - 1]]
    sure = [name for name in ranked if share[name] < last]
    level = [name for name in ranked if share[name] == last]
    kept = about.sharing.choose(level, len(level) - (over - len(sure)), land, "section 6 (1)")
    return [*sure, *(name for name in level if name not in kept)]


def _with_unseated(
    found: NationalSeats, about: _Election, by_land: LandTable, unseated: tuple[tuple[str, str, str], ...]
) -> NationalSeats:
    kept = {
        party: sum(min(about.won[land][party], by_land[land].get(party, 0)) for land in about.lands)
        for party in about.parties
    }
    return NationalSeats(
        found.law,
        found.nominal,
        found.totals,
        found.by_district,
        won={party: many for party, many in kept.items() if many},
        unseated=unseated,
        below=found.below,
        steps=found.steps,
        lots=found.lots,
    )
