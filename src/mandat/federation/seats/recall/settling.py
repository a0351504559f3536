"""What follows from a vote on a recall, and how petitions end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.bylaws.model import Recall
from mandat.bylaws.model.pieces import Clock
from mandat.federation.base.agenda.effects import Struck
from mandat.federation.base.agenda.items import RecallVoteDay, SigningEnd
from mandat.federation.base.closed import (
    Capacity,
    PetitionEnd,
    PetitionStage,
    VacancyCause,
    VoidReason,
    VoteResult,
)
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import rows_of
from mandat.federation.base.matter import RecallByPetition, Relief, Restoration
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.base.types import PostId, TargetId
from mandat.federation.seats.elections.effects import ElectionVoid
from mandat.federation.seats.posts.effects import CapacityChanged
from mandat.federation.seats.posts.state import Post
from mandat.federation.seats.recall.effects import PersonBarred, PetitionEnded
from mandat.federation.seats.recall.juries import close_jury
from mandat.federation.seats.recall.pending import care_for, suspend
from mandat.federation.seats.recall.pending import end as end_pending
from mandat.federation.seats.recall.state import Petition
from mandat.federation.seats.recall.targets import (
    RecallTarget,
    covers,
    deciding_bodies,
    find_target,
    held_posts,
    relief_rules,
)

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.effects import VoteEnded
    from mandat.federation.assembly.motions.state import Motion

STAGES: dict[VoteResult, PetitionStage] = {
    VoteResult.CARRIED: PetitionStage.CARRIED,
    VoteResult.DEFEATED: PetitionStage.DEFEATED,
    VoteResult.NO_QUORUM: PetitionStage.LAPSED,
}


def vote_closed(draft: Draft, effect: VoteEnded) -> None:
    """Let a carried vote on a recall or a relief take effect in the same ruling; a defeated one ends the petition."""
    motion = draft.state.motions.all[effect.motion]
    about = motion.about
    if isinstance(about, RecallByPetition):
        petition = draft.state.recalls.all.get(about.petition)
        if (
            petition is not None
            and petition.runs
            and petition.motion == motion.id
            and effect.result in STAGES
        ):
            _settle(draft, petition, effect)
    elif isinstance(about, Relief) and effect.result == "carried":
        _relieve(draft, motion, about.target)
    elif isinstance(about, Restoration) and effect.result == "carried":
        _restore(draft, motion, about.post)


def _settle(draft: Draft, petition: Petition, effect: VoteEnded) -> None:
    rule = rule_of(draft, petition)
    carried = effect.result == "carried"
    end(
        draft,
        petition,
        STAGES[effect.result],
        PetitionEnd(effect.result.value),
        None if carried else rule.timing.cooling_off,
    )
    target = find_target(draft, petition.target)
    if carried and target is not None:
        draft.require(True, "recall.carried", rule, "decision", petition=petition.id, target=target.id)
        remove(draft, rule, target, VacancyCause.RECALL, petition.holder)


def rule_of(draft: Draft, petition: Petition) -> Recall:
    """Return the rule of a petition, as it stood when the petition was started."""
    return draft.state.law.books[petition.bylaws_version].bylaws.recalls[
        petition.rule.removeprefix("recall.")
    ]


def _relieve(draft: Draft, motion: Motion, name: TargetId) -> None:
    """Remove the holder, if the body may still do so under the bylaws of the moment the vote was opened."""
    target = find_target(draft, name)
    if target is None or not held_posts(draft, target):
        return
    with draft.under(draft.state.motions.votes[motion.id].bylaws_version):
        rules = relief_rules(draft, target, motion.body)
    rule = next((rule for rule in rules if rule.deciding.decision == motion.decision), None)
    if rule is not None:
        draft.require(True, "recall.relief", rule, "by", target=target.id, body=motion.body)
        remove(draft, rule, target, VacancyCause.RELIEF, None)


def _restore(draft: Draft, motion: Motion, name: PostId) -> None:
    """Let a suspended holder serve again, if the body that decided is one that may suspend."""
    target = find_target(draft, name)
    post = None if target is None else target.post
    if target is None or post is None or post.capacity != "suspended":
        return
    rules = (
        rule
        for rule in draft.book.bylaws.recalls.values()
        if rule.aftermath.effect == "suspend" and covers(rule, target)
    )
    rule = next((each for each in rules if motion.body in deciding_bodies(draft, each, target)), None)
    if rule is not None:
        draft.require(True, "recall.restored", rule, "by", post=post.id, body=motion.body)
        draft.emit(CapacityChanged(post=post.id, capacity=Capacity.FULL))


def remove(draft: Draft, rule: Recall, target: RecallTarget, cause: VacancyCause, holder: str | None) -> None:
    """Vacate or suspend the posts of a target (only that of ``holder``, if given); who follows, who cares until then."""
    for post in held_posts(draft, target):
        if holder not in (None, post.holder):
            continue
        if rule.aftermath.effect == "suspend":
            suspend(draft, rule, post)
            continue
        _bar(draft, rule, post)
        with draft.followed_by(rule.aftermath.then):
            vacate(draft, post, cause)
        care_for(draft, rule, post)


def _bar(draft: Draft, rule: Recall, post: Post) -> None:
    """Bar the holder from the lines that the rule is about for the time that it sets."""
    if rule.timing.bars is None or post.holder is None:
        return
    lines = tuple(line.id for line in draft.book.lines_named(rule.of))
    draft.emit(PersonBarred(person=post.holder, lines=lines, until=draft.deadline(rule.timing.bars)))


def end(
    draft: Draft, petition: Petition, stage: PetitionStage, reason: PetitionEnd, cooling_off: Clock | None
) -> None:
    """End a petition; the same one is barred until the cooling-off is over."""
    if SigningEnd(petition.id) in draft.state.agenda.items:
        draft.emit(Struck(item=SigningEnd(petition.id)))
    until = None
    if cooling_off is not None:
        with draft.under(petition.bylaws_version):
            until = draft.deadline(cooling_off)
    draft.strike(RecallVoteDay(petition.id))
    draft.emit(PetitionEnded(petition=petition.id, stage=stage, reason=reason, barred_until=until))
    if stage != "carried":
        end_pending(draft, rule_of(draft, petition), petition)
        _void_successors(draft, petition)
    close_jury(draft, rule_of(draft, petition), petition)


def _void_successors(draft: Draft, petition: Petition) -> None:
    """The votes for a successor are ignored if the recall fails."""
    for name, election in rows_of(draft.state.elections.all):
        if election.petition == petition.id and election.stage != "void":
            draft.emit(ElectionVoid(election=name, reason=VoidReason.RECALL_FAILED))
