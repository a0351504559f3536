"""When a person may take a post beside those who sit already, and what follows if a limit is broken in office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.bylaws.model import Limit
from mandat.bylaws.model.ids import FactId
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.draft import Draft
from mandat.federation.base.interpretation.effects import QuestionAnswered, QuestionLapsed
from mandat.federation.base.lookup import given, keys_of, rows_of
from mandat.federation.base.named_powers import INTERPRET
from mandat.federation.base.questioned import QuestionedLimit
from mandat.federation.base.rulings import OpenQuestion
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.base.types import BodyId, MotionId, PersonId
from mandat.federation.seats.limits.effects import LimitBroken, LimitKept
from mandat.federation.seats.limits.groups import (
    LimitMoment,
    group_of,
    incompatible,
    limits_of,
    lines_of,
    members_of,
    most,
)

if TYPE_CHECKING:
    from mandat.federation.seats.posts.state import Post

QUESTION = "limit"
"""The key of the question who of a group must leave."""


def first_broken(draft: Draft, post: Post, person: PersonId, moment: LimitMoment) -> Limit | None:
    """Return the first limit that a person would break by taking a post; one that they mend by leaving another does not count."""
    limits = limits_of(draft, post.line, moment)
    return next((each for each in limits if _stops(draft, each, post, person)), None)


def _stops(draft: Draft, limit: Limit, post: Post, person: PersonId) -> bool:
    return not gives_way(limit) and would_break(draft, limit, post, person)


def gives_way(limit: Limit) -> bool:
    """Tell whether who takes a post leaves the ones that a limit does not let them hold together with it."""
    return limit.repair == "resign" and (limit.per == "person" or limit.with_ is not None)


def would_break(draft: Draft, limit: Limit, post: Post, person: PersonId) -> bool:
    """Tell whether one more holder would be too many, or holds an incompatible post."""
    if any(each.id != post.id for each in incompatible(draft, limit, person)):
        return True
    allowed = most(draft, limit, post)
    if allowed is None:
        return False
    group = group_of(draft, limit, post, person)
    return len(members_of(draft, limit, post, group, (post.id,))) >= allowed


def require_fits(draft: Draft, post: Post, person: PersonId) -> None:
    """Require that no limit keeps a person out of a vacant post that somebody fills by an act."""
    broken = first_broken(draft, post, person, "succession")
    draft.require(
        broken is None,
        "limit.fits",
        broken,
        "at_most",
        person=person,
        post=post.id,
        limit="" if broken is None else broken.id.removeprefix("limit."),
    )


def seated(draft: Draft, effect: SeatFilled) -> None:
    """Who takes a post leaves those that a limit does not let them hold together with it."""
    post = draft.state.posts.all[effect.post]
    for limit in (*draft.book.limits.get(post.line, ()), *draft.book.limits_with.get(post.line, ())):
        if gives_way(limit):
            for other in _to_leave(draft, limit, post, effect.person):
                draft.require(True, "limit.leaves", limit, "repair", person=effect.person, post=other.id)
                vacate(draft, other, VacancyCause.LIMIT)


def _to_leave(draft: Draft, limit: Limit, post: Post, person: PersonId) -> tuple[Post, ...]:
    """Return the older posts of a person that give way to the new one."""
    if limit.with_ is not None:
        own = lines_of(draft, limit)
        if post.line in own:
            return tuple(each for each in incompatible(draft, limit, person) if each.id != post.id)
        return tuple(
            each for each in draft.state.posts.held_by(person) if each.line in own and each.id != post.id
        )
    allowed = most(draft, limit, post)
    held = members_of(draft, limit, post, person, (post.id,))
    return (
        ()
        if allowed is None
        else tuple(sorted(held, key=lambda each: (each.since, each.id)))[: len(held) + 1 - allowed]
    )


def label_told(draft: Draft, fact: FactId, person: PersonId) -> None:
    """A label of a person has changed: every limit that counts it is checked where the person sits."""
    for post in draft.state.posts.held_by(person):
        for limit in draft.book.limits.get(post.line, ()):
            if limit.per == fact and limit.checked == "always":
                _recheck(draft, limit, post)


def left(draft: Draft, effect: SeatVacated) -> None:
    """Who has left may have mended a limit that was broken."""
    post = draft.state.posts.all[effect.post]
    for limit in draft.book.limits.get(post.line, ()):
        if limit.checked == "always":
            _recheck(draft, limit, post)


def _recheck(draft: Draft, limit: Limit, post: Post) -> None:
    """Note what is broken in a body now, and what is not any more."""
    if limit.per in (None, "person", "sender"):
        return
    allowed = most(draft, limit, post)
    groups = {
        group_of(draft, limit, each, each.holder): None
        for each in draft.state.posts.of_body(post.body)
        if each.holder is not None and each.line in lines_of(draft, limit)
    }
    broken = [key for key in keys_of(draft.state.limits.broken) if key[:2] == (limit.id, post.body)]
    for group in sorted({*groups, *(key[2] for key in broken)}):
        people = tuple(given(each.holder) for each in members_of(draft, limit, post, group))
        _note(draft, limit, post.body, group, people, allowed is not None and len(people) > allowed)


def _note(
    draft: Draft, limit: Limit, body: BodyId, group: str, people: tuple[PersonId, ...], broken: bool
) -> None:
    before = draft.state.limits.broken.get((limit.id, body, group))
    if broken and before != people:
        draft.emit(LimitBroken(limit=limit.id, body=body, group=group, people=people))
        _lapse(draft, QuestionedLimit(limit.id, body, group))
        if limit.repair == "resign":
            _ask_who(draft, limit, body, group, people)
    elif not broken and before is not None:
        draft.emit(LimitKept(limit=limit.id, body=body, group=group))
        _lapse(draft, QuestionedLimit(limit.id, body, group))


def _ask_who(draft: Draft, limit: Limit, body: BodyId, group: str, people: tuple[str, ...]) -> None:
    """Which of them must leave the bylaws do not say: the question stays open until one resigns, or it is answered."""
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=limit.id,
            key=QUESTION,
            article=limit.article,
            readings=people,
            holder=INTERPRET,
            subject=QuestionedLimit(limit.id, body, group),
        )
    )


def _lapse(draft: Draft, subject: QuestionedLimit) -> None:
    for name, question in rows_of(draft.state.law.questions):
        if question.subject == subject:
            draft.emit(QuestionLapsed(question=name))


def answered(
    draft: Draft, question: OpenQuestion, subject: QuestionedLimit, person: PersonId, motion: MotionId | None
) -> None:
    """Who was named leaves their seat in the body; if too many still sit there, the question is asked again."""
    draft.emit(QuestionAnswered(question=question.id, answer=person, motion=motion))
    for post in draft.state.posts.held_by(person):
        if post.body == subject.body:
            vacate(draft, post, VacancyCause.LIMIT)
