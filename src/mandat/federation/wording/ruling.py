"""A ruling in words: the same evaluation that decided is read out, with its numbers filled in.

>>> from mandat.federation.base.rulings import Ground, Refused
>>> ground = Ground(rule="language", key="", requirement="person.known", holds=False, numbers={"person": "m-7"})
>>> describe(Refused(grounds=(ground,)), {}, "en").grounds[0].found
'not met: m-7 is known on the record'
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from mandat.bylaws.expression.explain import Clause, explain
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.rulings import Ground, OpenQuestion, Ruling
from mandat.federation.base.types import BylawsVersion
from mandat.federation.wording.catalogue import REQUIREMENTS
from mandat.federation.wording.effect import describe_effect, reader_of
from mandat.federation.wording.parts import parts_of_ground, things_of
from mandat.federation.wording.summary import summed_up
from mandat.federation.wording.thresholds import expression_of, more_or_fewer
from mandat.language import Language, Listed, Reader, msg

_UNMET = msg("not met: {asks}")
_OPEN = msg("the bylaws are silent: {asks}")
ROW = ".when"
"""A ground with such a key says which row of a table holds; that another row does not is no failure."""
_SILENT = msg("who may interpret the bylaws has to answer the open question first")
_QUESTION = msg("question {id}: {rule} ({key}), {subject} — {readings}")
_NUMBER = msg("a number")
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
    """A ruling in two sizes: one ``sentence``, and the full grounds and effects."""

    outcome: str
    sentence: str
    grounds: tuple[GroundWords, ...]
    effects: tuple[str, ...]
    questions: tuple[str, ...]


def describe(
    ruling: Ruling, books: Lookup[BylawsVersion, Rulebook], reader: Reader | Language
) -> RulingWords:
    """Put a ruling into words for a reader; ``books`` are the bylaws in force up to then, by version."""
    grounds = tuple(describe_ground(ground, books, reader) for ground in ruling.grounds)
    return RulingWords(
        outcome=ruling.outcome,
        sentence=summed_up(
            ruling, tuple(zip(ruling.grounds, grounds, strict=True)), books, reader_of(reader)
        ),
        grounds=grounds,
        effects=tuple(describe_effect(effect, reader) for effect in ruling.effects),
        questions=tuple(describe_question(question, reader) for question in ruling.questions),
    )


def describe_ground(
    ground: Ground, books: Lookup[BylawsVersion, Rulebook], reader: Reader | Language
) -> GroundWords:
    """Put one ground into words."""
    reader = reader_of(reader)
    if ground.requirement == Ground.EXPRESSION:
        return _expression(ground, books, reader.language)
    words, said = REQUIREMENTS[ground.requirement], parts_of_ground(ground)
    asks = words.asks.text(reader, **said)
    return GroundWords(
        article=ground.article,
        rule=ground.rule,
        asks=asks,
        found=_found(asks, ground.holds, reader.language),
        holds=ground.holds,
        remedy=None if ground.holds or words.remedy is None else words.remedy.text(reader, **said),
    )


def _found(asks: str, holds: bool | None, language: Language) -> str:
    return asks if holds else (_OPEN if holds is None else _UNMET).text(language, asks=asks)


def _expression(ground: Ground, books: Lookup[BylawsVersion, Rulebook], language: Language) -> GroundWords:
    expression = expression_of(ground, books)
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
        return _SILENT.text(language)
    if ground.holds or ground.key.endswith(ROW):
        return None
    clause = next((clause for clause in clauses if clause.holds is False and clause.short_by), None)
    if clause is None:
        return None
    return more_or_fewer(clause).text(language)


def describe_question(question: OpenQuestion, reader: Reader | Language) -> str:
    """Put an open question into words."""
    return _QUESTION.text(
        reader_of(reader),
        id=question.id,
        rule=question.rule,
        key=question.key,
        subject=things_of(question.subject),
        readings=Listed(question.readings, "or") if question.readings else _NUMBER,
    )


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
