"""Who may instruct whom, and what becomes of a vote against instructions."""

from __future__ import annotations

from mandat.bylaws.model import SeatLine
from mandat.federation.assembly.instructions.acts import InstructionGive
from mandat.federation.assembly.instructions.effects import DelegatesInstructed, InstructionBroken
from mandat.federation.assembly.motions.effects import BallotGiven
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.assembly.motions.tabling import find_motion, waiting
from mandat.federation.base.competence.using import use
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.matter import Instructing
from mandat.federation.base.types import BodyId

HEARD = frozenset({"binding", "advice"})
"""Modes in which a sender may say how to vote."""


def give(draft: Draft, act: InstructionGive) -> None:
    """By the sender's own decision, only where the line of seats lets it instruct, before the vote opens."""
    motion = waiting(draft, act.motion)
    decided = find_motion(draft, act.decided)
    lines = _lines(draft, motion, decided.body)
    draft.require(bool(lines), "instruction.delegates", sender=decided.body, body=motion.body)
    for line in lines:
        mode = line.mandate.instructions or "none"
        heard = mode in HEARD
        draft.require(heard, "instruction.allowed", line, "instructions", sender=decided.body, mode=str(mode))
    vote = draft.state.motions.votes.get(decided.id)
    wanted = Instructing(motion.id, act.choice)
    about = decided.about == wanted
    carried = vote is not None and vote.carried is True
    draft.require(about and carried, "instruction.decided", lines[0], "from", motion=decided.id, about=wanted)
    use(draft, decided.id)
    draft.emit(
        DelegatesInstructed(
            motion=motion.id, sender=decided.body, choice=act.choice, decided=decided.id, at=draft.at
        )
    )


def _lines(draft: Draft, motion: Motion, sender: str) -> tuple[SeatLine, ...]:
    """Return the lines of the motion's body in which the sender has posts."""
    posts = draft.state.posts.of_body(motion.body)
    named = dict.fromkeys(post.line for post in posts if post.sender == sender)
    return tuple(draft.book.line(line) for line in named)


def ballot_given(draft: Draft, effect: BallotGiven) -> None:
    """Compare a recorded vote with the instructions of those who sent the voter."""
    if effect.choice is None or not draft.state.instructions.all:
        return
    motion = draft.state.motions.all[effect.motion]
    for post in draft.state.posts.held_by(effect.person):
        given = None if post.sender is None else draft.state.instructions.all.get((motion.id, post.sender))
        if post.body == motion.body and given is not None and given.choice != effect.choice:
            _broken(draft, effect, draft.book.line(post.line), given.sender, given.choice)
            return


def _broken(draft: Draft, effect: BallotGiven, line: SeatLine, sender: BodyId, choice: str) -> None:
    breach = (line.mandate.breach or "shown") if line.mandate.instructions == "binding" else "shown"
    draft.require(
        True,
        f"instruction.{breach}",
        line,
        "breach",
        person=effect.person,
        sender=sender,
        instructed=choice,
        choice=effect.choice,
    )
    draft.emit(
        InstructionBroken(
            motion=effect.motion,
            person=effect.person,
            sender=sender,
            instructed=choice,  # type: ignore[arg-type] # a choice: it was read as one
            voted=effect.choice or "abstain",
            breach=breach,
        )
    )


DECIDERS: Deciders = {InstructionGive: give}
