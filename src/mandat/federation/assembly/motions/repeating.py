"""Votes that are held again: a second convocation with rules of its own, or because the bylaws say `repeat`."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model import Decision
from mandat.federation.assembly.motions.state import Vote
from mandat.federation.base.closed import RepeatCause, VoteResult
from mandat.federation.base.draft import Draft
from mandat.instants import Instant


def rule_now(decision: Decision, vote: Vote) -> Decision:
    """Return the decision as this convocation takes it: from the second on, with the quorum and majority of ``again``.

    Without a quorum there the second convocation needs none; without a majority it has that of the first.
    """
    if vote.convocation == 1 or decision.verdict.again is None:
        return decision
    again = decision.verdict.again
    verdict = msgspec.structs.replace(decision.verdict, quorum=again.quorum)
    if again.carried is not None:
        verdict = msgspec.structs.replace(verdict, carried=again.carried, rejected=None)
    return msgspec.structs.replace(decision, verdict=verdict)


def held_again(
    draft: Draft, decision: Decision, vote: Vote, result: VoteResult, cause: RepeatCause | None
) -> tuple[VoteResult, Instant | None]:
    """Return the result, or ``again`` and the instant from which the vote may be opened once more.

    ``cause`` is what happened: quorum, tie or default. A second convocation follows a missing quorum, once.
    """
    if result == "no-quorum" and decision.verdict.again is not None and vote.convocation == 1:
        draft.require(True, "motion.second-convocation", decision, "again", motion=vote.motion)
        after = decision.verdict.again.after
        return VoteResult.AGAIN, None if after is None else draft.deadline(after)
    if cause is not None and cause in decision.verdict.repeat:
        draft.require(True, "motion.repeated", decision, "repeat", motion=vote.motion, cause=cause)
        return VoteResult.AGAIN, None
    return result, None
