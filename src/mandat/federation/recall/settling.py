"""What follows from a vote on a recall, and how petitions end."""

from __future__ import annotations

from mandat.bylaws.model import Recall
from mandat.bylaws.pieces import Clock
from mandat.federation.agenda.effects import Struck
from mandat.federation.draft import Draft
from mandat.federation.motions.effects import VoteClosed
from mandat.federation.motions.state import Motion
from mandat.federation.posts.effects import SeatFilled
from mandat.federation.posts.state import Post
from mandat.federation.posts.tenure import vacate
from mandat.federation.recall.effects import PetitionEnded
from mandat.federation.recall.state import Petition, PetitionStage
from mandat.federation.recall.targets import Target, find_target, held_posts, relief_rules

STAGES: dict[str, PetitionStage] = {"carried": "carried", "defeated": "defeated", "no-quorum": "lapsed"}


def vote_closed(draft: Draft, effect: VoteClosed) -> None:
    """Let a carried vote on a recall or a relief take effect in the same ruling; a defeated one ends the petition."""
    motion = draft.state.motions.all[effect.motion]
    kind, about = motion.about
    if kind == "recall":
        petition = draft.state.recalls.all.get(about)
        if (
            petition is not None
            and petition.runs
            and petition.motion == motion.id
            and effect.result in STAGES
        ):
            _settle(draft, petition, effect)
    elif kind == "relief" and effect.result == "carried":
        _relieve(draft, motion)


def _settle(draft: Draft, petition: Petition, effect: VoteClosed) -> None:
    rule = rule_of(draft, petition)
    carried = effect.result == "carried"
    end(draft, petition, STAGES[effect.result], effect.result, None if carried else rule.cooling_off)
    target = find_target(draft, petition.target)
    if carried and target is not None:
        draft.require(True, "recall.carried", rule, "decision", petition=petition.id, target=target.id)
        remove(draft, rule, target, "recall", petition.holder)


def rule_of(draft: Draft, petition: Petition) -> Recall:
    """Return the rule of a petition, as it stood when the petition was started."""
    return draft.state.law.books[petition.book].bylaws.recalls[petition.rule.removeprefix("recall.")]


def _relieve(draft: Draft, motion: Motion) -> None:
    """Remove the holder, if the body may still do so under the bylaws of the moment the vote was opened."""
    target = find_target(draft, motion.about[1])
    if target is None or not held_posts(draft, target):
        return
    with draft.under(draft.state.motions.votes[motion.id].book):
        rules = relief_rules(draft, target, motion.body)
    rule = next((rule for rule in rules if rule.decision == motion.decision), None)
    if rule is not None:
        draft.require(True, "recall.relief", rule, "by", target=target.id, body=motion.body)
        remove(draft, rule, target, "relief", None)


def remove(draft: Draft, rule: Recall, target: Target, cause: str, holder: str | None) -> None:
    """Vacate the posts of a target (only that of ``holder``, if given); who is to care for them in the meantime stays."""
    for post in held_posts(draft, target):
        if holder in (None, post.holder):
            vacate(draft, post, cause)
            if rule.interim == "caretaker":
                _keep_as_caretaker(draft, rule, post)


def _keep_as_caretaker(draft: Draft, rule: Recall, post: Post) -> None:
    """Let the former holder care for a post that nobody has taken in the same ruling, until a successor sits."""
    now = draft.state.posts.all.get(post.id)
    if now is None or now.holder is not None or post.holder is None:
        return
    draft.require(True, "recall.caretaker", rule, "interim", post=post.id, person=post.holder)
    draft.emit(
        SeatFilled(
            post=post.id,
            person=post.holder,
            how="caretaker",
            since=post.since,
            election=post.election,
            order=post.order,
            list=post.list,
            capacity="caretaker",
        )
    )


def end(
    draft: Draft, petition: Petition, stage: PetitionStage, reason: str, cooling_off: Clock | None
) -> None:
    """End a petition; the same one is barred until the cooling-off is over."""
    if ("petition", petition.id) in draft.state.agenda.items:
        draft.emit(Struck(kind="petition", subject=petition.id))
    until = None
    if cooling_off is not None:
        with draft.under(petition.book):
            until = draft.deadline(cooling_off)
    draft.emit(PetitionEnded(petition=petition.id, stage=stage, reason=reason, barred_until=until))
