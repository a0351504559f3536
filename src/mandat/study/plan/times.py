"""Durations of the bylaws in years, as long as they are on average."""

from __future__ import annotations

from collections.abc import Iterable

from mandat.bylaws.model import Bylaws, SeatLine
from mandat.bylaws.model.pieces import Clock, Silence
from mandat.bylaws.values.duration import Duration
from mandat.study.plan.suppositions import ROTATION, TERM, Suppositions

DAYS = 365.25
SUPPOSED_MONTHS = 24


def years(length: Duration) -> float:
    """A duration in years.

    >>> years(Duration(months=6)), round(years(Duration(days=30)), 4)
    (0.5, 0.0821)
    """
    return length.all_months / 12 + (length.all_days + length.exact_seconds / 86400) / DAYS


def length_of(clock: Clock | None, bylaws: Bylaws) -> float:
    """A clock's length in years; 0 where it gives none."""
    if clock is None:
        return 0.0
    if clock.name is not None and clock.name in bylaws.clocks:
        return length_of(bylaws.clocks[clock.name].clock, bylaws)
    return years(clock.length) if clock.length is not None else 0.0


def lengths(clocks: Iterable[Clock | None], bylaws: Bylaws) -> float:
    """The lengths of several clocks that follow each other."""
    return sum(length_of(clock, bylaws) for clock in clocks)


def term_of(line: SeatLine, bylaws: Bylaws, noted: Suppositions) -> float | None:
    """A line's term in years; None where it has none."""
    if line.mandate.term is None or isinstance(line.mandate.term, Silence):
        return None
    whole = length_of(line.mandate.term.clock, bylaws)
    if whole:
        return whole
    body = (line.mandate.term.clock.until or "").partition(".")[0]
    convening = bylaws.convenings.get(body)
    regular = length_of(convening.calling.every, bylaws) if convening is not None else 0.0
    if regular:
        return regular
    noted.note(line, "term", TERM(months=SUPPOSED_MONTHS))
    return SUPPOSED_MONTHS / 12


def groups_of(line: SeatLine, noted: Suppositions) -> int:
    """In how many groups the seats of a line are renewed in turn; 1 where all are renewed together."""
    rotation = (
        None
        if line.mandate.term is None or isinstance(line.mandate.term, Silence)
        else line.mandate.term.rotation
    )
    if rotation is None or rotation.of < 2:
        return 1
    noted.note(line, "term", ROTATION(n=rotation.of))
    return rotation.of
