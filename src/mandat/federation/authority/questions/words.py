"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.questions import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "question.constituency": Words(
        msg("{person} belongs to those whom the holder of {post} stands for: {by}"), msg("only they can ask")
    ),
    "question.deadline": Words(msg("the answer is due by {until}")),
    "question.put": Words(
        msg("the question {question} has been asked"), msg("check the question’s id (mandat show seat)")
    ),
    "question.holder": Words(
        msg("the author holds the post {post}, to which {question} was put"), msg("only its holder answers")
    ),
    "question.unanswered": Words(
        msg("the question {question} has no answer yet"), msg("nothing to do: it is answered")
    ),
    "question.vacate": Words(msg("{question} was left without an answer, and {post} falls vacant by that")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.DelegateAsked: msg("{asked_by} asks {holder}, holder of {post}: {question}"),
    effects.DelegateAnswered: msg("{by} answers {question}"),
    effects.QuestionOverdue: msg("{question} to {post} is overdue"),
}
