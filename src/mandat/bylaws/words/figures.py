"""Exact numbers as people read them: grouped digits, decimals only as many as are needed to tell two numbers apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mandat.bylaws.values import surd
from mandat.bylaws.values.duration import Duration, Elapsed
from mandat.bylaws.values.surd import Exact
from mandat.language import Language, plural
from mandat.language.numbers import marks

FEWEST_DIGITS = 2
MOST_DIGITS = 15
_UNITS = (
    plural("{n} year", "{n} years", "n"),
    plural("{n} month", "{n} months", "n"),
    plural("{n} week", "{n} weeks", "n"),
    plural("{n} day", "{n} days", "n"),
    plural("{n} hour", "{n} hours", "n"),
    plural("{n} minute", "{n} minutes", "n"),
    plural("{n} second", "{n} seconds", "n"),
)
_DAYS = _UNITS[3]


def figure(value: Exact, language: Language, digits: int = FEWEST_DIGITS) -> str:
    """The number in the language's format, rounded (half to even) to at most ``digits`` decimals.

    >>> from fractions import Fraction
    >>> figure(Fraction(9800, 3), "en"), figure(5046, "en"), figure(Fraction(-1, 2), "fr")
    ('3,266.67', '5,046', '-0,5')
    """
    between, point = marks(language)
    scaled = surd.half_even(surd.multiply(value, 10**digits))
    whole, rest = divmod(abs(scaled), 10**digits)
    decimals = f"{rest:0{digits}}".rstrip("0") if digits else ""
    text = f"{whole:,}".replace(",", between) + (point + decimals if decimals else "")
    return f"-{text}" if scaled < 0 else text


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
    """A duration in words: "1 year 6 months"."""
    dates = (duration.years, duration.months, duration.weeks, duration.days)
    times = (duration.hours, duration.minutes, duration.seconds)
    counted = zip((*dates, *times), _UNITS, strict=True)
    return " ".join(unit.text(language, n=n) for n, unit in counted if n) or _DAYS.text(language, n=0)


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
