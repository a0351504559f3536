"""Who may do what, who undoes it, how posts are lost: powers, recalls, checks, limits, duties, agreements."""

from __future__ import annotations

from mandat.bylaws import model
from mandat.bylaws.expression.places import Place
from mandat.bylaws.tables import vocabulary
from mandat.bylaws.tables.parts import (
    A_CLOCK,
    CARE,
    CLOCK_KEYS,
    DECISION_NAME,
    NEEDS,
    PEOPLE,
    SHARE,
    STEPS,
    SUPPORTS,
    TEXT,
    WHEN,
    entry,
    rows,
)
from mandat.bylaws.tables.shapes import (
    Article,
    ClockShape,
    Event,
    Expr,
    Flag,
    Key,
    Length,
    Many,
    Name,
    OneOf,
    People,
    Table,
    Words,
)

DELEGABLE = Table(
    "delegable",
    (
        Key("to", PEOPLE, "to whom", "à qui"),
        Key("decision", DECISION_NAME, "by which decision", "par quelle décision"),
        Key("limit", Expr(Place.LIMIT), "within what limit", "dans quelle limite"),
    ),
    model.Delegable,
)
HOLDER_KEYS = (
    Key("holder", PEOPLE, "who holds it", "qui le détient", required=True),
    Key("jointly", Flag(), "only all together", "seulement tous ensemble"),
    Key("when", WHEN, "only then", "seulement alors"),
    Key("decision", DECISION_NAME, "exercised by this decision", "exercé par cette décision"),
    Key("needs", NEEDS, "whose consent", "quel accord"),
)
POWER = entry(
    "power",
    model.Power,
    *HOLDER_KEYS,
    Key("also", Many(Table("also", HOLDER_KEYS, model.Holder)), "further holders", "autres détenteurs"),
    Key("frozen", Expr(Place.FROZEN), "cannot be used while", "suspendu tant que", field="frozen_when"),
    Key("current", Flag(), "a caretaker may", "un intérimaire le peut"),
    Key("delegable", OneOf((Flag(), DELEGABLE)), "may be delegated", "peut être délégué"),
    Key("limit", Expr(Place.LIMIT), "within what limit", "dans quelle limite"),
    Key("start", SUPPORTS, "who starts it", "qui en prend l'initiative"),
    Key("covers", Many(Article()), "articles it covers", "articles concernés"),
    parts={"first": model.Holder},
)

RECALL = entry(
    "recall",
    model.Recall,
    Key("of", PEOPLE, "bodies or lines of seats", "organes ou lignes de sièges", required=True),
    Key("target", Words(("person", "body")), "one holder, or all of them", "un titulaire, ou tous"),
    Key("by", PEOPLE, "who decides", "qui décide", required=True),
    Key("start", SUPPORTS, "who starts it", "qui la demande"),
    Key(
        "confidence",
        rows(Place.CONFIDENCE),
        "the seat falls at once when this holds",
        "le siège tombe dès que c'est vrai",
    ),
    Key("decision", DECISION_NAME, "by which decision", "par quelle décision"),
    Key("needs", NEEDS, "whose consent", "quel accord"),
    Key("when", WHEN, "possible only then", "possible seulement alors"),
    Key(
        "reasons",
        OneOf((Flag(), Many(TEXT))),
        "must be given; or the only ones allowed",
        "doivent être donnés ; ou les seuls admis",
    ),
    Key("notice", A_CLOCK, "notice of intent", "préavis"),
    Key("hearing", OneOf((Flag(), A_CLOCK)), "the holder is heard", "le titulaire est entendu"),
    Key("discussion", A_CLOCK, "time for discussion", "durée du débat"),
    Key("not_before", A_CLOCK, "not before this time in the post", "pas avant ce temps de fonction"),
    Key("bars", A_CLOCK, "cannot stand again for", "inéligible pendant"),
    Key("cooling_off", A_CLOCK, "no second one for", "pas de nouvelle demande avant"),
    Key("pending", CARE, "until it is decided", "jusqu'à la décision"),
    Key("interim", CARE, "until a successor sits", "jusqu'au successeur"),
    Key("effect", Words(("vacate", "suspend")), "what it does", "l'effet"),
    Key(
        "then",
        STEPS,
        "who follows, instead of the line's succession",
        "qui succède, au lieu de la règle de la ligne",
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
    Key("in", PEOPLE, "where", "où", required=True),
    Key(
        "per",
        OneOf((Words(("sender", "person")), Name("lists"))),
        "counted for each",
        "compté pour chaque",
    ),
    Key("with", PEOPLE, "posts not held together with it", "postes incompatibles"),
    Key(
        "at_least",
        OneOf((SHARE.choices[1], rows(Place.AT_LEAST))),
        "least, or its share",
        "minimum, ou sa part",
    ),
    Key("at_most", rows(Place.AT_MOST), "most", "maximum"),
    Key("when", WHEN, "only then", "seulement alors"),
    Key(
        "checked",
        Words(("election", "succession", "always")),
        "when it is checked",
        "quand c'est vérifié",
    ),
    Key(
        "repair",
        Words(("refuse", "next", "next-of-group", "resign")),
        "what happens otherwise",
        "sinon",
    ),
)
CHECK = entry(
    "check",
    model.Check,
    Key(
        "of",
        People(acts=True),
        "powers, events, or bodies: all their acts",
        "pouvoirs, événements, ou organes : tous leurs actes",
        required=True,
    ),
    Key("by", PEOPLE, "who", "qui", required=True),
    Key(
        "how",
        Words(("suspend", "annul", "replace", "block")),
        "what they can do",
        "ce qu'ils peuvent",
        required=True,
    ),
    Key("within", A_CLOCK, "within what time", "dans quel délai"),
    Key("lasts", ClockShape(event=True), "how long it lasts", "durée"),
    Key(
        "once",
        OneOf((Flag(), Name("flag"))),
        "only once against a text; with a fact of the act, nor against a text of which that is told",
        "une seule fois contre un texte ; avec un fait de l'acte, ni contre un texte dont il est déclaré",
    ),
    Key("start", SUPPORTS, "who starts it", "qui la demande"),
    Key("decision", DECISION_NAME, "by which decision", "par quelle décision"),
    Key("stays", DECISION_NAME, "the vote that keeps it", "le vote qui la maintient"),
)
DUTY = entry(
    "duty",
    model.Duty,
    Key("of", PEOPLE, "who owes it", "qui doit", required=True),
    Key("to", PEOPLE, "to whom", "à qui", required=True),
    Key("every", A_CLOCK, "how often", "à quel rythme"),
    Key("after", Event(), "after what", "après quoi"),
    Key("within", A_CLOCK, "within what time", "dans quel délai"),
    Key("overdue", Words(("shown", "notify", "vacate")), "when it is late", "en cas de retard"),
)
AGREEMENT = entry(
    "agreement",
    model.Agreement,
    Key("sign", Name("power"), "the power that signs", "le pouvoir qui signe"),
    Key("ratify", NEEDS, "who ratifies", "qui ratifie"),
    Key(
        "force",
        Table(
            "force",
            (
                Key("when", WHEN, "when", "quand"),
                Key("after", A_CLOCK, "how long after", "combien de temps après"),
                Key(
                    "each_after",
                    A_CLOCK,
                    "for each party, after its own ratification",
                    "pour chaque partie, après sa ratification",
                ),
            ),
            model.EntryIntoForce,
        ),
        "entry into force",
        "entrée en vigueur",
    ),
    Key(
        "leave",
        Table(
            "leave",
            (
                Key("notice", A_CLOCK, "notice", "préavis"),
                Key(
                    "window",
                    Table(
                        "leave_window",
                        (
                            Key("every", Length(), "it comes round", "elle revient tous les", required=True),
                            Key("length", Length(), "open for", "ouverte pendant", required=True),
                        ),
                        model.LeaveWindow,
                    ),
                    "when one may leave, from the day on which the party was bound",
                    "quand on peut partir, à compter du jour où la partie est liée",
                ),
            ),
            model.Withdrawal,
        ),
        "how a party leaves",
        "comment une partie s'en retire",
    ),
)
CLOCK = entry("clock", vocabulary.named_clock, *CLOCK_KEYS)
