"""What happens in a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.assembly.meetings.state import Meeting, Meetings
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BodyId, MeetingId, PersonId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class MeetingOpened(Effect, frozen=True, kw_only=True, tag="meeting.opened"):
    """A body meets."""

    meeting: MeetingId
    body: BodyId
    opener: PersonId
    at: Instant


class PeopleAttended(Effect, frozen=True, kw_only=True, tag="people.attended"):
    """People are present from now on; ``remote``: from afar."""

    meeting: MeetingId
    people: tuple[PersonId, ...]
    remote: bool = False


class PeopleWent(Effect, frozen=True, kw_only=True, tag="people.went"):
    """People are present no more."""

    meeting: MeetingId
    people: tuple[PersonId, ...]


class MeetingClosed(Effect, frozen=True, kw_only=True, tag="meeting.closed"):
    """The meeting is over; who was there at its end stays on record."""

    meeting: MeetingId
    at: Instant


def meeting_opened(state: State, effect: MeetingOpened) -> State:
    """Add a meeting, as the open one of its body."""
    meeting = Meeting(id=effect.meeting, body=effect.body, opened=effect.at, opener=effect.opener)
    meetings = state.meetings
    met = _with(state, meetings.all.set(meeting.id, meeting), meetings.open.set(meeting.body, meeting.id))
    last = meetings.last.set(meeting.body, meeting.opened)
    return msgspec.structs.replace(met, meetings=msgspec.structs.replace(met.meetings, last=last))


def people_attended(state: State, effect: PeopleAttended) -> State:
    """Register people."""
    meeting = state.meetings.all[effect.meeting]
    return _present(state, meeting, meeting.present.update(dict.fromkeys(effect.people)))


def people_went(state: State, effect: PeopleWent) -> State:
    """Take people off the register."""
    meeting = state.meetings.all[effect.meeting]
    present = meeting.present.mutate()
    for person in effect.people:
        del present[person]
    return _present(state, meeting, present.finish())


def meeting_closed(state: State, effect: MeetingClosed) -> State:
    """Close."""
    meetings = state.meetings
    meeting = msgspec.structs.replace(meetings.all[effect.meeting], closed=effect.at)
    return _with(state, meetings.all.set(meeting.id, meeting), meetings.open.delete(meeting.body))


def _present(state: State, meeting: Meeting, present: Lookup[PersonId, None]) -> State:
    changed = msgspec.structs.replace(meeting, present=present)
    return _with(state, state.meetings.all.set(meeting.id, changed), state.meetings.open)


def _with(state: State, meetings: Lookup[MeetingId, Meeting], open_: Lookup[BodyId, MeetingId]) -> State:
    return msgspec.structs.replace(state, meetings=Meetings(meetings, open_, state.meetings.last))


APPLIERS: Appliers = {
    MeetingOpened: meeting_opened,
    PeopleAttended: people_attended,
    PeopleWent: people_went,
    MeetingClosed: meeting_closed,
}
