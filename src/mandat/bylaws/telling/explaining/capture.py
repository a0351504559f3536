"""Capture cost: how few base members could carry, or block, a decision of a body at the top, whatever all others do.

Assembly: the least number of votes. Line of seats: the fewest voters who are sure of k of n seats by its method. Council: the
cheapest seats that carry, by knapsack over its tallies; so upwards from tier to tier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.expression.errors import NumbersError
from mandat.bylaws.findings.seating import PEOPLE, fillers
from mandat.bylaws.model import BodyKind, Bylaws, Decision, SeatLine
from mandat.bylaws.model.pieces import Rows
from mandat.bylaws.telling.explaining.supposed import Supposed
from mandat.bylaws.telling.explaining.sure import fewest_sure
from mandat.bylaws.telling.explaining.tallying import Tally, Untold, decides

MOST_SEATS = 400
"""Bodies with more seats are not worked out."""

Costs = tuple[tuple[int, ...], ...]
"""For each group of seats that hang together (one line for one sender): the cost of 0, 1, 2 … of them."""


class Capture(msgspec.Struct, frozen=True):
    """What it takes to carry a decision of a body: ``fewest`` base members of ``base``, with everybody there.

    ``bare`` is the cost at bare quorum, others staying away; ``blocks`` what it takes to defeat it. None: not worked out.
    ``seats`` and ``least`` are the votes of the body itself, and how many of them must be yes.
    """

    body: str
    decision: str
    seats: int
    least: int | None
    fewest: int | None
    base: int
    bare: int | None
    blocks: int | None
    supposed: tuple[tuple[str, int, int], ...]


class Unknown(Exception):
    """The file does not say what the cost depends on."""


def capture(bylaws: Bylaws, body: str, decision: str, supposed: Supposed) -> Capture:
    """Work out the cost of one decision of one kind of body.

    >>> from mandat.bylaws.reading.loader import load
    >>> club = load('mandat = 1\\nid = "c"\\nbody.club.type = "assembly"\\ndecision.d = { in = "club", carried = "yes > no" }')
    >>> found = capture(club, "club", "d", Supposed())
    >>> found.fewest, found.base
    (51, 100)
    """
    return _Capture(bylaws, supposed).of(body, decision)


class _Capture:
    def __init__(self, bylaws: Bylaws, supposed: Supposed) -> None:
        self.bylaws = bylaws
        self.supposed = supposed
        self.used: dict[str, tuple[int, int]] = {}

    def of(self, body: str, name: str) -> Capture:
        """The capture cost of a decision."""
        decision = self.bylaws.decisions[name]
        try:
            seats = self.seats(body)
            full, least = self._cheapest(decision, seats, 0)
            found = (full, least, self._bare(decision, seats), self._block(decision, seats))
        except (Unknown, Untold, NumbersError, RecursionError):
            seats, found = _Seats((), ()), (None, None, None, None)
        base = sum(bodies * members for bodies, members in self.used.values())
        listed = tuple((kind, *size) for kind, size in self.used.items())
        return Capture(body, name, seats.number, found[1], found[0], base, found[2], found[3], listed)

    # -- seats and their costs ---------------------------------------------------------------------------------

    def seats(self, body: str) -> _Seats:
        """The votes of one body, grouped by what gets them together."""
        kind = self.bylaws.bodies[body]
        if kind.type in PEOPLE:
            return self._people(body, kind)
        groups: list[tuple[int, ...]] = []
        weights: list[Mapping[str, int]] = []
        for line in kind.lines:
            for _ in range(self._senders(line)):
                costs = self._line(line)
                groups.append(costs)
                weights.append(self._weights(line))
        if not groups or sum(len(costs) - 1 for costs in groups) > MOST_SEATS:
            raise Unknown
        return _Seats(tuple(groups), tuple(weights))

    def _people(self, body: str, kind: BodyKind) -> _Seats:
        if kind.type == "outside":
            raise Unknown
        members = self.supposed.members(body)
        self.used[body] = (self._how_many(kind), members)
        return _Seats(((0, *range(1, members + 1)),), ({},))

    def _senders(self, line: SeatLine) -> int:
        """How many bodies each fill posts of the line."""
        kinds = [self.bylaws.bodies[name] for name in fillers(line) if name in self.bylaws.bodies]
        if not kinds:
            raise Unknown
        own = bool(self.bylaws.bodies[line.body].each)
        above = self._how_many(self.bylaws.bodies[line.body])
        return 1 if own else sum(max(1, self._how_many(kind) // above) for kind in kinds)

    def _how_many(self, kind: BodyKind) -> int:
        name = kind.id.removeprefix("body.")
        if kind.each:
            return sum(self._how_many(self.bylaws.bodies[each]) for each in kind.each)
        return self.supposed.bodies(name, self._above(name)) if kind.many else 1

    def _above(self, kind: str) -> int:
        """How many bodies there are above a kind: those that it is part of, else of the first kind with many that it sends to."""
        bodies = self.bylaws.bodies
        targets = [
            line.body for line in self.bylaws.lines.values() if kind in fillers(line) and line.body != kind
        ]
        names = [name for name in (bodies[kind].part_of, *targets) if name is not None and bodies[name].many]
        return self._how_many(bodies[names[0]]) if names else 1

    def _line(self, line: SeatLine) -> tuple[int, ...]:
        """What 0, 1, 2 … posts of one sender cost in base members."""
        if line.filling.fill in ("lot", "ex-officio"):
            raise Unknown
        sender = fillers(line)[0]
        voters = self.seats(sender)
        posts = self._posts(line, sender, voters)
        if line.filling.fill == "elected":
            method = (
                None
                if line.filling.elect is None or line.filling.elect.balloting.method is None
                else line.filling.elect.balloting.method.rows[-1].value
            )
            sure = [fewest_sure(method, voters.number, k, posts) for k in range(posts + 1)]
            if None in sure:
                raise Unknown
            return tuple(voters.cheapest(k) for k in sure if k is not None)
        if line.filling.decision is not None:
            cost, _ = self._cheapest(self.bylaws.decisions[line.filling.decision], voters, 0)
        else:
            cost = voters.cheapest(voters.number // 2 + 1)
        if cost is None:
            raise Unknown
        return (0, *([cost] * posts))

    def _posts(self, line: SeatLine, sender: str, voters: _Seats) -> int:
        rows = line.size.number
        if rows is None:
            return 1
        value = _value(rows, self._counts(sender, voters))
        if value is None or value < 1:
            raise Unknown
        return value

    def _counts(self, sender: str, voters: _Seats) -> Mapping[str, int]:
        """What the sender's counts are supposed to be: everybody is entitled, every fact about people counts everybody."""
        facts = {
            name: self.supposed.members(sender)
            for name, fact in self.bylaws.facts.items()
            if fact.type in ("people", "number")
        }
        counts = ("entitled", "members", "filled", "seats", "electors", "sent", "due")
        return facts | dict.fromkeys(counts, voters.number)

    def _weights(self, line: SeatLine) -> Mapping[str, int]:
        """What each post of the line weighs in each tally."""
        found: dict[str, int] = {}
        for tally, rows in line.mandate.weights.items():
            sender = fillers(line)[0]
            voters = self.seats(sender)
            counts = {**self._counts(sender, voters), "sent": 1, "sent_present": 1, "due": 1}
            value = _value(rows, counts)
            if value is not None:
                found[tally] = value
        return found

    # -- cheapest votes ----------------------------------------------------------------------------------------

    def _cheapest(self, decision: Decision, seats: _Seats, away: int) -> tuple[int | None, int | None]:
        """The least cost of votes that carry while all others but ``away`` vote no, and how many votes that is."""
        found = [
            (cost, yes[""])
            for yes, cost in seats.ways(_tallies(decision))
            if away <= seats.number - yes[""] and self._carries(decision, seats, yes, away)
        ]
        return min(found, default=(None, None))

    def _carries(self, decision: Decision, seats: _Seats, yes: Tally, away: int) -> bool:
        whole = seats.whole(_tallies(decision))
        others = {tally: whole[tally] - yes[tally] for tally in whole}
        absent = {tally: others[tally] * away // max(1, others[""]) for tally in whole}
        no = {tally: others[tally] - absent[tally] for tally in whole}
        return decides(decision, yes, no, absent)

    def _bare(self, decision: Decision, seats: _Seats) -> int | None:
        """The least cost if as many others stay away as the quorum allows."""
        if decision.verdict.quorum is None:
            return None
        costs = (self._cheapest(decision, seats, away)[0] for away in range(seats.number))
        return min((cost for cost in costs if cost is not None), default=None)

    def _block(self, decision: Decision, seats: _Seats) -> int | None:
        """The least cost of votes without which it fails: they vote no, or stay away, and all others vote yes."""
        whole = seats.whole(_tallies(decision))
        found = []
        for mine, cost in seats.ways(_tallies(decision)):
            yes = {tally: whole[tally] - mine[tally] for tally in whole}
            none = dict.fromkeys(whole, 0)
            if not decides(decision, yes, mine, none) or not decides(decision, yes, none, mine):
                found.append(cost)
        return min(found, default=None)


class _Seats:
    """The votes of a body: groups of seats with their costs, and what each seat of a group weighs."""

    def __init__(self, groups: Costs, weights: tuple[Mapping[str, int], ...]) -> None:
        self.groups = groups
        self.weights = weights

    @cached_property
    def number(self) -> int:
        """How many votes there are."""
        return sum(len(costs) - 1 for costs in self.groups)

    def whole(self, tallies: tuple[str, ...]) -> Tally:
        """All votes, by tally."""
        found = dict.fromkeys(tallies, 0) | {"": self.number}
        for costs, weight in zip(self.groups, self.weights, strict=True):
            for tally in tallies:
                found[tally] += weight.get(tally, 0) * (len(costs) - 1)
        return found

    def cheapest(self, votes: int) -> int:
        """The least cost of so many votes."""
        return min(cost for yes, cost in self.ways(()) if yes[""] >= votes)

    def ways(self, tallies: tuple[str, ...]) -> Iterator[tuple[Tally, int]]:
        """Every total that can be had, with its least cost: a knapsack over the groups."""
        table: dict[tuple[int, ...], int] = {(0,) * (1 + len(tallies)): 0}
        for costs, weight in zip(self.groups, self.weights, strict=True):
            step = (1, *(weight.get(tally, 0) for tally in tallies))
            table = _add(table, costs, step)
        for votes, cost in table.items():
            yield {"": votes[0], **dict(zip(tallies, votes[1:], strict=True))}, cost


def _add(
    table: Mapping[tuple[int, ...], int], costs: tuple[int, ...], step: tuple[int, ...]
) -> dict[tuple[int, ...], int]:
    found: dict[tuple[int, ...], int] = {}
    for votes, so_far in table.items():
        for taken, cost in enumerate(costs):
            total = tuple(have + taken * each for have, each in zip(votes, step, strict=True))
            if so_far + cost < found.get(total, so_far + cost + 1):
                found[total] = so_far + cost
    return found


def _tallies(decision: Decision) -> tuple[str, ...]:
    """The tallies other than heads that a decision counts."""
    rules = (decision.verdict.quorum, decision.verdict.carried, decision.verdict.rejected)
    parts = [
        part for rule in rules if rule is not None for row in rule.rows for part in (row.when, row.value)
    ]
    named = {str(c).partition(" by ")[2] for part in parts if part is not None for c in part.counts}
    return tuple(sorted(named - {"", "heads"}))


def _value(rows: Rows[Expression], counts: Mapping[str, int]) -> int | None:
    for row in rows.rows:
        parts = [part for part in (row.when, row.value) if part is not None]
        names = {str(count): count.name for part in parts for count in part.counts}
        if any(part.groups or part.weights for part in parts) or not set(names.values()) <= set(counts):
            return None
        numbers = {text: counts[name] for text, name in names.items()}
        if row.when is None or row.when.evaluate({str(c): numbers[str(c)] for c in row.when.counts}).value:
            found = row.value.evaluate({str(c): numbers[str(c)] for c in row.value.counts}).value
            return int(found) if isinstance(found, int) else None
    return None
