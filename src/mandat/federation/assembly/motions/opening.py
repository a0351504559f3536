"""Opening a vote: the roll is frozen, those present are counted, the end is set."""

from __future__ import annotations

from mandat.federation.assembly.motions.effects import VoteOpened
from mandat.federation.assembly.motions.rolls import roll_of_vote
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.assembly.motions.supporting import is_roll_call
from mandat.federation.assembly.motions.weighing import weights_of
from mandat.federation.base.agenda.items import VotingEnd
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import Lookup, any_order
from mandat.federation.base.population.staying import may_hold_proxy
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.people.members.state import Roll


def open_vote(draft: Draft, motion: Motion) -> None:
    """Open the vote on a motion that waits for it; its rules have been required before."""
    decision = draft.book.decision(motion.decision)
    roll = roll_of_vote(draft, motion, decision)
    draft.require(len(roll) > 0, "motion.some-entitled", decision, motion=motion.id, body=motion.body)
    before = draft.state.motions.votes.get(motion.id)
    there = _there(draft, motion.body)
    until = None if decision.course.voting is None else draft.deadline(decision.course.voting)
    draft.emit(
        VoteOpened(
            motion=motion.id,
            bylaws_version=draft.book.version,
            secret=decision.balloting.ballot == "secret",
            entitled=len(roll),
            roll=roll,
            at=draft.at,
            present=present_in(draft, motion.body, roll),
            until=until,
            there=there,
            proxied=_proxied(draft, motion.body, roll, there),
            weights=weights_of(draft, motion, roll, decision),
            roll_call=is_roll_call(draft, decision, motion),
            paper=motion.paper,
            convocation=1 if before is None else before.convocation + 1,
        )
    )
    if until is not None:
        draft.schedule(VotingEnd(motion.id), until)


def _there(draft: Draft, body: BodyId) -> Lookup[PersonId, None]:
    meeting = draft.state.meetings.open_of(body)
    return Lookup() if meeting is None else meeting.present


def _proxied(draft: Draft, body: BodyId, roll: Roll, there: Lookup[PersonId, None]) -> Lookup[PersonId, None]:
    """Return those on the roll who are not there, and whose proxy-holder is."""
    given = draft.state.proxies.of_body(body)
    return Lookup(
        {
            person: None
            for person, holder in given
            if person in roll
            and person not in there
            and holder in there
            and may_hold_proxy(draft, body, holder)
        }
    )


def present_in(draft: Draft, body: BodyId, roll: Roll) -> int | None:
    """Return how many of a roll are registered in the open meeting of a body; None if it does not meet."""
    meeting = draft.state.meetings.open_of(body)
    return None if meeting is None else sum(person in roll for person in any_order(meeting.present))
