"""A decision is carried out: it serves for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import EntryIndex, MotionId

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class MotionUsed(Effect, frozen=True, kw_only=True, tag="motion.used"):
    """What a motion decided is carried out by the act in an entry."""

    motion: MotionId
    by: EntryIndex


class ExerciseUsed(Effect, frozen=True, kw_only=True, tag="exercise.used"):
    """What was done under a power has served for the signature in an entry."""

    exercise: EntryIndex
    by: EntryIndex


def motion_used(state: State, effect: MotionUsed) -> State:
    """Keep for which act."""
    used = state.decisions.used.set(effect.motion, effect.by)
    return msgspec.structs.replace(state, decisions=msgspec.structs.replace(state.decisions, used=used))


def exercise_used(state: State, effect: ExerciseUsed) -> State:
    """Keep for which signature."""
    signed = state.decisions.signed.set(effect.exercise, effect.by)
    return msgspec.structs.replace(state, decisions=msgspec.structs.replace(state.decisions, signed=signed))


APPLIERS: Appliers = {MotionUsed: motion_used, ExerciseUsed: exercise_used}
