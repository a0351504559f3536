"""The bylaws, indexed so that the engine finds the rule for a thing in one step."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec

from mandat.bylaws.expression import CountRef, Expression
from mandat.bylaws.model import BodyKind, Bylaws, Decision, Entry, Limit, Power, Recall, SeatLine
from mandat.bylaws.model.ids import PowerId
from mandat.bylaws.model.pieces import Population, Term
from mandat.federation.base.types import BylawsVersion

V = TypeVar("V")


def version(text: str) -> BylawsVersion:
    """Name a text of bylaws: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return BylawsVersion(hashlib.sha256(text.encode()).hexdigest())


class Rulebook:
    """One version of the bylaws. Immutable by convention; all indexes are computed on first use."""

    def __init__(self, bylaws: Bylaws) -> None:
        """Index ``bylaws``, which must have been loaded without errors."""
        self.bylaws = bylaws
        self.version = version(bylaws.text)
        self._named: dict[int, tuple[Expression, tuple[tuple[str, CountRef], ...]]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rulebook) and self.version == other.version

    def __hash__(self) -> int:
        return hash(self.version)

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

    @cached_property
    def averaged(self) -> frozenset[str]:
        """The facts of which a rule takes an average over time."""
        refs = (ref for each in self.expressions.values() for ref in each.counts)
        return frozenset(ref.name for ref in refs if ref.over is not None)

    def stands_for(self, kind: str) -> frozenset[str]:
        """Return a kind of body and those in whose place it may decide (``direct``)."""
        return frozenset({kind, *(name for name, rule in self.bylaws.bodies.items() if rule.direct == kind)})

    def decision(self, decision: str) -> Decision:
        """Return a decision by its id."""
        return self.bylaws.decisions[decision]

    def power(self, power: PowerId) -> Power | None:
        """Return a power, or None if the bylaws do not name it."""
        return self.bylaws.powers.get(power)

    @cached_property
    def lines_from(self) -> Mapping[str, tuple[SeatLine, ...]]:
        """The lines that each kind of body sends to."""
        return _grouped((sender, line) for line in self.bylaws.lines.values() for sender in line.from_)

    @cached_property
    def asks_silence(self) -> bool:
        """Whether any rule asks how long a person has been silent."""
        return any(ref.name == "silent" for each in self.expressions.values() for ref in each.counts)

    @cached_property
    def terms_until(self) -> Mapping[str, tuple[SeatLine, ...]]:
        """The lines whose terms last until an event, by the event."""
        return _grouped(
            (line.mandate.term.clock.until, line)
            for line in self.bylaws.lines.values()
            if isinstance(line.mandate.term, Term) and line.mandate.term.clock.until is not None
        )

    @cached_property
    def ex_officio(self) -> Mapping[str, tuple[SeatLine, ...]]:
        """The lines of ex-officio seats that go with the posts of each line."""
        return _grouped(
            (source.id, line)
            for line in self.bylaws.lines.values()
            if line.filling.fill == "ex-officio" and line.filling.by is not None
            for row in line.filling.by.rows
            for source in self.lines_named(row.value)
        )

    @cached_property
    def limits(self) -> Mapping[str, tuple[Limit, ...]]:
        """The limits on each line of seats."""
        return _grouped(
            (line.id, limit) for limit in self.bylaws.limits.values() for line in self.lines_named(limit.in_)
        )

    @cached_property
    def limits_with(self) -> Mapping[str, tuple[Limit, ...]]:
        """The limits by which a line is incompatible with others."""
        return _grouped(
            (line.id, limit)
            for limit in self.bylaws.limits.values()
            if limit.with_ is not None
            for line in self.lines_named(limit.with_)
        )

    @cached_property
    def confidence(self) -> Mapping[str, Recall]:
        """The rule of standing confidence for each line that has one (the first in the file)."""
        found: dict[str, Recall] = {}
        for recall in self.bylaws.recalls.values():
            if recall.deciding.confidence is not None:
                for line in self.lines_named(recall.of):
                    found.setdefault(line.id, recall)
        return found

    @cached_property
    def recalls(self) -> Mapping[str, tuple[Recall, ...]]:
        """The ways to recall a holder by a decision, for each line."""
        return _grouped(
            (line.id, recall)
            for recall in self.bylaws.recalls.values()
            if recall.deciding.confidence is None
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
    def expressions(self) -> Mapping[tuple[str, str], Expression]:
        """Every expression of the bylaws by (rule id, text), to explain a ruling by the rule that made it."""
        tables = (v for v in msgspec.structs.asdict(self.bylaws).values() if isinstance(v, Mapping))
        entries = (entry for table in tables for entry in table.values() if isinstance(entry, Entry))
        lines = (line for kind in self.bylaws.bodies.values() for line in kind.lines)
        return {(e.id, x.text): x for e in (*entries, *lines) for x in _expressions_in(e)}

    def texts_of(self, rule: str) -> frozenset[str]:
        """Return the texts of all expressions of a rule: what an interpretation of it is about."""
        return frozenset(text for entry, text in self.expressions if entry == rule)

    @cached_property
    def counts_members(self) -> frozenset[str]:
        """The lines whose confidence rule counts the members of the day rather than the electors of the seat."""
        return frozenset(
            line
            for line, recall in self.confidence.items()
            if recall.deciding.confidence is not None
            and not any(
                ref.name == "electors" for row in recall.deciding.confidence.rows for ref in row.value.counts
            )
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


def _expressions_in(value: object) -> Iterator[Expression]:
    """Yield every expression inside an entry, however deep."""
    if isinstance(value, Expression):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _expressions_in(getattr(value, name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _expressions_in(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _expressions_in(each)


def _grouped(pairs: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    """Collect the values of each key, in order."""
    found: dict[str, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
