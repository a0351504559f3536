"""Casting votes, and entering counts of hands or paper."""

from __future__ import annotations

from mandat.bylaws.model import Decision
from mandat.federation.draft import Deciders, Draft
from mandat.federation.motions.acts import VoteCast, VoteCount
from mandat.federation.motions.effects import BallotGiven, VotesCounted
from mandat.federation.motions.presiding import require_two_tellers
from mandat.federation.motions.state import Motion, Vote
from mandat.federation.motions.tabling import find_motion


def find_vote(draft: Draft, name: str) -> tuple[Motion, Vote]:
    """Return a motion with its vote, which has been opened and not decided."""
    motion = find_motion(draft, name)
    found = draft.state.motions.votes.get(name)
    draft.require(found is not None, "motion.vote-opened", motion=name)
    assert found is not None
    draft.require(found.closed is None, "motion.vote-running", motion=name, result=found.result)
    return motion, found


def cast(draft: Draft, act: VoteCast) -> None:
    """By a person on the frozen roll, once; the choice is in the act unless the vote is secret."""
    _, vote = find_vote(draft, act.motion)
    draft.require(vote.ended is None, "motion.casting", motion=act.motion)
    draft.require(not vote.counted, "motion.not-counted", motion=act.motion)
    draft.require(draft.author in vote.roll, "motion.entitled", motion=act.motion, person=draft.author)
    draft.require(draft.author not in vote.ballots, "motion.once", motion=act.motion, person=draft.author)
    fits = (act.choice is None) if vote.secret else act.choice is not None
    code = "motion.secret-ballot" if vote.secret else "motion.open-ballot"
    draft.require(fits, code, _decision(draft, vote), "ballot", motion=act.motion)
    draft.emit(BallotGiven(motion=act.motion, person=draft.author, choice=act.choice))


def _decision(draft: Draft, vote: Vote) -> Decision:
    return draft.state.law.books[vote.book].decision(draft.state.motions.all[vote.motion].decision)


def enter(draft: Draft, act: VoteCount) -> None:
    """By two tellers; never more than are entitled, and as many as have voted where that is known."""
    motion, vote = find_vote(draft, act.motion)
    require_two_tellers(draft, motion)
    draft.require(vote.secret or not vote.ballots, "motion.count-or-cast", motion=motion.id)
    counts = (act.yes, act.no, act.abstain, act.invalid)
    draft.require(min(counts) >= 0, "motion.count", motion=motion.id)
    require_total(draft, vote, sum(counts))
    draft.emit(
        VotesCounted(motion=motion.id, yes=act.yes, no=act.no, abstain=act.abstain, invalid=act.invalid)
    )


def require_total(draft: Draft, vote: Vote, total: int) -> None:
    """Require that no more ballots are counted than people are entitled, and exactly those that were cast."""
    entitled, voted = len(vote.roll), len(vote.ballots)
    draft.require(
        total <= entitled, "motion.count-entitled", motion=vote.motion, ballots=total, entitled=entitled
    )
    if voted:  # by hands or on paper nobody says on the record that they have voted
        draft.require(total == voted, "motion.count-voted", motion=vote.motion, ballots=total, voted=voted)


DECIDERS: Deciders = {VoteCast: cast, VoteCount: enter}
