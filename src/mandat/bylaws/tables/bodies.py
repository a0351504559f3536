"""Bodies and their lines of seats, facts and definitions."""

from __future__ import annotations

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.tables.parts import (
    A_TERM,
    BODIES,
    DECISION_NAME,
    NEEDS,
    PEOPLE,
    SHARE,
    STEPS,
    TEXTS,
    WHEN,
    entry,
    rows,
    words_of,
)
from mandat.bylaws.tables.shapes import (
    Event,
    Expr,
    Flag,
    Inline,
    Key,
    Many,
    MapOf,
    Name,
    OneOf,
    RowsOf,
    Silent,
    Table,
    Whole,
    Words,
)

LINE = entry(
    "seats",
    model.SeatLine,
    Key("from", Many(Name("sender")), "who sends or elects", "qui envoie ou élit"),
    Key("where", Expr(Place.WHERE), "which of them", "lesquels"),
    Key("when", WHEN, "the line exists only then", "la ligne n'existe qu'alors"),
    Key("fill", words_of(model.Fill), "elected if absent", "comment le siège est pourvu ; élection à défaut"),
    Key("by", RowsOf(PEOPLE, Place.WHEN), "who fills it, if not those of `from`", "qui pourvoit le siège"),
    Key("number", rows(Place.NUMBER), "posts for each sender", "postes par expéditeur"),
    Key(
        "total",
        rows(Place.TOTAL),
        "posts in all, shared out by `divide`",
        "postes en tout, répartis par `divide`",
    ),
    Key("divide", SHARE, "how the total is shared out", "comment le total est réparti"),
    Key("at_least", rows(Place.AT_LEAST), "least for each", "minimum pour chacun"),
    Key("at_most", rows(Place.AT_MOST), "most for each", "maximum pour chacun"),
    Key("as_of", Words(("live", "election")), "when the number follows", "quand le nombre suit"),
    Key(
        "surplus",
        Words(("stay", "last-elected", "fewest-votes", "lot", "sender")),
        "who leaves when the number falls",
        "qui part quand le nombre baisse",
        enforced=False,
    ),
    Key("short", Words(("vacant", "uncontested", "reopen")), "too few stand", "trop peu de candidats"),
    Key("elect", Inline("decision"), "how they are elected", "comment ils sont élus"),
    Key("decision", DECISION_NAME, "by which decision", "par quelle décision"),
    Key("needs", NEEDS, "whose consent besides", "quel accord en plus"),
    Key("eligible", Expr(Place.ELIGIBLE), "to enter", "pour entrer"),
    Key("keeps", Expr(Place.KEEPS), "to stay", "pour rester"),
    Key("may_vote", Expr(Place.MAY_VOTE), "which holders vote", "quels titulaires votent"),
    Key("voice", OneOf((Flag(), Expr(Place.MAY_VOTE))), "speaks without a vote", "voix consultative"),
    Key(
        "weights",
        MapOf(rows(Place.WEIGHTS)),
        "named tallies: votes that a post carries",
        "décomptes nommés : voix d'un poste",
    ),
    Key("term", A_TERM, "how long", "durée du mandat"),
    Key("succession", Silent(STEPS), "who follows, in order", "qui succède, dans l'ordre"),
    Key(
        "absent",
        Many(Words(("substitute", "deputy", "proxy", "nobody"))),
        "who stands in for a day",
        "qui remplace un jour",
    ),
    Key("substitutes", rows(Place.NUMBER), "how many substitutes are elected", "combien de suppléants"),
    Key(
        "instructions",
        Silent(Words(("free", "advice", "binding", "forbidden"))),
        "whether the sender may instruct",
        "si l'expéditeur donne des instructions",
    ),
    Key(
        "breach",
        Words(("shown", "counted", "void")),
        "a vote against instructions",
        "un vote contraire aux instructions",
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
    Key("type", words_of(model.BodyType), "what it is", "ce que c'est", required=True),
    Key("many", Flag(), "many bodies of this kind", "plusieurs organes de ce genre"),
    Key("each", BODIES, "one for each of another kind", "un pour chacun d'un autre genre"),
    Key("part_of", Name("body"), "the kind it belongs to", "le genre auquel il appartient"),
    Key("may_vote", Expr(Place.MAY_VOTE), "which members vote", "quels membres votent"),
    Key(
        "weights",
        MapOf(rows(Place.MEMBER_WEIGHTS)),
        "named tallies: votes that a member carries",
        "décomptes nommés : voix d'un membre",
    ),
    Key(
        "proxies",
        OneOf(
            (
                Flag(False),
                Whole(1),
                Table(
                    "proxies",
                    (
                        Key("at_most", Whole(1), "for one holder", "par mandataire"),
                        Key("within", PEOPLE, "only among these", "seulement entre eux"),
                    ),
                    model.ProxyRule,
                ),
            )
        ),
        "proxies one may hold",
        "procurations par personne",
    ),
    Key(
        "ad_hoc",
        OneOf(
            (
                Flag(),
                Table(
                    "ad_hoc",
                    (
                        Key("opens", Event(), "opened by", "ouvert par", enforced=False),
                        Key("closes", Event(), "closed by", "fermé par", enforced=False),
                    ),
                    model.AdHoc,
                ),
            )
        ),
        "exists for one matter",
        "existe pour une affaire",
    ),
    Key("direct", Name("body"), "assembly that may decide instead", "assemblée qui peut décider à sa place"),
    Key("seats", MapOf(LINE), "its lines of seats", "ses lignes de sièges"),
    parts={"voting": model.MemberVoting},
)

FACT = entry(
    "fact",
    model.Fact,
    Key("of", Many(Name("body", ("person", "act", "federation"))), "of whom", "de qui", required=True),
    Key(
        "type",
        Words(("flag", "label", "number", "people", "votes", "money", "duration", "date")),
        "what it is",
        "ce que c'est",
        required=True,
    ),
    Key("values", TEXTS, "the labels", "les étiquettes"),
    Key("told_by", PEOPLE, "who tells it", "qui le déclare"),
    Key(
        "decision",
        DECISION_NAME,
        "told only as this decision carries it",
        "déclaré seulement par cette décision",
    ),
    Key("challenge", PEOPLE, "who judges a doubt", "qui tranche un doute"),
)
DEFINE = entry(
    "define",
    model.Define,
    Key("is", rows(Place.DEFINE), "the expression", "l'expression", required=True),
)
