"""Lots: the engine draws none; it asks, and goes on with the answer."""

from __future__ import annotations

from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.interpretation.effects import QuestionAnswered
from mandat.federation.base.lookup import given
from mandat.federation.base.named_powers import CALL_ELECTIONS
from mandat.federation.base.questioned import Questioned, QuestionedElection, QuestionedPost
from mandat.federation.seats.elections import result
from mandat.federation.seats.elections.acts import LotDraw
from mandat.federation.seats.elections.state import Countback, Elections
from mandat.federation.seats.succession import countback


def draw(draft: Draft, act: LotDraw) -> None:
    """By a teller of the election, or who may call elections: the tie is settled and the count goes on."""
    question = draft.state.law.questions.get(act.question)
    question = draft.known(
        question if question is not None and question.key == "lot" else None,
        "question.known",
        question=act.question,
    )
    waiting = _waiting(draft.state.elections, question.subject)
    name = question.subject.election if isinstance(question.subject, QuestionedElection) else None
    election = draft.state.elections.all[given(name if waiting is None else waiting.election)]
    if draft.author not in election.tellers:
        require_power(draft, CALL_ELECTIONS)
    draft.require(
        act.chosen in question.readings, "lot.chosen", chosen=act.chosen, tied=", ".join(question.readings)
    )
    draft.emit(QuestionAnswered(question=question.id, answer=act.chosen))
    with draft.under(election.bylaws_version):
        if waiting is None:
            result.resume(draft, election, act.chosen)
        else:
            countback.resume(draft, draft.state.posts.all[waiting.post], act.chosen)


def _waiting(elections: Elections, subject: Questioned) -> Countback | None:
    """Return the countback that waits for the lot, if it is one that does."""
    return elections.countbacks[subject.post] if isinstance(subject, QuestionedPost) else None


DECIDERS: Deciders = {LotDraw: draw}
