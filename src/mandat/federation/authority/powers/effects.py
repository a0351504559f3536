"""What happens to powers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import PowerId
from mandat.federation.authority.powers.state import Delegate, Exercise, Powers
from mandat.federation.base.closed import PowerLapse
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import (
    BlobName,
    BodyId,
    BylawsVersion,
    EntryIndex,
    MotionId,
    PersonId,
    PostId,
)
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class PowerExercised(Effect, frozen=True, kw_only=True, tag="power.exercised"):
    """Something was done under a power; with ``awaits`` it still needs ratifying or confirming."""

    index: EntryIndex
    power: PowerId
    by: PersonId | BodyId
    text: BlobName
    at: Instant
    bylaws_version: BylawsVersion
    motion: MotionId | None = None
    amount: int | None = None
    countersigned: tuple[PersonId, ...] = ()
    awaits: tuple[int, ...] = ()


class PowerRatified(Effect, frozen=True, kw_only=True, tag="power.ratified"):
    """One of the needs of an exercise is met afterwards: by a motion, or by silence (no motion)."""

    exercise: EntryIndex
    need: int
    motion: MotionId | None


class PowerAssented(Effect, frozen=True, kw_only=True, tag="power.assented"):
    """One of several bodies that must ratify what was done has ratified it."""

    exercise: EntryIndex
    need: int
    body: BodyId
    motion: MotionId


class PowerLapsed(Effect, frozen=True, kw_only=True, tag="power.lapsed"):
    """What was done under a power has no effect any more: it was refused, or not confirmed in time."""

    exercise: EntryIndex
    need: int
    reason: PowerLapse


class ConsentAsked(Effect, frozen=True, kw_only=True, tag="consent.asked"):
    """The consent to a power is asked for on a text."""

    power: PowerId
    text: BlobName
    at: Instant


class PowerDelegated(Effect, frozen=True, kw_only=True, tag="power.delegated"):
    """A person, or a body, may exercise a power for its holder."""

    power: PowerId
    to: PersonId | BodyId
    is_body: bool = False
    matter: str = ""
    giver: PostId | None = None


class PowerResumed(Effect, frozen=True, kw_only=True, tag="power.resumed"):
    """A person, or a body, may exercise a power no more."""

    power: PowerId
    to: PersonId | BodyId
    is_body: bool = False
    matter: str = ""


def power_exercised(state: State, effect: PowerExercised) -> State:
    """Keep the exercise."""
    exercise = Exercise(
        index=effect.index,
        power=effect.power,
        by=effect.by,
        text=effect.text,
        motion=effect.motion,
        at=effect.at,
        bylaws_version=effect.bylaws_version,
        amount=effect.amount,
        countersigned=effect.countersigned,
        awaits=effect.awaits,
    )
    powers = state.powers
    kept = powers.exercises.set(effect.index, exercise)
    waiting = powers.waiting.set(effect.index, None) if effect.awaits else powers.waiting
    return _with(state, msgspec.structs.replace(powers, exercises=kept, waiting=waiting))


def power_ratified(state: State, effect: PowerRatified) -> State:
    """Take a need off."""
    exercise = state.powers.exercises[effect.exercise]
    awaits = tuple(need for need in exercise.awaits if need != effect.need)
    return _changed(state, msgspec.structs.replace(exercise, awaits=awaits))


def power_assented(state: State, effect: PowerAssented) -> State:
    """Keep which body it was."""
    exercise = state.powers.exercises[effect.exercise]
    assents = (*exercise.assents, (effect.need, effect.body))
    return _changed(state, msgspec.structs.replace(exercise, assents=assents))


def power_lapsed(state: State, effect: PowerLapsed) -> State:
    """Take its effect."""
    exercise = state.powers.exercises[effect.exercise]
    return _changed(state, msgspec.structs.replace(exercise, awaits=(), lapsed=effect.reason))


def _changed(state: State, exercise: Exercise) -> State:
    powers = state.powers
    waiting = powers.waiting
    if not exercise.awaits and exercise.index in waiting:
        waiting = waiting.delete(exercise.index)
    kept = powers.exercises.set(exercise.index, exercise)
    return _with(state, msgspec.structs.replace(powers, exercises=kept, waiting=waiting))


def consent_asked(state: State, effect: ConsentAsked) -> State:
    """Keep when it was asked."""
    asked = state.powers.asked.set((effect.power, effect.text), effect.at)
    return _with(state, msgspec.structs.replace(state.powers, asked=asked))


def power_delegated(state: State, effect: PowerDelegated) -> State:
    """Add a delegate."""
    delegated = state.powers.delegated
    people = (*delegated.get(effect.power, ()), _delegate(effect))
    return _with(state, msgspec.structs.replace(state.powers, delegated=delegated.set(effect.power, people)))


def _delegate(effect: PowerDelegated | PowerResumed) -> Delegate:
    giver = effect.giver if isinstance(effect, PowerDelegated) else None
    return Delegate(effect.to, effect.is_body, effect.matter, giver)


def power_resumed(state: State, effect: PowerResumed) -> State:
    """Take a delegate away."""
    delegated = state.powers.delegated
    gone = (effect.to, effect.is_body, effect.matter)
    left = tuple(each for each in delegated[effect.power] if (each.to, each.is_body, each.matter) != gone)
    changed = delegated.set(effect.power, left) if left else delegated.delete(effect.power)
    return _with(state, msgspec.structs.replace(state.powers, delegated=changed))


def _with(state: State, powers: Powers) -> State:
    return msgspec.structs.replace(state, powers=powers)


APPLIERS: Appliers = {
    PowerExercised: power_exercised,
    PowerRatified: power_ratified,
    PowerAssented: power_assented,
    PowerLapsed: power_lapsed,
    ConsentAsked: consent_asked,
    PowerDelegated: power_delegated,
    PowerResumed: power_resumed,
}
