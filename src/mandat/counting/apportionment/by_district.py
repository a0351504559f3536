"""A method carried out in each district by itself, with thresholds of the district's votes and of all votes.

Text: whatever the method's text says of a district; thresholds in districts as in Spain (LOREG, article 163.1 a: 3 % of the
district's valid votes), of all votes as in Poland (Kodeks wyborczy, articles 196 and 197: 5 %, coalitions 8 %, lists of national
minorities exempt).

>>> votes = {"North": {"Red": 60, "Blue": 30}, "South": {"Red": 20, "Blue": 90, "Green": 4}}
>>> by_district("d-hondt", votes, {"North": 3, "South": 4}, threshold_total="5%").seats
{'North': {'Red': 2, 'Blue': 1}, 'South': {'Red': 0, 'Blue': 4, 'Green': 0}}
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec

from mandat.counting.apportionment.biproportional import CellQuestion
from mandat.counting.apportionment.claims import Bound, Threshold, needed_votes
from mandat.counting.apportionment.methods import apportion
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import TieRule
from mandat.counting.errors import BadBallotsError, BadParameterError
from mandat.language import msg

PartyThreshold = Threshold | Mapping[str, Threshold]
"""For all parties, or by name (a name left out has none)."""


class DistrictSeats(msgspec.Struct, frozen=True):
    """The apportionment of each district in order; `below`: who takes no part anywhere. While a lot is missing in one
    district, it and those after it are not in `found`.
    """

    districts: tuple[str, ...]
    found: tuple[Apportionment, ...]
    below: tuple[str, ...] = ()
    question: CellQuestion | None = None

    @property
    def seats(self) -> dict[str, dict[str, int]]:
        """Seats by district, then by party."""
        return {name: each.seats for name, each in zip(self.districts, self.found, strict=False)}

    @property
    def totals(self) -> dict[str, int]:
        """Seats by party over all districts, in the order in which they first stand."""
        totals: dict[str, int] = {}
        for each in self.found:
            for party, seats in each.seats.items():
                totals[party] = totals.get(party, 0) + seats
        return totals

    def to_json(self) -> dict[str, Any]:
        """Plain data: seats by party and by district."""
        asked = None if self.question is None else msgspec.to_builtins(self.question)
        return {
            "seats": self.totals,
            "districts": self.seats,
            "below": list(self.below),
            "question": asked,
        }


def by_district(
    method_name: str,
    votes: Mapping[str, Mapping[str, int]],
    seats: Mapping[str, int],
    *,
    threshold: PartyThreshold | None = None,
    threshold_total: PartyThreshold | None = None,
    total_base: int | None = None,
    exempt: Collection[str] = (),
    minimum: Mapping[str, Bound] | None = None,
    maximum: Mapping[str, Bound] | None = None,
    tie: TieRule | None = None,
    lots: Sequence[str] = (),
    **parameters: object,
) -> DistrictSeats:
    """Share out the `seats` of each district over the parties that have `votes` there.

    - `threshold`: of the votes of the district; `threshold_total`: of all votes, or of `total_base` (the votes cast, say).
      Parties in `exempt` need neither.
    - `minimum`, `maximum`: by district, then as in `apportion`.
    - `lots`: the names drawn, in the order asked; districts go in the order of `seats`.

    Raises what `apportion` raises, and `BadBallotsError` for a district without votes or seats.
    """
    _check(votes, seats)
    below = _below(votes, threshold_total, total_base, exempt)
    drawn, found = list(lots), list[Apportionment]()
    for district, many in seats.items():
        among = votes[district]
        asked = {
            "threshold": _threshold(threshold, among, below, exempt),
            "minimum": _within(minimum, district, among, below),
            "maximum": _within(maximum, district, among, below),
            "tie": tie,
            **parameters,
        }
        each, used = _drawn(method_name, among, many, drawn, asked)
        del drawn[:used]
        if each.question is not None:
            asked_for = each.question
            question = CellQuestion(district, asked_for.names, asked_for.seats, asked_for.paragraph)
            return DistrictSeats(tuple(seats), tuple(found), below, question)
        found.append(each)
    if drawn:
        raise BadParameterError(
            msg("{count} lots were given, but {other} were asked for")(
                count=len(lots), other=len(lots) - len(drawn)
            )
        )
    return DistrictSeats(tuple(seats), tuple(found), below)


_NO_VOTES = msg("the district {district} has no votes; give votes and seats of every district")
_NO_SEATS = msg("the district {district} has no seats; give votes and seats of every district")


def _check(votes: Mapping[str, Mapping[str, int]], seats: Mapping[str, int]) -> None:
    odd = next((name for name in (*seats, *votes) if name not in votes or name not in seats), None)
    if odd is not None:
        missing = _NO_VOTES if odd not in votes else _NO_SEATS
        raise BadBallotsError(missing(district=repr(odd)))


def _below(
    votes: Mapping[str, Mapping[str, int]],
    threshold: PartyThreshold | None,
    base: int | None,
    exempt: Collection[str],
) -> tuple[str, ...]:
    totals: dict[str, int] = {}
    for district in votes.values():
        for party, count in district.items():
            totals[party] = totals.get(party, 0) + count
    unknown = next((name for name in exempt if name not in totals), None)
    if unknown is not None:
        raise BadParameterError(
            msg("{unknown} is exempt from the threshold, but has no votes entry")(unknown=repr(unknown))
        )
    if threshold is None:
        return ()
    of = sum(totals.values()) if base is None else base
    asked = threshold if isinstance(threshold, Mapping) else dict.fromkeys(totals, threshold)
    return tuple(
        party
        for party, count in totals.items()
        if party in asked and party not in exempt and count < needed_votes(asked[party], of)
    )


def _threshold(
    threshold: PartyThreshold | None,
    among: Mapping[str, int],
    below: Collection[str],
    exempt: Collection[str],
) -> dict[str, Threshold] | None:
    """By name. Whoever takes no part needs more votes than there are; a share stays one of all votes of the district."""
    whole = sum(among.values()) + 1
    own = threshold if isinstance(threshold, Mapping) else {}
    needed: dict[str, Threshold] = {}
    for party in among:
        if party in below:
            needed[party] = whole
        elif party not in exempt and isinstance(threshold, Mapping) and party in own:
            needed[party] = own[party]
        elif party not in exempt and threshold is not None and not isinstance(threshold, Mapping):
            needed[party] = threshold
    return needed or None


def _within(
    bounds: Mapping[str, Bound] | None, district: str, among: Mapping[str, int], below: Collection[str]
) -> Bound:
    bound = (bounds or {}).get(district)
    if isinstance(bound, Mapping):
        return {party: seats for party, seats in bound.items() if party not in below or party not in among}
    return bound


def _drawn(
    method_name: str, votes: Mapping[str, int], seats: int, lots: Sequence[str], asked: Mapping[str, Any]
) -> tuple[Apportionment, int]:
    """With as many of the lots as the district asks for, and how many these are."""
    used = 0
    while True:
        found = apportion(method_name, votes, seats, lots=lots[:used], **asked)
        if found.question is None or used == len(lots):
            return found, used
        used += 1
