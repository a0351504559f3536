"""Clocks and terms as tables of keys."""

from __future__ import annotations

from dataclasses import replace

from mandat.bylaws.expression.places import Place
from mandat.bylaws.model import pieces
from mandat.bylaws.tables.shapes import (
    Brief,
    ClockShape,
    DurationShape,
    Event,
    Expr,
    Flag,
    Key,
    KeyTable,
    Many,
    OneOf,
    Silent,
    TextShape,
    Whole,
)
from mandat.bylaws.tables.usual import A_DAY, PEOPLE
from mandat.language import msg

_BY = Key("by", DurationShape(), msg("by how much"), required=True)
CLOCK_KEYS = (
    Key("starts", Event(), msg("the event it runs from"), enforced=False),
    Key(
        "before",
        Event(),
        msg("the event it is counted back from"),
        enforced=False,
    ),
    Key("length", DurationShape(positive=True), msg("how long")),
    Key(
        "until",
        Event(),
        msg("the event that ends it; with a length, the first one after it"),
        enforced=False,
    ),
    Key("at_least", DurationShape(), msg("never shorter")),
    Key("at_most", DurationShape(), msg("never longer")),
    Key(
        "extend",
        KeyTable(
            "extend",
            (
                Key("if", Expr(Place.IF), msg("if"), required=True),
                _BY,
            ),
            pieces.Extension,
        ),
        msg("longer if a condition holds at its end"),
        enforced=False,
    ),
    Key(
        "restart",
        KeyTable(
            "restart",
            (
                Key("on", Many(Event()), msg("on these events"), required=True),
                Key("leaves", DurationShape(), msg("at least this is left then"), required=True),
            ),
            pieces.Restart,
        ),
        msg("events that give more time; never shortens"),
    ),
    Key(
        "vary",
        KeyTable(
            "vary",
            (
                Key("by", PEOPLE, msg("who may vary it"), required=True),
                Key("length", DurationShape(), msg("by how much at most"), required=True),
            ),
            pieces.Variation,
        ),
        msg("somebody may make it longer or shorter"),
    ),
    Key(
        "shut",
        KeyTable(
            "shut",
            (
                Key("last", DurationShape(), msg("this long before the end"), required=True),
                Key(
                    "to",
                    Many(Event()),
                    msg("these events are shut out"),
                    required=True,
                ),
            ),
            pieces.Closure,
        ),
        msg("what cannot happen any more near the end"),
    ),
    Key(
        "pause",
        KeyTable(
            "pause",
            (
                Key("from", Event(), msg("from this event"), required=True),
                Key("until", Event(), msg("until that one"), required=True),
            ),
            pieces.Pause,
        ),
        msg("does not run between two events"),
        enforced=False,
    ),
    Key("days", TextShape(("calendar", "clear", "working")), msg("which days count")),
    Key("silence", TextShape(("nothing", "consents", "refuses")), msg("what silence means")),
)
CLOCK = KeyTable("clock", CLOCK_KEYS, pieces.Clock)
_TERM_CLOCK = tuple(
    replace(key, enforced=key.name in ("length", "until"), part="clock") for key in CLOCK_KEYS
)
"""A term is a clock, but only its length and its end are asked for."""
TERM = KeyTable(
    "term",
    (
        *_TERM_CLOCK,
        Key(
            "window",
            KeyTable(
                "window",
                (
                    Key("from", A_DAY, msg("first day"), required=True),
                    Key("until", A_DAY, msg("last day"), required=True),
                ),
                pieces.TermWindow,
            ),
            msg("the days of the year in which it may end"),
        ),
        Key("skip_if", Expr(Place.IF), msg("the election is skipped if")),
        Key(
            "rest",
            OneOf((Flag(), Expr(Place.IF))),
            msg("who follows serves the rest of the term; if this holds, a full term besides"),
        ),
        Key(
            "rotation",
            KeyTable(
                "rotation",
                (
                    Key("on", A_DAY, msg("the day, as --MM-DD"), required=True),
                    Key("of", Whole(1), msg("how many go"), required=True),
                    Key("order", TextShape(("seniority", "lot", "served")), msg("who first")),
                    Key("if", Expr(Place.IF), msg("only those")),
                    Key("until", A_DAY, msg("the day on which they go")),
                ),
                pieces.Rotation,
            ),
            msg("a part goes at a time"),
        ),
        Key("early", Expr(Place.IF), msg("the election comes early if")),
        Key(
            "caretaker",
            OneOf((Flag(), DurationShape())),
            msg("stays until the successor sits"),
        ),
        Key(
            "overlap",
            DurationShape(),
            msg("old and new holder sit together"),
            enforced=False,
        ),
    ),
    pieces.Term,
    parts=(("clock", pieces.Clock),),
)
A_TERM = Silent(Brief(ClockShape(), TERM, lambda clock: pieces.Term(clock=clock)))
