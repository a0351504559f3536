"""The language of the bylaws for the manual: keys with their values, counting rules, named counts."""

from __future__ import annotations

from collections.abc import Iterator

from mandat import counting
from mandat.bylaws.expression.counts import COUNTS, STATE_MEANINGS
from mandat.bylaws.expression.places import GIVES, SUBJECTS
from mandat.bylaws.tables import HEAD, LINE, TABLES
from mandat.bylaws.tables import shapes as s
from mandat.bylaws.tables.clocks import CLOCK, CLOCK_KEYS, TERM
from mandat.bylaws.tables.entry_keys import ENTRY_KEYS
from mandat.bylaws.tables.methods import METHODS
from mandat.bylaws.tables.pieces import NEED, STEP, SUPPORT
from mandat.federation.base.counts.supply import SUPPLIED
from mandat.language import Language

_EN = {
    "head": "| Key | Value | What it says | |",
    "file": "At the top of the file",
    "any": "In any entry",
    "piece": "The piece `{}`",
    "required": "required",
    "text only": "no act yet",
}
_FR = {
    "head": "| Clé | Valeur | Ce qu’elle dit | |",
    "file": "En tête du fichier",
    "any": "Dans toute entrée",
    "piece": "Le morceau `{}`",
    "required": "obligatoire",
    "text only": "aucun acte encore",
}
_SAY = {"en": _EN, "fr": _FR}

_FRENCH = {
    "text": "texte",
    "number or text": "nombre ou texte",
    "text, or one for each language": "texte, ou un par langue",
    "whole number": "nombre entier",
    "counting rule": "méthode de dépouillement",
    "event": "événement",
    "duration": "durée",
    "clock": "délai",
    "named clock": "délai nommé",
    "population": "population",
    "or rows": "ou tableau",
    "or a list": "ou une liste",
    "list of": "liste de",
    "body": "instance",
    "line of seats": "ligne de sièges",
    "decision": "décision",
    "power": "pouvoir",
    "label fact": "fait à étiquettes",
    "tally": "décompte",
    "divisor": "diviseur",
    "another entry": "autre entrée",
    "entry in place": "entrée sur place",
    "the id of one": "l’identifiant d’une autre",
    "names of your own, each": "noms au choix, chacun",
}


def keys(lang: Language) -> str:
    """Every table and piece with its keys."""
    say = _SAY[lang]
    parts = [_section(say["file"], s.KeyTable("head", HEAD), lang)]
    parts.append(_section(say["any"], s.KeyTable("entry", ENTRY_KEYS), lang))
    for name, table in {**TABLES, "body.X.seats": LINE}.items():
        own = tuple(key for key in table.keys if key not in ENTRY_KEYS)
        parts.append(_section(f"`[{name}.…]`", s.KeyTable(table.name, own), lang))
    told = {(key.name, key.enforced) for key in CLOCK_KEYS}
    term = s.KeyTable("term", tuple(key for key in TERM.keys if (key.name, key.enforced) not in told))
    pieces = (SUPPORT, NEED, CLOCK, term, STEP.table)
    parts += [_section(say["piece"].format(piece.name), piece, lang) for piece in pieces]
    return "\n\n".join(parts)


def _section(title: str, table: s.KeyTable, lang: Language) -> str:
    return "\n".join([f"### {title}", "", _SAY[lang]["head"], "|---|---|---|---|", *_rows(table, lang, "")])


def _rows(table: s.KeyTable, lang: Language, before: str, enforced: bool = True) -> Iterator[str]:
    for key in table.keys:
        says = key.about.text(lang)
        yield f"| `{before}{key.name}` | {_value(key.shape, lang)} | {says} | {_remark(key, lang, enforced)} |"
        inner = _inner(key.shape)
        if inner is not None:
            yield from _rows(inner, lang, f"{before}{key.name}.", enforced and key.enforced)


def _remark(key: s.Key, lang: Language, enforced: bool) -> str:
    """Say whether the key is required, and whether any act enforces it yet (and the key it stands in)."""
    free = enforced and key.enforced
    said = (_SAY[lang]["required"] if key.required else "", "" if free else _SAY[lang]["text only"])
    return ", ".join(filter(None, said))


_NAMED = {"support", "needs", "clock", "term", "succession", "delegable"}


def _inner(shape: s.Shape) -> s.KeyTable | None:
    """Return a small table that is told where it stands; those of pieces have a section of their own."""
    match shape:
        case s.KeyTable() if shape.name not in _NAMED or shape.name == "delegable":
            return shape
        case s.Many() | s.Silent():
            return _inner(shape.item if isinstance(shape, s.Many) else shape.value)
        case s.OneOf():
            return next((found for choice in shape.choices if (found := _inner(choice)) is not None), None)
        case _:
            return None


def _value(shape: s.Shape, lang: Language) -> str:
    text = _said(shape)
    if lang == "fr":
        for english, french in sorted(_FRENCH.items(), key=lambda pair: -len(pair[0])):
            text = _outside_code(text, english, french)
        text = _outside_code(text, " or ", " ou ")
    return text.replace("|", "\\|")


def _outside_code(text: str, english: str, french: str) -> str:
    parts = text.split("`")
    return "`".join(
        part if number % 2 else part.replace(english, french) for number, part in enumerate(parts)
    )


_KINDS: dict[str, str] = {
    "body": "body",
    "line": "line of seats",
    "decision": "decision",
    "power": "power",
    "clock": "named clock",
    "check": "check",
    "lists": "`caucus` or label fact",
    "weight": "tally",
    "divisor": "divisor",
    "sender": "body or line of seats",
    "flag": "id of a flag fact of an act",
    "entry": "another entry",
}


_PLAIN: dict[type, str] = {
    s.ArticleNumber: "number or text",
    s.ByLanguage: "text, or one for each language",
    s.Whole: "whole number",
    s.MethodName: "counting rule",
    s.Event: "event",
    s.DurationShape: "duration",
    s.Expr: "expression",
    s.PopulationShape: "population",
    s.Inline: "entry in place, or the id of one",
}


def _said(shape: s.Shape) -> str:
    if type(shape) in _PLAIN:
        return _PLAIN[type(shape)]
    match shape:
        case s.TextShape():
            return _words(shape)
        case s.Flag():
            return f"`{str(shape.only).lower()}`" if shape.only is not None else "`true` or `false`"
        case s.Name():
            return " or ".join([_KINDS[shape.kind], *(f"`{word}`" for word in shape.words)])
        case s.ClockShape():
            return "clock or event" if shape.event else "clock"
        case s.KeyTable():
            return f"table `{shape.name}`" if shape.name in _NAMED else "table"
        case _:
            return _made_of_others(shape)


def _words(shape: s.TextShape) -> str:
    if shape.of:
        return " or ".join(f"`{word}`" for word in shape.of)
    return f"text (`{shape.example}`)" if shape.example and "`" not in shape.example else "text"


def _made_of_others(shape: s.Shape) -> str:
    match shape:
        case s.RowsOf():
            return f"{_said(shape.value)}, or rows"
        case s.Brief():
            return f"{_said(shape.text)}, or {_said(shape.table)}"
        case s.Many():
            return f"{_said(shape.item)}, or a list" if shape.single else f"list of {_said(shape.item)}"
        case s.MapOf():
            return f"names of your own, each {_said(shape.value)}"
        case s.OneOf():
            return " or ".join(_said(choice) for choice in shape.choices)
        case s.Silent():
            return f"{_said(shape.value)}, or `unspecified` or `none`"
        case _:
            raise AssertionError(shape)


def methods() -> str:
    """Every counting rule that bylaws may name: whether it can be counted, and the text it follows."""
    known = counting.rules()
    rows = ["| Rule | Keys beside it | Counted | After |", "|---|---|---|---|"]
    for name, parameters in METHODS.items():
        rule = known.get(name)
        counted = "yes" if rule is not None or name == "yes-no" else "not yet"
        beside = ", ".join(f"`{each}`" for each in parameters)
        after = f"{rule.title}: {rule.text}" if rule is not None else ""
        rows.append(f"| `{name}` | {beside} | {counted} | {after} |")
    return "\n".join(rows)


def counts(lang: Language) -> str:
    """Every named count."""
    if lang == "fr":
        rows = ["| Nom | Se lit | Unité |", "|---|---|---|"]
        return "\n".join(
            [*rows, *(f"| `{c.name}` | {c.noun.text(lang)} | {c.unit} |" for c in COUNTS.values())]
        )
    rows = ["| Name | Exactly | Unit | Of whom, without `of` | With `of` | |", "|---|---|---|---|---|---|"]
    for count in COUNTS.values():
        subjects = ", ".join(sorted(subject.value for subject in count.subjects))
        told = "" if count.name in SUPPLIED else "no act yet"
        of = "yes" if count.of else ""
        rows.append(f"| `{count.name}` | {count.meaning} | {count.unit} | {subjects} | {of} | {told} |")
    return "\n".join(rows)


def truths(lang: Language) -> str:
    """The truths about a place or a thing."""
    rows = ["| Condition | It |", "|---|---|"]
    del lang
    for name, (meaning, _) in STATE_MEANINGS.items():
        told = "" if name in SUPPLIED else " (no act yet)"
        rows.append(f"| `{name}(…)` | {meaning}{told} |")
    return "\n".join(rows)


def places() -> str:
    """Whose counts a bare name means under each key, and what the expression must give."""
    rows = ["| Key | A bare name is a count of the | The expression gives |", "|---|---|---|"]
    for place, subjects in SUBJECTS.items():
        gives = {"any": "whatever the place of use needs", "seats": "whole seats"}.get(
            GIVES[place], GIVES[place]
        )
        rows.append(f"| `{place.value}` | {', '.join(each.value for each in subjects)} | {gives} |")
    return "\n".join(rows)
