"""Meetings of bodies and who is there."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId, MeetingId, PersonId
from mandat.instants import Instant


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting of a body; ``present`` are the members or holders registered as there, ``opener`` who opened it."""

    id: MeetingId
    body: BodyId
    opened: Instant
    opener: PersonId
    closed: Instant | None = None
    present: Lookup[PersonId, None] = Lookup()


class Meetings(msgspec.Struct, frozen=True):
    """All meetings; ``open`` gives the open meeting of a body, ``last`` when it last met."""

    all: Lookup[MeetingId, Meeting] = Lookup()
    open: Lookup[BodyId, MeetingId] = Lookup()
    last: Lookup[BodyId, Instant] = Lookup()

    def open_of(self, body: BodyId) -> Meeting | None:
        """Return the open meeting of a body."""
        meeting = self.open.get(body)
        return None if meeting is None else self.all[meeting]
