"""Who may do what, who undoes it, how posts are lost: powers, recalls, checks, limits, duties, agreements."""

from __future__ import annotations

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.model import pieces
from mandat.bylaws.tables.clocks import CLOCK_KEYS
from mandat.bylaws.tables.entry_keys import entry
from mandat.bylaws.tables.pieces import CARE, NEEDS, SHARE, STEPS, SUPPORTS
from mandat.bylaws.tables.shapes import (
    ArticleNumber,
    ClockShape,
    DurationShape,
    Event,
    Expr,
    Flag,
    Key,
    KeyTable,
    Many,
    Name,
    OneOf,
    PopulationShape,
    TextShape,
)
from mandat.bylaws.tables.usual import A_CLOCK, DECISION_NAME, PEOPLE, TEXT, WHEN, rows
from mandat.language import msg

DELEGABLE = KeyTable(
    "delegable",
    (
        Key("to", PEOPLE, msg("to whom")),
        Key("decision", DECISION_NAME, msg("by which decision")),
        Key("limit", Expr(Place.LIMIT), msg("within what limit")),
    ),
    model.Delegable,
)
HOLDER_KEYS = (
    Key("holder", PEOPLE, msg("who holds it"), required=True),
    Key("jointly", Flag(), msg("only all together")),
    Key("when", WHEN, msg("only then")),
    Key("decision", DECISION_NAME, msg("exercised by this decision")),
    Key("needs", NEEDS, msg("whose consent")),
)
POWER = entry(
    "power",
    model.Power,
    *HOLDER_KEYS,
    Key("also", Many(KeyTable("also", HOLDER_KEYS, model.Holder)), msg("further holders")),
    Key("frozen", Expr(Place.FROZEN), msg("cannot be used while"), field="frozen_when"),
    Key("current", Flag(), msg("a caretaker may")),
    Key("delegable", OneOf((Flag(), DELEGABLE)), msg("may be delegated")),
    Key("limit", Expr(Place.LIMIT), msg("within what limit")),
    Key("start", SUPPORTS, msg("who starts it")),
    Key("covers", Many(ArticleNumber()), msg("articles it covers")),
    parts={"first": model.Holder},
)

RECALL = entry(
    "recall",
    model.Recall,
    Key("of", PEOPLE, msg("bodies or lines of seats"), required=True),
    Key("target", TextShape(("person", "body")), msg("one holder, or all of them")),
    Key("by", PEOPLE, msg("who decides"), required=True),
    Key("start", SUPPORTS, msg("who starts it")),
    Key(
        "confidence",
        rows(Place.CONFIDENCE),
        msg("the seat falls at once when this holds"),
    ),
    Key("decision", DECISION_NAME, msg("by which decision")),
    Key("needs", NEEDS, msg("whose consent")),
    Key("when", WHEN, msg("possible only then")),
    Key(
        "reasons",
        OneOf((Flag(), Many(TEXT))),
        msg("must be given; or the only ones allowed"),
    ),
    Key("notice", A_CLOCK, msg("notice of intent")),
    Key("hearing", OneOf((Flag(), A_CLOCK)), msg("the holder is heard")),
    Key("discussion", A_CLOCK, msg("time for discussion")),
    Key("not_before", A_CLOCK, msg("not before this time in the post")),
    Key("bars", A_CLOCK, msg("cannot stand again for")),
    Key("cooling_off", A_CLOCK, msg("no second one for")),
    Key("pending", CARE, msg("until it is decided")),
    Key("interim", CARE, msg("until a successor sits")),
    Key("effect", TextShape(("vacate", "suspend")), msg("what it does")),
    Key(
        "then",
        STEPS,
        msg("who follows, instead of the line's succession"),
    ),
    parts={
        "deciding": model.RecallDeciding,
        "timing": model.RecallTiming,
        "aftermath": model.RecallAftermath,
    },
)

LIMIT = entry(
    "limit",
    model.Limit,
    Key("in", PEOPLE, msg("where"), required=True),
    Key(
        "per",
        OneOf((TextShape(("sender", "person")), Name("lists"))),
        msg("counted for each"),
    ),
    Key("with", PEOPLE, msg("posts not held together with it")),
    Key(
        "at_least",
        OneOf((SHARE.choices[1], rows(Place.AT_LEAST))),
        msg("least, or its share"),
    ),
    Key("at_most", rows(Place.AT_MOST), msg("most")),
    Key("when", WHEN, msg("only then")),
    Key(
        "checked",
        TextShape(("election", "succession", "always")),
        msg("when it is checked"),
    ),
    Key(
        "repair",
        TextShape(("refuse", "next", "next-of-group", "resign")),
        msg("what happens otherwise"),
    ),
)
CHECK = entry(
    "check",
    model.Check,
    Key(
        "of",
        PopulationShape(acts=True),
        msg("powers, events, or bodies: all their acts"),
        required=True,
    ),
    Key("by", PEOPLE, msg("who"), required=True),
    Key(
        "how",
        TextShape(("suspend", "annul", "replace", "block")),
        msg("what they can do"),
        required=True,
    ),
    Key("within", A_CLOCK, msg("within what time")),
    Key("lasts", ClockShape(event=True), msg("how long it lasts")),
    Key(
        "once",
        OneOf((Flag(), Name("flag"))),
        msg("only once against a text; with a fact of the act, nor against a text of which that is told"),
    ),
    Key("start", SUPPORTS, msg("who starts it")),
    Key("decision", DECISION_NAME, msg("by which decision")),
    Key("stays", DECISION_NAME, msg("the vote that keeps it")),
)
DUTY = entry(
    "duty",
    model.Duty,
    Key("of", PEOPLE, msg("who owes it"), required=True),
    Key("to", PEOPLE, msg("to whom"), required=True),
    Key("every", ClockShape(positive=True), msg("how often")),
    Key("after", Event(), msg("after what")),
    Key("within", A_CLOCK, msg("within what time")),
    Key("overdue", TextShape(("shown", "notify", "vacate")), msg("when it is late")),
)
AGREEMENT = entry(
    "agreement",
    model.AgreementRule,
    Key("sign", Name("power"), msg("the power that signs")),
    Key("ratify", NEEDS, msg("who ratifies")),
    Key(
        "force",
        KeyTable(
            "force",
            (
                Key("when", WHEN, msg("when")),
                Key("after", A_CLOCK, msg("how long after")),
                Key(
                    "each_after",
                    A_CLOCK,
                    msg("for each party, after its own ratification"),
                ),
            ),
            model.EntryIntoForce,
        ),
        msg("entry into force"),
    ),
    Key(
        "leave",
        KeyTable(
            "leave",
            (
                Key("notice", A_CLOCK, msg("notice")),
                Key(
                    "window",
                    KeyTable(
                        "leave_window",
                        (
                            Key("every", DurationShape(positive=True), msg("it comes round"), required=True),
                            Key("length", DurationShape(positive=True), msg("open for"), required=True),
                        ),
                        model.LeaveWindow,
                    ),
                    msg("when one may leave, from the day on which the party was bound"),
                ),
            ),
            model.Withdrawal,
        ),
        msg("how a party leaves"),
    ),
)
CLOCK = entry("clock", model.NamedClock, *CLOCK_KEYS, parts={"clock": pieces.Clock})
