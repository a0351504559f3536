"""Who presides over a vote, and who counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import PowerUse, RecallByPetition
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.types import PersonId

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.state import Motion


def require_presiding(draft: Draft, motion: Motion) -> None:
    """Require that the author presides.

    In a meeting of the body that is whoever opened it; outside one, the mover; besides them the tellers of the motion, and
    for a recall everybody who signed the petition, so that nobody can hold it up. Where who opened the meeting has left, whoever
    convenes the body presides, so that no meeting is left without anybody.
    """
    meeting = draft.state.meetings.open_of(motion.body)
    first = motion.mover if meeting is None else meeting.opener
    officers = (first, *motion.tellers)
    holds = draft.author in officers and _still(draft, motion, draft.author)
    left = meeting is not None and not _still(draft, motion, meeting.opener)
    holds = holds or _signed(draft, motion) or (left and _convenes(draft, motion, draft.author))
    draft.require(holds, "motion.presiding", motion=motion.id, officers=", ".join(dict.fromkeys(officers)))


def _still(draft: Draft, motion: Motion, person: PersonId) -> bool:
    """Tell whether a person may still preside: a teller, or who belongs to the body, may move there, or convenes it."""
    if person in motion.tellers:
        return True
    bylaws = draft.book.bylaws
    rule = bylaws.motions.get(motion.backing.rule or "")
    power = draft.book.power(motion.about.power) if isinstance(motion.about, PowerUse) else None
    starts = (*(() if rule is None else rule.start), *(() if power is None else power.start))
    names = (motion.body, *(n for way in starts for n in way.by.names))
    return any(belongs(draft, person, name) for name in names) or _convenes(draft, motion, person)


def _convenes(draft: Draft, motion: Motion, person: PersonId) -> bool:
    convening = draft.book.bylaws.convenings.get(draft.state.bodies.all[motion.body].kind)
    by = None if convening is None else convening.calling.by
    return by is not None and any(belongs(draft, person, name) for name in by.names)


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
