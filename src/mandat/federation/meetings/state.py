"""Meetings of bodies and who is there."""

from __future__ import annotations

import msgspec
from immutables import Map


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting of a body; ``present`` are the members or holders registered as there."""

    id: str
    body: str
    opened: int
    closed: int | None = None
    present: Map[str, None] = Map()


class Meetings(msgspec.Struct, frozen=True):
    """All meetings; ``open`` gives the open meeting of a body."""

    all: Map[str, Meeting] = Map()
    open: Map[str, str] = Map()
