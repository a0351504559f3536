"""Closing a vote: what was decided, and what waits."""

from __future__ import annotations

from collections import Counter

from mandat.bylaws.model import Decision
from mandat.bylaws.pieces import Population
from mandat.federation.agenda.effects import Struck
from mandat.federation.counts.subject import Subject
from mandat.federation.draft import Deciders, Draft
from mandat.federation.motions import tabling, voting
from mandat.federation.motions.acts import TieBreak, VoteClose
from mandat.federation.motions.effects import CastingEnded, VoteClosed, VotesCounted
from mandat.federation.motions.outcome import Outcome, outcome
from mandat.federation.motions.presiding import require_presiding
from mandat.federation.motions.state import Motion, Result, Vote
from mandat.federation.motions.voting import find_vote, require_total
from mandat.federation.powers.authority import belongs
from mandat.federation.rulings import OpenQuestion


def close(draft: Draft, act: VoteClose) -> None:
    """By who presides, not before the end that the bylaws set unless everybody has voted."""
    motion, vote = find_vote(draft, act.motion)
    require_presiding(draft, motion)
    draft.require(vote.result != "tied", "motion.not-tied", motion=motion.id)
    over = vote.until is None or draft.at >= vote.until or len(vote.ballots) == len(vote.roll)
    draft.require(over, "motion.time", _rule(draft, vote), "voting", motion=motion.id, until=vote.until)
    boxed = _awaits_box(vote)
    draft.require(boxed or act.box is None, "motion.no-box", motion=motion.id)
    if boxed:
        _open_box(draft, vote, act.box)
    decide(draft, motion.id)


def _awaits_box(vote: Vote) -> bool:
    return vote.secret and not vote.counted and bool(vote.ballots)


def _open_box(draft: Draft, vote: Vote, box: str | None) -> None:
    """Count the ballots of a secret vote: as many as have voted."""
    draft.require(box is not None, "motion.box", motion=vote.motion, voted=len(vote.ballots))
    content = draft.inputs.blobs.get(box or "")
    draft.require(content is not None, "blob.given", blob=box)
    papers = (content or b"").decode(errors="replace").splitlines()
    require_total(draft, vote, len(papers))
    found = Counter(paper.strip() or "abstain" for paper in papers)
    yes, no, abstain = found["yes"], found["no"], found["abstain"]
    invalid = len(papers) - yes - no - abstain
    draft.emit(VotesCounted(motion=vote.motion, yes=yes, no=no, abstain=abstain, invalid=invalid))


def decide(draft: Draft, name: str) -> None:
    """Decide a vote from its tally, under the bylaws of the moment it was opened."""
    motion, vote = draft.state.motions.all[name], draft.state.motions.votes[name]
    rule = _rule(draft, vote)
    with draft.under(vote.book):
        subject = Subject(body=motion.body, motion=name, author=motion.mover)
        found = outcome(rule, draft.supply(subject), draft.state.law.readings_for(rule.id, name))
    draft.grounds.extend(found.grounds)
    _conclude(draft, vote, found.result)
    if found.result == "open" and vote.result != "open":
        _ask(draft, motion, rule, found)


def _rule(draft: Draft, vote: Vote) -> Decision:
    return draft.state.law.books[vote.book].decision(draft.state.motions.all[vote.motion].decision)


def _conclude(draft: Draft, vote: Vote, result: Result) -> None:
    yes, no, abstain, invalid = vote.tally
    if ("vote", vote.motion) in draft.state.agenda.items:
        draft.emit(Struck(kind="vote", subject=vote.motion))
    draft.emit(
        VoteClosed(
            motion=vote.motion, result=result, at=draft.at, yes=yes, no=no, abstain=abstain, invalid=invalid
        )
    )


def _ask(draft: Draft, motion: Motion, rule: Decision, found: Outcome) -> None:
    """Ask how the bylaws are to be read; whoever presides closes the vote again after the answer."""
    quorum_open = found.quorum is not None and found.quorum.open
    silent = found.quorum if quorum_open and found.quorum is not None else found.carried
    key = "quorum" if quorum_open else "carried" if rule.carried is not None else "rejected"
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=rule.id,
            key=key,
            article=rule.article,
            readings=tuple(dict.fromkeys(reading.choice for reading in silent.readings)),
            holder="rules.interpret",
            subject=motion.id,
        )
    )


def fall_due(draft: Draft, motion: str) -> None:
    """The time for voting is over: decide, or in a secret vote wait for the box."""
    vote = draft.state.motions.votes[motion]
    if vote.ended is not None:
        return
    if _awaits_box(vote):
        draft.emit(CastingEnded(motion=motion, at=draft.at))
    else:
        decide(draft, motion)


def break_tie(draft: Draft, act: TieBreak) -> None:
    """By the casting vote of whom the bylaws name; where they say ``lot``, by who presides, with the source of the lot."""
    motion, vote = find_vote(draft, act.motion)
    draft.require(vote.result == "tied", "motion.tied", motion=motion.id)
    rule = _rule(draft, vote)
    if rule.tie == "lot":
        require_presiding(draft, motion)
        draft.require(bool(act.source), "motion.lot-source", rule, "tie", motion=motion.id)
    else:
        names = rule.tie.names if isinstance(rule.tie, Population) else ()
        holds = any(belongs(draft, draft.author, name) for name in names)
        draft.require(holds, "motion.casting-vote", rule, "tie", motion=motion.id, by=", ".join(names))
    _conclude(draft, vote, "carried" if act.choice == "yes" else "defeated")


DECIDERS: Deciders = {**tabling.DECIDERS, **voting.DECIDERS, VoteClose: close, TieBreak: break_tie}
