"""Taking and leaving a post, and what must stay true of who holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.federation.base.closed import Seating, VacancyCause
from mandat.federation.base.draft import Draft
from mandat.federation.base.subject import Subject
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import ElectionId, PersonId, PostId

if TYPE_CHECKING:
    from mandat.federation.seats.posts.state import Post

NO_SUCCESSION = frozenset({"election", "abolished", "merged", "term", "succeeded", "ex-officio"})
"""Causes after which nobody succeeds: an election fills the post, it is gone, a caretaker makes room for the successor, or the
seat follows another post."""

MAY_RETURN = frozenset({"election", "succeeded"})
"""Causes after which the same ruling may seat the same person again: what hung on the seat is rechecked at its end."""


def seat(
    draft: Draft,
    post: PostId,
    person: PersonId,
    how: Seating,
    *,
    election: ElectionId | None = None,
    order: int = 0,
    list_: str | None = None,
) -> None:
    """Seat a person in a vacant post from now on."""
    draft.emit(
        SeatFilled(
            post=post, person=person, how=how, since=draft.at, election=election, order=order, list=list_
        )
    )


def vacate(draft: Draft, post: Post, cause: VacancyCause) -> None:
    """Let the holder of ``post`` leave it; nothing happens if they have left already, perhaps for a successor."""
    now = draft.state.posts.all.get(post.id)
    if now is not None and now.holder is not None and now.holder == post.holder:
        draft.emit(SeatVacated(post=post.id, person=now.holder, cause=cause, at=draft.at))


def recheck_keeps(draft: Draft, person: PersonId) -> None:
    """Vacate every post of a person whose condition for keeping it (``keeps``) no longer holds."""
    for post in draft.state.posts.held_by(person):
        line = draft.book.bylaws.lines.get(post.line)
        if line is None or line.mandate.keeps is None or draft.state.posts.all[post.id].holder != person:
            continue
        subject = Subject(body=post.body, sender=post.sender, line=post.line, person=person, post=post.id)
        if draft.test(line.mandate.keeps, subject, line, "keeps") is False:
            vacate(draft, post, VacancyCause.KEEPS)
