"""Instants: whole seconds since 1970 in UTC, written ``YYYY-MM-DDTHH:MM:SSZ``."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from mandat.instants import Instant

_FORM = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
)  # not \d, which is any script's digit
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def write_instant(at: int) -> str:
    """Write an instant; raises ``ValueError`` for one outside the years 1 to 9999.

    >>> write_instant(-1)
    '1969-12-31T23:59:59Z'
    """
    try:
        return (_EPOCH + timedelta(seconds=at)).isoformat().replace("+00:00", "Z")
    except OverflowError as error:
        raise ValueError(
            f"{at} seconds since 1970 is outside the years 1 to 9999: give a nearer date"
        ) from error


def read_instant(text: str) -> Instant:
    """Read an instant; raises ``ValueError`` for any other form.

    >>> read_instant("1917-10-25T13:00:00Z")
    -1646823600
    """
    if not _FORM.fullmatch(text):
        raise ValueError(
            f"{text!r} is not an instant: write it like 2026-11-21T04:43:24Z (UTC, whole seconds)"
        )
    try:
        return Instant((datetime.fromisoformat(text) - _EPOCH) // _SECOND)
    except ValueError as error:
        raise ValueError(f"{text!r} is not an instant: there is no such date or time ({error})") from error
