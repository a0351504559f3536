"""A complete petition: the jury is opened, the target heard, and who may succeed stands on the same ballot."""

from __future__ import annotations

from mandat.bylaws.model import Recall
from mandat.bylaws.model.pieces import Clock
from mandat.federation.base.agenda.items import RecallVoteDay
from mandat.federation.base.closed import ElectionCause
from mandat.federation.base.competence.presiding import require_presiding
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import given
from mandat.federation.base.types import ElectionId, MotionId
from mandat.federation.seats.elections.effects import ElectionCalled
from mandat.federation.seats.posts.state import Post
from mandat.federation.seats.posts.succeeding import steps_of
from mandat.federation.seats.recall.acts import RecallHear
from mandat.federation.seats.recall.effects import PetitionComplete, TargetHeard
from mandat.federation.seats.recall.juries import open_jury
from mandat.federation.seats.recall.pending import begin as begin_pending
from mandat.federation.seats.recall.settling import rule_of
from mandat.federation.seats.recall.state import Petition
from mandat.federation.seats.recall.targets import find_target, held_posts
from mandat.instants import Instant


def complete(draft: Draft, petition: Petition, rule: Recall) -> None:
    """Prepare the vote, and say that the petition is complete: then its motion comes before the body that decides."""
    vote_from = _vote_from(draft, rule)
    open_jury(draft, rule, petition)
    begin_pending(draft, rule, petition)
    _call_successors(draft, rule, petition)
    if vote_from is not None:
        draft.schedule(RecallVoteDay(petition.id), vote_from)
    draft.emit(
        PetitionComplete(
            petition=petition.id,
            motion=MotionId(f"recall:{petition.id}"),
            signed=len(petition.signers),
            vote_from=vote_from,
        )
    )


def _vote_from(draft: Draft, rule: Recall) -> Instant | None:
    """Return when the vote may be opened: after the discussion, and the time that the rule gives for a hearing."""
    opens = draft.book.decision(given(rule.deciding.decision)).course.opens
    clocks = [
        clock for clock in (rule.timing.discussion, rule.timing.hearing, opens) if isinstance(clock, Clock)
    ]
    return max((draft.deadline(clock) for clock in clocks), default=None)


def _call_successors(draft: Draft, rule: Recall, petition: Petition) -> None:
    """Call the election of a successor on the same ballot, where the succession says ``at = "vote"``."""
    target = find_target(draft, petition.target)
    if target is None:
        return
    for post in held_posts(draft, target):
        steps = rule.aftermath.then or steps_of(draft.book.line(post.line))
        if any(step.at == "vote" for step in steps):
            _call(draft, petition, post)


def _call(draft: Draft, petition: Petition, post: Post) -> None:
    latest = draft.state.elections.latest.get((post.line, post.body, post.sender))
    draft.emit(
        ElectionCalled(
            election=ElectionId(f"successor:{petition.id}:{post.id}"),
            line=post.line,
            body=post.body,
            sender=post.sender,
            places=1,
            cause=ElectionCause.RECALL,
            bylaws_version=draft.book.version,
            at=draft.at,
            tellers=() if latest is None else draft.state.elections.all[latest].tellers,
            posts=(post.id,),
            petition=petition.id,
        )
    )


def hear(draft: Draft, act: RecallHear) -> None:
    """By the target, or by who presides over the vote; then the vote may be opened (``TargetHeard``)."""
    petition = draft.known(draft.state.recalls.all.get(act.petition), "petition.known", petition=act.petition)
    draft.require(petition.stage == "voting", "petition.complete", petition=petition.id, stage=petition.stage)
    motion = draft.state.motions.all[given(petition.motion)]
    if draft.author != petition.holder:
        require_presiding(draft, motion)
    rule = rule_of(draft, petition)
    draft.require(not petition.heard, "petition.unheard", rule, "hearing", petition=petition.id)
    draft.emit(TargetHeard(petition=petition.id, by=draft.author, text=act.text))


DECIDERS: Deciders = {RecallHear: hear}
