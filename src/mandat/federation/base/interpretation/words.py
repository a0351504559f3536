"""Words about open questions and readings."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.interpretation import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.QuestionAsked: msg("a question is open on {rule} ({key}): {readings}"),
    effects.QuestionAnswered: msg("question {question} is answered: {answer}"),
    effects.QuestionLapsed: msg("question {question} needs no answer any more"),
    effects.ReadingGiven: msg("{rule} ({key}) is read as “{reading}” from now on"),
}
