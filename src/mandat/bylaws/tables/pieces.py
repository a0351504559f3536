"""The other pieces of the language as tables of keys: support, needs, succession, share, care."""

from __future__ import annotations

from typing import get_args

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.model import pieces
from mandat.bylaws.tables.methods import DIVISORS
from mandat.bylaws.tables.shapes import (
    Brief,
    ClockShape,
    Expr,
    Key,
    KeyTable,
    Many,
    MethodName,
    Name,
    OneOf,
    TextShape,
)
from mandat.bylaws.tables.usual import A_CLOCK, DECISION_NAME, PEOPLE, TEXTS
from mandat.language import msg

SILENT = ClockShape(asked=("length", "days", "silence"))
"""A clock at whose end silence means something."""


def support(who: Place, enough: Place, *asked: str, within: ClockShape = A_CLOCK) -> KeyTable:
    """Return the table of a support: what its conditions are about where it stands, and which keys are asked there."""
    return KeyTable(
        "support",
        (
            Key("by", PEOPLE, msg("who may sign"), required=True),
            Key("who", Expr(who), msg("condition on each signer"), enforced="who" in asked),
            Key("enough", Expr(enough), msg("how many signatures suffice"), enforced="enough" in asked),
            Key(
                "within",
                within,
                msg("time from the start in which they must come"),
                enforced="within" in asked,
            ),
            Key("span", A_CLOCK, msg("no two signatures further apart"), enforced="span" in asked),
            Key("same", TEXTS, msg("what all must have signed alike"), enforced="same" in asked),
            Key("publish", A_CLOCK, msg("when it is published"), enforced=False),
            Key("answer", A_CLOCK, msg("time to answer it"), enforced=False),
        ),
        pieces.Support,
        subject="by",
    )


SUPPORT = support(Place.RECALL_SIGNER, Place.RECALL_SIGNED, "who", "enough", "within", "span", "same")
"""A support as the manual tells it."""


def needs(when: Place, enough: Place, *asked: str) -> KeyTable:
    """Return the table of a need: what its conditions are about where it stands, and which keys are asked there."""
    return KeyTable(
        "needs",
        (
            Key("from", PEOPLE, msg("whose consent"), required=True),
            Key(
                "as",
                TextShape(("countersign", "nominate", "consent", "ratify", "confirm")),
                msg("on the act (countersign), before it (nominate, consent) or after it (ratify, confirm)"),
                required=True,
            ),
            Key("decision", DECISION_NAME, msg("by which decision"), enforced="decision" in asked),
            Key("enough", Expr(enough), msg("how many of them suffice"), enforced="enough" in asked),
            Key("within", SILENT, msg("within what time"), enforced="within" in asked),
            Key("when", Expr(when), msg("only then"), enforced="when" in asked),
        ),
        pieces.Need,
    )


NEED = needs(Place.POWER_NEED_WHEN, Place.POWER_NEED_ENOUGH, "decision", "enough", "within", "when")
"""A need as the manual tells it."""
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
            Key("who", Expr(Place.SUCCESSOR), msg("condition on the successor")),
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
                    Expr(Place.BASE),
                    msg("what it is shared by"),
                    required=True,
                ),
            ),
            pieces.Share,
        ),
        Expr(Place.DIVIDE),
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
