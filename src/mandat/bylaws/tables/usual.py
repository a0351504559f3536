"""Shapes that many keys have."""

from __future__ import annotations

from typing import get_args

from mandat.bylaws.expression.places import Place
from mandat.bylaws.tables.shapes import (
    ClockShape,
    Expr,
    Many,
    Name,
    PopulationShape,
    RowsOf,
    Shape,
    TextShape,
)


def rows(place: Place) -> Shape:
    """An expression, or rows of them."""
    return RowsOf(Expr(place), place)


def words_of(alias: object) -> TextShape:
    """The words of a ``Literal`` of the model."""
    return TextShape(get_args(alias))


TEXT = TextShape()
TEXTS = Many(TEXT)
A_DAY = TextShape(
    pattern=r"(\d{4}|-)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", example="2026-03-01, or --03-01 for each year"
)
A_CLOCK = ClockShape()
BEFORE = ClockShape(asked=("length", "days", "before"))
"""A clock counted back from the event to which its key belongs."""
PEOPLE = PopulationShape()
DECISION_NAME = Name("decision")
BODIES = Many(Name("body"))
