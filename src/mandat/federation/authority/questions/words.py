"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.questions import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "question.constituency": Words(
        "{person} belongs to those whom the holder of {post} stands for: {by}",
        "only they can ask",
        "{person} est de ceux que représente le titulaire de {post} : {by}",
        "eux seuls peuvent interroger",
    ),
    "question.deadline": Words(
        "the answer is due by {until}",
        "",
        "la réponse est due avant le {until}",
        "",
    ),
    "question.put": Words(
        "the question {question} has been asked",
        "check the question’s id (mandat show seat)",
        "la question {question} a été posée",
        "vérifier l’identifiant de la question (mandat show seat)",
    ),
    "question.holder": Words(
        "the author holds the post {post}, to which {question} was put",
        "only its holder answers",
        "l’auteur occupe le siège {post}, auquel {question} a été posée",
        "seul son titulaire répond",
    ),
    "question.unanswered": Words(
        "the question {question} has no answer yet",
        "nothing to do: it is answered",
        "la question {question} n’a pas encore de réponse",
        "rien à faire : il y est répondu",
    ),
    "question.vacate": Words(
        "{question} was left without an answer, and {post} falls vacant by that",
        "",
        "{question} est restée sans réponse, et {post} devient vacant de ce fait",
        "",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.DelegateAsked: (
        "{asked_by} asks {holder}, holder of {post}: {question}",
        "{asked_by} interroge {holder}, titulaire de {post} : {question}",
    ),
    effects.DelegateAnswered: (
        "{by} answers {question}",
        "{by} répond à {question}",
    ),
    effects.QuestionOverdue: (
        "{question} to {post} is overdue",
        "{question} à {post} est en retard",
    ),
}
