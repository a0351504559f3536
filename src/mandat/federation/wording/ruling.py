"""A ruling in words: the same evaluation that decided is read out, with its numbers filled in.

>>> from mandat.federation.base.rulings import Ground, Refused
>>> ground = Ground(rule="language", key="", requirement="person.known", holds=False, numbers={"person": "m-7"})
>>> describe(Refused(grounds=(ground,)), {}, "en").grounds[0].found
'm-7 is known on the record: not so'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.expression.explain import Clause, explain
from mandat.federation.base.lookup import Lookup, values_of
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.rulings import Effect, Ground, OpenQuestion, Ruling
from mandat.federation.base.types import BylawsVersion
from mandat.federation.wording.catalogue import EFFECTS, REQUIREMENTS
from mandat.language import Language

_VERDICT: Mapping[Language, Mapping[bool | None, str]] = {
    "en": {True: "so", False: "not so", None: "the bylaws are silent"},
    "fr": {True: "c’est le cas", False: "ce n’est pas le cas", None: "les statuts se taisent"},
}
_MORE: Mapping[Language, str] = {
    "en": "it takes {} more, all else staying as it is",
    "fr": "il en faut {} de plus, toutes choses égales d’ailleurs",
}
_FEWER: Mapping[Language, str] = {
    "en": "it takes {} fewer, all else staying as it is",
    "fr": "il en faut {} de moins, toutes choses égales d’ailleurs",
}
ROW = ".when"
"""A ground with such a key says which row of a table holds; that another row does not is no failure."""
_SILENT: Mapping[Language, str] = {
    "en": "who may interpret the bylaws has to answer the open question first",
    "fr": "l’instance qui interprète les statuts doit d’abord répondre à la question ouverte",
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class GroundWords(msgspec.Struct, frozen=True, kw_only=True):
    """One ground in words: ``article`` and ``rule`` it rests on, what was ``found``, and the ``remedy`` if it fails."""

    article: str | None
    rule: str
    asks: str
    found: str
    holds: bool | None
    remedy: str | None = None
    row: bool = False


class RulingWords(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling in words."""

    outcome: str
    grounds: tuple[GroundWords, ...]
    effects: tuple[str, ...]
    questions: tuple[str, ...]


def describe(ruling: Ruling, books: Lookup[BylawsVersion, Rulebook], language: Language) -> RulingWords:
    """Put a ruling into words; ``books`` are the bylaws in force up to then, by version."""
    return RulingWords(
        outcome=ruling.outcome,
        grounds=tuple(describe_ground(ground, books, language) for ground in ruling.grounds),
        effects=tuple(describe_effect(effect, language) for effect in ruling.effects),
        questions=tuple(describe_question(question, language) for question in ruling.questions),
    )


def describe_ground(
    ground: Ground, books: Lookup[BylawsVersion, Rulebook], language: Language
) -> GroundWords:
    """Put one ground into words."""
    if ground.requirement == Ground.EXPRESSION:
        return _expression(ground, books, language)
    words = REQUIREMENTS[ground.requirement]
    numbers = {
        name: plain(instant(value) if name in _INSTANTS else value) for name, value in ground.numbers.items()
    }
    asks = words.asks(language).format_map(numbers)
    return GroundWords(
        article=ground.article,
        rule=ground.rule,
        asks=asks,
        found=f"{asks}{_colon(language)} {_VERDICT[language][ground.holds]}",
        holds=ground.holds,
        remedy=None if ground.holds else words.remedy(language).format_map(numbers),
    )


def _expression(ground: Ground, books: Lookup[BylawsVersion, Rulebook], language: Language) -> GroundWords:
    expression = _find(ground, books)
    if expression is None:
        found = ", ".join(f"{name} = {plain(value)}" for name, value in ground.numbers.items())
        return _words(ground, found, None)
    clauses = tuple(explain(expression, ground.numbers, language))
    return _words(ground, "; ".join(map(str, clauses)), _remedy(ground, clauses, language))


def _words(ground: Ground, found: str, remedy: str | None) -> GroundWords:
    return GroundWords(
        article=ground.article,
        rule=ground.rule,
        asks=ground.text,
        found=found,
        holds=ground.holds,
        remedy=remedy,
    )


def _remedy(ground: Ground, clauses: Iterable[Clause], language: Language) -> str | None:
    if ground.holds is None:
        return _SILENT[language]
    if ground.holds or ground.key.endswith(ROW):
        return None
    clause = next((clause for clause in clauses if clause.holds is False and clause.short_by), None)
    if clause is None:
        return None
    more = (
        isinstance(clause.left, int | Fraction)
        and isinstance(clause.right, int | Fraction)
        and clause.left <= clause.right
    )
    return (_MORE if more else _FEWER)[language].format(clause.short_by)


def _find(ground: Ground, books: Lookup[BylawsVersion, Rulebook]) -> Expression | None:
    found = (book.expressions.get((ground.rule, ground.text)) for book in values_of(books))
    return next((expression for expression in found if expression is not None), None)


def describe_effect(effect: Effect, language: Language) -> str:
    """Put one effect into words."""
    english, french = EFFECTS[type(effect)]
    fields = {name: getattr(effect, name) for name in effect.__struct_fields__}
    question = fields.get("question")
    if isinstance(question, OpenQuestion):
        fields = {
            **{name: getattr(question, name) for name in question.__struct_fields__},
            "question": question.id,
        }
    text = french if language == "fr" else english
    shown = {
        name: plain(instant(value) if name in _INSTANTS else value)
        for name, value in fields.items()
        if f"{{{name}}}" in text  # a list of thousands is not written to be thrown away
    }
    return text.format_map({**_counted(fields), **shown})


_INSTANTS = frozenset({"at", "since", "until", "opens", "in_force"})


def _counted(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return ``count`` and ``bodies`` for effects that hold many things."""
    many = next((value for value in fields.values() if isinstance(value, tuple)), ())
    pairs = many and isinstance(many[0], tuple)
    total = sum(len(each[1]) if isinstance(each[1], tuple) else 1 for each in many) if pairs else len(many)
    bodies = ", ".join(str(each[0]) for each in many[:5]) + (" …" if len(many) > 5 else "") if pairs else ""
    return {"count": str(total), "bodies": bodies}


def describe_question(question: OpenQuestion, language: Language) -> str:
    """Put an open question into words."""
    readings = ", ".join(question.readings) or ("a number" if language == "en" else "un nombre")
    if language == "fr":
        return f"question {question.id} : {question.rule} ({question.key}), {question.subject} — {readings}"
    return f"question {question.id}: {question.rule} ({question.key}), {question.subject} — {readings}"


def plain(value: object) -> str:
    """Write a value of a ground or an effect for people."""
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return ", ".join(map(plain, value))
    return str(value)


def instant(value: int | str | None) -> str | None:
    """Write an instant as ISO 8601 UTC.

    >>> instant(0)
    '1970-01-01T00:00:00Z'
    """
    if isinstance(value, str):  # as the act gave it
        return value
    return None if value is None else (_EPOCH + timedelta(seconds=value)).isoformat().replace("+00:00", "Z")


def _colon(language: Language) -> str:
    return " :" if language == "fr" else ":"
