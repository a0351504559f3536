"""Bodies and their lines of seats, facts and definitions."""

from __future__ import annotations

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.tables.clocks import A_TERM
from mandat.bylaws.tables.entry_keys import entry
from mandat.bylaws.tables.pieces import SHARE, STEPS, needs
from mandat.bylaws.tables.shapes import (
    Event,
    Expr,
    Flag,
    Inline,
    Key,
    KeyTable,
    Many,
    MapOf,
    Name,
    OneOf,
    RowsOf,
    Silent,
    TextShape,
    Whole,
)
from mandat.bylaws.tables.usual import BODIES, DECISION_NAME, PEOPLE, TEXTS, rows, words_of
from mandat.language import msg

LINE = entry(
    "seats",
    model.SeatLine,
    Key("from", Many(Name("sender")), msg("who sends or elects")),
    Key("where", Expr(Place.WHERE), msg("which of them")),
    Key("when", Expr(Place.LINE_WHEN), msg("the line exists only then")),
    Key("fill", words_of(model.Fill), msg("elected if absent")),
    Key("by", RowsOf(PEOPLE, Place.APPOINTER), msg("who fills it, if not those of `from`")),
    Key("number", rows(Place.NUMBER), msg("posts for each sender")),
    Key(
        "total",
        rows(Place.TOTAL),
        msg("posts in all, shared out by `divide`"),
    ),
    Key("divide", SHARE, msg("how the total is shared out")),
    Key("at_least", rows(Place.AT_LEAST), msg("least for each")),
    Key("at_most", rows(Place.AT_MOST), msg("most for each")),
    Key("as_of", TextShape(("live", "election")), msg("when the number follows")),
    Key(
        "surplus",
        TextShape(("stay", "last-elected", "fewest-votes", "lot", "sender")),
        msg("who leaves when the number falls"),
        enforced=False,
    ),
    Key("short", TextShape(("vacant", "uncontested", "reopen")), msg("too few stand")),
    Key("elect", Inline("decision"), msg("how they are elected")),
    Key("decision", DECISION_NAME, msg("by which decision")),
    Key(
        "needs",
        Many(needs(Place.SEAT_NEED_WHEN, Place.SEAT_NEED_ENOUGH, "decision", "within", "when")),
        msg("whose consent besides"),
    ),
    Key("eligible", Expr(Place.ELIGIBLE), msg("to enter")),
    Key("keeps", Expr(Place.KEEPS), msg("to stay")),
    Key("may_vote", Expr(Place.HOLDER_VOTES), msg("which holders vote")),
    Key("voice", OneOf((Flag(), Expr(Place.HOLDER_VOTES))), msg("speaks without a vote")),
    Key(
        "weights",
        MapOf(rows(Place.WEIGHTS)),
        msg("named tallies: votes that a post carries"),
    ),
    Key("term", A_TERM, msg("how long")),
    Key("succession", Silent(STEPS), msg("who follows, in order")),
    Key(
        "absent",
        Many(TextShape(("substitute", "deputy", "proxy", "nobody"))),
        msg("who stands in for a day"),
    ),
    Key("substitutes", rows(Place.SUBSTITUTES), msg("how many substitutes are elected")),
    Key(
        "instructions",
        Silent(TextShape(("free", "advice", "binding", "forbidden"))),
        msg("whether the sender may instruct"),
    ),
    Key(
        "breach",
        TextShape(("shown", "counted", "void")),
        msg("a vote against instructions"),
    ),
    subject="from",
    parts={
        "size": model.SeatNumber,
        "filling": model.SeatFilling,
        "mandate": model.SeatMandate,
        "replacing": model.SeatReplacement,
    },
)

BODY = entry(
    "body",
    model.BodyKind,
    Key("type", words_of(model.BodyType), msg("what it is"), required=True),
    Key("many", Flag(), msg("many bodies of this kind")),
    Key("each", BODIES, msg("one for each of another kind")),
    Key("part_of", Name("body"), msg("the kind it belongs to")),
    Key("may_vote", Expr(Place.MAY_VOTE), msg("which members vote")),
    Key(
        "weights",
        MapOf(rows(Place.MEMBER_WEIGHTS)),
        msg("named tallies: votes that a member carries"),
    ),
    Key(
        "proxies",
        OneOf(
            (
                Flag(False),
                Whole(1),
                KeyTable(
                    "proxies",
                    (
                        Key("at_most", Whole(1), msg("for one holder")),
                        Key("within", PEOPLE, msg("only among these")),
                    ),
                    model.ProxyRule,
                ),
            )
        ),
        msg("proxies one may hold"),
    ),
    Key(
        "ad_hoc",
        OneOf(
            (
                Flag(),
                KeyTable(
                    "ad_hoc",
                    (
                        Key("opens", Event(), msg("opened by"), enforced=False),
                        Key("closes", Event(), msg("closed by"), enforced=False),
                    ),
                    model.AdHoc,
                ),
            )
        ),
        msg("exists for one matter"),
    ),
    Key("direct", Name("body"), msg("assembly that may decide instead")),
    Key("seats", MapOf(LINE), msg("its lines of seats")),
    parts={"voting": model.MemberVoting},
)

FACT = entry(
    "fact",
    model.Fact,
    Key("of", Many(Name("body", ("person", "act", "federation"))), msg("of whom"), required=True),
    Key(
        "type",
        TextShape(("flag", "label", "number", "people", "votes", "money", "duration", "date")),
        msg("what it is"),
        required=True,
    ),
    Key("values", TEXTS, msg("the labels")),
    Key("told_by", PEOPLE, msg("who tells it")),
    Key(
        "decision",
        DECISION_NAME,
        msg("told only as this decision carries it"),
    ),
    Key("challenge", PEOPLE, msg("who judges a doubt")),
)
DEFINE = entry(
    "define",
    model.Define,
    Key("is", rows(Place.DEFINE), msg("the expression"), required=True),
)
