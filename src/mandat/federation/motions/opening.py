"""Opening a vote: the roll is frozen, those present are counted, the end is set."""

from __future__ import annotations

from immutables import Map

from mandat.bylaws.expression import Expression
from mandat.bylaws.model import Decision
from mandat.bylaws.pieces import Rows
from mandat.federation.counts.subject import Subject
from mandat.federation.draft import Draft
from mandat.federation.electorate import electorate_of
from mandat.federation.evaluation import examine
from mandat.federation.members.state import Roll
from mandat.federation.motions.effects import VoteOpened
from mandat.federation.motions.state import Motion

PRESENCE = frozenset({"present", "represented", "sent_present"})


def open_vote(draft: Draft, motion: Motion) -> None:
    """Open the vote on a motion that waits for it; its rules have been required before."""
    decision = draft.book.decision(motion.decision)
    roll = _roll(draft, motion, decision)
    draft.require(len(roll) > 0, "motion.some-entitled", decision, motion=motion.id, body=motion.body)
    until = None if decision.voting is None else draft.deadline(decision.voting)
    draft.emit(
        VoteOpened(
            motion=motion.id,
            book=draft.book.version,
            secret=decision.ballot == "secret",
            entitled=len(roll),
            roll=roll,
            at=draft.at,
            present=present_in(draft, motion.body, roll),
            until=until,
        )
    )
    if until is not None:
        draft.schedule("vote", motion.id, until)


def needs_presence(decision: Decision) -> bool:
    """Tell whether the decision counts who is present, so that it can be taken only in a meeting."""
    rules = (decision.quorum, decision.carried, decision.rejected)
    return any(ref.name in PRESENCE for rule in rules for each in _expressions(rule) for ref in each.counts)


def _expressions(rows: Rows[Expression] | None) -> tuple[Expression, ...]:
    if rows is None:
        return ()
    return tuple(each for row in rows.rows for each in (row.when, row.value) if each is not None)


def present_in(draft: Draft, body: str, roll: Roll) -> int | None:
    """Return how many of a roll are registered in the open meeting of a body; None if it does not meet."""
    meeting = draft.state.meetings.open_of(body)
    return None if meeting is None else sum(person in roll for person in meeting.present)


def _roll(draft: Draft, motion: Motion, decision: Decision) -> Roll:
    """Return those entitled now, of the body or of the bodies concerned, less those barred."""
    bodies = motion.concerned or (motion.body,)
    roll = electorate_of(draft, bodies[0])
    for body in bodies[1:]:
        roll = roll.update(electorate_of(draft, body))
    return roll if decision.barred is None else _less_barred(draft, motion, decision, decision.barred, roll)


def _less_barred(draft: Draft, motion: Motion, decision: Decision, barred: Expression, roll: Roll) -> Roll:
    petition = motion.about[1] if motion.about[0] == "recall" else None

    def is_barred(person: str) -> bool:
        subject = Subject(body=motion.body, person=person, petition=petition, author=motion.mover)
        return examine(barred, draft.supply(subject), decision, "barred").value is True

    return Map({person: since for person, since in roll.items() if not is_barred(person)})
