"""Charts as SVG: lines over time, points, bars to both sides. Every mark says what it is when it is pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 720.0, 380.0
LEFT, RIGHT, TOP, BASE = 70.0, 700.0, 24.0, 330.0
COLOURS = (
    "#0b5fa5",
    "#c2410c",
    "#15803d",
    "#7e22ce",
    "#b91c1c",
    "#0f766e",
    "#a16207",
    "#475569",
    "#be185d",
    "#4d7c0f",
)
"""Told apart also by who sees few colours, by lightness and in this order; names stand beside."""

STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#222}.axis{stroke:#444;stroke-width:1}.grid{stroke:#ddd;stroke-width:1}"
    ".line{fill:none;stroke-width:2}.faint{opacity:.15}"
)
SvgPoint = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """From data to the drawing: ``x`` and ``y`` are (least, most)."""

    x: tuple[float, float]
    y: tuple[float, float]

    def at(self, point: SvgPoint) -> SvgPoint:
        """Where a point of the data lies."""
        (x0, x1), (y0, y1) = self.x, self.y
        return (
            LEFT + (RIGHT - LEFT) * (point[0] - x0) / ((x1 - x0) or 1),
            BASE - (BASE - TOP) * (point[1] - y0) / ((y1 - y0) or 1),
        )


def ticks(least: float, most: float) -> list[float]:
    """About five round numbers in the range.

    >>> ticks(0, 10), ticks(0, 0.4)
    ([0.0, 2.0, 4.0, 6.0, 8.0, 10.0], [0.0, 0.1, 0.2, 0.3, 0.4])
    """
    step = 10.0 ** floor(log10(max(1e-9, (most - least) / 4)))
    step = next(step * n for n in (1, 2, 5, 10) if (most - least) / (step * n) <= 6)
    first, last = ceil(round(least / step, 6)), floor(round(most / step, 6))
    return [round(n * step, 10) for n in range(first, last + 1)]


def frame(axes: Axes, across: str, up: str) -> Iterator[str]:
    """The axes with their numbers and names."""
    for value in ticks(*axes.y):
        y = axes.at((0, value))[1]
        yield f'<line class="grid" x1="{LEFT}" x2="{RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>'
    for value in ticks(*axes.x):
        x = axes.at((value, 0))[0]
        yield f'<text x="{x:.1f}" y="{BASE + 18}" text-anchor="middle">{value:g}</text>'
    yield f'<line class="axis" x1="{LEFT}" x2="{RIGHT}" y1="{BASE}" y2="{BASE}"/>'
    yield f'<text x="{(LEFT + RIGHT) / 2}" y="{BASE + 38}" text-anchor="middle">{escape(across)}</text>'
    yield f'<text x="{LEFT}" y="{TOP - 8}">{escape(up)}</text>'


def whole(title: str, parts: Sequence[str], height: float = HEIGHT) -> str:
    """A drawing of its own, with its style and its name for who cannot see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:g}" role="img" '
        f'aria-label="{escape(title)}"><title>{escape(title)}</title><style>{STYLE}</style>{"".join(parts)}</svg>'
    )


def lines(title: str, across: str, up: str, drawn: Sequence[tuple[str, Sequence[SvgPoint]]]) -> str:
    """One line for each name; ``data-name`` lets a page show and hide it."""
    points = [point for _, each in drawn for point in each]
    axes = Axes((0, max(x for x, _ in points)), (0, max(0.01, *(y for _, y in points))))
    marks = [
        f'<polyline class="line" data-name="{escape(name)}" stroke="{COLOURS[n % len(COLOURS)]}" '
        f'points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in map(axes.at, each))}"><title>{escape(name)}</title></polyline>'
        for n, (name, each) in enumerate(drawn)
    ]
    return whole(title, [*frame(axes, across, up), *marks, *_legend([name for name, _ in drawn])])


def _legend(names: Sequence[str]) -> Iterator[str]:
    """The names under each other at the right, each with its colour."""
    for n, name in enumerate(names):
        y = TOP + 10 + 18 * n
        yield f'<rect x="{RIGHT - 14}" y="{y - 9}" width="12" height="4" fill="{COLOURS[n % len(COLOURS)]}"/>'
        yield f'<text x="{RIGHT - 20}" y="{y - 3}" text-anchor="end">{escape(name)}</text>'


def points(title: str, across: str, up: str, drawn: Sequence[tuple[str, SvgPoint, bool]]) -> str:
    """One mark for each name, those that are ``True`` filled and joined."""
    axes = Axes((0, 1.1 * max(p[0] for _, p, _ in drawn)), (0, 1.1 * max(0.01, *(p[1] for _, p, _ in drawn))))
    best = " ".join("{:.1f},{:.1f}".format(*axes.at(p)) for _, p, good in drawn if good)
    marks = [f'<polyline class="line" stroke="#888" stroke-dasharray="4 4" points="{best}"/>']
    for name, point, good in drawn:
        x, y = axes.at(point)
        said = escape(f"{name}: {point[0]:.3g}; {point[1]:.3g}")
        fill = COLOURS[0] if good else "#fff"
        marks.append(
            f'<circle data-name="{escape(name)}" cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{fill}" stroke="{COLOURS[0]}">'
            f"<title>{said}</title></circle>"
        )
        if good:
            right = x > (LEFT + RIGHT) / 2
            anchor, beside = ("end", x - 9) if right else ("start", x + 9)
            marks.append(
                f'<text x="{beside:.1f}" y="{y - 9:.1f}" text-anchor="{anchor}">{escape(name)}</text>'
            )
    return whole(title, [*frame(axes, across, up), *marks])


def tornado(title: str, drawn: Sequence[tuple[str, tuple[str, float], tuple[str, float]]]) -> str:
    """For each name a bar to the value at its low end and one to that at its high end, from 0 in the middle."""
    widest = max((max(abs(low[1]), abs(high[1])) for _, low, high in drawn), default=1) or 1
    middle, reach, step = 420.0, 220.0, 30.0
    height = TOP + step * len(drawn) + 20
    parts = [f'<line class="axis" x1="{middle}" x2="{middle}" y1="{TOP}" y2="{height - 10}"/>']
    for n, (name, low, high) in enumerate(drawn):
        y = TOP + step * n + 6
        parts.append(f'<text x="{middle - reach - 20}" y="{y + 13}" text-anchor="end">{escape(name)}</text>')
        for (said, value), colour in ((low, COLOURS[0]), (high, COLOURS[1])):
            width = abs(value) / widest * reach
            x = middle - (width if value < 0 else 0)
            label = escape(f"{name} = {said}: {value:+.3g}")
            parts.append(
                f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="18" fill="{colour}">'
                f"<title>{label}</title></rect>"
            )
    return whole(title, parts, height)


def shares(title: str, rows: Sequence[tuple[str, Sequence[float]]], names: Sequence[str]) -> str:
    """Shares as bars one below the other, to be compared: members above, the top below."""
    parts: list[str] = []
    for n, (said, values) in enumerate(rows):
        y, x = TOP + 70 * n, LEFT
        parts.append(f'<text x="{LEFT}" y="{y - 6:.0f}">{escape(said)}</text>')
        for k, value in enumerate(values):
            width = (RIGHT - LEFT) * value
            label = escape(f"{names[k]}: {100 * value:.1f} %")
            parts.append(
                f'<rect x="{x:.1f}" y="{y:.0f}" width="{width:.1f}" height="34" fill="{COLOURS[k % len(COLOURS)]}">'
                f"<title>{label}</title></rect>"
            )
            x += width
    return whole(title, parts, TOP + 70 * len(rows))
