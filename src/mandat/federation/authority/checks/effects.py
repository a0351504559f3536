"""What happens in checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import CheckId
from mandat.federation.assembly.motions.state import first_option
from mandat.federation.authority.checks.state import Checks, How, Stop, WhatIsChecked
from mandat.federation.base.closed import StopEnd
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BlobName, BylawsVersion, MotionId, OptionId, PersonId, StopId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class CheckStarted(Effect, frozen=True, kw_only=True, tag="check.started"):
    """Signatures are collected for a check."""

    stop: StopId
    rule: CheckId
    target: WhatIsChecked
    how: How
    by: PersonId
    bylaws_version: BylawsVersion
    at: Instant
    text: BlobName | None
    instead: BlobName | None = None
    decided: MotionId | None = None
    signers: tuple[PersonId, ...] = ()


class CheckSigned(Effect, frozen=True, kw_only=True, tag="check.signed"):
    """A person supports a check."""

    stop: StopId
    person: PersonId
    at: Instant


class CheckTaken(Effect, frozen=True, kw_only=True, tag="check.taken"):
    """The check stands: what it is against is suspended, annulled, replaced or blocked."""

    stop: StopId
    target: WhatIsChecked
    how: How
    until: Instant | None = None


class CheckEnded(Effect, frozen=True, kw_only=True, tag="check.ended"):
    """The check stands no more, or never came to stand."""

    stop: StopId
    target: WhatIsChecked
    reason: StopEnd


class AmendmentBlocked(Effect, frozen=True, kw_only=True, tag="amendment.blocked"):
    """An option has its former words again."""

    motion: MotionId
    option: OptionId


def amendment_blocked(state: State, effect: AmendmentBlocked) -> State:
    """Give an option, and a motion whose first one it is, the words it had."""
    motion = state.motions.all[effect.motion]
    options = tuple(
        msgspec.structs.replace(each, text=each.before, amended=None) if each.id == effect.option else each
        for each in motion.options
    )
    text = next((each.text for each in options if each.id == first_option(motion.id)), motion.text)
    changed = msgspec.structs.replace(motion, options=options, text=text)
    motions = msgspec.structs.replace(state.motions, all=state.motions.all.set(motion.id, changed))
    return msgspec.structs.replace(state, motions=motions)


def check_started(state: State, effect: CheckStarted) -> State:
    """Add a check with its first signatures."""
    stop = Stop(
        id=effect.stop,
        rule=effect.rule,
        target=effect.target,
        how=effect.how,
        by=effect.by,
        bylaws_version=effect.bylaws_version,
        at=effect.at,
        text=effect.text,
        instead=effect.instead,
        decided=effect.decided,
    )
    signers = stop.signers
    for person in effect.signers:
        signers = signers.set(person, effect.at)
    checks = state.checks
    against = (*checks.by_target.get(effect.target, ()), effect.stop)
    kept = msgspec.structs.replace(stop, signers=signers)
    return _with(state, Checks(checks.all.set(stop.id, kept), checks.by_target.set(effect.target, against)))


def check_signed(state: State, effect: CheckSigned) -> State:
    """Add a signature."""
    stop = state.checks.all[effect.stop]
    return _put(state, msgspec.structs.replace(stop, signers=stop.signers.set(effect.person, effect.at)))


def check_taken(state: State, effect: CheckTaken) -> State:
    """Let it stand."""
    stop = state.checks.all[effect.stop]
    return _put(state, msgspec.structs.replace(stop, stage="stands", until=effect.until))


def check_ended(state: State, effect: CheckEnded) -> State:
    """End it."""
    stop = state.checks.all[effect.stop]
    return _put(state, msgspec.structs.replace(stop, stage="ended", reason=effect.reason))


def _put(state: State, stop: Stop) -> State:
    return _with(state, Checks(state.checks.all.set(stop.id, stop), state.checks.by_target))


def _with(state: State, checks: Checks) -> State:
    return msgspec.structs.replace(state, checks=checks)


APPLIERS: Appliers = {
    CheckStarted: check_started,
    CheckSigned: check_signed,
    CheckTaken: check_taken,
    CheckEnded: check_ended,
    AmendmentBlocked: amendment_blocked,
}
