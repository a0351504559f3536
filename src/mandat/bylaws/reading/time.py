"""Readers of durations, events and clocks."""

from __future__ import annotations

from mandat.bylaws.expression.names import EVENT_THINGS, EVENTS
from mandat.bylaws.model.pieces import Clock
from mandat.bylaws.reading.faults import nearest
from mandat.bylaws.reading.reader import Context, TomlNode, listed, read
from mandat.bylaws.tables.clocks import CLOCK
from mandat.bylaws.tables.shapes import ClockShape, DurationShape, Event
from mandat.bylaws.values.duration import Duration, DurationError

LONGEST = 1000
"""Years: a longer clock would end beyond the calendar (the year 9999), and no deadline could be set."""


@read.register
def length(shape: DurationShape, node: TomlNode, context: Context) -> Duration:
    """A duration such as ``P14D``."""
    text = context.text(node)
    try:
        found = Duration.parse(text)
    except DurationError as error:
        raise context.refuse(node, "duration", {"remedy": error.remedy, "found": text}) from None
    if shape.positive and found == Duration():
        raise context.refuse(node, "duration-none", {"found": text})
    if _years(found) > LONGEST:
        raise context.refuse(node, "duration-long", {"found": text, "years": str(LONGEST)})
    return found


def _years(length: Duration) -> int:
    """Return whole years of a length, none of its parts left out; months and days as the shortest years have them."""
    days = length.all_days + length.exact_seconds // 86400
    return length.all_months // 12 + days // 365


@read.register
def event(_shape: Event, node: TomlNode, context: Context) -> str:
    """``thing.what``: the thing is declared or one of the general words, the what is of the closed list."""
    text = context.text(node)
    thing, dot, what = text.rpartition(".")
    if not dot or what not in EVENTS:
        raise context.refuse(node, "event", {"name": text, "known": listed(EVENTS)}, nearest(what, EVENTS))
    known = context.declared.things
    if thing not in known:
        words = {"name": thing, "words": listed(EVENT_THINGS)}
        near = nearest(thing, (*context.declared.plain_ids, *context.declared.lines))
        raise context.refuse(node, "event-thing", words, near)
    return text


@read.register
def clock(shape: ClockShape, node: TomlNode, context: Context) -> Clock:
    """A duration, the name of a clock, a table; an event by itself where the key allows it."""
    if isinstance(node.value, dict):
        found = read(CLOCK, node, context)
        assert isinstance(found, Clock)  # what the table makes
        return found
    if not isinstance(node.value, str):
        raise context.wrong_type(node, "str", "dict")
    return _named(shape, node, node.value, context)


def _named(shape: ClockShape, node: TomlNode, text: str, context: Context) -> Clock:
    known = context.declared.named("clock")
    if text in known:
        return Clock(name=text)
    if shape.event and "." in text:
        return Clock(until=event(Event(), node, context))
    if text[:1].upper() == "P" and text[1:2] in tuple("T0123456789"):
        return Clock(length=length(DurationShape(positive=shape.positive), node, context))
    raise context.refuse(node, "clock", {"name": text}, nearest(text, known))
