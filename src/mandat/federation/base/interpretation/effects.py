"""What happens to questions that the bylaws leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import RuleId
from mandat.federation.base.rulings import Effect, OpenQuestion
from mandat.federation.base.types import MotionId, OpenQuestionId

if TYPE_CHECKING:
    from mandat.federation.law.state import Law
    from mandat.federation.state import Appliers, State


class QuestionAsked(Effect, frozen=True, kw_only=True, tag="question.open"):
    """A question is open until somebody who may answers it."""

    question: OpenQuestion


class QuestionAnswered(Effect, frozen=True, kw_only=True, tag="question.closed"):
    """An open question has its answer."""

    question: OpenQuestionId
    answer: str
    motion: MotionId | None = None


class QuestionLapsed(Effect, frozen=True, kw_only=True, tag="question.lapsed"):
    """An open question has lost its subject: no answer is needed any more."""

    question: OpenQuestionId


class ReadingGiven(Effect, frozen=True, kw_only=True, tag="reading.given"):
    """A rule is read in one way from now on, or in the ``vote`` on one motion."""

    rule: RuleId
    key: str
    reading: str
    vote: MotionId | None = None


def question_asked(state: State, effect: QuestionAsked) -> State:
    """Open a question."""
    questions = state.law.questions.set(effect.question.id, effect.question)
    return _with(state, msgspec.structs.replace(state.law, questions=questions))


def question_answered(state: State, effect: QuestionAnswered) -> State:
    """Close a question."""
    return _with(
        state, msgspec.structs.replace(state.law, questions=state.law.questions.delete(effect.question))
    )


def question_lapsed(state: State, effect: QuestionLapsed) -> State:
    """Close a question without an answer."""
    questions = state.law.questions.delete(effect.question)
    return _with(state, msgspec.structs.replace(state.law, questions=questions))


def reading_given(state: State, effect: ReadingGiven) -> State:
    """Keep an interpretation."""
    if effect.vote is not None:
        verdicts = state.law.verdicts.set((effect.vote, effect.rule, effect.key), effect.reading)
        return _with(state, msgspec.structs.replace(state.law, verdicts=verdicts))
    readings = state.law.readings.set((effect.rule, effect.key), effect.reading)
    return _with(state, msgspec.structs.replace(state.law, readings=readings))


def _with(state: State, law: Law) -> State:
    return msgspec.structs.replace(state, law=law)


APPLIERS: Appliers = {
    QuestionAsked: question_asked,
    QuestionAnswered: question_answered,
    QuestionLapsed: question_lapsed,
    ReadingGiven: reading_given,
}
