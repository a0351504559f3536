"""The language as one table: every table of a bylaws file, its keys, and the shape of each.

From here come the loader, the published JSON Schema, "did you mean", the list of keys in the manual, and the list of
keys that no act enforces yet. To add a key, add a line here and a field to ``model``.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import get_args

from mandat.bylaws import model, pieces, vocabulary
from mandat.bylaws.expression.places import Place
from mandat.bylaws.methods import DIVISORS
from mandat.bylaws.shapes import (
    Article,
    Brief,
    ByLanguage,
    ClockShape,
    Event,
    Expr,
    Flag,
    Inline,
    Key,
    Length,
    Many,
    MapOf,
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

VERSION = 1
"""The version of the language that this engine reads: ``mandat = 1``."""


def _rows(place: Place) -> Shape:
    return RowsOf(Expr(place), place)


def _words(alias: object) -> Words:
    return Words(get_args(alias))


_TEXT = Words()
_TEXTS = Many(_TEXT)
_CLOCK = ClockShape()
_PEOPLE = People()
_DECISION = Name("decision")
_BODIES = Many(Name("body"))
_WHEN = Expr(Place.WHEN)


def _support() -> Table:
    return Table(
        "support",
        (
            Key("by", _PEOPLE, "who may sign", "qui peut signer", required=True),
            Key("who", Expr(Place.WHO), "condition on each signer", "condition pour chaque signataire"),
            Key(
                "enough", Expr(Place.ENOUGH), "how many signatures suffice", "combien de signatures suffisent"
            ),
            Key("within", _CLOCK, "time from the start in which they must come", "délai à compter du début"),
            Key("span", _CLOCK, "no two signatures further apart", "écart maximal entre deux signatures"),
            Key("same", _TEXTS, "what all must have signed alike", "ce qui doit être identique"),
            Key("publish", _CLOCK, "when it is published", "quand elle est publiée"),
            Key("answer", _CLOCK, "time to answer it", "délai de réponse"),
        ),
        pieces.Support,
        subject="by",
    )


SUPPORT = _support()
_SUPPORTS = Many(SUPPORT)
NEED = Table(
    "needs",
    (
        Key("from", _PEOPLE, "whose consent", "de qui", required=True),
        Key(
            "as",
            Words(("countersign", "nominate", "consent", "ratify", "confirm")),
            "on the act (countersign), before it (nominate, consent) or after it (ratify, confirm)",
            "sur l'acte (countersign), avant (nominate, consent) ou après (ratify, confirm)",
            required=True,
        ),
        Key("decision", _DECISION, "by which decision", "par quelle décision"),
        Key("enough", Expr(Place.ENOUGH), "how many of them suffice", "combien d'entre eux suffisent"),
        Key("within", _CLOCK, "within what time", "dans quel délai"),
        Key("when", _WHEN, "only then", "seulement alors"),
    ),
    pieces.Need,
)
_NEEDS = Many(NEED)


def _change(name: str, *keys: Key) -> Table:
    return Table(name, keys)


_BY = Key("by", Length(), "by how much", "de combien", required=True)
CLOCK_KEYS = (
    Key("starts", Event(), "the event it runs from", "l'événement dont il part"),
    Key("before", Event(), "the event it is counted back from", "l'événement dont on compte à rebours"),
    Key("length", Length(), "how long", "durée"),
    Key(
        "until",
        Event(),
        "the event that ends it; with a length, the first one after it",
        "l'événement qui le termine ; avec une durée, le premier qui suit",
    ),
    Key("at_least", Length(), "never shorter", "jamais moins"),
    Key("at_most", Length(), "never longer", "jamais plus"),
    Key(
        "extend",
        _change("extend", Key("if", Expr(Place.IF), "if", "si", required=True), _BY),
        "longer if a condition holds at its end",
        "prolongé si une condition est remplie à la fin",
    ),
    Key(
        "restart",
        _change(
            "restart",
            Key("on", Many(Event()), "on these events", "à ces événements", required=True),
            Key("leaves", Length(), "at least this is left then", "il reste alors au moins", required=True),
        ),
        "events that give more time; never shortens",
        "événements qui rendent du temps ; ne raccourcit jamais",
    ),
    Key(
        "vary",
        _change(
            "vary",
            Key("by", _PEOPLE, "who may vary it", "qui peut la modifier", required=True),
            Key("length", Length(), "by how much at most", "de combien au plus", required=True),
        ),
        "somebody may make it longer or shorter",
        "quelqu'un peut l'allonger ou la raccourcir",
    ),
    Key(
        "shut",
        _change(
            "shut",
            Key("last", Length(), "this long before the end", "ce temps avant la fin", required=True),
            Key(
                "to", Many(Event()), "these events are shut out", "ces événements sont exclus", required=True
            ),
        ),
        "what cannot happen any more near the end",
        "ce qui n'est plus possible vers la fin",
    ),
    Key(
        "pause",
        _change(
            "pause",
            Key("from", Event(), "from this event", "de cet événement", required=True),
            Key("until", Event(), "until that one", "à celui-là", required=True),
        ),
        "does not run between two events",
        "ne court pas entre deux événements",
    ),
    Key("days", Words(("calendar", "clear", "working")), "which days count", "quels jours comptent"),
    Key("silence", Words(("nothing", "consents", "refuses")), "what silence means", "ce que vaut le silence"),
)
CLOCK = Table("clock", CLOCK_KEYS, pieces.Clock)

TERM = Table(
    "term",
    (
        *CLOCK_KEYS,
        Key(
            "window",
            Table(
                "window",
                (
                    Key("from", _TEXT, "first day", "premier jour"),
                    Key("until", _TEXT, "last day", "dernier jour"),
                ),
            ),
            "the days of the year in which it may end",
            "les jours de l'année où il peut finir",
        ),
        Key("skip_if", Expr(Place.IF), "the election is skipped if", "l'élection est sautée si"),
        Key(
            "rest",
            OneOf((Length(), Whole(1))),
            "pause before standing again, or terms before it",
            "pause avant de se représenter, ou mandats avant elle",
        ),
        Key(
            "rotation",
            Table(
                "rotation",
                (
                    Key("on", _TEXT, "the day, as --MM-DD", "le jour, sous la forme --MM-DD", required=True),
                    Key("of", Whole(1), "how many go", "combien partent", required=True),
                    Key("order", Words(("seniority", "lot", "served")), "who first", "qui d'abord"),
                    Key("if", Expr(Place.IF), "only those", "seulement ceux"),
                    Key("until", _TEXT, "the day on which they go", "le jour de leur départ"),
                ),
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
        ),
    ),
    vocabulary.term,
)
_TERM = Silent(Brief(ClockShape(), TERM, vocabulary.term_of))

STEP_WORDS = get_args(vocabulary.StepWord)
STEP = Brief(
    Words(STEP_WORDS),
    Table(
        "succession",
        (
            Key("by", Words(STEP_WORDS), "the way", "la manière", required=True),
            Key("within", _CLOCK, "within what time", "dans quel délai"),
            Key("in", Name("body"), "in which body", "dans quel organe"),
            Key("method", Method(), "by which rule", "selon quelle méthode"),
            Key("who", Expr(Place.WHO), "condition on the successor", "condition pour le successeur"),
            Key("at", Words(("vote",)), "on the same ballot", "sur le même bulletin"),
        ),
        pieces.SuccessionStep,
    ),
    vocabulary.step_of,
)
_STEPS = Many(STEP)
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
            "acting", (Key("acting", _PEOPLE, "who acts meanwhile", "qui assure l'intérim", required=True),)
        ),
    )
)

ENTRY_KEYS = (
    Key("article", Article(), "the article that rulings cite", "l'article cité par les décisions"),
    Key("title", ByLanguage(), "title, by language", "titre, par langue"),
    Key("note", _TEXT, "a remark for readers", "une remarque pour les lecteurs"),
    Key("source", _TEXT, "where the rule comes from", "l'origine de la règle"),
    Key("like", Name("entry"), "takes the other entry's keys", "reprend les clés d'une autre entrée"),
)
UNINHERITED = frozenset(("article", "title", "note", "source", "like"))
"""What ``like`` does not take over: these name an entry, they do not rule."""


def _entry(name: str, make: Callable[..., object], *keys: Key, rest: str = "", subject: str = "") -> Table:
    return Table(name, (*ENTRY_KEYS, *keys), make, rest, subject)


DECISION = _entry(
    "decision",
    model.Decision,
    Key("in", _PEOPLE, "the body that decides in a meeting", "l'organe qui décide en séance"),
    Key("voters", _PEOPLE, "who votes, if not the body", "qui vote, si ce n'est l'organe"),
    Key(
        "method",
        RowsOf(Method(), Place.WHEN),
        "the counting rule; yes-no if absent",
        "la méthode ; oui-non à défaut",
    ),
    Key("lists", Name("lists"), "what makes the lists: caucuses or a label", "ce qui forme les listes"),
    Key("default", _TEXT, "the option that means none of these", "l'option qui refuse toutes les autres"),
    Key("opens", _CLOCK, "when it opens", "quand elle s'ouvre"),
    Key("nomination", _SUPPORTS, "who may nominate", "qui peut proposer des candidats"),
    Key("campaign", _CLOCK, "time for the campaign", "durée de la campagne"),
    Key("discussion", _CLOCK, "time for discussion", "durée du débat"),
    Key("voting", _CLOCK, "how long the vote is open", "durée du vote"),
    Key(
        "roll_at",
        Event(),
        "when the roll is frozen, if not at the opening",
        "quand la liste électorale est arrêtée",
    ),
    Key(
        "ballot",
        Silent(_words(model.Ballot)),
        "open, roll-call, secret or written",
        "public, nominal, secret ou écrit",
    ),
    Key("roll_call", _SUPPORTS, "who may demand a roll call", "qui peut demander le vote nominal"),
    Key("tally", Name("weight", ("heads",)), "which votes decide", "quelles voix décident"),
    Key(
        "show", Many(Name("weight", ("heads",))), "which tallies are printed", "quels décomptes sont imprimés"
    ),
    Key("quorum", _rows(Place.QUORUM), "else there is no decision at all", "sinon il n'y a pas de décision"),
    Key("carried", _rows(Place.CARRIED), "when it is carried", "quand c'est adopté"),
    Key("rejected", _rows(Place.REJECTED), "when it is rejected; else it stands", "quand c'est rejeté"),
    Key("tie", Silent(OneOf((Words(("lot",)), _PEOPLE))), "who breaks a tie", "qui départage"),
    Key("barred", Expr(Place.BARRED), "who may not vote", "qui ne peut voter"),
    Key(
        "again",
        Table(
            "again",
            (
                Key("after", _CLOCK, "how long after", "combien de temps après"),
                Key("quorum", _rows(Place.QUORUM), "the quorum then", "le quorum alors"),
                Key("carried", _rows(Place.CARRIED), "the majority then", "la majorité alors"),
            ),
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
    rest="parameters",
    subject="in",
)

LINE = _entry(
    "seats",
    model.SeatLine,
    Key("from", Many(Name("sender")), "who sends or elects", "qui envoie ou élit"),
    Key("where", Expr(Place.WHERE), "which of them", "lesquels"),
    Key("when", _WHEN, "the line exists only then", "la ligne n'existe qu'alors"),
    Key("fill", _words(model.Fill), "elected if absent", "comment le siège est pourvu ; élection à défaut"),
    Key("by", RowsOf(_PEOPLE, Place.WHEN), "who fills it, if not those of `from`", "qui pourvoit le siège"),
    Key("number", _rows(Place.NUMBER), "posts for each sender", "postes par expéditeur"),
    Key(
        "total",
        _rows(Place.TOTAL),
        "posts in all, shared out by `divide`",
        "postes en tout, répartis par `divide`",
    ),
    Key("divide", SHARE, "how the total is shared out", "comment le total est réparti"),
    Key("at_least", _rows(Place.AT_LEAST), "least for each", "minimum pour chacun"),
    Key("at_most", _rows(Place.AT_MOST), "most for each", "maximum pour chacun"),
    Key("as_of", Words(("live", "election")), "when the number follows", "quand le nombre suit"),
    Key(
        "surplus",
        Words(("stay", "last-elected", "fewest-votes", "lot", "sender")),
        "who leaves when the number falls",
        "qui part quand le nombre baisse",
    ),
    Key("short", Words(("vacant", "uncontested", "reopen")), "too few stand", "trop peu de candidats"),
    Key("elect", Inline("decision"), "how they are elected", "comment ils sont élus"),
    Key("decision", _DECISION, "by which decision", "par quelle décision"),
    Key("needs", _NEEDS, "whose consent besides", "quel accord en plus"),
    Key("eligible", Expr(Place.ELIGIBLE), "to enter", "pour entrer"),
    Key("keeps", Expr(Place.KEEPS), "to stay", "pour rester"),
    Key("may_vote", Expr(Place.MAY_VOTE), "which holders vote", "quels titulaires votent"),
    Key("voice", OneOf((Flag(), Expr(Place.MAY_VOTE))), "speaks without a vote", "voix consultative"),
    Key(
        "weights",
        MapOf(_rows(Place.WEIGHTS)),
        "named tallies: votes that a post carries",
        "décomptes nommés : voix d'un poste",
    ),
    Key("term", _TERM, "how long", "durée du mandat"),
    Key("succession", Silent(_STEPS), "who follows, in order", "qui succède, dans l'ordre"),
    Key(
        "absent",
        Many(Words(("substitute", "deputy", "proxy", "nobody"))),
        "who stands in for a day",
        "qui remplace un jour",
    ),
    Key("substitutes", _rows(Place.NUMBER), "how many substitutes are elected", "combien de suppléants"),
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
)

BODY = _entry(
    "body",
    model.BodyKind,
    Key("type", _words(model.BodyType), "what it is", "ce que c'est", required=True),
    Key("many", Flag(), "many bodies of this kind", "plusieurs organes de ce genre"),
    Key("each", _BODIES, "one for each of another kind", "un pour chacun d'un autre genre"),
    Key("part_of", Name("body"), "the kind it belongs to", "le genre auquel il appartient"),
    Key("may_vote", Expr(Place.MAY_VOTE), "which members vote", "quels membres votent"),
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
                        Key("within", _PEOPLE, "only among these", "seulement entre eux"),
                    ),
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
                        Key("opens", Event(), "opened by", "ouvert par"),
                        Key("closes", Event(), "closed by", "fermé par"),
                    ),
                ),
            )
        ),
        "exists for one matter",
        "existe pour une affaire",
    ),
    Key("direct", Name("body"), "assembly that may decide instead", "assemblée qui peut décider à sa place"),
    Key("seats", MapOf(LINE), "its lines of seats", "ses lignes de sièges"),
)

DELEGABLE = Table(
    "delegable",
    (
        Key("to", _PEOPLE, "to whom", "à qui"),
        Key("decision", _DECISION, "by which decision", "par quelle décision"),
        Key("limit", Expr(Place.LIMIT), "within what limit", "dans quelle limite"),
    ),
    model.Delegable,
)
HOLDER_KEYS = (
    Key("holder", _PEOPLE, "who holds it", "qui le détient", required=True),
    Key("jointly", Flag(), "only all together", "seulement tous ensemble"),
    Key("when", _WHEN, "only then", "seulement alors"),
    Key("decision", _DECISION, "exercised by this decision", "exercé par cette décision"),
    Key("needs", _NEEDS, "whose consent", "quel accord"),
)
POWER = _entry(
    "power",
    model.Power,
    *HOLDER_KEYS,
    Key("also", Many(Table("also", HOLDER_KEYS, model.Holder)), "further holders", "autres détenteurs"),
    Key("frozen", Expr(Place.FROZEN), "cannot be used while", "suspendu tant que", field="frozen_when"),
    Key("current", Flag(), "a caretaker may", "un intérimaire le peut"),
    Key("delegable", OneOf((Flag(), DELEGABLE)), "may be delegated", "peut être délégué"),
    Key("limit", Expr(Place.LIMIT), "within what limit", "dans quelle limite"),
    Key("start", _SUPPORTS, "who starts it", "qui en prend l'initiative"),
    Key("covers", Many(Article()), "articles it covers", "articles concernés"),
)

RECALL = _entry(
    "recall",
    model.Recall,
    Key("of", _PEOPLE, "bodies or lines of seats", "organes ou lignes de sièges", required=True),
    Key("target", Words(("person", "body")), "one holder, or all of them", "un titulaire, ou tous"),
    Key("by", _PEOPLE, "who decides", "qui décide", required=True),
    Key("start", _SUPPORTS, "who starts it", "qui la demande"),
    Key(
        "confidence",
        _rows(Place.CONFIDENCE),
        "the seat falls at once when this holds",
        "le siège tombe dès que c'est vrai",
    ),
    Key("decision", _DECISION, "by which decision", "par quelle décision"),
    Key("needs", _NEEDS, "whose consent", "quel accord"),
    Key("when", _WHEN, "possible only then", "possible seulement alors"),
    Key(
        "reasons",
        OneOf((Flag(), Many(_TEXT))),
        "must be given; or the only ones allowed",
        "doivent être donnés ; ou les seuls admis",
    ),
    Key("notice", _CLOCK, "notice of intent", "préavis"),
    Key("hearing", OneOf((Flag(), _CLOCK)), "the holder is heard", "le titulaire est entendu"),
    Key("discussion", _CLOCK, "time for discussion", "durée du débat"),
    Key("not_before", _CLOCK, "not before this time in the post", "pas avant ce temps de fonction"),
    Key("bars", _CLOCK, "cannot stand again for", "inéligible pendant"),
    Key("cooling_off", _CLOCK, "no second one for", "pas de nouvelle demande avant"),
    Key("pending", CARE, "until it is decided", "jusqu'à la décision"),
    Key("interim", CARE, "until a successor sits", "jusqu'au successeur"),
    Key("effect", Words(("vacate", "suspend")), "what it does", "l'effet"),
    Key(
        "then",
        _STEPS,
        "who follows, instead of the line's succession",
        "qui succède, au lieu de la règle de la ligne",
    ),
)

TABLES = MappingProxyType(
    {
        "fact": _entry(
            "fact",
            model.Fact,
            Key(
                "of", Many(Name("body", ("person", "act", "federation"))), "of whom", "de qui", required=True
            ),
            Key(
                "type",
                Words(("flag", "label", "number", "people", "votes", "money", "duration", "date")),
                "what it is",
                "ce que c'est",
                required=True,
            ),
            Key("values", _TEXTS, "the labels", "les étiquettes"),
            Key("told_by", _PEOPLE, "who tells it", "qui le déclare"),
            Key("challenge", _PEOPLE, "who judges a doubt", "qui tranche un doute"),
        ),
        "define": _entry(
            "define",
            model.Define,
            Key("is", _rows(Place.DEFINE), "the expression", "l'expression", required=True),
        ),
        "body": BODY,
        "decision": DECISION,
        "motion": _entry(
            "motion",
            model.Motion,
            Key("in", _PEOPLE, "where it is moved", "où elle est présentée", required=True),
            Key("start", _SUPPORTS, "who may move it", "qui peut la présenter"),
            Key("discussion", _CLOCK, "time for discussion", "durée du débat"),
            Key("closes", _CLOCK, "when texts are closed", "clôture du dépôt"),
            Key("published", _CLOCK, "when it is published", "quand elle est publiée"),
            Key("decision", _DECISION, "by which decision", "par quelle décision"),
        ),
        "convening": _entry(
            "convening",
            model.Convening,
            Key("by", _PEOPLE, "who calls it", "qui convoque"),
            Key("every", _CLOCK, "how often", "à quel rythme"),
            Key("first", _CLOCK, "the first time", "la première fois"),
            Key("notice", _CLOCK, "notice", "délai de convocation"),
            Key(
                "urgent",
                Table(
                    "urgent",
                    (
                        Key("by", _PEOPLE, "who", "qui", required=True),
                        Key("notice", _CLOCK, "notice", "délai"),
                        Key("when", _WHEN, "when", "quand"),
                    ),
                ),
                "shorter notice",
                "convocation d'urgence",
            ),
            Key("demand", _SUPPORTS, "who may demand it", "qui peut l'exiger"),
            Key(
                "fallback",
                Many(
                    Table(
                        "fallback",
                        (
                            Key("after", _CLOCK, "after", "après", required=True),
                            Key("by", _PEOPLE, "who calls it then", "qui convoque alors", required=True),
                        ),
                    )
                ),
                "who calls it when those who must do not",
                "qui convoque si l'organe compétent ne le fait pas",
            ),
            Key("needs", _NEEDS, "whose consent", "quel accord"),
            Key("closes", _CLOCK, "when the agenda is closed", "clôture de l'ordre du jour"),
            Key("late", Expr(Place.LATE), "condition for late items", "condition des points tardifs"),
            Key("remote", OneOf((Flag(), _WHEN)), "taking part from afar", "participation à distance"),
        ),
        "limit": _entry(
            "limit",
            model.Limit,
            Key("in", _PEOPLE, "where", "où", required=True),
            Key(
                "per",
                OneOf((Words(("sender", "person")), Name("lists"))),
                "counted for each",
                "compté pour chaque",
            ),
            Key("with", _PEOPLE, "posts not held together with it", "postes incompatibles"),
            Key(
                "at_least",
                OneOf((SHARE.choices[1], _rows(Place.AT_LEAST))),
                "least, or its share",
                "minimum, ou sa part",
            ),
            Key("at_most", _rows(Place.AT_MOST), "most", "maximum"),
            Key("when", _WHEN, "only then", "seulement alors"),
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
        ),
        "recall": RECALL,
        "power": POWER,
        "check": _entry(
            "check",
            model.Check,
            Key(
                "of",
                People(acts=True),
                "powers, events, or bodies: all their acts",
                "pouvoirs, événements, ou organes : tous leurs actes",
                required=True,
            ),
            Key("by", _PEOPLE, "who", "qui", required=True),
            Key(
                "how",
                Words(("suspend", "annul", "replace", "block")),
                "what they can do",
                "ce qu'ils peuvent",
                required=True,
            ),
            Key("within", _CLOCK, "within what time", "dans quel délai"),
            Key("lasts", ClockShape(event=True), "how long it lasts", "durée"),
            Key("once", Flag(), "only once", "une seule fois"),
            Key("start", _SUPPORTS, "who starts it", "qui la demande"),
            Key("decision", _DECISION, "by which decision", "par quelle décision"),
            Key("stays", _DECISION, "the vote that keeps it", "le vote qui la maintient"),
        ),
        "clock": _entry("clock", vocabulary.named_clock, *CLOCK_KEYS),
        "duty": _entry(
            "duty",
            model.Duty,
            Key("of", _PEOPLE, "who owes it", "qui doit", required=True),
            Key("to", _PEOPLE, "to whom", "à qui", required=True),
            Key("every", _CLOCK, "how often", "à quel rythme"),
            Key("after", Event(), "after what", "après quoi"),
            Key("within", _CLOCK, "within what time", "dans quel délai"),
            Key("overdue", Words(("shown", "notify", "vacate")), "when it is late", "en cas de retard"),
        ),
        "agreement": _entry(
            "agreement",
            model.Agreement,
            Key("sign", Name("power"), "the power that signs", "le pouvoir qui signe"),
            Key("ratify", _NEEDS, "who ratifies", "qui ratifie"),
            Key(
                "force",
                Table(
                    "force",
                    (
                        Key("when", _WHEN, "when", "quand"),
                        Key("after", _CLOCK, "how long after", "combien de temps après"),
                        Key(
                            "each_after",
                            _CLOCK,
                            "for each party, after its own ratification",
                            "pour chaque partie, après sa ratification",
                        ),
                    ),
                ),
                "entry into force",
                "entrée en vigueur",
            ),
            Key(
                "leave",
                Table(
                    "leave",
                    (
                        Key("notice", _CLOCK, "notice", "préavis"),
                        Key("window", _CLOCK, "when one may leave", "quand on peut partir"),
                    ),
                ),
                "how a party leaves",
                "comment une partie s'en retire",
            ),
        ),
    }
)
"""Table → its keys."""

HEAD = (
    Key("mandat", Whole(1), "the version of the language", "la version du langage", required=True),
    Key(
        "id",
        Words(pattern=r"[a-z0-9]+(-[a-z0-9]+)*", example="rail-federation"),
        "the federation's id",
        "l'identifiant de la fédération",
        required=True,
    ),
    Key("title", ByLanguage(), "its name", "son nom"),
    Key(
        "time_zone",
        Words(example="Europe/Paris"),
        "the zone in which days are counted",
        "le fuseau des jours",
    ),
    Key("calendar", Words(("gregorian", "julian")), "the calendar of dates", "le calendrier des dates"),
    Key(
        "holidays",
        Many(Words(pattern=r"(\d{4}|-)-\d{2}-\d{2}", example="2026-05-01 or --05-01")),
        "days that are no working days",
        "jours fériés",
    ),
)
"""The keys at the top of a file."""

FIELDS = MappingProxyType(
    {
        "fact": "facts",
        "define": "defines",
        "body": "bodies",
        "decision": "decisions",
        "motion": "motions",
        "convening": "convenings",
        "limit": "limits",
        "recall": "recalls",
        "power": "powers",
        "check": "checks",
        "clock": "clocks",
        "duty": "duties",
        "agreement": "agreements",
    }
)
"""Table → the field of ``model.Bylaws`` that holds it."""
