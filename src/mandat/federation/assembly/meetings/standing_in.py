"""Substitutes for a day: who sits in a meeting for a holder who is not there, and steps back when the holder comes.

Substitutes for good are a matter of succession (``substitute``). Both come in one order: those who came next in the election that
filled the seat, no more of them than ``substitutes`` says.
"""

from __future__ import annotations

from mandat.bylaws.model import SeatLine
from mandat.federation.assembly.meetings.effects import MeetingClosed, PeopleAttended, PeopleWent
from mandat.federation.assembly.meetings.state import Meeting
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import any_order, rows_of
from mandat.federation.base.population.staying import has_left
from mandat.federation.base.types import PersonId, PostId
from mandat.federation.seats.posts.acts import PostSubstitute
from mandat.federation.seats.posts.effects import StoodDown, StoodIn
from mandat.federation.seats.posts.state import Post
from mandat.federation.seats.posts.succeeding import substitutes_of

ABSENT = ("substitute", "deputy")


def stand_in(draft: Draft, act: PostSubstitute) -> None:
    """By the substitute, the holder, or who opened the meeting; those before in the order are named as unable to come."""
    meeting = draft.state.meetings.all.get(act.meeting)
    meeting = draft.known(
        meeting if meeting is not None and meeting.closed is None else None,
        "meeting.open",
        meeting=act.meeting,
    )
    post = draft.state.posts.all.get(act.post)
    post = draft.known(
        post if post is not None and post.body == meeting.body else None, "post.known", post=act.post
    )
    line = draft.book.line(post.line)
    draft.require(
        any(each in ABSENT for each in line.replacing.absent),
        "substitute.allowed",
        line,
        "absent",
        line=line.id,
    )
    draft.require(post.holder is not None, "post.held", post=post.id)
    own = draft.author in (act.person, post.holder, meeting.opener)
    draft.require(own, "substitute.by", line, "absent", post=post.id, opener=meeting.opener)
    _require_free(draft, meeting, post, act.person)
    _require_next(draft, line, post, act)
    draft.emit(StoodIn(post=post.id, person=act.person, meeting=meeting.id))
    if act.person not in meeting.present:
        draft.emit(PeopleAttended(meeting=meeting.id, people=(act.person,)))


def _require_free(draft: Draft, meeting: Meeting, post: Post, person: PersonId) -> None:
    """Require that the holder is away, nobody stands in yet, and the substitute has no place in the meeting already."""
    draft.require(post.holder not in meeting.present, "substitute.away", post=post.id, person=post.holder)
    other = draft.state.posts.standing_in.get(post.id)
    draft.require(other is None, "substitute.one", post=post.id, person=other)
    busy = (
        draft.state.posts.sits_in(person, post.body)
        or person in any_order(draft.state.posts.standing_in).values()
    )
    draft.require(not busy, "substitute.free", person=person, body=post.body)


def _require_next(draft: Draft, line: SeatLine, post: Post, act: PostSubstitute) -> None:
    """Require the first of the substitutes who does not sit already and is not named as unable."""
    taken = set(any_order(draft.state.posts.standing_in).values()) | set(act.unable)
    order = [each for each in substitutes_of(draft, line, post) if _may_come(draft, post, each)]
    first = next((each for each in order if each not in taken), None)
    draft.require(
        first == act.person, "substitute.next", line, "absent", post=post.id, person=act.person, first=first
    )


def _may_come(draft: Draft, post: Post, person: PersonId) -> bool:
    return not has_left(draft, person) and not draft.state.posts.sits_in(person, post.body)


def attended(draft: Draft, effect: PeopleAttended) -> None:
    """A holder who comes takes the place back."""
    _end(draft, effect.people)


def went(draft: Draft, effect: PeopleWent) -> None:
    """A substitute who goes stands in no more."""
    for post, person in rows_of(draft.state.posts.standing_in):
        if person in effect.people:
            draft.emit(StoodDown(post=post, person=person))


def _end(draft: Draft, holders: tuple[str, ...]) -> None:
    for name, person in rows_of(draft.state.posts.standing_in):
        if draft.state.posts.all[name].holder in holders:
            draft.emit(StoodDown(post=name, person=person))


def meeting_closed(draft: Draft, effect: MeetingClosed) -> None:
    """The day is over: nobody stands in any more."""
    body = draft.state.meetings.all[effect.meeting].body
    for post, person in rows_of(draft.state.posts.standing_in):
        if draft.state.posts.all[post].body == body:
            draft.emit(StoodDown(post=post, person=person))


def seat_changed(draft: Draft, post: PostId) -> None:
    """A post that falls vacant or is abolished has no holder to stand in for."""
    person = draft.state.posts.standing_in.get(post)
    if person is not None:
        draft.emit(StoodDown(post=post, person=person))


DECIDERS: Deciders = {PostSubstitute: stand_in}
