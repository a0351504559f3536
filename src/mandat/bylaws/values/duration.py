"""Durations (ISO 8601), time that has passed, and the rules by which days are counted.

Instants are whole seconds since the Unix epoch, UTC, and may be negative. Calendar steps happen in a time zone.
Sources: ISO 8601-1:2019 for the text; the rule on days is the usual one of civil law: the day of the event is not
counted, a day with whose beginning a period starts is, and the last day counts to its end (Regulation 1182/71 of the European
Communities, art. 3; BGB §§ 187-188).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from mandat.instants import Instant
from mandat.language import Message, Sentence, ToldError, msg

Days = Literal["calendar", "clear", "working"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)
_TEXT = re.compile(
    r"P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})W)?(?:(\d{1,7})D)?"
    r"(T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?",
    re.ASCII,
)


class DurationError(ToldError, ValueError):
    """A text that is no duration, or a step that leaves the years 1 to 9999. The message holds the remedy."""

    def __init__(self, problem: Sentence | Message, remedy: Message | None = None) -> None:
        """Say what is wrong; ``remedy`` is the part that says how to write it, where the text itself is wrong."""
        super().__init__(problem)
        self.remedy = remedy


class Duration(msgspec.Struct, frozen=True):
    """A stretch of calendar time, each part a whole number that is not negative.

    ``P1M`` and ``P30D`` are different durations: how long a month is depends on where it starts.

    >>> str(Duration.parse("P1Y6M")), str(Duration(days=1, hours=12)), str(Duration())
    ('P1Y6M', 'P1DT12H', 'P0D')
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read ``P2Y``, ``P3M``, ``P14D``, ``PT24H``, ``P1DT12H``; :class:`DurationError` for anything else."""
        match = _TEXT.fullmatch(text)
        if match is None or text in ("P", "PT") or text.endswith("T"):
            remedy = _written(text)
            raise DurationError(msg("`{text}` is no duration: {remedy}")(text=text, remedy=remedy), remedy)
        years, months, weeks, days, _, hours, minutes, seconds = (
            0 if part is None or part.startswith("T") else int(part) for part in match.groups()
        )
        return cls(years, months, weeks, days, hours, minutes, seconds)

    def __str__(self) -> str:
        dates = _parts((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        times = _parts((self.hours, "H"), (self.minutes, "M"), (self.seconds, "S"))
        return "P" + dates + ("T" + times if times else "" if dates else "0D")

    @property
    def all_months(self) -> int:
        """Years and months together, in months."""
        return 12 * self.years + self.months

    @property
    def all_days(self) -> int:
        """Weeks and days together, in days."""
        return 7 * self.weeks + self.days

    @property
    def exact_seconds(self) -> int:
        """The hours, minutes and seconds together, in seconds: the part that no calendar bends."""
        return 3600 * self.hours + 60 * self.minutes + self.seconds


class Elapsed(msgspec.Struct, frozen=True):
    """Time that has run from ``since`` to ``now``: what the engine supplies for ``served``, ``age``, ``seniority``.

    For time still to come (``left``) ``since`` is the present and ``now`` the end of the term.
    """

    since: int
    now: int
    zone: ZoneInfo

    def compare(self, length: Duration) -> int:
        """-1, 0 or 1: ``since`` + ``length`` is still to come, is this very second, has passed."""
        try:
            complete = later(self.since, length, self.zone)
        except DurationError:
            return -1
        return (self.now > complete) - (self.now < complete)


class Never(msgspec.Struct, frozen=True):
    """What never began: longer than any duration (who never held the post has left it long enough ago)."""


def later(start: int, length: Duration, zone: ZoneInfo) -> Instant:
    """``start`` plus ``length`` by the calendar of ``zone``: the time of day stays, hours are exact.

    Months keep the day number or take the month's last day. :class:`DurationError` beyond the year 9999.

    >>> later(0, Duration(months=1), ZoneInfo("UTC")) // 86400
    31
    """
    return _step(start, length, zone, 1)


def earlier(end: int, length: Duration, zone: ZoneInfo) -> Instant:
    """``end`` minus ``length``, by the same rules as :func:`later`."""
    return _step(end, length, zone, -1)


def deadline(
    start: int,
    length: Duration,
    zone: ZoneInfo,
    days: Days = "calendar",
    holidays: frozenset[date] = frozenset(),
) -> Instant:
    """The instant at which a period that runs from ``start`` is over (what happens before it is in time).

    A period that starts with an event in the course of a day does not count that day; one that starts with a day, at its
    midnight in ``zone``, counts it. The last day ends at midnight. So all days counted are full ones, which ``clear`` says in
    so many words. ``working`` counts Monday to Friday without ``holidays``; a period of weeks, months or years then ends with
    the next working day. Where months end on a day that the month has not, they end with its last. A length with hours is exact
    to the second. :class:`DurationError` beyond the year 9999.

    >>> deadline(43200, Duration(days=1), ZoneInfo("UTC")) // 86400
    2
    >>> deadline(0, Duration(days=1), ZoneInfo("UTC")) // 86400
    1
    """
    if length.exact_seconds:
        return later(start, length, zone)
    day = _local(start, zone).date()
    whole = start == _midnight(day, zone)
    return _midnight(_day_after(day, whole, length, days, holidays), zone)


def notice_by(
    event: int,
    length: Duration,
    zone: ZoneInfo,
    days: Days = "calendar",
    holidays: frozenset[date] = frozenset(),
) -> Instant:
    """The last instant at which notice of ``event`` is in time: :func:`deadline` counted back.

    Notice is in time if the period that it starts is over when the day of the event begins: neither that day counts nor the day
    of the notice. With a length of hours, if it is over at the event itself.

    >>> notice_by(20 * 86400 + 43200, Duration(days=14), ZoneInfo("UTC")) / 86400
    6.0
    """
    if length.exact_seconds:
        return earlier(event, length, zone)
    goal = _local(event, zone).date()
    day = _move(_add_months(goal, -length.all_months), -length.all_days - 1)
    while _day_after(day, False, length, days, holidays) > goal:
        day = _move(day, -1)
    while _day_after(_move(day, 1), False, length, days, holidays) <= goal:
        day = _move(day, 1)
    following = _move(day, 1)
    midnight = _midnight(following, zone)
    return midnight if _day_after(following, True, length, days, holidays) <= goal else Instant(midnight - 1)


def compare_lengths(left: Duration, right: Duration) -> int | None:
    """-1, 0 or 1 if the order is the same wherever both start; None if it depends on the months (P1M and P30D)."""
    signs = {_sign_between(left, right, longest) for longest in (False, True)}
    return signs.pop() if len(signs) == 1 else None  # any order: there is but one


def _sign_between(left: Duration, right: Duration, longest: bool) -> int:
    months = left.all_months - right.all_months
    days = left.all_days - right.all_days
    seconds = 86400 * (days + _days_of_months(months, longest)) + left.exact_seconds - right.exact_seconds
    return (seconds > 0) - (seconds < 0)


def _days_of_months(months: int, longest: bool) -> int:
    """Bounds of the days in so many months in a row, exact below a year (negative for negative months)."""
    if months < 0:
        return -_days_of_months(-months, not longest)
    shortest, greatest = _MONTH_SPANS[months % 12]
    years = months // 12
    if longest:
        return 365 * years + greatest + (years // 4 + 1 if years else 0)
    return 365 * years + shortest + max(0, years // 4 - years // 100 - 1)


def _month_spans() -> tuple[tuple[int, int], ...]:
    lengths = [calendar.monthrange(2000 + year, month)[1] for year in range(4) for month in range(1, 13)] * 2
    sums = [[sum(lengths[first : first + count]) for first in range(48)] for count in range(12)]
    return tuple((min(row), max(row)) for row in sums)


_MONTH_SPANS = _month_spans()


def _parts(*parts: tuple[int, str]) -> str:
    return "".join(f"{number}{letter}" for number, letter in parts if number)


_EXAMPLES = msg("write for example P2Y, P3M, P2W, P14D, PT24H or P1DT12H")
_CAPITALS = msg("durations are written in capitals, such as P14D")
_WHOLE = msg("a part is a whole number: write P6M for half a year, PT36H for a day and a half")
_NO_SIGN = msg("a duration has no sign: the key says whether it counts forward or back")


def _written(text: str) -> Message:
    """How the duration should have been written."""
    if "." in text or "," in text:
        return _WHOLE
    if "-" in text:
        return _NO_SIGN
    return _CAPITALS if text and text == text.lower() else _EXAMPLES


def _local(instant: int, zone: ZoneInfo) -> datetime:
    try:
        return (_EPOCH + instant * _SECOND).astimezone(zone)
    except OverflowError:
        raise DurationError(msg("the instant lies outside the years 1 to 9999")) from None


def _instant(local: datetime) -> Instant:
    return Instant((local - _EPOCH) // _SECOND)


def _midnight(day: date, zone: ZoneInfo) -> Instant:
    return _instant(datetime(day.year, day.month, day.day, tzinfo=zone))


def _move(day: date, days: int) -> date:
    try:
        return day + days * _DAY
    except OverflowError:
        raise DurationError(
            msg("{days} days from {day} lies outside the years 1 to 9999")(days=days, day=str(day))
        ) from None


def _add_months(day: date, months: int) -> date:
    index = 12 * day.year + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise DurationError(
            msg("{months} months from {day} lies outside the years 1 to 9999")(months=months, day=str(day))
        )
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _step(start: int, length: Duration, zone: ZoneInfo, sign: int) -> Instant:
    local = _local(start, zone)
    day = _move(_add_months(local.date(), sign * length.all_months), sign * length.all_days)
    same_day = day == local.date()
    moved = (
        start if same_day else _instant(datetime.combine(day, local.time(), zone).replace(fold=local.fold))
    )
    return Instant(moved + sign * length.exact_seconds)


def _day_after(day: date, whole: bool, length: Duration, days: Days, holidays: frozenset[date]) -> date:
    """Return the day with whose beginning a period is over that starts in the course of ``day``, or counts the ``whole``."""
    last = _move(_months_on(day, length.all_months, whole), 7 * length.weeks)
    if days == "working":
        return _move(_working_day(last, length, _is_working(holidays)), 1)
    return _move(last, length.days + 1)


def _months_on(day: date, months: int, whole: bool) -> date:
    """Return the last day of so many months from ``day`` on, or counting the ``whole`` of it, the day before."""
    if not whole:
        return _add_months(day, months)
    target = _add_months(day, months)
    return target if target.day < day.day else _move(target, -1)


def _is_working(holidays: frozenset[date]) -> Callable[[date], bool]:
    return lambda day: day.weekday() < 5 and day not in holidays


def _working_day(day: date, length: Duration, working: Callable[[date], bool]) -> date:
    for _ in range(length.days):
        day = _move(day, 1)
        while not working(day):
            day = _move(day, 1)
    while (length.all_months or length.weeks) and not working(day):
        day = _move(day, 1)
    return day
