"""Instants: whole seconds since 1970 in UTC, written ``YYYY-MM-DDTHH:MM:SSZ``."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_FORM = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def write_instant(at: int) -> str:
    """Write an instant.

    >>> write_instant(-1)
    '1969-12-31T23:59:59Z'
    """
    return (_EPOCH + timedelta(seconds=at)).isoformat().replace("+00:00", "Z")


def read_instant(text: str) -> int:
    """Read an instant; raises ``ValueError`` for any other form.

    >>> read_instant("1917-10-25T13:00:00Z")
    -1646478000
    """
    if not _FORM.fullmatch(text):
        raise ValueError(
            f"{text!r} is not an instant: write it like 2026-11-21T04:43:24Z (UTC, whole seconds)"
        )
    return (datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) - _EPOCH) // _SECOND
