"""What happens to duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import DutyId
from mandat.federation.authority.duties.state import Duties, Owed
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BlobName, BodyId, PersonId, PostId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class DutyOwed(Effect, frozen=True, kw_only=True, tag="duty.owed"):
    """A post or body owes a report, until ``due`` where the bylaws set a time."""

    duty: DutyId
    of: PostId | BodyId
    at: Instant
    due: Instant | None = None


class DutyDone(Effect, frozen=True, kw_only=True, tag="duty.done"):
    """It is reported."""

    duty: DutyId
    of: PostId | BodyId
    by: PersonId
    text: BlobName
    at: Instant


class DutyOverdue(Effect, frozen=True, kw_only=True, tag="duty.overdue"):
    """The report is late; ``to`` are those who are notified, if the bylaws say so."""

    duty: DutyId
    of: PostId | BodyId
    at: Instant
    to: tuple[str, ...] = ()


class DutyDropped(Effect, frozen=True, kw_only=True, tag="duty.dropped"):
    """Nobody owes it any more: the post is vacant, or gone."""

    duty: DutyId
    of: PostId | BodyId


def duty_owed(state: State, effect: DutyOwed) -> State:
    """Keep since when, and until when; what is late stays late."""
    known = state.duties.all.get((effect.duty, effect.of))
    owed = Owed(duty=effect.duty, of=effect.of, since=effect.at, due=effect.due)
    if known is not None:
        owed = msgspec.structs.replace(known, since=effect.at, due=effect.due, owed=True)
    return _put(state, owed)


def duty_done(state: State, effect: DutyDone) -> State:
    """Keep the report: nothing is late any more."""
    owed = state.duties.all[effect.duty, effect.of]
    return _put(state, msgspec.structs.replace(owed, reported=effect.at, late=None, owed=False))


def duty_overdue(state: State, effect: DutyOverdue) -> State:
    """Keep since when it is late."""
    owed = state.duties.all[effect.duty, effect.of]
    late = effect.at if owed.late is None else owed.late
    return _put(state, msgspec.structs.replace(owed, late=late))


def duty_dropped(state: State, effect: DutyDropped) -> State:
    """Forget it."""
    return msgspec.structs.replace(state, duties=Duties(state.duties.all.delete((effect.duty, effect.of))))


def _put(state: State, owed: Owed) -> State:
    return msgspec.structs.replace(state, duties=Duties(state.duties.all.set((owed.duty, owed.of), owed)))


APPLIERS: Appliers = {
    DutyOwed: duty_owed,
    DutyDone: duty_done,
    DutyOverdue: duty_overdue,
    DutyDropped: duty_dropped,
}
