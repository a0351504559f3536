"""Decisions, motions and the convening of bodies."""

from __future__ import annotations

from dataclasses import replace

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.tables.entry_keys import ENTRY_KEYS, entry
from mandat.bylaws.tables.pieces import needs, support
from mandat.bylaws.tables.shapes import (
    ClockShape,
    Event,
    Expr,
    Flag,
    Key,
    KeyTable,
    Many,
    MethodName,
    Name,
    OneOf,
    RowsOf,
    Silent,
    TextShape,
)
from mandat.bylaws.tables.usual import A_CLOCK, BEFORE, DECISION_NAME, PEOPLE, TEXT, rows, words_of
from mandat.language import msg

NOMINATIONS = ClockShape(asked=("length", "days", "extend"))
DISCUSSION = ClockShape(asked=("length", "days", "at_least", "at_most", "restart", "vary", "shut"))
VOTING = ClockShape(asked=("length", "days", "vary"))

DECISION = entry(
    "decision",
    model.Decision,
    Key("in", PEOPLE, msg("the body that decides in a meeting")),
    Key("voters", PEOPLE, msg("who votes, if not the body")),
    Key(
        "method",
        RowsOf(MethodName(), Place.METHOD),
        msg("the counting rule; yes-no if absent"),
    ),
    Key("lists", Name("lists"), msg("what makes the lists: caucuses or a label")),
    Key("default", TEXT, msg("the option that means none of these")),
    Key("opens", BEFORE, msg("when it opens")),
    Key(
        "nomination",
        Many(support(Place.NOMINATOR, Place.NOMINATED, "who", "enough", "within", within=NOMINATIONS)),
        msg("who may nominate"),
    ),
    Key("campaign", A_CLOCK, msg("time for the campaign")),
    Key("discussion", DISCUSSION, msg("time for discussion")),
    Key("voting", VOTING, msg("how long the vote is open")),
    Key(
        "roll_at",
        Event(),
        msg("when the roll is frozen, if not at the opening"),
    ),
    Key(
        "ballot",
        Silent(words_of(model.Ballot)),
        msg("open, roll-call, secret or written"),
    ),
    Key(
        "roll_call",
        Many(support(Place.ROLL_CALL_SIGNER, Place.ROLL_CALL, "who", "enough")),
        msg("who may demand a roll call"),
    ),
    Key("tally", Name("weight", ("heads",)), msg("which votes decide")),
    Key("show", Many(Name("weight", ("heads",))), msg("which tallies are printed")),
    Key("quorum", rows(Place.QUORUM), msg("else there is no decision at all")),
    Key("carried", rows(Place.CARRIED), msg("when it is carried")),
    Key("rejected", rows(Place.REJECTED), msg("when it is rejected; else it stands")),
    Key("tie", Silent(OneOf((TextShape(("lot",)), PEOPLE))), msg("who breaks a tie")),
    Key("barred", Expr(Place.BARRED), msg("who may not vote")),
    Key(
        "again",
        KeyTable(
            "again",
            (
                Key("after", A_CLOCK, msg("how long after")),
                Key("quorum", rows(Place.QUORUM), msg("the quorum then")),
                Key("carried", rows(Place.CARRIED), msg("the majority then")),
            ),
            model.SecondConvocation,
        ),
        msg("second convocation if the quorum fails"),
    ),
    Key(
        "repeat",
        Many(TextShape(("default", "quorum", "tie"))),
        msg("repeated when this happens"),
    ),
    rest="balloting.parameters",
    subject="in",
    parts={"balloting": model.Balloting, "course": model.Course, "verdict": model.Verdict},
)

_ELECTS = frozenset({"lists", "opens", "nomination", "campaign"})
_ELECTS_TOO = frozenset({"method", "default", "voting", "ballot", "quorum", "carried", "rejected", "repeat"})


def _of_election(key: Key) -> Key:
    asked = key in ENTRY_KEYS or key.name in _ELECTS | _ELECTS_TOO
    shape = A_CLOCK if key.name == "voting" else key.shape
    return replace(key, shape=shape, enforced=key.enforced and asked)


ELECTION = replace(
    DECISION,
    keys=tuple(_of_election(key) for key in DECISION.keys),
)
"""A decision as an election: who votes is said by the line, and a lot breaks its ties."""
VOTE = replace(
    DECISION,
    keys=tuple(replace(key, enforced=key.enforced and key.name not in _ELECTS) for key in DECISION.keys),
)
"""A decision as a vote on a motion."""

MOTION = entry(
    "motion",
    model.MotionRule,
    Key("in", PEOPLE, msg("where it is moved"), required=True),
    Key("start", Many(support(Place.MOVER, Place.MOVED, "who", "enough")), msg("who may move it")),
    Key("discussion", DISCUSSION, msg("time for discussion")),
    Key("closes", BEFORE, msg("when texts are closed")),
    Key("published", BEFORE, msg("when it is published")),
    Key("decision", DECISION_NAME, msg("by which decision")),
)
CONVENING = entry(
    "convening",
    model.ConveningRule,
    Key("by", PEOPLE, msg("who calls it")),
    Key("every", ClockShape(positive=True), msg("how often")),
    Key("first", A_CLOCK, msg("the first time")),
    Key("notice", A_CLOCK, msg("notice")),
    Key(
        "urgent",
        KeyTable(
            "urgent",
            (
                Key("by", PEOPLE, msg("who"), required=True),
                Key("notice", A_CLOCK, msg("notice")),
                Key("when", Expr(Place.URGENT_WHEN), msg("when")),
            ),
            model.UrgentCall,
        ),
        msg("shorter notice"),
    ),
    Key(
        "demand",
        Many(support(Place.DEMAND_SIGNER, Place.DEMANDED, "who", "enough", "within", "span", "same")),
        msg("who may demand it"),
    ),
    Key(
        "fallback",
        Many(
            KeyTable(
                "fallback",
                (
                    Key("after", A_CLOCK, msg("after"), required=True),
                    Key("by", PEOPLE, msg("who calls it then"), required=True),
                    Key("when", Expr(Place.FALLBACK_WHEN), msg("only if")),
                ),
                model.Fallback,
            )
        ),
        msg("who calls it when those who must do not"),
    ),
    Key(
        "needs",
        Many(needs(Place.CALL_NEED_WHEN, Place.CALL_NEED_ENOUGH, "decision", "when")),
        msg("whose consent"),
    ),
    Key("closes", BEFORE, msg("when the agenda is closed")),
    Key("late", Expr(Place.LATE), msg("condition for late items")),
    Key("remote", OneOf((Flag(), Expr(Place.REMOTE))), msg("taking part from afar")),
    parts={"calling": model.Calling},
)
