"""Acts of a meeting."""

from __future__ import annotations

from mandat.federation.base.acts import Act
from mandat.federation.base.types import BodyId, MeetingId, PersonId


class MeetingOpen(Act, frozen=True, kw_only=True, tag="meeting.open"):
    """Open a meeting of ``body``, by who convenes it."""

    meeting: MeetingId
    body: BodyId


class MeetingAttend(Act, frozen=True, kw_only=True, tag="meeting.attend"):
    """Register as present: oneself (no ``people``), or others, by who opened the meeting.

    ``remote`` says that they take part from afar, where the bylaws let one.
    """

    meeting: MeetingId
    people: tuple[PersonId, ...] = ()
    remote: bool = False


class MeetingLeave(Act, frozen=True, kw_only=True, tag="meeting.leave"):
    """Be present no more: oneself (no ``people``), or others, by who opened the meeting."""

    meeting: MeetingId
    people: tuple[PersonId, ...] = ()


class MeetingClose(Act, frozen=True, kw_only=True, tag="meeting.close"):
    """Close the meeting, by who opened it or by another who may convene the body."""

    meeting: MeetingId
