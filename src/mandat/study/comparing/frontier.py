"""The frontier: fidelity against effort. Nothing on it can be had closer to the members for less work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandat.bylaws.model import Bylaws
from mandat.bylaws.model.pieces import Term
from mandat.study.comparing.study import RulebookOutcome
from mandat.study.comparing.varying import keys
from mandat.study.plan.times import length_of
from mandat.study.work.tasks import Variant

THRESHOLDS = ("1/3", "2/5", "1/2", "3/5", "2/3")
TERMS = ("P6M", "P12M", "P24M", "P48M")


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """A rulebook: hours per member and year, mean gap to the members, and whether none is better in both."""

    name: str
    hours: float
    gap: float
    best: bool


def frontier(found: Sequence[RulebookOutcome]) -> tuple[FrontierPoint, ...]:
    """All rulebooks by effort."""
    flat = [(each.name, each.measures["hours"].mean, each.measures["gap"].mean) for each in found]
    points = [FrontierPoint(name, hours, gap, not _beaten(hours, gap, flat)) for name, hours, gap in flat]
    return tuple(sorted(points, key=lambda point: (point.hours, point.gap)))


def _beaten(hours: float, gap: float, all_: Sequence[tuple[str, float, float]]) -> bool:
    return any(h <= hours and g <= gap and (h < hours or g < gap) for _, h, g in all_)


def neighbours(variant: Variant, bylaws: Bylaws) -> Iterator[Variant]:
    """A rulebook as it is, with other thresholds of recall, without recall, and with other terms: one thing changed at a time."""
    yield variant
    possible = keys(bylaws)
    standing = [key for key in possible if key.endswith(".confidence")]
    for value in THRESHOLDS if standing else ():
        yield _changed(variant, f"confidence {value}", [(key, value) for key in standing])
    if standing:
        yield _changed(variant, "no standing recall", [(key, "none") for key in standing])
    terms = [key for key in possible if key.endswith(".term") and _has_length(bylaws, key)]
    for value in TERMS if terms else ():
        yield _changed(variant, f"terms {value}", [(key, value) for key in terms])


def _changed(variant: Variant, said: str, changes: list[tuple[str, str]]) -> Variant:
    return Variant(said, variant.text, (*variant.changes, *changes))


def _has_length(bylaws: Bylaws, key: str) -> bool:
    term = bylaws.lines[key.removesuffix(".term")].mandate.term
    return isinstance(term, Term) and length_of(term.clock, bylaws) > 0
