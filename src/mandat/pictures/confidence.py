"""Confidence over time: how many electors of a delegate have withdrawn it, against the threshold of the bylaws."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mandat.pictures.svg import picture, short, text

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BASE = 460.0, 250.0, 46.0, 446.0, 20.0, 216.0


def draw_confidence(
    points: Sequence[tuple[int, int]], electors: int, title: str, labels: tuple[str, str, str, str, str]
) -> Markup:
    """Draw steps through ``points`` (instant in seconds, withdrawals), with a line at half of the ``electors``.

    ``labels``: half as a number, the threshold, the end, the first day and the last day in words.
    """
    begin, end = points[0][0], max(points[-1][0], points[0][0] + 1)
    top = electors * 2 // 3

    def x(at: int) -> float:
        return LEFT + (RIGHT - LEFT) * (at - begin) / (end - begin)

    def y(votes: float) -> float:
        return BASE - (BASE - TOP) * votes / top

    steps = "".join(f"H{short(x(at))}V{short(y(votes))}" for at, votes in points)
    half = y(electors / 2)
    middle, threshold, recalled, first, last = labels
    parts = (
        f'<path class="area" d="M{short(LEFT)} {short(BASE)}{steps}V{short(BASE)}Z"/>',
        f'<path class="curve" d="M{short(LEFT)} {short(BASE)}{steps}"/>',
        f'<line class="axis" x1="{short(LEFT)}" y1="{short(BASE)}" x2="{short(RIGHT)}" y2="{short(BASE)}"/>',
        f'<line class="threshold" x1="{short(LEFT)}" y1="{short(half)}" x2="{short(RIGHT)}" y2="{short(half)}"/>',
        text(LEFT + 4, half - 7, threshold, "small"),
        text(RIGHT - 8, half - 26, recalled, "strong", "end"),
        f'<circle class="end" cx="{short(RIGHT)}" cy="{short(y(points[-1][1]))}" r="5"/>',
        text(LEFT - 6, BASE + 4, "0", "small", "end"),
        text(LEFT - 6, half + 4, middle, "small", "end"),
        text(LEFT, BASE + 20, first, "small"),
        text(RIGHT, BASE + 20, last, "small", "end"),
    )
    return picture(WIDTH, HEIGHT, title, parts)
