"""Whether a motion was announced: a body that must be called decides nothing that was not on its agenda in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.subject import Signed, Subject

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.state import Motion


def require_announced(draft: Draft, motion: Motion) -> None:
    """Require that a motion is on the agenda of the meeting that votes on it, or that a late one may be decided.

    Asked when the vote has just been opened, so that the condition ``late`` may count who is present.
    """
    meeting = draft.state.meetings.open_of(motion.body)
    notice = None if meeting is None else draft.state.convening.called.get(meeting.id)
    rule = draft.book.bylaws.convenings.get(draft.state.bodies.all[motion.body].kind)
    if meeting is None or notice is None or rule is None or (rule.notice is None and rule.closes is None):
        return
    if notice.items.get(motion.id) is True or rule.late is None:
        in_time = notice.items.get(motion.id) is True
        draft.require(in_time, "convening.announced", rule, "closes", motion=motion.id, meeting=meeting.id)
        return
    subject = Subject(
        body=motion.body,
        motion=motion.id,
        author=motion.mover,
        signed=Signed(signers=(*keys_of(motion.backing.signers),)),
    )
    draft.demand(rule.late, subject, rule, "late")
