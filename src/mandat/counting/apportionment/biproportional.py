"""Double proportional apportionment ("doppelter Pukelsheim"): parties get what they deserve overall, districts keep their seats.

Text: Gesetz über die politischen Rechte of the Canton of Zurich (LS 161, 2003), sections 102 to 104; N. Gaffke and F. Pukelsheim,
Mathematical Social Sciences 56 (2008), 166-184. Section 102: a party takes part if one of its lists reaches the quorum in its
district; section 103, upper apportionment: votes of each list / seats of its district, unrounded, summed, go to parties by
Sainte-Laguë; section 104, lower apportionment: votes / (district divisor x party divisor), rounded, so that both sums
hold. `winner_take_one` is the "Majorzbedingung" of the Canton of the Grisons: the strongest list of a district that takes part
gets at least one of its seats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Any

import msgspec

from mandat.counting.apportionment import sainte_lague
from mandat.counting.apportionment.claims import Threshold, claims, needed_votes
from mandat.counting.apportionment.divisor import printable
from mandat.counting.apportionment.methods import share_out
from mandat.counting.apportionment.result import Apportionment, SeatQuestion, exact
from mandat.counting.apportionment.tie_and_transfer import GraphNode, NoSuchTableError, Table
from mandat.counting.errors import BadBallotsError, BadParameterError
from mandat.language import Sentence, msg

NAME, ALIASES = "biproportional", ("zurich", "doppelter-pukelsheim")
TITLE = "Double proportional (Zurich)"
TEXT = "Gesetz über die politischen Rechte (Canton of Zurich, LS 161), sections 102 to 104"
PARAGRAPH = "section 104"
Votes = Mapping[str, Mapping[str, int]]
"""Votes by district, then by party. Where voters have as many votes as the district has seats: all of these."""


class CellQuestion(msgspec.Struct, frozen=True):
    """A lot is needed in a district: `seats` of its seats are open between `parties`; name one of them in `lots`."""

    district: str
    parties: tuple[str, ...]
    seats: int
    paragraph: str

    def __str__(self) -> str:
        many = "one seat" if self.seats == 1 else f"{self.seats} seats"
        return (
            f"a lot decides who gets {many} in {self.district}: {', '.join(self.parties)} ({self.paragraph})"
        )


class Biproportional(msgspec.Struct, frozen=True):
    """Seats by district and party.

    - `counts[i][j]`: seats of party j in district i; empty while the `upper` apportionment is open.
    - `upper`: the seats of the parties overall, of voter numbers multiplied to be whole; `below`: who missed the quorum.
    - `election_key`: votes for one seat overall, for publication (votes / seats of the district, summed, / this, rounded).
    - `district_divisors`, `party_divisors`: decimal numbers (fractions where a tie leaves no choice) that give `counts`;
      empty for a party without seats.
    """

    districts: tuple[str, ...]
    parties: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    upper: Apportionment
    below: tuple[str, ...] = ()
    election_key: str | None = None
    district_divisors: tuple[str, ...] = ()
    party_divisors: tuple[str, ...] = ()
    question: SeatQuestion | CellQuestion | None = None
    lots: tuple[str, ...] = ()

    @property
    def seats(self) -> dict[str, dict[str, int]]:
        """Seats by district, then by party."""
        return {
            district: dict(zip(self.parties, line, strict=True))
            for district, line in zip(self.districts, self.counts, strict=False)
        }

    def to_json(self) -> dict[str, Any]:
        """Plain data, with `seats` by name."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        del plain["counts"]
        plain["upper"] = self.upper.to_json()
        return {"seats": self.seats, **plain}


def biproportional(
    votes: Votes,
    district_seats: Mapping[str, int],
    *,
    quorum_district: Threshold | None = None,
    quorum_total: Threshold | None = None,
    party_seats: Mapping[str, int] | None = None,
    winner_take_one: bool = False,
    lots: Sequence[str] = (),
) -> Biproportional:
    """Share out the seats of all districts over the parties.

    - `votes[district][party]`; a party may be missing where it has no list. `district_seats`: seats by district.
    - `quorum_district`: what a party must reach in one district at least, `quorum_total`: of all votes; with both, either
      suffices ("5%", a `Fraction`, or a number of votes; a party needs at least that).
    - `party_seats`: the upper apportionment where it is given from outside, by party.
    - `lots`: parties drawn, in the order asked.

    Raises `BadBallotsError` for votes that are none and `BadParameterError` for seats or quorums that cannot be met, among
    them party seats that no table can hold (then the message names parties and districts).

    >>> found = biproportional({"North": {"A": 60, "B": 30}, "South": {"A": 20, "B": 90}}, {"North": 3, "South": 4})
    >>> found.seats
    {'North': {'A': 2, 'B': 1}, 'South': {'A': 1, 'B': 3}}
    """
    parties = _parties(votes, district_seats)
    numbers = {d: {p: votes[d].get(p, 0) for p in parties} for d in district_seats}
    below = _below(numbers, quorum_district, quorum_total)
    taking_part = [p for p in parties if p not in below]
    if not taking_part:
        raise BadParameterError(msg("no party reaches the quorum; lower it or leave it out"))
    drawn = _Drawn(lots)
    winners = _winners(numbers, taking_part, drawn) if winner_take_one else {}
    if isinstance(winners, CellQuestion):
        upper = _upper(numbers, district_seats, parties, below, {}, party_seats, ())
        return _result(numbers, district_seats, upper, below, None, winners, lots)
    upper = _upper(numbers, district_seats, parties, below, winners, party_seats, drawn.rest())
    if upper.question is not None:
        return _result(numbers, district_seats, upper, below, None, upper.question, lots)
    drawn.skip(len(upper.lots))
    table = _lower(numbers, district_seats, upper, winners)
    question = _settle(table, tuple(numbers), parties, drawn)
    drawn.done()
    return _result(numbers, district_seats, upper, below, table, question, lots)


class _Drawn:
    """The lots, taken one by one."""

    def __init__(self, lots: Sequence[str]) -> None:
        self._lots, self._used = tuple(lots), 0

    def rest(self) -> tuple[str, ...]:
        return self._lots[self._used :]

    def skip(self, many: int) -> None:
        self._used += many

    def answer(self, question: CellQuestion) -> str | None:
        """The party drawn, None if no lot is left."""
        if self._used == len(self._lots):
            return None
        self._used += 1
        name = self._lots[self._used - 1]
        if name not in question.parties:
            tied = ", ".join(question.parties)
            raise BadParameterError(
                msg("lot {used} names {name}, but in {district} the tie is between {tied}")(
                    used=self._used, name=repr(name), district=question.district, tied=tied
                )
            )
        return name

    def done(self) -> None:
        if self._used < len(self._lots):
            raise BadParameterError(
                msg("{count} lots were given, but {used} were asked for")(
                    count=len(self._lots), used=self._used
                )
            )


def _parties(votes: Votes, district_seats: Mapping[str, int]) -> tuple[str, ...]:
    """The parties in the order in which they first appear; everything is checked here."""
    if set(votes) != set(district_seats):
        odd = sorted(set(votes) ^ set(district_seats))[0]
        raise BadParameterError(msg("district {odd} must have both votes and seats")(odd=repr(odd)))
    for district, seats in district_seats.items():
        if isinstance(seats, bool) or not isinstance(seats, int) or seats < 1:
            raise BadParameterError(
                msg("district {district} has {seats} seats; give a whole number of at least 1")(
                    district=repr(district), seats=repr(seats)
                )
            )
        for party, count in votes[district].items():
            if isinstance(count, bool) or not isinstance(count, int) or count < 0:
                raise BadBallotsError(
                    msg("{party} has {count} votes in {district}; give a whole number of at least 0")(
                        party=repr(party), count=repr(count), district=repr(district)
                    )
                )
        if not any(votes[district].values()):
            raise BadBallotsError(
                msg("nobody has a vote in {district}, so its seats cannot be filled")(district=repr(district))
            )
    return tuple(dict.fromkeys(party for district in district_seats for party in votes[district]))


def _below(
    numbers: dict[str, dict[str, int]], quorum_district: Threshold | None, quorum_total: Threshold | None
) -> tuple[str, ...]:
    if quorum_district is None and quorum_total is None:
        return ()
    reached: set[str] = set()
    for line in numbers.values() if quorum_district is not None else ():
        needed = needed_votes(quorum_district or 0, sum(line.values()))
        reached |= {party for party, count in line.items() if count and count >= needed}
    if quorum_total is not None:
        total = {
            party: sum(line[party] for line in numbers.values()) for party in next(iter(numbers.values()))
        }
        needed = needed_votes(quorum_total, sum(total.values()))
        reached |= {party for party, count in total.items() if count and count >= needed}
    return tuple(party for party in next(iter(numbers.values())) if party not in reached)


def _winners(
    numbers: dict[str, dict[str, int]], taking_part: list[str], drawn: _Drawn
) -> dict[str, str] | CellQuestion:
    """The strongest party of each district; equal votes need a lot."""
    winners: dict[str, str] = {}
    for district, line in numbers.items():
        most = max(line[party] for party in taking_part)
        level = tuple(party for party in taking_part if line[party] == most and most)
        question = CellQuestion(district, level, 1, "strongest list")
        if len(level) > 1:
            name = drawn.answer(question)
            if name is None:
                return question
            winners[district] = name
        elif level:
            winners[district] = level[0]
    return winners


def _upper(
    numbers: dict[str, dict[str, int]],
    district_seats: Mapping[str, int],
    parties: tuple[str, ...],
    below: tuple[str, ...],
    winners: dict[str, str],
    party_seats: Mapping[str, int] | None,
    lots: Sequence[str],
) -> Apportionment:
    """Voter numbers (votes / seats of the district, unrounded) to parties, by Sainte-Laguë.

    Who wins districts needs a seat in each of them, so that is the minimum. Lots that are not asked for are left.
    """
    unit = lcm(*district_seats.values())
    weights = {
        party: 0
        if party in below
        else sum(line[party] * unit // district_seats[d] for d, line in numbers.items())
        for party in parties
    }
    house = sum(district_seats.values())
    if party_seats is not None:
        return _given(weights, house, party_seats)
    won = list(winners.values())
    asked = claims(weights, house, minimum={party: won.count(party) for party in parties})
    found = share_out(sainte_lague.METHOD, asked)
    if found.question is None:
        return found
    return share_out(sainte_lague.METHOD, asked, lots=lots[: found.question.seats])


def _given(weights: dict[str, int], house: int, party_seats: Mapping[str, int]) -> Apportionment:
    unknown = sorted(set(party_seats) - {party for party, votes in weights.items() if votes})
    if unknown:
        raise BadParameterError(
            msg("party_seats names {unknown}, which has no votes or missed the quorum")(
                unknown=repr(unknown[0])
            )
        )
    counts = tuple(party_seats.get(party, 0) for party in weights)
    if sum(counts) != house:
        raise BadParameterError(
            msg("party_seats come to {counts}, the districts have {house} seats")(
                counts=sum(counts), house=house
            )
        )
    return Apportionment("given", house, tuple(weights), tuple(weights.values()), counts, counts)


def _lower(
    numbers: dict[str, dict[str, int]],
    district_seats: Mapping[str, int],
    upper: Apportionment,
    winners: dict[str, str],
) -> Table:
    parties = upper.names
    in_play = [
        [count if upper.seats[party] else 0 for party, count in line.items()] for line in numbers.values()
    ]
    least = [[int(winners.get(district) == party) for party in parties] for district in numbers]
    try:
        table = Table(in_play, list(district_seats.values()), upper.counts, least)
        table.solve()
    except NoSuchTableError as fault:
        raise BadParameterError(_impossible(fault, numbers, district_seats, upper)) from fault
    return table


def _impossible(
    fault: NoSuchTableError,
    numbers: dict[str, dict[str, int]],
    district_seats: Mapping[str, int],
    upper: Apportionment,
) -> Sentence:
    where = [district for i, district in enumerate(numbers) if i in fault.rows]
    who = [party for j, party in enumerate(upper.names) if j in fault.columns]
    due = sum(upper.seats[party] for party in who)
    room = sum(district_seats[district] for district in where)
    return msg(
        "{parties} should get {due} seats, but have votes only in {districts} with {room} seats; no table of seats has both sums"
    )(parties=", ".join(who), due=due, districts=", ".join(where), room=room)


def _settle(
    table: Table, districts: tuple[str, ...], parties: tuple[str, ...], drawn: _Drawn
) -> CellQuestion | None:
    """Settle by lots what other tables with the same divisors would settle otherwise; the question if one is missing."""
    while (found := _open_cells(table)) is not None:
        i, cells, ring = found
        seats = sum(table.fall(i, j) == 1 for j in cells)
        question = CellQuestion(districts[i], tuple(parties[j] for j in cells), seats, PARAGRAPH)
        name = drawn.answer(question)
        if name is None:
            return question
        j = parties.index(name)
        if table.rise(i, j) == 1:
            _go_round(table, i, j, ring)
        table.decided.add((i, j))
    return None


def _open_cells(table: Table) -> tuple[int, list[int], set[GraphNode]] | None:
    """The first row with cells on a ring of ties, these cells' columns, and the nodes of the ring's component."""
    for i in range(len(table.rows)):
        row: GraphNode = ("row", i)
        ahead = table.reach([row])
        ring = {node for node in ahead if node != row and row in table.reach([node])}
        cells = [
            j
            for j in range(len(table.columns))
            if ("column", j) in ring and (i, j) not in table.decided and table.votes[i][j]
            if table.fall(i, j) == 1 or table.rise(i, j) == 1
        ]
        if cells:
            return i, cells, ring
    return None


def _go_round(table: Table, i: int, j: int, ring: set[GraphNode]) -> None:
    """Move seats round a ring that ends with cell (i, j) taking one."""
    row, column = ("row", i), ("column", j)
    came = table.reach([row])
    assert column in ring  # so there is a way from the row to this column
    table.transfer(came, column)
    table.seats[i][j] += 1
    assert came[row] is None


def _result(
    numbers: dict[str, dict[str, int]],
    district_seats: Mapping[str, int],
    upper: Apportionment,
    below: tuple[str, ...],
    table: Table | None,
    question: SeatQuestion | CellQuestion | None,
    lots: Sequence[str],
) -> Biproportional:
    rows, columns = _divisors(table) if table is not None else ((), ())
    unit = lcm(*district_seats.values())
    return Biproportional(
        districts=tuple(numbers),
        parties=upper.names,
        counts=tuple(map(tuple, table.seats)) if table is not None else (),
        upper=upper,
        below=below,
        election_key=_election_key(upper, unit),
        district_divisors=rows,
        party_divisors=columns,
        question=question,
        lots=tuple(lots),
    )


def _divisors(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Divisors with few digits. Without a ring of ties some row or column can always be freed from its ties, so that
    after as many rounds as there are rows and columns none is left.
    """
    for _ in range(len(table.rows) + len(table.columns)):
        before = [*table.row, *table.column]
        table.row = [_short(*table.row_limits(i), old=old) for i, old in enumerate(table.row)]
        for j, old in enumerate(table.column):
            table.column[j] = _short(*table.column_limits(j), old=old)
        if before == [*table.row, *table.column]:
            break
    columns = zip(table.column, table.columns, strict=True)
    return tuple(map(_written, table.row)), tuple(_written(each) if seats else "" for each, seats in columns)


def _election_key(upper: Apportionment, unit: int) -> str | None:
    if upper.divisor is None:
        return None
    low, high = Fraction(upper.divisor.low) / unit, upper.divisor.high
    return printable(low, None if high is None else Fraction(high) / unit)


def _short(low: Fraction, high: Fraction | None, *, old: Fraction) -> Fraction:
    return old if low == high else Fraction(printable(low, high))


def _written(divisor: Fraction) -> str:
    """As a decimal where there is an exact one."""
    rest = divisor.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return exact(divisor)
    return next(text for text in _decimals(divisor) if Fraction(text) == divisor)


def _decimals(number: Fraction) -> Iterator[str]:
    places = 0
    while True:
        digits = f"{int(number * 10**places):0{places + 1}d}"
        yield f"{digits[:-places]}.{digits[-places:]}" if places else digits
        places += 1
