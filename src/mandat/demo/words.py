"""The words of the demonstration for one reader, and its short dates."""

from __future__ import annotations

from datetime import UTC, datetime

from babel.dates import format_datetime

from mandat.demo.texts import TEXTS
from mandat.language import LANGUAGES, Language, Phrases
from mandat.language.numbers import day, locale_of, number


def words(language: Language) -> Phrases:
    """Return all sentences in a language by their key; some have places to fill."""
    return Phrases(TEXTS, language)


def moment(at: int, language: Language) -> str:
    """Write an instant to the minute, UTC, with a short month."""
    return str(format_datetime(datetime.fromtimestamp(at, UTC), "d MMM y, HH:mm", locale=locale_of(language)))


__all__ = ["LANGUAGES", "day", "moment", "number", "words"]
