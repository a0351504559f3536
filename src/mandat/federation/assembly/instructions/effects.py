"""What happens to instructions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from mandat.federation.assembly.instructions.state import Breach, Instruction
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.counts.tallies import PLACES
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BodyId, MotionId, PersonId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class DelegatesInstructed(Effect, frozen=True, kw_only=True, tag="delegates.instructed"):
    """A body tells its delegates how to vote on a motion."""

    motion: MotionId
    sender: BodyId
    choice: Choice
    decided: MotionId
    at: Instant


class InstructionBroken(Effect, frozen=True, kw_only=True, tag="instruction.broken"):
    """A delegate voted against the instruction: it is shown, counted as instructed, or void."""

    motion: MotionId
    person: PersonId
    sender: BodyId
    instructed: Choice
    voted: Choice
    breach: Literal["shown", "counted", "void"]


def delegates_instructed(state: State, effect: DelegatesInstructed) -> State:
    """Keep the instruction; a later one takes the place of an earlier one."""
    given = Instruction(
        motion=effect.motion,
        sender=effect.sender,
        choice=effect.choice,
        decided=effect.decided,
        at=effect.at,
    )
    kept = state.instructions.all.set((effect.motion, effect.sender), given)
    return _with(state, kept=kept)


def instruction_broken(state: State, effect: InstructionBroken) -> State:
    """Keep the breach, and mend the ballot where the bylaws say so."""
    breach = Breach(
        person=effect.person,
        sender=effect.sender,
        instructed=effect.instructed,
        voted=effect.voted,
        breach=effect.breach,
    )
    known = state.instructions.breaches.get(effect.motion, ())
    state = _with(state, breaches=state.instructions.breaches.set(effect.motion, (*known, breach)))
    return state if effect.breach == "shown" else _mended(state, effect)


def _mended(state: State, effect: InstructionBroken) -> State:
    """Count the ballot as instructed, or as invalid."""
    vote = state.motions.votes[effect.motion]
    choice = effect.instructed if effect.breach == "counted" else None
    taken, given = PLACES[effect.voted], 3 if choice is None else PLACES[choice]
    yes, no, abstain, invalid = (
        count + (place == given) - (place == taken) for place, count in enumerate(vote.received.tally)
    )
    received = msgspec.structs.replace(
        vote.received,
        ballots=vote.received.ballots.set(effect.person, choice),
        tally=(yes, no, abstain, invalid),
    )
    changed = msgspec.structs.replace(vote, received=received)
    motions = msgspec.structs.replace(state.motions, votes=state.motions.votes.set(vote.motion, changed))
    return msgspec.structs.replace(state, motions=motions)


def _with(state: State, **changes: object) -> State:
    names = {"kept": "all", "breaches": "breaches"}
    changed = {names[name]: value for name, value in changes.items()}
    return msgspec.structs.replace(state, instructions=msgspec.structs.replace(state.instructions, **changed))


APPLIERS: Appliers = {
    DelegatesInstructed: delegates_instructed,
    InstructionBroken: instruction_broken,
}
