"""Acts that call a meeting, or demand one."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mandat.federation.base.acts import Act
from mandat.federation.base.types import BodyId, DemandId, MeetingId, MotionId


class MeetingCall(Act, frozen=True, kw_only=True, tag="meeting.call"):
    """Call a meeting of ``body`` for an instant (``opens``, as ``2026-03-01T10:00:00Z``), with the ``items`` of its agenda.

    ``items`` are motions by their ids, tabled already or not. ``urgent`` asks for the shorter notice that the bylaws allow;
    ``demand`` names the demand that the call answers; ``motions`` are those by which others have consented, where they must.
    """

    meeting: MeetingId
    body: BodyId
    opens: str
    items: tuple[MotionId, ...] = ()
    urgent: bool = False
    demand: DemandId | None = None
    motions: tuple[MotionId, ...] = ()


class MeetingItem(Act, frozen=True, kw_only=True, tag="meeting.item"):
    """Add an item to the agenda of a meeting that has been called; whether it is late is on the record."""

    meeting: MeetingId
    item: MotionId


class MeetingDemand(Act, frozen=True, kw_only=True, tag="meeting.demand"):
    """Demand that ``body`` meets, or sign such a demand: for oneself, or for a body that has carried it by ``motion``.

    ``same`` is what the bylaws want to be the same in all (``text``, ``place``, ``dates`` …). The first signature starts it.
    """

    demand: DemandId
    body: BodyId
    same: Mapping[str, str] = msgspec.field(default_factory=dict)
    on_behalf_of: BodyId | None = None
    motion: MotionId | None = None
