"""Who presides over a vote, and who counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import PowerUse, RecallByPetition
from mandat.federation.base.population.belonging import belongs

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.state import Motion


def require_presiding(draft: Draft, motion: Motion) -> None:
    """Require that the author presides.

    In a meeting of the body that is whoever opened it; outside one, the mover; besides them the tellers of the motion, and
    for a recall everybody who signed the petition, so that nobody can hold it up.
    """
    meeting = draft.state.meetings.open_of(motion.body)
    first = motion.mover if meeting is None else meeting.opener
    officers = (first, *motion.tellers)
    holds = (draft.author in officers and _still(draft, motion)) or _signed(draft, motion)
    draft.require(holds, "motion.presiding", motion=motion.id, officers=", ".join(dict.fromkeys(officers)))


def _still(draft: Draft, motion: Motion) -> bool:
    """Tell whether the author may still preside: a teller, or who belongs to the body, may move there, or convenes it."""
    if draft.author in motion.tellers:
        return True
    bylaws, kind = draft.book.bylaws, draft.state.bodies.all[motion.body].kind
    rule = bylaws.motions.get(motion.backing.rule or "")
    power = draft.book.power(motion.about.power) if isinstance(motion.about, PowerUse) else None
    starts = (*(() if rule is None else rule.start), *(() if power is None else power.start))
    convening = bylaws.convenings.get(kind)
    by = None if convening is None else convening.calling.by
    names = (motion.body, *(n for way in starts for n in way.by.names), *(() if by is None else by.names))
    return any(belongs(draft, draft.author, name) for name in names)


def _signed(draft: Draft, motion: Motion) -> bool:
    about = motion.about
    petition = draft.state.recalls.all.get(about.petition) if isinstance(about, RecallByPetition) else None
    return petition is not None and draft.author in petition.signers


def require_two_tellers(draft: Draft, motion: Motion) -> None:
    """Require two signatures: of tellers of the motion, or of who opened the meeting and another who is present there."""
    signers = draft.submission.signers
    if motion.tellers:
        tellers = [signer for signer in signers if signer in motion.tellers]
    else:
        meeting = draft.state.meetings.open_of(motion.body)
        opened = meeting is not None and meeting.opener in signers
        there = () if meeting is None else (*keys_of(meeting.present), meeting.opener)
        tellers = [signer for signer in signers if signer in there] if opened else []
    draft.require(len(tellers) >= 2, "motion.two-tellers", motion=motion.id, tellers=len(tellers))
