"""The other pieces of the language as tables of keys: support, needs, succession, share, care."""

from __future__ import annotations

from typing import get_args

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.model import pieces
from mandat.bylaws.tables.methods import DIVISORS
from mandat.bylaws.tables.shapes import Brief, Expr, Key, KeyTable, Many, MethodName, Name, OneOf, TextShape
from mandat.bylaws.tables.usual import A_CLOCK, DECISION_NAME, PEOPLE, TEXTS, WHEN
from mandat.language import msg


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
