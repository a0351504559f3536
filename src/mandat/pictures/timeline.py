"""The record as a line of time: one numbered mark for each stretch, as large as it has acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import sqrt

import msgspec
from markupsafe import Markup

from mandat.pictures.svg import picture, short, text

WIDTH, LEFT, RIGHT, AXIS, HEIGHT = 460.0, 24.0, 436.0, 74.0, 112.0
SMALLEST, LARGEST, APART = 9.0, 22.0, 4.0


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the record: its instant in seconds, how many acts, its date in words, and what it was."""

    at: int
    acts: int
    title: str
    refused: bool = False


def draw_timeline(marks: Sequence[Mark], title: str, first: str, last: str) -> Markup:
    """Draw the marks in order of time; where they would touch they make room to the right, so that each can be read."""
    parts = [
        f'<line x1="{short(LEFT - 14)}" y1="{short(AXIS)}" x2="{short(RIGHT + 14)}" y2="{short(AXIS)}" class="axis"/>',
        text(LEFT - 14, HEIGHT - 4, first, "small"),
        text(RIGHT + 14, HEIGHT - 4, last, "small", "end"),
    ]
    parts.extend(_marks(marks))
    return picture(WIDTH, HEIGHT, title, parts)


def radius(acts: int, most: int) -> float:
    """Return a radius whose area grows with the acts.

    >>> radius(0, 100), radius(100, 100)
    (9.0, 22.0)
    """
    return SMALLEST + (LARGEST - SMALLEST) * sqrt(acts / max(1, most))


def _marks(marks: Sequence[Mark]) -> Iterator[str]:
    most = max((mark.acts for mark in marks), default=1)
    sizes = [radius(mark.acts, most) for mark in marks]
    for number, (mark, x, size) in enumerate(zip(marks, spread(marks, sizes), sizes, strict=True), 1):
        kind = "mark refused" if mark.refused else "mark"
        yield (
            f'<g class="{kind}"><title>{escape(mark.title)}</title>'
            f'<circle cx="{short(x)}" cy="{short(AXIS - size - 4)}" r="{short(size)}"/>'
            f'<line x1="{short(x)}" y1="{short(AXIS - 4)}" x2="{short(x)}" y2="{short(AXIS + 4)}"/>'
            f'<text x="{short(x)}" y="{short(AXIS - size)}" text-anchor="middle">{number}</text></g>'
        )


def spread(marks: Sequence[Mark], sizes: Sequence[float]) -> list[float]:
    """Return where each mark stands: by its instant, then pushed right, and back left from the end, until none touch."""
    if not marks:
        return []
    begin, span = marks[0].at, max(1, marks[-1].at - marks[0].at)
    found = [LEFT + (RIGHT - LEFT) * (mark.at - begin) / span for mark in marks]
    for place in range(1, len(found)):
        found[place] = max(found[place], found[place - 1] + sizes[place - 1] + sizes[place] + APART)
    limit = RIGHT
    for place in range(len(found) - 1, -1, -1):
        found[place] = min(found[place], limit)
        limit = found[place] - sizes[place] - sizes[place - 1] - APART
    return found
