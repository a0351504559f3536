"""When a body meets, and who is registered as present."""

from __future__ import annotations

from mandat.bylaws.expression import Expression
from mandat.federation.assembly.meetings.acts import MeetingAttend, MeetingClose, MeetingLeave, MeetingOpen
from mandat.federation.assembly.meetings.convening import require_convener, require_notice
from mandat.federation.assembly.meetings.effects import (
    MeetingClosed,
    MeetingOpened,
    PeopleAttended,
    PeopleWent,
)
from mandat.federation.assembly.meetings.state import Meeting
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.subject import Subject
from mandat.federation.base.types import BodyId, MeetingId, PersonId


def open_(draft: Draft, act: MeetingOpen) -> None:
    """By who convenes the body; a body has one open meeting at a time."""
    state = draft.state
    require_new(
        draft,
        act.meeting,
        taken=act.meeting in state.meetings.all,
        others=(*keys_of(state.meetings.all), *keys_of(state.convening.called)),
    )
    body = state.bodies.get(act.body)
    draft.require(body is not None and body.stands, "body.stands", body=act.body)
    require_notice(draft, act.meeting, act.body)
    running = state.meetings.open.get(act.body)
    draft.require(running is None, "meeting.one-open", body=act.body, meeting=running)
    draft.emit(MeetingOpened(meeting=act.meeting, body=act.body, opener=draft.author, at=draft.at))


def attend(draft: Draft, act: MeetingAttend) -> None:
    """By each person who belongs to the body, or for them by who opened the meeting."""
    meeting = _open_meeting(draft, act.meeting)
    people = _people(draft, meeting, act.people)
    if act.remote:
        _require_remote(draft, meeting.body)
    for person in people:
        draft.require(
            belongs(draft, person, meeting.body), "meeting.belongs", person=person, body=meeting.body
        )
        draft.require(person not in meeting.present, "meeting.absent", person=person, meeting=meeting.id)
    draft.emit(PeopleAttended(meeting=meeting.id, people=people, remote=act.remote))


def _require_remote(draft: Draft, body: BodyId) -> None:
    """Require that the bylaws let people take part in meetings of a body from afar, now."""
    rule = draft.book.bylaws.convenings.get(draft.state.bodies.all[body].kind)
    remote = None if rule is None else rule.remote
    if rule is not None and isinstance(remote, Expression):
        draft.demand(remote, Subject(body=body, author=draft.author), rule, "remote")
        return
    draft.require(remote is True, "meeting.remote", rule, "remote" if rule else "", body=body)


def leave(draft: Draft, act: MeetingLeave) -> None:
    """By each person who is present, or for them by who opened the meeting."""
    meeting = _open_meeting(draft, act.meeting)
    people = _people(draft, meeting, act.people)
    for person in people:
        draft.require(person in meeting.present, "meeting.present", person=person, meeting=meeting.id)
    draft.emit(PeopleWent(meeting=meeting.id, people=people))


def close(draft: Draft, act: MeetingClose) -> None:
    """By who opened it, or by another who may convene the body."""
    meeting = _open_meeting(draft, act.meeting)
    if draft.author != meeting.opener:
        require_convener(draft, meeting.body)
    draft.emit(MeetingClosed(meeting=meeting.id, at=draft.at))


def _open_meeting(draft: Draft, name: MeetingId) -> Meeting:
    meeting = draft.known(draft.state.meetings.all.get(name), "meeting.known", meeting=name)
    draft.require(meeting.closed is None, "meeting.open", meeting=name)
    return meeting


def _people(draft: Draft, meeting: Meeting, people: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
    """Return whom the act speaks of: the author, or those whom the opener names, each once."""
    if people in ((), (draft.author,)):
        return (draft.author,)
    draft.require(draft.author == meeting.opener, "meeting.opener", meeting=meeting.id, opener=meeting.opener)
    return tuple(dict.fromkeys(people))


DECIDERS: Deciders = {MeetingOpen: open_, MeetingAttend: attend, MeetingLeave: leave, MeetingClose: close}
