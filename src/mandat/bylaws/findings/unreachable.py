"""Rules that nothing leads to: never named, never filled, never started."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from mandat.bylaws.findings.finding import Examination, Finding
from mandat.bylaws.model import Bylaws, Decision, Entry
from mandat.bylaws.model.pieces import Clock
from mandat.bylaws.tables.entries import entries, expressions, pieces

_NAME = re.compile(r"[^\W\d_][\w-]*")
_WITH_POSTS = ("council", "congress", "committee", "office")


def check(case: Examination) -> Iterator[Finding]:
    """Decisions, clocks, facts and definitions never used; bodies without seats; motions that nobody can start."""
    used = _Used(case.bylaws)
    yield from _unnamed(case, "decision", case.bylaws.decisions.values(), used.decisions)
    yield from _unnamed(case, "clock", case.bylaws.clocks.values(), used.clocks)
    yield from _unnamed(case, "fact", case.bylaws.facts.values(), used.words)
    yield from _unnamed(case, "define", case.bylaws.defines.values(), used.words)
    yield from _empty_bodies(case)
    yield from _unfilled(case)
    for motion in case.bylaws.motions.values():
        if not motion.start:
            yield case.finding("warning", "motion-unstarted", motion)
        if motion.decision is None:
            yield case.finding("warning", "motion-undecided", motion)


def _unnamed(case: Examination, kind: str, found: Iterable[Entry], used: frozenset[str]) -> Iterator[Finding]:
    for entry in found:
        if entry.id.removeprefix(f"{kind}.") not in used:
            yield case.finding("warning", "never-used", entry)


class _Used:
    """The names that rules mention."""

    def __init__(self, bylaws: Bylaws) -> None:
        self._bylaws = bylaws

    @cached_property
    def decisions(self) -> frozenset[str]:
        """Decisions named by an entry or one of its pieces, and those that a line's ``elect`` names."""
        named = {
            str(value) for field in ("decision", "stays") for value in _fields(self._all, field) if value
        }
        elected = {
            line.filling.elect.id.removeprefix("decision.")
            for line in self._bylaws.lines.values()
            if line.filling.elect is not None
        }
        return frozenset(named | elected)

    @cached_property
    def clocks(self) -> frozenset[str]:
        """Clocks named anywhere."""
        return frozenset(clock.name for clock in pieces(self._all, Clock) if clock.name is not None)

    @cached_property
    def words(self) -> frozenset[str]:
        """Names in expressions, and facts that form lists or groups."""
        texts = " ".join(expression.text for expression in expressions(self._all))
        found = set(_NAME.findall(texts))
        found |= {
            decision.balloting.lists for decision in pieces(self._all, Decision) if decision.balloting.lists
        }
        found |= {check.once for check in self._bylaws.checks.values() if isinstance(check.once, str)}
        return frozenset(found | {limit.per for limit in self._bylaws.limits.values() if limit.per})

    @cached_property
    def _all(self) -> tuple[Entry, ...]:
        return tuple(entry for _, entry in entries(self._bylaws))


def _fields(value: object, name: str) -> Iterator[object]:
    """The values of a field, wherever a struct inside ``value`` has it."""
    for struct in pieces(value, msgspec.Struct):
        if name in struct.__struct_fields__:
            yield getattr(struct, name)


def _empty_bodies(case: Examination) -> Iterator[Finding]:
    for body in case.bylaws.bodies.values():
        if body.type in _WITH_POSTS and not body.lines:
            yield case.finding("warning", "no-seats", body, "type", type=body.type)


def _unfilled(case: Examination) -> Iterator[Finding]:
    """Lines that nobody fills, or whose number of posts is not said."""
    for line in case.bylaws.lines.values():
        if (
            line.filling.fill in ("elected", "sent", "appointed")
            and not line.from_
            and line.filling.by is None
        ):
            yield case.finding("error", "nobody-fills", line, "fill", fill=line.filling.fill)
        numbered = any(value is not None for value in (line.size.number, line.size.total, line.size.at_most))
        if (
            not numbered
            and line.filling.fill in ("elected", "sent")
            and case.bylaws.bodies[line.body].type != "office"
        ):
            yield case.finding("note", "one-post", line)
        steps = line.replacing.succession
        for step in steps[:-1] if isinstance(steps, tuple) else ():
            if step.by == "vacant":
                yield case.finding("warning", "after-vacant", line, "succession")
