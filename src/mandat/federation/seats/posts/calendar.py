"""Days of the year in a term: ``--05-31`` comes back each year, ``2026-05-31`` at the rhythm of the term."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mandat.bylaws.values.duration import Duration, later
from mandat.instants import Instant

YEAR = Duration(years=1)


def midnight(day: str, year: int, zone: ZoneInfo) -> Instant:
    """Return the instant at which a day begins; ``year`` counts where the text has none (a day that the month lacks: its last).

    >>> midnight("--01-02", 1970, ZoneInfo("UTC"))
    86400
    """
    if not day.startswith("--"):
        year = int(day[:4])
    month, number = int(day[-5:-3]), int(day[-2:])
    last = monthrange(year, month)[1]
    return Instant(int(datetime(year, month, min(number, last), tzinfo=zone).timestamp()))


def next_day(day: str, after: int, zone: ZoneInfo, every: Duration = YEAR) -> Instant:
    """Return the first beginning of a day after an instant: each year, or for a full date each ``every`` from it on.

    >>> next_day("--01-01", 0, ZoneInfo("UTC")) // 86400
    365
    """
    if day.startswith("--"):
        year = datetime.fromtimestamp(after, zone).year
        this = midnight(day, year, zone)
        return this if this > after else midnight(day, year + 1, zone)
    number, found = 0, midnight(day, 1970, zone)
    while found <= after:
        number += 1
        found = later(midnight(day, 1970, zone), _times(every, number), zone)
    return found


def _times(length: Duration, number: int) -> Duration:
    return Duration(
        length.years * number, length.months * number, length.weeks * number, length.days * number
    )


def end_of(day: str, after: int, zone: ZoneInfo) -> Instant:
    """Return the instant at which the next such day of the year that begins at or after an instant is over.

    >>> end_of("2026-12-31", 0, ZoneInfo("UTC")) // 86400
    365
    """
    yearly = day if day.startswith("--") else f"--{day[5:]}"
    begins = datetime.fromtimestamp(next_day(yearly, after - 1, zone), zone)
    return Instant(int((begins + timedelta(days=1)).timestamp()))
