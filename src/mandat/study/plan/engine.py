"""The federation's own rules, asked with the numbers of a study: the only door from studies to the engine.

These are the functions that decide over acts. What the bylaws leave open, or what rests on numbers a study does not have, comes
back as None.
"""

from __future__ import annotations

from collections.abc import Mapping

from mandat.bylaws.expression import Expression, MissingNumber, NumbersError
from mandat.bylaws.model import Decision, Recall, SeatLine
from mandat.bylaws.model.pieces import Rows
from mandat.federation.asking import supply_of
from mandat.federation.assembly.motions.outcome import outcome
from mandat.federation.base.support import enough
from mandat.federation.seats.confidence.threshold import is_lost
from mandat.federation.seats.posts.apportioning import shared
from mandat.federation.seats.posts.numbers import seats_due

Numbers = Mapping[str, int | bool]
UNTOLD = (MissingNumber, NumbersError, ZeroDivisionError)


def seats(line: SeatLine, numbers: Numbers, entitled: int) -> int | None:
    """How many posts a line has for one sender (``federation.seats.posts.numbers.seats_due``)."""
    try:
        found = seats_due(line, supply_of(numbers), entitled=entitled)
    except UNTOLD:
        return None
    return None if found.value is None else max(0, int(str(found.value)))


def shares(line: SeatLine, whole: Numbers, senders: Mapping[str, Numbers]) -> Mapping[str, int] | None:
    """A fixed number of posts shared out over the senders (``federation.seats.posts.apportioning.shared``)."""
    try:
        found = shared(line, supply_of(whole), {name: supply_of(each) for name, each in senders.items()})
    except UNTOLD:
        return None
    return found.seats


def number(rows: Rows[Expression], numbers: Numbers) -> int | None:
    """A plain whole number of the file; None where it has rows, or is open."""
    if rows.plain is None:
        return None
    try:
        value = rows.plain.evaluate(numbers).value
    except UNTOLD:
        return None
    return value if isinstance(value, int) else None


def holds(condition: Expression, numbers: Numbers) -> bool | None:
    """Whether a condition holds; None where that is open."""
    try:
        return bool(condition.evaluate(numbers).value)
    except UNTOLD:
        return None


def lost(recall: Recall, electors: int, withdrawn: int) -> bool | None:
    """Whether confidence is lost (``federation.seats.confidence.threshold.is_lost``)."""
    numbers = {"withdrawn": withdrawn} | dict.fromkeys(
        ("electors", "members", "entitled", "concerned"), electors
    )
    try:
        return is_lost(recall, supply_of(_with_events(numbers))).value is True
    except UNTOLD:
        return None


def _with_events(numbers: dict[str, int]) -> dict[str, int]:
    return numbers | {f"{name} at election": value for name, value in numbers.items()}


def started(recall: Recall, base: int, signed: int) -> bool | None:
    """Whether so many signatures of so large a base start a recall (``federation.base.support.enough``)."""
    if not recall.start:
        return signed >= 1
    numbers = {"signed": signed} | dict.fromkeys(
        ("members", "entitled", "electors", "filled", "seats", "concerned"), base
    )
    try:
        return enough(recall.start, supply_of(numbers), recall, "start").value is True
    except UNTOLD:
        return None


def result(decision: Decision, yes: int, no: int, entitled: int) -> str | None:
    """What a vote gives (``federation.assembly.motions.outcome``): carried, defeated, no-quorum, tied or open."""
    try:
        return outcome(decision, supply_of(vote(yes, no, entitled))).result
    except (*UNTOLD, ValueError):
        return None


def vote(yes: int, no: int, entitled: int) -> dict[str, int]:
    """The counts of a vote in which all who vote are present and each counts once, by whatever tally."""
    cast = yes + no
    plain = {"yes": yes, "no": no, "abstain": 0, "invalid": 0}
    plain |= dict.fromkeys(("cast", "valid", "voted", "present", "represented", "sent_present"), cast)
    plain |= dict.fromkeys(
        ("entitled", "members", "concerned", "filled", "seats", "electors", "sent", "due"), entitled
    )
    return plain | {f"{name} by heads": value for name, value in plain.items()}
