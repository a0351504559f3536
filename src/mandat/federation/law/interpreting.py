"""Adopting bylaws, and answering what they leave open."""

from __future__ import annotations

from mandat.federation.base.competence.powers import interpreting_power, require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.interpretation.effects import QuestionAnswered, ReadingGiven
from mandat.federation.base.lookup import look_up
from mandat.federation.base.matter import Interpretation
from mandat.federation.base.questioned import QuestionedLimit, QuestionedPost, QuestionedVote
from mandat.federation.base.types import MotionId, PersonId
from mandat.federation.law.acts import BylawsAdopt, RulesInterpret
from mandat.federation.law.amending import adopt, apply_numbers
from mandat.federation.seats.limits import rules as limits
from mandat.federation.seats.succession.steps import succeed_as_read

TRUTHS = frozenset({"true", "false"})
"""Readings that settle one vote only: to read a majority as met for all votes to come would be no reading of it."""


def interpret(draft: Draft, act: RulesInterpret) -> None:
    """By who holds ``rules.interpret``; where the bylaws name nobody, by who may amend them."""
    question = draft.state.law.questions.get(act.question)
    question = draft.known(
        question if question is not None and question.key != "lot" else None,
        "question.known",
        question=act.question,
    )
    require_power(draft, interpreting_power(draft), motion=act.motion, about=_matter(draft, act))
    if act.motion is not None:
        _require_same_reading(draft, act, act.motion)
    fits = not question.readings or act.reading in question.readings
    draft.require(fits, "question.reading", reading=act.reading, readings=", ".join(question.readings))
    about = question.subject
    if isinstance(about, QuestionedLimit):
        limits.answered(draft, question, about, PersonId(act.reading), act.motion)
        return
    draft.emit(QuestionAnswered(question=question.id, answer=act.reading, motion=act.motion))
    vote = about.motion if isinstance(about, QuestionedVote) and act.reading in TRUTHS else None
    draft.emit(ReadingGiven(rule=question.rule, key=question.key, reading=act.reading, vote=vote))
    if isinstance(about, QuestionedPost):
        succeed_as_read(draft, about.post)
    apply_numbers(draft)


def _matter(draft: Draft, act: RulesInterpret) -> Interpretation:
    """Return what the motion named is about, if it would answer a question; else what it has to be about."""
    found = look_up(draft.state.motions.all, act.motion)
    if found is not None and isinstance(found.about, Interpretation):
        return found.about
    return Interpretation(act.question, act.reading)


def _require_same_reading(draft: Draft, act: RulesInterpret, name: MotionId) -> None:
    """Require that the motion adopted this very reading of this very question."""
    motion = draft.state.motions.all[name]
    same = motion.about == Interpretation(act.question, act.reading)
    draft.require(same, "question.motion-reads", motion=name, question=act.question, reading=act.reading)


DECIDERS: Deciders = {BylawsAdopt: adopt, RulesInterpret: interpret}
