"""Casting votes, and entering counts of hands or paper."""

from __future__ import annotations

from fractions import Fraction

from mandat.bylaws.model import Decision
from mandat.federation.assembly.motions.acts import VoteCast, VoteCount
from mandat.federation.assembly.motions.effects import BallotGiven, VotesCounted
from mandat.federation.assembly.motions.ranking import fits
from mandat.federation.assembly.motions.rolls import voting_bodies
from mandat.federation.assembly.motions.state import Motion, Vote
from mandat.federation.assembly.motions.tabling import find_motion
from mandat.federation.assembly.motions.weighing import needed_tallies
from mandat.federation.base.competence.presiding import require_two_tellers
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import any_order
from mandat.federation.base.population.staying import may_hold_proxy, proxy_holders, still_votes
from mandat.federation.base.types import MotionId, OptionId, PersonId


def find_vote(draft: Draft, name: MotionId) -> tuple[Motion, Vote]:
    """Return a motion with its vote, which has been opened and not decided."""
    motion = find_motion(draft, name)
    found = draft.known(draft.state.motions.votes.get(name), "motion.vote-opened", motion=name)
    running = found.course.closed is None and found.result != "again"
    draft.require(running, "motion.vote-running", motion=name, result=found.result)
    return motion, found


def cast(draft: Draft, act: VoteCast) -> None:
    """By a person on the frozen roll, or by the holder of their proxy, once; the choice is in the act, unless secret."""
    motion, vote = find_vote(draft, act.motion)
    voter = draft.author if act.on_behalf_of is None else act.on_behalf_of
    draft.require(vote.course.ended is None, "motion.casting", motion=act.motion)
    draft.require(not vote.received.counted, "motion.not-counted", motion=act.motion)
    _require_entitled(draft, motion, vote, voter)
    draft.require(voter not in vote.received.ballots, "motion.once", motion=act.motion, person=voter)
    if act.on_behalf_of is not None:
        holder = draft.state.proxies.all.get((motion.body, voter))
        draft.require(
            holder == draft.author, "motion.proxy", motion=act.motion, person=voter, body=motion.body
        )
        listed = ", ".join(proxy_holders(draft, motion.body))
        may = may_hold_proxy(draft, motion.body, draft.author)
        draft.require(may, "motion.proxy-holder", person=draft.author, body=motion.body, by=listed)
    decision = _decision(draft, vote)
    with draft.under(vote.bylaws_version):
        bodies = voting_bodies(draft, motion, decision)
        stays = any(still_votes(draft, body, voter) for body in bodies)
    draft.require(stays, "motion.still", motion=motion.id, person=voter)
    if vote.secret:
        heads = not needed_tallies(draft, decision)
        draft.require(heads, "motion.weighed-secretly", decision, "ballot", motion=act.motion)
    _require_ballot(draft, act, vote, decision)
    by = draft.author if act.on_behalf_of is not None else None
    draft.emit(BallotGiven(motion=act.motion, person=voter, choice=act.choice, ranking=act.ranking, by=by))


def _require_entitled(draft: Draft, motion: Motion, vote: Vote, voter: PersonId) -> None:
    """Require a place on the roll; who sits in the body with a voice only is told by which article."""
    entry, key = None, ""
    if voter not in vote.voters.roll:
        posts = [post for post in vote.voters.posts.held_by(voter) if post.body == motion.body]
        lines = [draft.book.bylaws.lines.get(post.line) for post in posts]
        entry = next(
            (line for line in lines if line is not None and (line.mandate.may_vote or line.mandate.voice)),
            None,
        )
        key = "" if entry is None else "may_vote" if entry.mandate.may_vote is not None else "voice"
    draft.require(voter in vote.voters.roll, "motion.entitled", entry, key, motion=motion.id, person=voter)


def _require_ballot(draft: Draft, act: VoteCast, vote: Vote, decision: Decision) -> None:
    """Require a choice in an open vote, a ranking between options, and neither in a secret one."""
    if vote.secret:
        silent = act.choice is None and act.ranking is None
        draft.require(silent, "motion.secret-ballot", decision, "ballot", motion=act.motion)
        return
    if not vote.between.paper:
        fits_choice = act.choice is not None and act.ranking is None
        draft.require(fits_choice, "motion.open-ballot", decision, "ballot", motion=act.motion)
        return
    options = paper_of(vote, decision)
    ranked = act.ranking is not None and act.choice is None and fits(act.ranking, options)
    draft.require(ranked, "motion.ranking", decision, "method", motion=act.motion, options=", ".join(options))


def paper_of(vote: Vote, decision: Decision) -> tuple[OptionId, ...]:
    """Return the options on the ballot, the default last."""
    return (*vote.between.paper, OptionId(decision.balloting.default or ""))


def _decision(draft: Draft, vote: Vote) -> Decision:
    return draft.state.law.books[vote.bylaws_version].decision(draft.state.motions.all[vote.motion].decision)


def enter(draft: Draft, act: VoteCount) -> None:
    """By two tellers; never more than are entitled, and as many as have voted where that is known."""
    motion, vote = find_vote(draft, act.motion)
    require_two_tellers(draft, motion)
    decision = _decision(draft, vote)
    draft.require(not vote.between.paper, "motion.count-options", decision, "method", motion=motion.id)
    draft.require(not vote.roll_call, "motion.by-name", decision, "roll_call", motion=motion.id)
    draft.require(vote.secret or not vote.received.ballots, "motion.count-or-cast", motion=motion.id)
    counts = (act.yes, act.no, act.abstain, act.invalid)
    draft.require(min(counts) >= 0, "motion.count", motion=motion.id)
    require_total(draft, vote, sum(counts))
    _require_tallies(draft, act, vote, decision)
    draft.emit(
        VotesCounted(
            motion=motion.id,
            yes=act.yes,
            no=act.no,
            abstain=act.abstain,
            invalid=act.invalid,
            tallies=dict(sorted(act.tallies.items())),
        )
    )


def _require_tallies(draft: Draft, act: VoteCount, vote: Vote, decision: Decision) -> None:
    """Require every further tally that the decision speaks of, no number below 0, and no more votes than there are."""
    needed = needed_tallies(draft, decision)
    missing = ", ".join(name for name in needed if name not in act.tallies)
    draft.require(not missing, "motion.tallies", decision, "tally", motion=act.motion, missing=missing)
    least = min((number for tally in act.tallies.values() for number in tally), default=0)
    draft.require(least >= 0, "motion.count", motion=act.motion)
    for name, tally in sorted(act.tallies.items()):
        weights = vote.voters.weights.get(name)
        most = len(vote.voters.roll) if weights is None else sum(any_order(weights).values(), Fraction(0))
        by = name.partition(" by ")[2]
        if by in vote.voters.weights:
            most = sum(any_order(vote.voters.weights[by]).values(), Fraction(0))
        fits = sum(tally) <= most
        draft.require(fits, "motion.tallies-most", motion=act.motion, tally=name, votes=sum(tally), most=most)


def require_total(draft: Draft, vote: Vote, total: int) -> None:
    """Require that no more ballots are counted than people are entitled, and exactly those that were cast."""
    entitled, voted = len(vote.voters.roll), len(vote.received.ballots)
    draft.require(
        total <= entitled, "motion.count-entitled", motion=vote.motion, ballots=total, entitled=entitled
    )
    if voted:  # by hands or on paper nobody says on the record that they have voted
        draft.require(total == voted, "motion.count-voted", motion=vote.motion, ballots=total, voted=voted)


DECIDERS: Deciders = {VoteCast: cast, VoteCount: enter}
