"""The pieces of the language as tables of keys: support, needs, clock, term, succession, share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import get_args

import msgspec

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.model import pieces
from mandat.bylaws.tables.methods import DIVISORS
from mandat.bylaws.tables.shapes import (
    ArticleNumber,
    Brief,
    ByLanguage,
    ClockShape,
    DurationShape,
    Event,
    Expr,
    Flag,
    Key,
    KeyTable,
    Many,
    MethodName,
    Name,
    OneOf,
    PopulationShape,
    RowsOf,
    Shape,
    Silent,
    TextShape,
    Whole,
)
from mandat.language import msg


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
PEOPLE = PopulationShape()
DECISION_NAME = Name("decision")
BODIES = Many(Name("body"))
WHEN = Expr(Place.WHEN)


def _support() -> KeyTable:
    return KeyTable(
        "support",
        (
            Key("by", PEOPLE, msg("who may sign"), required=True),
            Key("who", Expr(Place.WHO), msg("condition on each signer")),
            Key("enough", Expr(Place.ENOUGH), msg("how many signatures suffice")),
            Key("within", A_CLOCK, msg("time from the start in which they must come")),
            Key("span", A_CLOCK, msg("no two signatures further apart")),
            Key("same", TEXTS, msg("what all must have signed alike")),
            Key("publish", A_CLOCK, msg("when it is published"), enforced=False),
            Key("answer", A_CLOCK, msg("time to answer it"), enforced=False),
        ),
        pieces.Support,
        subject="by",
    )


SUPPORT = _support()
SUPPORTS = Many(SUPPORT)
NEED = KeyTable(
    "needs",
    (
        Key("from", PEOPLE, msg("whose consent"), required=True),
        Key(
            "as",
            TextShape(("countersign", "nominate", "consent", "ratify", "confirm")),
            msg("on the act (countersign), before it (nominate, consent) or after it (ratify, confirm)"),
            required=True,
        ),
        Key("decision", DECISION_NAME, msg("by which decision")),
        Key("enough", Expr(Place.ENOUGH), msg("how many of them suffice")),
        Key("within", A_CLOCK, msg("within what time")),
        Key("when", WHEN, msg("only then")),
    ),
    pieces.Need,
)
NEEDS = Many(NEED)


_BY = Key("by", DurationShape(), msg("by how much"), required=True)
CLOCK_KEYS = (
    Key("starts", Event(), msg("the event it runs from"), enforced=False),
    Key(
        "before",
        Event(),
        msg("the event it is counted back from"),
        enforced=False,
    ),
    Key("length", DurationShape(), msg("how long")),
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

STEP_WORDS = get_args(pieces.SuccessionWay)
STEP = Brief(
    TextShape(STEP_WORDS),
    KeyTable(
        "succession",
        (
            Key("by", TextShape(STEP_WORDS), msg("the way"), required=True),
            Key("within", A_CLOCK, msg("within what time")),
            Key("in", Name("body"), msg("in which body")),
            Key("method", MethodName(), msg("by which rule"), enforced=False),
            Key("who", Expr(Place.WHO), msg("condition on the successor")),
            Key("at", TextShape(("vote",)), msg("on the same ballot")),
        ),
        pieces.SuccessionStep,
    ),
    lambda way: pieces.SuccessionStep(by=way),
)
STEPS = Many(STEP)
SHARE = OneOf(
    (
        TextShape(DIVISORS),
        KeyTable(
            "divide",
            (
                Key("divide", TextShape(DIVISORS), msg("the method"), required=True, field="method"),
                Key(
                    "base",
                    Expr(Place.NUMBER),
                    msg("what it is shared by"),
                    required=True,
                ),
            ),
            pieces.Share,
        ),
        Expr(Place.NUMBER),
    )
)
CARE = OneOf(
    (
        TextShape(("full", "caretaker", "suspended")),
        KeyTable(
            "acting",
            (Key("acting", PEOPLE, msg("who acts meanwhile"), required=True),),
            model.Acting,
        ),
    )
)

ENTRY_KEYS = (
    Key("article", ArticleNumber(), msg("the article that rulings cite")),
    Key("title", ByLanguage(), msg("title, by language")),
    Key("note", TEXT, msg("a remark for readers")),
    Key("source", TEXT, msg("where the rule comes from")),
    Key("like", Name("entry"), msg("takes the other entry's keys")),
)
UNINHERITED = frozenset(("article", "title", "note", "source", "like"))
"""What ``like`` does not take over: these name an entry, they do not rule."""


def entry(
    name: str,
    make: Callable[..., object],
    *keys: Key,
    rest: str = "",
    subject: str = "",
    parts: Mapping[str, type[msgspec.Struct]] = MappingProxyType({}),
) -> KeyTable:
    """A table of entries: with the keys that every entry may have; a key that a part has a field for stands in it."""
    placed = [replace(key, part=_part(key, parts)) for key in keys]
    return KeyTable(name, (*ENTRY_KEYS, *placed), make, rest, subject, tuple(parts.items()))


def _part(key: Key, parts: Mapping[str, type[msgspec.Struct]]) -> str:
    return next((name for name, part in parts.items() if key.target in part.__struct_fields__), "")
