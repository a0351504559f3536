"""Lots: the engine draws none; it asks, and goes on with the answer."""

from __future__ import annotations

from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.interpretation.effects import QuestionAnswered
from mandat.federation.base.types import ElectionId, PostId
from mandat.federation.seats.elections import result
from mandat.federation.seats.elections.acts import LotDraw
from mandat.federation.seats.succession import countback


def draw(draft: Draft, act: LotDraw) -> None:
    """By a teller of the election, or who may call elections: the tie is settled and the count goes on."""
    question = draft.state.law.questions.get(act.question)
    question = draft.known(
        question if question is not None and question.key == "lot" else None,
        "question.known",
        question=act.question,
    )
    waiting = draft.state.elections.countbacks.get(PostId(question.subject))
    election = draft.state.elections.all[
        waiting.election if waiting is not None else ElectionId(question.subject)
    ]
    if draft.author not in election.tellers:
        require_power(draft, "election.call")
    draft.require(
        act.chosen in question.readings, "lot.chosen", chosen=act.chosen, tied=", ".join(question.readings)
    )
    draft.emit(QuestionAnswered(question=question.id, answer=act.chosen))
    with draft.under(election.bylaws_version):
        if waiting is None:
            result.resume(draft, election, act.chosen)
        else:
            countback.resume(draft, draft.state.posts.all[waiting.post], act.chosen)


DECIDERS: Deciders = {LotDraw: draw}
