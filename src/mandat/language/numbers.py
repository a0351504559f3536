"""Numbers, days, instants and lists as each language writes them, by Babel; small numbers do not wait for it to load."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from mandat.language.grammar import grammar
from mandat.language.languages import ENGLISH, Language

_LOCALES = {"en": "en_GB"}
"""The English of the bylaws is British: 16 April 2026, and no comma before "and"."""


def locale_of(language: Language) -> str:
    """Return the locale by which Babel writes a language."""
    return _LOCALES.get(language, language)


@cache
def marks(language: Language) -> tuple[str, str]:
    """Return what stands between groups of three digits, and before decimals.

    >>> marks("en"), marks("fr")
    ((',', '.'), ('\u202f', ','))
    """
    if language == ENGLISH:
        return ",", "."
    from babel.numbers import get_decimal_symbol, get_group_symbol  # noqa: PLC0415 - see below

    return get_group_symbol(language), get_decimal_symbol(language)


def number(value: int | Fraction, language: Language, digits: int = 0) -> str:
    """Write a number; a fraction with so many ``digits`` after the point, rounded half to even.

    >>> number(233204, "en"), number(Fraction(52, 3), "en", 2), number(Fraction(52, 3), "fr", 2)
    ('233,204', '17.33', '17,33')
    """
    if isinstance(value, int):
        return f"{value:,}".replace(",", marks(language)[0]) if abs(value) >= 1000 else str(value)
    from babel.numbers import format_decimal  # noqa: PLC0415 - Babel is slow to load, and few commands need it

    exact = Decimal(round(value * 10**digits)).scaleb(-digits)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return str(format_decimal(exact, format=pattern, locale=locale_of(language)))


def day(at: int, language: Language, zone: str = "UTC") -> str:
    """Write the day of an instant.

    >>> day(0, "en"), day(0, "fr"), day(0, "de")
    ('1 January 1970', '1er janvier 1970', '1. Januar 1970')
    """
    from babel.dates import format_date  # noqa: PLC0415 - see above

    said = str(format_date(_local(at, zone), format="long", locale=locale_of(language)))
    return grammar(language)("day", said)


def moment(at: int, language: Language, zone: str = "UTC") -> str:
    """Write an instant to the minute.

    >>> moment(0, "en", "Europe/Paris")
    '1 January 1970 01:00'
    """
    return f"{day(at, language, zone)} {_local(at, zone):%H:%M}"


def _local(at: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(zone))


def listing(words: Sequence[str], language: Language, joined: Literal["and", "or", "commas"] = "and") -> str:
    """Write a list.

    >>> listing(["a", "b", "c"], "en"), listing(["a", "b"], "de", "or"), listing(["a", "b"], "fr", "commas")
    ('a, b and c', 'a oder b', 'a, b')
    """
    if joined == "commas" or len(words) < 2:
        return ", ".join(words)
    from babel.lists import format_list  # noqa: PLC0415 - see above

    return format_list(words, style="standard" if joined == "and" else "or", locale=locale_of(language))
