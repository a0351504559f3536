"""Decisions, motions and the convening of bodies."""

from __future__ import annotations

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.tables.parts import (
    A_CLOCK,
    DECISION_NAME,
    NEEDS,
    PEOPLE,
    SUPPORTS,
    TEXT,
    WHEN,
    entry,
    rows,
    words_of,
)
from mandat.bylaws.tables.shapes import (
    Event,
    Expr,
    Flag,
    Key,
    Many,
    Method,
    Name,
    OneOf,
    RowsOf,
    Silent,
    Table,
    Words,
)

DECISION = entry(
    "decision",
    model.Decision,
    Key("in", PEOPLE, "the body that decides in a meeting", "l'organe qui décide en séance"),
    Key("voters", PEOPLE, "who votes, if not the body", "qui vote, si ce n'est l'organe"),
    Key(
        "method",
        RowsOf(Method(), Place.WHEN),
        "the counting rule; yes-no if absent",
        "la méthode ; oui-non à défaut",
    ),
    Key("lists", Name("lists"), "what makes the lists: caucuses or a label", "ce qui forme les listes"),
    Key("default", TEXT, "the option that means none of these", "l'option qui refuse toutes les autres"),
    Key("opens", A_CLOCK, "when it opens", "quand elle s'ouvre"),
    Key("nomination", SUPPORTS, "who may nominate", "qui peut proposer des candidats"),
    Key("campaign", A_CLOCK, "time for the campaign", "durée de la campagne"),
    Key("discussion", A_CLOCK, "time for discussion", "durée du débat"),
    Key("voting", A_CLOCK, "how long the vote is open", "durée du vote"),
    Key(
        "roll_at",
        Event(),
        "when the roll is frozen, if not at the opening",
        "quand la liste électorale est arrêtée",
    ),
    Key(
        "ballot",
        Silent(words_of(model.Ballot)),
        "open, roll-call, secret or written",
        "public, nominal, secret ou écrit",
    ),
    Key("roll_call", SUPPORTS, "who may demand a roll call", "qui peut demander le vote nominal"),
    Key("tally", Name("weight", ("heads",)), "which votes decide", "quelles voix décident"),
    Key(
        "show", Many(Name("weight", ("heads",))), "which tallies are printed", "quels décomptes sont imprimés"
    ),
    Key("quorum", rows(Place.QUORUM), "else there is no decision at all", "sinon il n'y a pas de décision"),
    Key("carried", rows(Place.CARRIED), "when it is carried", "quand c'est adopté"),
    Key("rejected", rows(Place.REJECTED), "when it is rejected; else it stands", "quand c'est rejeté"),
    Key("tie", Silent(OneOf((Words(("lot",)), PEOPLE))), "who breaks a tie", "qui départage"),
    Key("barred", Expr(Place.BARRED), "who may not vote", "qui ne peut voter"),
    Key(
        "again",
        Table(
            "again",
            (
                Key("after", A_CLOCK, "how long after", "combien de temps après"),
                Key("quorum", rows(Place.QUORUM), "the quorum then", "le quorum alors"),
                Key("carried", rows(Place.CARRIED), "the majority then", "la majorité alors"),
            ),
            model.SecondConvocation,
        ),
        "second convocation if the quorum fails",
        "seconde convocation si le quorum manque",
    ),
    Key(
        "repeat",
        Many(Words(("default", "quorum", "tie"))),
        "repeated when this happens",
        "recommencée dans ce cas",
    ),
    rest="balloting.parameters",
    subject="in",
    parts={"balloting": model.Balloting, "course": model.Course, "verdict": model.Verdict},
)

MOTION = entry(
    "motion",
    model.Motion,
    Key("in", PEOPLE, "where it is moved", "où elle est présentée", required=True),
    Key("start", SUPPORTS, "who may move it", "qui peut la présenter"),
    Key("discussion", A_CLOCK, "time for discussion", "durée du débat"),
    Key("closes", A_CLOCK, "when texts are closed", "clôture du dépôt"),
    Key("published", A_CLOCK, "when it is published", "quand elle est publiée"),
    Key("decision", DECISION_NAME, "by which decision", "par quelle décision"),
)
CONVENING = entry(
    "convening",
    model.Convening,
    Key("by", PEOPLE, "who calls it", "qui convoque"),
    Key("every", A_CLOCK, "how often", "à quel rythme"),
    Key("first", A_CLOCK, "the first time", "la première fois"),
    Key("notice", A_CLOCK, "notice", "délai de convocation"),
    Key(
        "urgent",
        Table(
            "urgent",
            (
                Key("by", PEOPLE, "who", "qui", required=True),
                Key("notice", A_CLOCK, "notice", "délai"),
                Key("when", WHEN, "when", "quand"),
            ),
            model.UrgentCall,
        ),
        "shorter notice",
        "convocation d'urgence",
    ),
    Key("demand", SUPPORTS, "who may demand it", "qui peut l'exiger"),
    Key(
        "fallback",
        Many(
            Table(
                "fallback",
                (
                    Key("after", A_CLOCK, "after", "après", required=True),
                    Key("by", PEOPLE, "who calls it then", "qui convoque alors", required=True),
                    Key("when", WHEN, "only if", "seulement si"),
                ),
                model.Fallback,
            )
        ),
        "who calls it when those who must do not",
        "qui convoque si l'organe compétent ne le fait pas",
    ),
    Key("needs", NEEDS, "whose consent", "quel accord"),
    Key("closes", A_CLOCK, "when the agenda is closed", "clôture de l'ordre du jour"),
    Key("late", Expr(Place.LATE), "condition for late items", "condition des points tardifs"),
    Key("remote", OneOf((Flag(), WHEN)), "taking part from afar", "participation à distance"),
    parts={"calling": model.Calling},
)
