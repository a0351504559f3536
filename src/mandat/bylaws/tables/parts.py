"""The pieces of the language as tables of keys: support, needs, clock, term, succession, share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import get_args

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.model import Part, pieces
from mandat.bylaws.tables import vocabulary
from mandat.bylaws.tables.methods import DIVISORS
from mandat.bylaws.tables.shapes import (
    Article,
    Brief,
    ByLanguage,
    ClockShape,
    Event,
    Expr,
    Flag,
    Key,
    Length,
    Many,
    Method,
    Name,
    OneOf,
    People,
    RowsOf,
    Shape,
    Silent,
    Table,
    Whole,
    Words,
)


def rows(place: Place) -> Shape:
    """An expression, or rows of them."""
    return RowsOf(Expr(place), place)


def words_of(alias: object) -> Words:
    """The words of a ``Literal`` of the model."""
    return Words(get_args(alias))


TEXT = Words()
TEXTS = Many(TEXT)
A_DAY = Words(
    pattern=r"(\d{4}|-)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", example="2026-03-01, or --03-01 for each year"
)
A_CLOCK = ClockShape()
PEOPLE = People()
DECISION_NAME = Name("decision")
BODIES = Many(Name("body"))
WHEN = Expr(Place.WHEN)


def _support() -> Table:
    return Table(
        "support",
        (
            Key("by", PEOPLE, "who may sign", "qui peut signer", required=True),
            Key("who", Expr(Place.WHO), "condition on each signer", "condition pour chaque signataire"),
            Key(
                "enough", Expr(Place.ENOUGH), "how many signatures suffice", "combien de signatures suffisent"
            ),
            Key("within", A_CLOCK, "time from the start in which they must come", "délai à compter du début"),
            Key("span", A_CLOCK, "no two signatures further apart", "écart maximal entre deux signatures"),
            Key("same", TEXTS, "what all must have signed alike", "ce qui doit être identique"),
            Key("publish", A_CLOCK, "when it is published", "quand elle est publiée", enforced=False),
            Key("answer", A_CLOCK, "time to answer it", "délai de réponse", enforced=False),
        ),
        pieces.Support,
        subject="by",
    )


SUPPORT = _support()
SUPPORTS = Many(SUPPORT)
NEED = Table(
    "needs",
    (
        Key("from", PEOPLE, "whose consent", "de qui", required=True),
        Key(
            "as",
            Words(("countersign", "nominate", "consent", "ratify", "confirm")),
            "on the act (countersign), before it (nominate, consent) or after it (ratify, confirm)",
            "sur l'acte (countersign), avant (nominate, consent) ou après (ratify, confirm)",
            required=True,
        ),
        Key("decision", DECISION_NAME, "by which decision", "par quelle décision"),
        Key("enough", Expr(Place.ENOUGH), "how many of them suffice", "combien d'entre eux suffisent"),
        Key("within", A_CLOCK, "within what time", "dans quel délai"),
        Key("when", WHEN, "only then", "seulement alors"),
    ),
    pieces.Need,
)
NEEDS = Many(NEED)


_BY = Key("by", Length(), "by how much", "de combien", required=True)
CLOCK_KEYS = (
    Key("starts", Event(), "the event it runs from", "l'événement dont il part", enforced=False),
    Key(
        "before",
        Event(),
        "the event it is counted back from",
        "l'événement dont on compte à rebours",
        enforced=False,
    ),
    Key("length", Length(), "how long", "durée"),
    Key(
        "until",
        Event(),
        "the event that ends it; with a length, the first one after it",
        "l'événement qui le termine ; avec une durée, le premier qui suit",
        enforced=False,
    ),
    Key("at_least", Length(), "never shorter", "jamais moins"),
    Key("at_most", Length(), "never longer", "jamais plus"),
    Key(
        "extend",
        Table(
            "extend",
            (
                Key("if", Expr(Place.IF), "if", "si", required=True),
                _BY,
            ),
            pieces.Extension,
        ),
        "longer if a condition holds at its end",
        "prolongé si une condition est remplie à la fin",
        enforced=False,
    ),
    Key(
        "restart",
        Table(
            "restart",
            (
                Key("on", Many(Event()), "on these events", "à ces événements", required=True),
                Key(
                    "leaves", Length(), "at least this is left then", "il reste alors au moins", required=True
                ),
            ),
            pieces.Restart,
        ),
        "events that give more time; never shortens",
        "événements qui rendent du temps ; ne raccourcit jamais",
    ),
    Key(
        "vary",
        Table(
            "vary",
            (
                Key("by", PEOPLE, "who may vary it", "qui peut la modifier", required=True),
                Key("length", Length(), "by how much at most", "de combien au plus", required=True),
            ),
            pieces.Variation,
        ),
        "somebody may make it longer or shorter",
        "quelqu'un peut l'allonger ou la raccourcir",
    ),
    Key(
        "shut",
        Table(
            "shut",
            (
                Key("last", Length(), "this long before the end", "ce temps avant la fin", required=True),
                Key(
                    "to",
                    Many(Event()),
                    "these events are shut out",
                    "ces événements sont exclus",
                    required=True,
                ),
            ),
            pieces.Closure,
        ),
        "what cannot happen any more near the end",
        "ce qui n'est plus possible vers la fin",
    ),
    Key(
        "pause",
        Table(
            "pause",
            (
                Key("from", Event(), "from this event", "de cet événement", required=True),
                Key("until", Event(), "until that one", "à celui-là", required=True),
            ),
            pieces.Pause,
        ),
        "does not run between two events",
        "ne court pas entre deux événements",
        enforced=False,
    ),
    Key("days", Words(("calendar", "clear", "working")), "which days count", "quels jours comptent"),
    Key("silence", Words(("nothing", "consents", "refuses")), "what silence means", "ce que vaut le silence"),
)
CLOCK = Table("clock", CLOCK_KEYS, pieces.Clock)

_TERM_CLOCK = tuple(replace(key, enforced=key.name in ("length", "until")) for key in CLOCK_KEYS)
"""A term is a clock, but only its length and its end are asked for."""

TERM = Table(
    "term",
    (
        *_TERM_CLOCK,
        Key(
            "window",
            Table(
                "window",
                (
                    Key("from", A_DAY, "first day", "premier jour", required=True),
                    Key("until", A_DAY, "last day", "dernier jour", required=True),
                ),
                pieces.TermWindow,
            ),
            "the days of the year in which it may end",
            "les jours de l'année où il peut finir",
        ),
        Key("skip_if", Expr(Place.IF), "the election is skipped if", "l'élection est sautée si"),
        Key(
            "rest",
            OneOf((Flag(), Expr(Place.IF))),
            "who follows serves the rest of the term; if this holds, a full term besides",
            "qui succède achève le mandat ; si la condition est remplie, avec un mandat entier en plus",
        ),
        Key(
            "rotation",
            Table(
                "rotation",
                (
                    Key("on", A_DAY, "the day, as --MM-DD", "le jour, sous la forme --MM-DD", required=True),
                    Key("of", Whole(1), "how many go", "combien partent", required=True),
                    Key("order", Words(("seniority", "lot", "served")), "who first", "qui d'abord"),
                    Key("if", Expr(Place.IF), "only those", "seulement ceux"),
                    Key("until", A_DAY, "the day on which they go", "le jour de leur départ"),
                ),
                pieces.Rotation,
            ),
            "a part goes at a time",
            "une partie s'en va à la fois",
        ),
        Key("early", Expr(Place.IF), "the election comes early if", "l'élection est avancée si"),
        Key(
            "caretaker",
            OneOf((Flag(), Length())),
            "stays until the successor sits",
            "reste jusqu'au successeur",
        ),
        Key(
            "overlap",
            Length(),
            "old and new holder sit together",
            "ancien et nouveau titulaires siègent ensemble",
            enforced=False,
        ),
    ),
    vocabulary.term,
)
A_TERM = Silent(Brief(ClockShape(), TERM, vocabulary.term_of))

STEP_WORDS = get_args(vocabulary.StepWord)
STEP = Brief(
    Words(STEP_WORDS),
    Table(
        "succession",
        (
            Key("by", Words(STEP_WORDS), "the way", "la manière", required=True),
            Key("within", A_CLOCK, "within what time", "dans quel délai"),
            Key("in", Name("body"), "in which body", "dans quel organe"),
            Key("method", Method(), "by which rule", "selon quelle méthode", enforced=False),
            Key("who", Expr(Place.WHO), "condition on the successor", "condition pour le successeur"),
            Key("at", Words(("vote",)), "on the same ballot", "sur le même bulletin"),
        ),
        pieces.SuccessionStep,
    ),
    vocabulary.step_of,
)
STEPS = Many(STEP)
SHARE = OneOf(
    (
        Words(DIVISORS),
        Table(
            "divide",
            (
                Key("divide", Words(DIVISORS), "the method", "la méthode", required=True, field="method"),
                Key(
                    "base",
                    Expr(Place.NUMBER),
                    "what it is shared by",
                    "la base de répartition",
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
        Words(("full", "caretaker", "suspended")),
        Table(
            "acting",
            (Key("acting", PEOPLE, "who acts meanwhile", "qui assure l'intérim", required=True),),
            model.Acting,
        ),
    )
)

ENTRY_KEYS = (
    Key("article", Article(), "the article that rulings cite", "l'article cité par les décisions"),
    Key("title", ByLanguage(), "title, by language", "titre, par langue"),
    Key("note", TEXT, "a remark for readers", "une remarque pour les lecteurs"),
    Key("source", TEXT, "where the rule comes from", "l'origine de la règle"),
    Key("like", Name("entry"), "takes the other entry's keys", "reprend les clés d'une autre entrée"),
)
UNINHERITED = frozenset(("article", "title", "note", "source", "like"))
"""What ``like`` does not take over: these name an entry, they do not rule."""


def entry(
    name: str,
    make: Callable[..., object],
    *keys: Key,
    rest: str = "",
    subject: str = "",
    parts: Mapping[str, type[Part]] = MappingProxyType({}),
) -> Table:
    """A table of entries: with the keys that every entry may have; a key that a part has a field for stands in it."""
    placed = [replace(key, part=_part(key, parts)) for key in keys]
    return Table(name, (*ENTRY_KEYS, *placed), make, rest, subject, tuple(parts.items()))


def _part(key: Key, parts: Mapping[str, type[Part]]) -> str:
    return next((name for name, part in parts.items() if key.target in part.__struct_fields__), "")
