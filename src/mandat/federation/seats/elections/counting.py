"""From ballots to people: the federation's door to ``mandat.counting``."""

from __future__ import annotations

from typing import Any

import msgspec

from mandat import counting
from mandat.bylaws.model import Decision
from mandat.counting import Ballots, Candidate, Count
from mandat.federation.base.types import PersonId
from mandat.federation.seats.elections.state import Election

LIST_METHODS = frozenset(
    name for name, rule in counting.rules().items() if rule.kind == "list" and "list_sizes" in rule.parameters
)
"""Methods in which ballots name lists and seats go to lists."""

DEFAULT_METHOD = "fptp"


class CountedElection(msgspec.Struct, frozen=True, kw_only=True):
    """People in order, or the candidates' numbers that are tied (then ``question`` names them)."""

    count: Count
    elected: tuple[PersonId, ...]
    runners_up: tuple[PersonId, ...]

    @property
    def tied(self) -> bool:
        """Whether a lot must be drawn."""
        return self.count.question is not None


def method_of(decision: Decision | None, election: Election) -> str:
    """Return the counting rule of an election; plurality where the bylaws name none.

    Rows ask how many stand, on how many lists, for how many places: ``[["lists <= 1", "block"], ["else", "d-hondt"]]``.
    """
    rows = (
        decision.balloting.method.rows
        if decision is not None and decision.balloting.method is not None
        else ()
    )
    standing = sum(not candidate.withdrawn for candidate in election.candidates)
    numbers = {"lists": len(election.lists), "standing": standing, "places": election.places}
    for row in rows:
        known = row.when is not None and {str(ref) for ref in row.when.counts} <= set(numbers)
        if row.when is None:
            return row.value
        if known and row.when.evaluate({str(ref): numbers[str(ref)] for ref in row.when.counts}).value:
            return row.value
    return DEFAULT_METHOD


def options(election: Election, method: str) -> tuple[Candidate, ...]:
    """Return what the ballot paper offers: lists for a list method, else candidates, numbered from 1."""
    if method in LIST_METHODS:
        return tuple(Candidate(number, name) for number, name in enumerate(election.lists, 1))
    return tuple(
        Candidate(number, c.person, c.list, c.withdrawn) for number, c in enumerate(election.candidates, 1)
    )


def count(
    election: Election, decision: Decision | None, ballots: Ballots, lots: tuple[int, ...]
) -> CountedElection:
    """Count the ballots of an election under its decision."""
    method = method_of(decision, election)
    parameters: dict[str, Any] = dict(decision.balloting.parameters) if decision is not None else {}
    if method in LIST_METHODS:
        return _count_lists(election, method, ballots, lots, parameters)
    result = counting.count(method, ballots, election.places, lots=lots, **parameters)
    return CountedElection(
        count=result,
        elected=tuple(election.candidates[e.candidate - 1].person for e in result.elected),
        runners_up=tuple(election.candidates[number - 1].person for number in result.runners_up),
    )


def _count_lists(
    election: Election, method: str, ballots: Ballots, lots: tuple[int, ...], parameters: dict[str, Any]
) -> CountedElection:
    """Give seats to lists, and each list's seats to its candidates in their order."""
    people = {
        name: tuple(c.person for c in election.candidates if c.list == name and not c.withdrawn)
        for name in election.lists
    }
    sizes = tuple(len(people[name]) for name in election.lists)
    result = counting.count(method, ballots, election.places, lots=lots, list_sizes=sizes, **parameters)
    taken = dict.fromkeys(election.lists, 0)
    elected: list[PersonId] = []
    for winner in result.elected:
        name = election.lists[winner.candidate - 1]
        elected.append(people[name][taken[name]])
        taken[name] += 1
    rest = tuple(person for name in election.lists for person in people[name][taken[name] :])
    return CountedElection(count=result, elected=tuple(elected), runners_up=rest)
