"""A hemicycle: one circle for each seat, caucuses side by side from left to right.

Placement is exact: the rows hold together as many seats as there are, each row in proportion to its length (largest remainder).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import cos, pi, sin

import msgspec
from markupsafe import Markup

from mandat.pictures.svg import picture, short, text

WIDTH, OUTER, INNER = 480.0, 164.0, 68.0
CENTRE = WIDTH / 2
ONE_ROW = 11
"""Up to so many seats stand in one row."""
LABEL_STEP = 18.0


class DrawnSeat(msgspec.Struct, frozen=True):
    """Whoever sits there, for the pointer and the screen reader; ``marked`` seats get a ring."""

    title: str
    marked: bool = False


class CaucusSeats(msgspec.Struct, frozen=True):
    """A caucus: its letters, colour and ink, and its seats."""

    letters: str
    colour: str
    ink: str
    seats: tuple[DrawnSeat, ...]


class SeatPlace(msgspec.Struct, frozen=True):
    """Where a seat stands: ``angle`` from 0 (left end) to pi (right end), on a row of this ``radius``."""

    angle: float
    radius: float

    @property
    def x(self) -> float:
        """Distance from the left of the drawing."""
        return CENTRE - self.radius * cos(self.angle)

    @property
    def height(self) -> float:
        """Height above the base of the hemicycle."""
        return self.radius * sin(self.angle)


def rows_for(seats: int) -> int:
    """Return how many rows make the gaps between rows and those inside rows most alike."""
    if seats <= ONE_ROW:
        return 1
    return min(range(2, 15), key=lambda rows: abs((OUTER - INNER) / (rows - 1) - _gap(seats, rows)))


def _radii(rows: int) -> list[float]:
    if rows == 1:
        return [(OUTER + INNER) / 2 + 20]
    return [INNER + (OUTER - INNER) * row / (rows - 1) for row in range(rows)]


def _gap(seats: int, rows: int) -> float:
    return pi * sum(_radii(rows)) / max(1, seats - rows)


def per_row(seats: int, rows: int) -> list[int]:
    """Share the seats out over rows, the innermost first, in proportion to their length; the sum is exact.

    >>> per_row(145, 6), sum(per_row(145, 6))
    ([14, 18, 22, 26, 30, 35], 145)
    """
    radii = _radii(rows)
    shares = [seats * radius / sum(radii) for radius in radii]
    whole = [int(share) for share in shares]
    left = seats - sum(whole)
    for row in sorted(range(rows), key=lambda row: whole[row] - shares[row])[:left]:
        whole[row] += 1
    return whole


def places(seats: int) -> list[SeatPlace]:
    """Return a place for each seat, from left to right, inner rows first where the angle is the same."""
    rows = rows_for(seats)
    found = [
        SeatPlace(pi * number / (count - 1) if count > 1 else pi / 2, radius)
        for count, radius in zip(per_row(seats, rows), _radii(rows), strict=True)
        for number in range(count)
    ]
    return sorted(found, key=lambda place: (round(place.angle, 6), place.radius))


def draw_hemicycle(groups: Sequence[CaucusSeats], title: str, caption: str) -> Markup:
    """Draw the seats of all groups with their letters and numbers; ``caption`` stands in the middle."""
    total = sum(len(group.seats) for group in groups)
    standing = places(total)
    size = _size(total)
    reach = max(_radii(rows_for(total))) + size + 10
    base = reach + LABEL_STEP
    parts: list[str] = []
    labels: list[tuple[CaucusSeats, SeatPlace]] = []
    first = 0
    for group in groups:
        own = standing[first : first + len(group.seats)]
        first += len(group.seats)
        parts.extend(
            _seat(group, seat, place, size, base) for seat, place in zip(group.seats, own, strict=True)
        )
        if own:
            labels.append((group, own[len(own) // 2]))
    parts.extend(_labels(labels, reach, base))
    parts.append(text(CENTRE, base - 4, caption, "caption", "middle"))
    return picture(WIDTH, base + size + 8, title, parts)


def _size(seats: int) -> float:
    """Return the radius of a seat."""
    rows = rows_for(seats)
    if rows == 1:
        return min(24.0, 0.42 * pi * _radii(1)[0] / max(1, seats - 1))
    return 0.44 * min((OUTER - INNER) / (rows - 1), _gap(seats, rows))


def _seat(group: CaucusSeats, seat: DrawnSeat, place: SeatPlace, size: float, base: float) -> str:
    ring = " marked" if seat.marked else ""
    letters = group.letters if size > 14 else group.letters[:1]
    height = size * 0.72 if size > 14 else size * 1.15
    return (
        f'<g class="seat{ring}" fill="{group.ink}" font-size="{short(height)}"><title>{escape(seat.title)}</title>'
        f'<circle cx="{short(place.x)}" cy="{short(base - place.height)}" r="{short(size)}" fill="{group.colour}"/>'
        f'<text x="{short(place.x)}" y="{short(base - place.height + height * 0.36)}" text-anchor="middle">'
        f"{escape(letters)}</text></g>"
    )


def _labels(labels: Sequence[tuple[CaucusSeats, SeatPlace]], reach: float, base: float) -> Iterator[str]:
    """Write letters and number of each group outside its seats; those that would touch make room upwards."""
    left = [label for label in labels if label[1].angle <= pi / 2]
    right = [label for label in reversed(labels) if label[1].angle > pi / 2]
    for side in (left, right):
        lowest = base + LABEL_STEP
        for group, place in side:
            lowest = min(base - reach * sin(place.angle) + 4, lowest - LABEL_STEP)
            anchor = "middle" if abs(cos(place.angle)) < 0.25 else "end" if side is left else "start"
            words = f"{group.letters} {len(group.seats)}"
            yield text(CENTRE - reach * cos(place.angle), lowest, words, "label", anchor)
