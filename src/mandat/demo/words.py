"""The words of the demonstration in English and French, from ``data/words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from importlib.resources import files

from babel.dates import format_datetime
from babel.numbers import format_decimal

LANGUAGES = ("en", "fr")


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("mandat.demo.data") / "words.toml").read_text(encoding="utf-8"))


def words(language: str) -> Mapping[str, str]:
    """Return all sentences of a language by their key; some hold names in braces to fill in."""
    spaced = _french if language == "fr" else str
    return {key: spaced(said[language]) for key, said in _table().items()}


def _french(text: str) -> str:
    """Put the spaces that French sets before double signs, none of which may end a line."""
    for sign in ":;?!»":
        text = text.replace(f" {sign}", f"\N{NO-BREAK SPACE}{sign}")
    return text.replace("« ", "«\N{NO-BREAK SPACE}")


def number(value: int | Fraction, language: str, digits: int = 0) -> str:
    """Write a number as the language does.

    >>> number(233204, "en"), number(Fraction(52, 3), "en", 2)
    ('233,204', '17.33')
    """
    scaled = value if isinstance(value, int) else round(value * 10**digits)
    if isinstance(value, int):
        return str(format_decimal(value, locale=language))
    whole, rest = divmod(scaled, 10**digits)
    point = "," if language == "fr" else "."
    return f"{format_decimal(whole, locale=language)}{point}{rest:0{digits}}"


def day(at: int, language: str) -> str:
    """Write the day of an instant, UTC."""
    return str(format_datetime(datetime.fromtimestamp(at, UTC), "d MMMM y", locale=language))


def moment(at: int, language: str) -> str:
    """Write an instant to the minute, UTC."""
    return str(format_datetime(datetime.fromtimestamp(at, UTC), "d MMM y, HH:mm", locale=language))


__all__ = ["LANGUAGES", "day", "moment", "number", "words"]
