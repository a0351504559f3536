"""The bylaws, indexed so that the engine finds the rule for a thing in one step."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar
from zoneinfo import ZoneInfo

from mandat.bylaws.expression import CountRef, Expression
from mandat.bylaws.model import BodyKind, Bylaws, Decision, Power, Recall, SeatLine
from mandat.bylaws.pieces import Population

V = TypeVar("V")


def version(text: str) -> str:
    """Name a text of bylaws: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


class Rulebook:
    """One version of the bylaws. Immutable by convention; all indexes are computed on first use."""

    def __init__(self, bylaws: Bylaws) -> None:
        """Index ``bylaws``, which must have been loaded without errors."""
        self.bylaws = bylaws
        self.version = version(bylaws.text)
        self._named: dict[int, tuple[Expression, tuple[tuple[str, CountRef], ...]]] = {}

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which days are counted."""
        return ZoneInfo(self.bylaws.time_zone)

    @cached_property
    def holidays(self) -> frozenset[date]:
        """The days that are not working days."""
        return frozenset(date.fromisoformat(day) for day in self.bylaws.holidays)

    def kind(self, kind: str) -> BodyKind:
        """Return a kind of body that is known to exist."""
        return self.bylaws.bodies[kind]

    def line(self, line: str) -> SeatLine:
        """Return a line of seats that is known to exist."""
        return self.bylaws.lines[line]

    def decision(self, decision: str) -> Decision:
        """Return a decision by its id."""
        return self.bylaws.decisions[decision]

    def power(self, power: str) -> Power | None:
        """Return a power, or None if the bylaws do not name it."""
        return self.bylaws.powers.get(power)

    @cached_property
    def lines_from(self) -> Mapping[str, tuple[SeatLine, ...]]:
        """The lines that each kind of body sends to."""
        return _grouped((sender, line) for line in self.bylaws.lines.values() for sender in line.from_)

    @cached_property
    def confidence(self) -> Mapping[str, Recall]:
        """The rule of standing confidence for each line that has one (the first in the file)."""
        found: dict[str, Recall] = {}
        for recall in self.bylaws.recalls.values():
            if recall.confidence is not None:
                for line in self.lines_named(recall.of):
                    found.setdefault(line.id, recall)
        return found

    @cached_property
    def recalls(self) -> Mapping[str, tuple[Recall, ...]]:
        """The ways to recall a holder by a decision, for each line."""
        return _grouped(
            (line.id, recall)
            for recall in self.bylaws.recalls.values()
            if recall.confidence is None
            for line in self.lines_named(recall.of)
        )

    def named_counts(self, expression: Expression) -> tuple[tuple[str, CountRef], ...]:
        """Return the counts of an expression of these bylaws by their canonical text, worked out once.

        The table holds the expression itself, so that its identity is not given to another while the book lives.
        """
        known = self._named.get(id(expression))
        if known is None:
            known = (expression, tuple((str(ref), ref) for ref in expression.counts))
            self._named[id(expression)] = known
        return known[1]

    @cached_property
    def counts_members(self) -> frozenset[str]:
        """The lines whose confidence rule counts the members of the day rather than the electors of the seat."""
        return frozenset(
            line
            for line, recall in self.confidence.items()
            if recall.confidence is not None
            and not any(ref.name == "electors" for row in recall.confidence.rows for ref in row.value.counts)
        )

    def lines_named(self, population: Population) -> tuple[SeatLine, ...]:
        """Return the lines that a population names: a line by its id, a kind of body by all its lines."""
        lines = self.bylaws.lines
        return tuple(
            line
            for name in population.names
            for line in (
                (lines[name],)
                if name in lines
                else self.bylaws.bodies[name].lines
                if name in self.bylaws.bodies
                else ()
            )
        )


def _grouped(pairs: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    """Collect the values of each key, in order."""
    found: dict[str, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
