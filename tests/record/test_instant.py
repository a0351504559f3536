"""Instants: one way to write each second of the years 1 to 9999."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.record.instant import read_instant, write_instant

FIRST, LAST = -62_135_596_800, 253_402_300_799


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (-1_646_823_600, "1917-10-25T13:00:00Z"),
        (1_795_236_204, "2026-11-21T04:43:24Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (FIRST, "0001-01-01T00:00:00Z"),
        (LAST, "9999-12-31T23:59:59Z"),
    ],
)
def test_worked_examples(at: int, text: str) -> None:
    assert write_instant(at) == text
    assert read_instant(text) == at


@given(st.integers(FIRST, LAST))
def test_every_second_is_written_as_iso_8601_and_read_again(at: int) -> None:
    text = write_instant(at)
    assert len(text) == 20
    assert read_instant(text) == at
    assert datetime.fromisoformat(text).astimezone(UTC).second == int(text[17:19])


@given(st.integers(FIRST, LAST), st.integers(FIRST, LAST))
def test_texts_sort_as_time_does(one: int, other: int) -> None:
    assert (write_instant(one) < write_instant(other)) == (one < other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-11-21",
        "2026-11-21T04:43:24",
        "2026-11-21T04:43:24+00:00",
        "2026-11-21T04:43:24.5Z",
        "2026-11-21T04:43Z",
        "2026-11-21 04:43:24Z",
        "2026-11-21t04:43:24z",
        "2026-11-21T04:43:24Z\n",
        "20261121T044324Z",
        "２０２６-11-21T04:43:24Z",
        "-026-11-21T04:43:24Z",
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write it like 2026-11-21T04:43:24Z"):
        read_instant(text)


@pytest.mark.parametrize(
    "text",
    [
        "0000-01-01T00:00:00Z",
        "2026-00-21T04:43:24Z",
        "2026-13-21T04:43:24Z",
        "2026-02-29T04:43:24Z",
        "2026-11-21T24:00:00Z",
        "2026-11-21T04:60:24Z",
        "2026-11-21T23:59:60Z",
    ],
)
def test_dates_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="there is no such date or time"):
        read_instant(text)


@pytest.mark.parametrize("at", [FIRST - 1, LAST + 1, 10**15, -(10**30)])
def test_what_no_date_can_say_is_refused(at: int) -> None:
    with pytest.raises(ValueError, match="outside the years 1 to 9999: give a nearer date"):
        write_instant(at)
