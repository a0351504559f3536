"""Exact numbers as people read them: grouped digits, decimals only as many as are needed to tell two numbers apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Literal

from babel.numbers import format_decimal
from babel.units import format_unit

from mandat.bylaws.duration import Duration, Elapsed
from mandat.bylaws.expression import surd
from mandat.bylaws.expression.surd import Exact

Language = Literal["en", "fr"]
FEWEST_DIGITS = 2
MOST_DIGITS = 15
_PATTERN = "#,##0." + "#" * MOST_DIGITS


def figure(value: Exact, language: Language, digits: int = FEWEST_DIGITS) -> str:
    """The number in the language's format, rounded (half to even) to at most ``digits`` decimals.

    >>> from fractions import Fraction
    >>> figure(Fraction(9800, 3), "en"), figure(5046, "en")
    ('3,266.67', '5,046')
    """
    scaled = surd.half_even(surd.multiply(value, 10**digits))
    exact = Decimal(scaled).scaleb(-digits) if len(str(scaled)) < 28 else Decimal(f"{scaled}e-{digits}")
    return format_decimal(exact, format=_PATTERN, locale=language, decimal_quantization=False)


def figures(left: Exact, right: Exact, language: Language) -> tuple[str, str]:
    """Both numbers, with as many decimals as it takes that two different numbers look different."""
    digits = FEWEST_DIGITS
    while digits < MOST_DIGITS and not _told_apart(left, right, digits):
        digits += 1
    return figure(left, language, digits), figure(right, language, digits)


def _told_apart(left: Exact, right: Exact, digits: int) -> bool:
    rounded = [surd.half_even(surd.multiply(each, 10**digits)) for each in (left, right)]
    return rounded[0] != rounded[1] or surd.sign(surd.subtract(left, right)) == 0


def length(duration: Duration, language: Language) -> str:
    """A duration in words: "1 year 6 months", « 1 an 6 mois »."""
    parts = (
        (duration.years, "year"),
        (duration.months, "month"),
        (duration.weeks, "week"),
        (duration.days, "day"),
        (duration.hours, "hour"),
        (duration.minutes, "minute"),
        (duration.seconds, "second"),
    )
    shown = [
        format_unit(number, f"duration-{unit}", "long", locale=language) for number, unit in parts if number
    ]
    return " ".join(shown) or format_unit(0, "duration-day", "long", locale=language)


def instant(seconds: int, of: Elapsed) -> str:
    """An instant in the time zone of the elapsed time, ISO 8601, without the time of day at midnight."""
    try:
        local = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(of.zone)
    except OverflowError:
        return str(seconds)
    return (
        local.strftime("%Y-%m-%d")
        if (local.hour, local.minute) == (0, 0)
        else local.strftime("%Y-%m-%d %H:%M")
    )
