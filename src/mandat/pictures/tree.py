"""The tree of bodies, the base at the bottom: boxes in levels, lines from each body up to the one it sends to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil

import msgspec
from markupsafe import Markup

from mandat.pictures.svg import picture, short, text

WIDTH = 460.0
MARGIN, BETWEEN, HEAD, UNIT, GAP = 6.0, 62.0, 44.0, 21.0, 14.0


class BodySquare(msgspec.Struct, frozen=True):
    """A small square in a box: one of the many bodies it stands for."""

    label: str
    title: str
    marked: bool = False


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A body: two lines of words, and squares if it stands for many."""

    title: str
    text: str
    units: tuple[BodySquare, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """A line upwards from the only box of a level to box ``to`` of the level above, with words beside it."""

    to: int
    words: tuple[str, ...]


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """Boxes side by side, and the lines from this level up to the one above (none for the top)."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...] = ()


class Frame(msgspec.Struct, frozen=True):
    """Where a box stands."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return self.x + self.width / 2


def draw_tree(levels: Sequence[Level], title: str) -> Markup:
    """Draw levels from the top to the base."""
    parts: list[str] = []
    above: tuple[Frame, ...] = ()
    top = MARGIN
    for level in levels:
        frames = tuple(_frames(level, top))
        if above:
            parts.extend(_links(level, frames[0], above))
        for box, frame in zip(level.boxes, frames, strict=True):
            parts.extend(_box(box, frame))
        top += max(frame.height for frame in frames) + BETWEEN
        above = frames
    return picture(WIDTH, top - BETWEEN + MARGIN, title, parts)


def _frames(level: Level, top: float) -> Iterator[Frame]:
    count = len(level.boxes)
    wide = count > 1 or bool(level.boxes[0].units)
    width = (WIDTH - 2 * MARGIN - (count - 1) * GAP) / count if wide else WIDTH * 0.6
    left = MARGIN if wide else (WIDTH - width) / 2
    for place, box in enumerate(level.boxes):
        rows = ceil(len(box.units) / _columns(width))
        height = HEAD + (rows * UNIT + 8 if rows else 4)
        yield Frame(left + place * (width + GAP), top, width, height)


def _columns(width: float) -> int:
    return int((width - 16) // UNIT)


def _box(box: Box, frame: Frame) -> Iterator[str]:
    yield (
        f'<rect x="{short(frame.x)}" y="{short(frame.y)}" width="{short(frame.width)}" '
        f'height="{short(frame.height)}" rx="8" class="box"/>'
    )
    yield text(frame.middle, frame.y + 19, box.title, "strong", "middle")
    yield text(frame.middle, frame.y + 37, box.text, "small", "middle")
    columns = _columns(frame.width)
    left = frame.middle - columns * UNIT / 2
    for place, unit in enumerate(box.units):
        row, column = divmod(place, columns)
        yield _unit(unit, left + column * UNIT, frame.y + HEAD + row * UNIT)


def _unit(unit: BodySquare, x: float, y: float) -> str:
    kind = "unit marked" if unit.marked else "unit"
    side = UNIT - 3
    return (
        f'<g class="{kind}"><title>{escape(unit.title)}</title>'
        f'<rect x="{short(x + 1.5)}" y="{short(y + 1.5)}" width="{short(side)}" height="{short(side)}" rx="3"/>'
        f'<text x="{short(x + UNIT / 2)}" y="{short(y + UNIT / 2 + 4)}" text-anchor="middle">{escape(unit.label)}</text></g>'
    )


def _links(level: Level, frame: Frame, above: Sequence[Frame]) -> Iterator[str]:
    for link in level.links:
        end = above[link.to]
        start_x = end.middle if len(above) > 1 else frame.middle
        start_x = min(max(start_x, frame.x + 24), frame.x + frame.width - 24)
        low, high = frame.y, end.y + end.height
        yield (
            f'<path class="link" d="M{short(start_x)} {short(low)}C{short(start_x)} {short((low + high) / 2)} '
            f'{short(end.middle)} {short((low + high) / 2)} {short(end.middle)} {short(high + 7)}"/>'
            f'<path class="tip" d="M{short(end.middle)} {short(high)}l-5 9h10z"/>'
        )
        left = end.middle > WIDTH * 0.6
        for line, words in enumerate(link.words):
            x, y = end.middle + (-12 if left else 12), (low + high) / 2 - 4 + 16 * line
            yield text(x, y, words, "small", "end" if left else "start")
