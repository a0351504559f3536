"""What happens to questions to delegates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import DutyId
from mandat.federation.authority.questions.state import Question, Questions
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BlobName, BylawsVersion, PersonId, PostId, QuestionId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class DelegateAsked(Effect, frozen=True, kw_only=True, tag="delegate.asked"):
    """A question is put to the holder of a post, to be answered by ``deadline`` if the bylaws set one."""

    question: QuestionId
    post: PostId
    holder: PersonId | None
    asked_by: PersonId
    at: Instant
    text: BlobName
    bylaws_version: BylawsVersion
    duty: DutyId | None = None
    deadline: Instant | None = None


class DelegateAnswered(Effect, frozen=True, kw_only=True, tag="delegate.answered"):
    """A question has its answer."""

    question: QuestionId
    by: PersonId
    text: BlobName
    at: Instant


class QuestionOverdue(Effect, frozen=True, kw_only=True, tag="question.overdue"):
    """The time to answer has passed."""

    question: QuestionId
    post: PostId


def delegate_asked(state: State, effect: DelegateAsked) -> State:
    """Add a question."""
    question = Question(
        id=effect.question,
        post=effect.post,
        asked_by=effect.asked_by,
        asked=effect.at,
        text=effect.text,
        bylaws_version=effect.bylaws_version,
        duty=effect.duty,
        holder=effect.holder,
        deadline=effect.deadline,
    )
    of = state.questions.of
    changed = _put(state, question)
    listed = of.set(effect.post, (*of.get(effect.post, ()), question.id))
    return msgspec.structs.replace(changed, questions=Questions(changed.questions.all, listed))


def delegate_answered(state: State, effect: DelegateAnswered) -> State:
    """Keep the answer; a late one does not undo that the time had passed."""
    question = state.questions.all[effect.question]
    return _put(
        state,
        msgspec.structs.replace(question, answer=effect.text, answered=effect.at, answered_by=effect.by),
    )


def question_overdue(state: State, effect: QuestionOverdue) -> State:
    """Mark a question as overdue."""
    return _put(state, msgspec.structs.replace(state.questions.all[effect.question], overdue=True))


def _put(state: State, question: Question) -> State:
    questions = Questions(state.questions.all.set(question.id, question), state.questions.of)
    return msgspec.structs.replace(state, questions=questions)


APPLIERS: Appliers = {
    DelegateAsked: delegate_asked,
    DelegateAnswered: delegate_answered,
    QuestionOverdue: question_overdue,
}
