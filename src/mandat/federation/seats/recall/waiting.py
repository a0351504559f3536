"""What a vote on a recall waits for: time for discussion, and the hearing of the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.bylaws.model import Recall
from mandat.federation.base.draft import Draft
from mandat.federation.base.matter import RecallByPetition
from mandat.federation.seats.recall.state import Petition

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.state import Motion


def petition_of(draft: Draft, motion: Motion) -> Petition | None:
    """Return the petition that a motion is about."""
    about = motion.about
    return draft.state.recalls.all.get(about.petition) if isinstance(about, RecallByPetition) else None


def is_ready(draft: Draft, rule: Recall, petition: Petition) -> bool:
    """Tell whether the vote may be opened: discussion is over, and the target was heard or had the time for it."""
    over = petition.vote_from is None or draft.at >= petition.vote_from
    return over and (rule.timing.hearing is not True or petition.heard)


def require_ready(draft: Draft, motion: Motion) -> None:
    """Require it, of a motion that is about a recall."""
    petition = petition_of(draft, motion)
    if petition is None:
        return
    rule = draft.state.law.books[petition.bylaws_version].bylaws.recalls[
        petition.rule.removeprefix("recall.")
    ]
    over = petition.vote_from is None or draft.at >= petition.vote_from
    draft.require(
        over, "recall.discussion", rule, "discussion", petition=petition.id, until=petition.vote_from
    )
    heard = rule.timing.hearing is not True or petition.heard
    draft.require(heard, "recall.hearing", rule, "hearing", petition=petition.id)
