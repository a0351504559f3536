"""Meetings called, demands to meet, and bodies that should have met."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId, DemandId, MeetingId, MotionId, PersonId
from mandat.instants import Instant


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting called for ``opens`` by a person; ``items`` says of each item whether it was announced in time."""

    id: MeetingId
    body: BodyId
    by: PersonId
    at: Instant
    opens: Instant
    items: Lookup[MotionId, bool] = Lookup()
    demand: DemandId | None = None
    urgent: bool = False


class Demand(msgspec.Struct, frozen=True, kw_only=True):
    """A demand that a body meets: who has signed it when (people or bodies), since when it has enough, what answered it."""

    id: DemandId
    body: BodyId
    started: Instant
    texts: Mapping[str, str] = msgspec.field(default_factory=dict)
    signers: Lookup[PersonId | BodyId, Instant] = Lookup()
    met: Instant | None = None
    ignored: Instant | None = None
    meeting: MeetingId | None = None


class Convening(msgspec.Struct, frozen=True):
    """``called`` by meeting, ``demands`` by id; ``overdue``: since when a body should have met."""

    called: Lookup[MeetingId, Notice] = Lookup()
    demands: Lookup[DemandId, Demand] = Lookup()
    overdue: Lookup[BodyId, Instant] = Lookup()
