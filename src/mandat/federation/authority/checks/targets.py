"""What a check is used against: a carried motion, or what was done under a power."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model import Check
from mandat.bylaws.model.ids import FactId
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.assembly.motions.tabling import waiting
from mandat.federation.authority.checks.acts import CheckRaise
from mandat.federation.authority.checks.state import (
    AmendmentChecked,
    ExerciseChecked,
    MotionChecked,
    WhatIsChecked,
)
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import keys_of, look_up, values_of
from mandat.federation.base.matter import PowerUse
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.types import BlobName, EntryIndex, MotionId, OptionId, PersonId, StopId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.authority.powers.state import Exercise

AMENDED = "option.amended"
"""The event that a check against amendments names."""


class CheckTarget(msgspec.Struct, frozen=True):
    """A target, its text, when it came about, and who did it; ``against`` is the motion or entry that a motion about it names."""

    id: WhatIsChecked
    against: MotionId | EntryIndex
    text: BlobName | None
    at: Instant
    powers: tuple[str, ...]
    bodies: tuple[str, ...]
    author: PersonId | None = None
    motion: MotionId | None = None
    option: OptionId | None = None
    signers: tuple[PersonId, ...] = ()


def find(draft: Draft, act: CheckRaise) -> CheckTarget:
    """Return the one target that an act names: it must have been decided, or done."""
    one = (act.motion is None) != (act.exercise is None)
    draft.require(one, "check.one-target", stop=act.stop)
    if act.motion is not None and act.option is not None:
        return _of_amendment(draft, act.motion, act.option)
    if act.motion is not None:
        motion = draft.state.motions.all.get(act.motion)
        vote = draft.state.motions.votes.get(act.motion)
        carried = None if vote is None or vote.carried is not True or motion is None else (motion, vote)
        motion, vote = draft.known(carried, "check.decided", motion=act.motion)
        return _of_motion(draft, motion, vote.course.closed or Instant(0))
    done = draft.known(
        draft.state.powers.exercises.get(EntryIndex(-1) if act.exercise is None else act.exercise),
        "power.exercised",
        exercise=act.exercise,
    )
    return _of_exercise(draft, done)


def _of_motion(draft: Draft, motion: Motion, at: Instant) -> CheckTarget:
    power = (motion.about.power,) if isinstance(motion.about, PowerUse) else ()
    kind = draft.state.bodies.all[motion.body].kind
    return CheckTarget(
        MotionChecked(motion.id),
        motion.id,
        motion.text,
        at,
        power,
        (motion.body, kind),
        None,
        motion.id,
    )


def _of_amendment(draft: Draft, name: MotionId, of: OptionId) -> CheckTarget:
    """Return the last amendment of an option, while the vote has not opened; those who signed may object."""
    motion = waiting(draft, name)
    option = next((each for each in motion.options if each.id == of), None)
    found = None if option is None or option.amended is None else (option, option.amended)
    option, amended = draft.known(found, "check.amended", motion=name, option=of)
    signed = {*keys_of(motion.backing.signers), *keys_of(option.signers), motion.mover}
    return CheckTarget(
        id=AmendmentChecked(name, of, amended),
        against=name,
        text=option.text,
        at=amended,
        powers=(AMENDED,),
        bodies=(),
        motion=name,
        option=of,
        signers=tuple(sorted(signed - {option.mover})),
    )


def _of_exercise(draft: Draft, done: Exercise) -> CheckTarget:
    motion = look_up(draft.state.motions.all, done.motion)
    bodies = () if motion is None else (motion.body, draft.state.bodies.all[motion.body].kind)
    author = PersonId(done.by) if motion is None else None
    return CheckTarget(
        ExerciseChecked(done.index),
        done.index,
        done.text,
        done.at,
        (done.power,),
        bodies,
        author,
        done.motion,
    )


def covers(draft: Draft, rule: Check, target: CheckTarget) -> bool:
    """Tell whether a check is against this: its power, the body that decided it, or the office of who did it."""
    return any(
        name in target.powers
        or name in target.bodies
        or (target.author is not None and not _is_power(draft, name) and belongs(draft, target.author, name))
        for name in rule.of.names
    )


def _is_power(draft: Draft, name: str) -> bool:
    return name in draft.book.bylaws.powers


def earlier(draft: Draft, rule: Check, target: CheckTarget) -> StopId | None:
    """Return the earlier use of a check that may be used only once: against the same, the same text, or one that it follows."""
    every = values_of(draft.state.checks.all)
    used = [s for s in every if s.rule == rule.id and s.stage != "signing" and s.reason != "lapsed"]
    chain = {target.id, *(MotionChecked(name) for name in _followed(draft, rule, target.motion))}
    found = (s.id for s in used if s.target in chain or (target.text and s.text == target.text))
    return min(found, default=None)


def _followed(draft: Draft, rule: Check, motion: MotionId | None) -> tuple[MotionId, ...]:
    """Return the motions that one follows, as far back as the fact that the check names is told of each."""
    found: list[MotionId] = []
    told = draft.state.facts.told
    while motion is not None and motion not in found:
        found.append(motion)
        known = draft.state.motions.all.get(motion)
        slight = isinstance(rule.once, str) and told.get((FactId(rule.once), motion)) == 1
        motion = known.follows if known is not None and slight else None
    return tuple(found)
