"""Drawings: every seat has its own place, nothing hides behind anything, colours can be read."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.demo.parties import BY_ID, DemoParty
from mandat.pictures.confidence import draw_confidence
from mandat.pictures.hemicycle import (
    CaucusSeats,
    DrawnSeat,
    _radii,
    _size,
    draw_hemicycle,
    per_row,
    places,
    rows_for,
)
from mandat.pictures.svg import short
from mandat.pictures.timeline import APART, RIGHT, Mark, radius, spread
from mandat.pictures.tree import BodySquare, Box, Level, Link, draw_tree


@given(st.integers(1, 600))
def test_there_are_as_many_places_as_seats(seats: int) -> None:
    assert len(places(seats)) == sum(per_row(seats, rows_for(seats))) == seats


@pytest.mark.parametrize("seats", [1, 2, 7, 9, 11, 12, 20, 40, 145, 338, 600])
def test_no_seat_covers_another(seats: int) -> None:
    standing = places(seats)
    nearest = min((hypot(a.x - b.x, a.height - b.height) for a, b in combinations(standing, 2)), default=999)
    assert nearest > 1.7 * _size(seats)


@given(st.integers(12, 600))
def test_longer_rows_hold_no_fewer_seats(seats: int) -> None:
    rows = per_row(seats, rows_for(seats))
    assert all(inner <= outer for inner, outer in pairwise(rows))
    assert len(rows) == len(_radii(rows_for(seats)))


def test_caucuses_sit_side_by_side_from_left_to_right() -> None:
    angles = [round(place.angle, 6) for place in places(145)]
    assert angles == sorted(angles)


def test_a_title_is_escaped() -> None:
    group = CaucusSeats("A&B", "#fff", "#000", (DrawnSeat('<script>"x"'),))
    drawing = draw_hemicycle([group], "<b>", "<i>")
    assert "<script>" not in drawing
    assert "&lt;script&gt;&quot;x&quot;" in drawing
    assert "A&amp;B 1" in drawing


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 2000)), min_size=1, max_size=11))
def test_marks_of_the_timeline_never_touch(found: list[tuple[int, int]]) -> None:
    marks = [Mark(at=at, acts=acts, title="") for at, acts in sorted(found)]
    sizes = [radius(mark.acts, max(acts for _, acts in found)) for mark in marks]
    where = spread(marks, sizes)
    assert where[-1] <= RIGHT
    for place in range(1, len(where)):
        gap = where[place] - where[place - 1]
        assert gap >= sizes[place] + sizes[place - 1] + APART - 1e-6


def test_the_tree_has_a_box_for_each_body_and_a_line_for_each_way_up() -> None:
    top = Level(boxes=(Box(title="Bureau", text=""), Box(title="Committee", text="")))
    middle = Level(boxes=(Box(title="Congress", text="3 & 4"),), links=(Link(0, ("a",)), Link(1, ("b",))))
    units = tuple(BodySquare(str(n), f"ward {n}", n == 2) for n in range(45))
    base = Level(boxes=(Box(title="Wards", text="", units=units),), links=(Link(0, ("c", "d")),))
    drawing = draw_tree((top, middle, base), "tree")
    assert drawing.count('class="box"') == 4
    assert drawing.count('class="link"') == drawing.count('class="tip"') == 3
    assert drawing.count('class="unit"') == 44
    assert drawing.count('class="unit marked"') == 1
    assert "3 &amp; 4" in drawing


def test_the_curve_of_confidence_ends_above_the_threshold() -> None:
    drawing = draw_confidence([(0, 0), (10, 5), (20, 6)], 11, "t", ("5.5", "half", "end", "a", "b"))
    threshold = float(drawing.split('class="threshold"')[1].split('y1="')[1].split('"')[0])
    end = float(drawing.split('class="end"')[1].split('cy="')[1].split('"')[0])
    assert end < threshold


def test_coordinates_are_short() -> None:
    assert [short(value) for value in (1.0, 1.25, 10 / 3, -0.5)] == ["1", "1.2", "3.3", "-0.5"]


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("party", BY_ID.values(), ids=str)
def test_letters_can_be_read_on_the_colour_of_each_party(party: DemoParty) -> None:
    """Contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(party.colour), _luminance(party.ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_no_two_parties_bear_the_same_letters() -> None:
    letters = [party.letters for party in BY_ID.values()]
    assert len(set(letters)) == len(letters)
