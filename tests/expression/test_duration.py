"""Durations, the calendar, and the rules by which days are counted."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.bylaws.values.duration import (
    Days,
    Duration,
    DurationError,
    Elapsed,
    compare_lengths,
    deadline,
    earlier,
    later,
    notice_by,
)

PARIS = ZoneInfo("Europe/Paris")
UTC_ZONE = ZoneInfo("UTC")


def at(text: str, zone: ZoneInfo = PARIS) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


def shown(instant: int, zone: ZoneInfo = PARIS) -> str:
    return (
        (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=instant))
        .astimezone(zone)
        .strftime("%Y-%m-%d %H:%M")
    )


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("P2Y", Duration(years=2)),
        ("P18M", Duration(months=18)),
        ("P2W", Duration(weeks=2)),
        ("P14D", Duration(days=14)),
        ("PT24H", Duration(hours=24)),
        ("PT5M", Duration(minutes=5)),
        ("P5M", Duration(months=5)),
        ("P1Y2M3W4DT5H6M7S", Duration(1, 2, 3, 4, 5, 6, 7)),
        ("P0D", Duration()),
    ],
)
def test_a_duration_is_read_and_printed(text: str, duration: Duration) -> None:
    assert Duration.parse(text) == duration
    assert str(duration) == text


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "write for example P2Y"),
        ("P", "write for example P2Y"),
        ("PT", "write for example P2Y"),
        ("P1YT", "write for example P2Y"),
        ("14D", "write for example P2Y"),
        ("P3D2M", "write for example P2Y"),
        ("p14d", "durations are written in capitals, such as P14D"),
        ("P0.5Y", "write P6M for half a year"),
        ("P1,5D", "PT36H for a day and a half"),
        ("-P1D", "a duration has no sign"),
        ("P99999Y", "write for example P2Y"),
        ("P١D", "write for example P2Y"),
    ],
)
def test_what_is_no_duration(text: str, remedy: str) -> None:
    with pytest.raises(DurationError) as caught:
        Duration.parse(text)
    assert remedy in str(caught.value)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-01-31 10:00", "P1M", "2026-02-28 10:00"),  # the month's last day
        ("2024-02-29 10:00", "P1Y", "2025-02-28 10:00"),
        ("2026-03-28 12:00", "P1D", "2026-03-29 12:00"),  # clocks go forward: the hour of the day stays
        ("2026-03-28 12:00", "PT24H", "2026-03-29 13:00"),  # hours are exact
        ("2026-11-21 10:00", "P2W", "2026-12-05 10:00"),
        ("1917-11-07 21:40", "P3M", "1918-02-07 21:40"),
    ],
)
def test_later(start: str, length: str, end: str) -> None:
    assert shown(later(at(start), Duration.parse(length), PARIS)) == end


@pytest.mark.parametrize(
    ("start", "length", "days", "end"),
    [
        ("2026-11-21 10:00", "P3D", "calendar", "2026-11-25 00:00"),  # 22, 23, 24: over when the 24th is
        ("2026-11-21 10:00", "P3D", "clear", "2026-11-25 00:00"),  # three full days
        ("2026-11-21 00:00", "P3D", "calendar", "2026-11-24 00:00"),  # starts with the 21st, and counts it
        ("2026-11-21 00:00", "P3D", "clear", "2026-11-24 00:00"),
        ("2027-12-01 00:00", "P36M", "calendar", "2030-12-01 00:00"),
        ("2027-12-01 00:00", "P4W", "calendar", "2027-12-29 00:00"),
        (
            "2026-01-31 00:00",
            "P1M",
            "calendar",
            "2026-03-01 00:00",
        ),  # no 30 February: with the last day of the month
        ("2026-03-01 00:00", "P1M", "calendar", "2026-04-01 00:00"),
        ("2024-02-29 00:00", "P1Y", "calendar", "2025-03-01 00:00"),
        ("2026-11-20 00:00", "P2D", "working", "2026-11-24 00:00"),  # Friday itself, and Monday
        ("2026-11-21 00:00", "P1D", "working", "2026-11-24 00:00"),
        ("2026-11-21 00:00", "P0D", "calendar", "2026-11-21 00:00"),
        ("2026-11-21 10:00", "P3D", "working", "2026-11-26 00:00"),  # Saturday; 23, 24, 25
        ("2026-11-20 10:00", "P1D", "working", "2026-11-24 00:00"),
        ("2026-01-31 23:59", "P1M", "calendar", "2026-03-01 00:00"),
        ("2026-11-21 10:00", "P2W", "working", "2026-12-08 00:00"),  # Saturday 5 December moves to Monday 7
        ("2026-11-21 10:00", "PT48H", "working", "2026-11-23 10:00"),
        ("2026-03-28 10:00", "P1D", "calendar", "2026-03-30 00:00"),
        ("2026-11-21 10:00", "P0D", "calendar", "2026-11-22 00:00"),
    ],
)
def test_deadline(start: str, length: str, days: str, end: str) -> None:
    assert shown(deadline(at(start), Duration.parse(length), PARIS, days)) == end  # type: ignore[arg-type]


def test_holidays_are_no_working_days() -> None:
    holidays = frozenset((date(2026, 12, 25), date(2027, 1, 1)))
    christmas_eve = at("2026-12-24 09:00")
    assert shown(deadline(christmas_eve, Duration(days=1), PARIS, "working", holidays)) == "2026-12-29 00:00"
    assert (
        shown(deadline(christmas_eve, Duration(weeks=1, days=1), PARIS, "working", holidays))
        == "2027-01-05 00:00"
    )


@pytest.mark.parametrize(
    ("length", "days", "latest"),
    [
        ("P14D", "calendar", "2026-12-06 00:00"),  # for a meeting on the 20th, notice on the 5th is in time
        ("P14D", "clear", "2026-12-06 00:00"),
        ("P1M", "calendar", "2026-11-20 00:00"),
        ("P2D", "working", "2026-12-17 00:00"),  # the 20th is a Sunday: Friday and Thursday lie between
        ("PT48H", "calendar", "2026-12-18 18:00"),
    ],
)
def test_notice_counts_back_the_same_way(length: str, days: str, latest: str) -> None:
    meeting = at("2026-12-20 18:00")
    assert shown(notice_by(meeting, Duration.parse(length), PARIS, days)) == latest  # type: ignore[arg-type]


def test_time_elapsed_is_compared_by_the_calendar() -> None:
    since = at("2024-02-29 00:00")
    assert [
        Elapsed(since, at(now), PARIS).compare(Duration(years=1))
        for now in ("2025-02-27 23:59", "2025-02-28 00:00", "2025-02-28 00:01")
    ] == [-1, 0, 1]
    assert Elapsed(since, at("2026-01-01"), PARIS).compare(Duration(years=9999)) == -1


@pytest.mark.parametrize(
    ("left", "right", "order"),
    [
        ("P1Y", "P12M", 0),
        ("P1M", "P32D", -1),
        ("P1M", "P30D", None),
        ("P1M", "P28D", None),
        ("P1M", "P27D", 1),
        ("P1Y", "P365D", None),
        ("P1Y", "P367D", -1),
        ("P2W", "P14D", 0),
        ("P1D", "PT23H", 1),
        ("P4Y", "P1460D", None),
        ("P1Y1M", "P1Y30D", None),
    ],
)
def test_durations_are_ordered_where_every_calendar_agrees(left: str, right: str, order: int | None) -> None:
    assert compare_lengths(Duration.parse(left), Duration.parse(right)) == order
    turned = compare_lengths(Duration.parse(right), Duration.parse(left))
    assert turned == (None if order is None else -order)


def test_beyond_the_calendar() -> None:
    with pytest.raises(DurationError, match="outside the years 1 to 9999"):
        later(0, Duration(years=9000), UTC_ZONE)
    with pytest.raises(DurationError, match="outside the years 1 to 9999"):
        earlier(0, Duration(days=9_000_000), UTC_ZONE)


durations = st.builds(
    Duration,
    st.integers(0, 40), st.integers(0, 30), st.integers(0, 60), st.integers(0, 400), st.integers(0, 90),
)  # fmt: skip
instants = st.integers(at("1900-01-01"), at("2100-01-01"))


@given(durations)
def test_printed_text_is_the_same_duration(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@given(durations, durations, instants)
def test_the_order_of_durations_holds_wherever_they_start(one: Duration, other: Duration, start: int) -> None:
    order = compare_lengths(one, other)
    if order is not None:
        first, second = later(start, one, UTC_ZONE), later(start, other, UTC_ZONE)
        assert (first > second) - (first < second) in (order, 0)


def test_notice_in_months_is_what_counted_forward_ends_in_time() -> None:
    """Two months before 1 September: 1 July at its very beginning, not in its course."""
    latest = notice_by(at("2027-09-01 10:00"), Duration(months=2), PARIS)
    assert shown(latest) == "2027-07-01 00:00"
    assert shown(deadline(latest, Duration(months=2), PARIS)) == "2027-09-01 00:00"
    assert shown(deadline(latest + 1, Duration(months=2), PARIS)) == "2027-09-02 00:00"


def test_fourteen_clear_days_over_the_change_of_the_clocks() -> None:
    """The days from 23 October to 5 November hold one of 25 hours."""
    assert shown(notice_by(at("2027-11-06 10:00"), Duration(days=14), PARIS, "clear")) == "2027-10-23 00:00"


zones = st.sampled_from(sorted(available_timezones() - {"localtime"})).map(ZoneInfo)
ways: st.SearchStrategy[Days] = st.sampled_from(("calendar", "clear", "working"))
lengths = st.builds(Duration, st.integers(0, 3), st.integers(0, 14), st.integers(0, 9), st.integers(0, 60))
holidays = st.frozensets(
    st.dates(date(2024, 12, 20), date(2025, 1, 7)) | st.dates(date(1901, 1, 1), date(2099, 12, 31)),
    max_size=8,
)


@given(instants, lengths, zones, ways, holidays)
def test_notice_is_in_time_if_its_period_is_over_when_the_day_of_the_event_begins(
    event: int, length: Duration, zone: ZoneInfo, way: Days, free: frozenset[date]
) -> None:
    """Forth and back are inverse, to the second, in every zone and over every change of its clocks."""
    latest = notice_by(event, length, zone, way, free)
    day = datetime.fromtimestamp(event, zone).date()
    assert _over(latest, length, zone, way, free) <= day < _over(latest + 1, length, zone, way, free)


def _over(start: int, length: Duration, zone: ZoneInfo, way: Days, free: frozenset[date]) -> date:
    return datetime.fromtimestamp(deadline(start, length, zone, way, free), zone).date()


@given(instants, instants, lengths, zones, ways, holidays)
def test_what_starts_later_never_ends_earlier(
    one: int, other: int, length: Duration, zone: ZoneInfo, way: Days, free: frozenset[date]
) -> None:
    first, second = sorted((one, other))
    assert deadline(first, length, zone, way, free) <= deadline(second, length, zone, way, free)


@given(instants, st.integers(1, 40), zones)
def test_periods_of_months_that_follow_on_one_another_do_not_drift(
    start: int, months: int, zone: ZoneInfo
) -> None:
    """Three terms that each begin with the first of a month end as one of three times the length does."""
    first = datetime.fromtimestamp(start, zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    begin = end = int(first.timestamp())
    for _ in range(3):
        end = deadline(end, Duration(months=months), zone)
    assert end == deadline(begin, Duration(months=3 * months), zone)
