"""Meetings of bodies and who is there."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting of a body; ``present`` are the members or holders registered as there, ``opener`` who opened it."""

    id: str
    body: str
    opened: int
    opener: str = ""
    closed: int | None = None
    present: Lookup[str, None] = Lookup()


class Meetings(msgspec.Struct, frozen=True):
    """All meetings; ``open`` gives the open meeting of a body, ``last`` when it last met."""

    all: Lookup[str, Meeting] = Lookup()
    open: Lookup[str, str] = Lookup()
    last: Lookup[str, int] = Lookup()

    def open_of(self, body: str) -> Meeting | None:
        """Return the open meeting of a body."""
        meeting = self.open.get(body)
        return None if meeting is None else self.all[meeting]
