"""Words about open questions and readings."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.interpretation import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.QuestionAsked: (
        "a question is open on {rule} ({key}): {readings}",
        "une question est ouverte sur {rule} ({key}) : {readings}",
    ),
    effects.QuestionAnswered: (
        "question {question} is answered: {answer}",
        "la question {question} reçoit sa réponse : {answer}",
    ),
    effects.QuestionLapsed: (
        "question {question} needs no answer any more",
        "la question {question} n’appelle plus de réponse",
    ),
    effects.ReadingGiven: (
        "{rule} ({key}) is read as “{reading}” from now on",
        "{rule} ({key}) se lit désormais « {reading} »",
    ),
}
