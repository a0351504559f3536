"""The roll of a vote: whose members vote, as of which moment, less those barred."""

from __future__ import annotations

from mandat.bylaws.expression import Expression
from mandat.bylaws.model import Decision
from mandat.federation.assembly.meetings.effects import MeetingOpened
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.assembly.motions.support_effects import RollFrozen
from mandat.federation.base.decisions.forms import AT_MEETING, AT_TABLING
from mandat.federation.base.draft import Draft
from mandat.federation.base.evaluation import examine
from mandat.federation.base.lookup import Lookup, any_order
from mandat.federation.base.matter import RecallByPetition
from mandat.federation.base.population.electorate import electorate_of
from mandat.federation.base.subject import Subject
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.people.members.state import EMPTY_ROLL, Roll


def roll_of_vote(draft: Draft, motion: Motion, decision: Decision) -> Roll:
    """Return those entitled: as frozen at ``roll_at``, else now; of the bodies that vote, less those barred."""
    event = decision.course.roll_at
    if event in AT_TABLING and motion.roll is not None:
        roll = motion.roll
    elif event in AT_MEETING:
        roll = draft.state.motions.rolls.get((motion.body, event or ""), EMPTY_ROLL)
    else:
        roll = current_roll(draft, motion, decision)
    return roll if decision.barred is None else _less_barred(draft, motion, decision, decision.barred, roll)


def current_roll(draft: Draft, motion: Motion, decision: Decision) -> Roll:
    """Return those entitled now in the bodies that vote; who is entitled in several of them counts once."""
    first, *others = voting_bodies(draft, motion, decision)
    roll = electorate_of(draft, first)
    for body in others:
        roll = roll.update(electorate_of(draft, body))
    return roll


def voting_bodies(draft: Draft, motion: Motion, decision: Decision) -> tuple[BodyId, ...]:
    """Return whose members vote: those concerned; all that ``voters`` names with ``all``, or as lines; else the body."""
    if motion.concerned:
        return motion.concerned
    if not is_referendum(draft, decision):
        return (motion.body,)
    found: list[BodyId] = []
    for name in decision.voters.names if decision.voters is not None else ():
        found += (BodyId(name),) if name in draft.book.bylaws.lines else draft.state.bodies.of_kind(name)
    return tuple(dict.fromkeys(found)) or (motion.body,)


def is_referendum(draft: Draft, decision: Decision) -> bool:
    """Tell whether others vote than the body before which the motion is: all bodies of a kind, or holders of lines of seats."""
    voters = decision.voters
    return voters is not None and (
        bool(voters.every) or any(name in draft.book.bylaws.lines for name in voters.names)
    )


def _less_barred(draft: Draft, motion: Motion, decision: Decision, barred: Expression, roll: Roll) -> Roll:
    petition = motion.about.petition if isinstance(motion.about, RecallByPetition) else None

    def is_barred(person: PersonId) -> bool:
        posts = draft.state.posts.held_by(person)
        sender = next((post.sender for post in posts if post.body == motion.body), None)
        subject = Subject(
            body=motion.body,
            person=person,
            petition=petition,
            author=motion.mover,
            sender=sender,
        )
        return examine(barred, draft.supply(subject), decision, "barred").value is True

    return Lookup({person: since for person, since in any_order(roll).items() if not is_barred(person)})


def meeting_opened(draft: Draft, effect: MeetingOpened) -> None:
    """Freeze the roll of the body that meets, where a decision of the bylaws asks for it."""
    freeze(draft, effect.body, "meeting.opened")


def freeze(draft: Draft, body: BodyId, event: str) -> None:
    """Keep the roll of a body as of an event, if a decision says ``roll_at`` it."""
    if any(decision.course.roll_at == event for decision in draft.book.bylaws.decisions.values()):
        roll = electorate_of(draft, body)
        draft.emit(RollFrozen(body=body, event=event, entitled=len(roll), roll=roll))
