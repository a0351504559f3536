"""What happens when a body is called, or should be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from mandat.federation.assembly.convening.state import Convening, Demand, Notice
from mandat.federation.base.lookup import Lookup, any_order
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BodyId, DemandId, MeetingId, MotionId, PersonId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class MeetingCalled(Effect, frozen=True, kw_only=True, tag="meeting.called"):
    """A meeting is called; a demand that it answers is settled."""

    meeting: MeetingId
    body: BodyId
    by: PersonId
    at: Instant
    opens: Instant
    items: tuple[MotionId, ...] = ()
    demand: DemandId | None = None
    urgent: bool = False


class ItemAdded(Effect, frozen=True, kw_only=True, tag="item.added"):
    """Another item is on the agenda, announced in time or late."""

    meeting: MeetingId
    item: MotionId
    in_time: bool


class DemandSigned(Effect, frozen=True, kw_only=True, tag="demand.signed"):
    """A person or body demands that a body meets."""

    demand: DemandId
    body: BodyId
    signer: PersonId | BodyId
    at: Instant
    texts: Mapping[str, str] = msgspec.field(default_factory=dict)


class DemandSignaturesLapsed(Effect, frozen=True, kw_only=True, tag="demand.signatures-lapsed"):
    """Signatures lie too far back to stand beside the new one."""

    demand: DemandId
    signers: tuple[PersonId | BodyId, ...]


class DemandMet(Effect, frozen=True, kw_only=True, tag="demand.met"):
    """A demand has the support that it needs: the body must be called."""

    demand: DemandId
    at: Instant


class DemandIgnored(Effect, frozen=True, kw_only=True, tag="demand.ignored"):
    """Nobody has called the body in the time given: others may now."""

    demand: DemandId
    by: str
    at: Instant


class MeetingOverdue(Effect, frozen=True, kw_only=True, tag="meeting.overdue"):
    """A body should have met by now."""

    body: BodyId
    at: Instant


class MeetingNoted(Effect, frozen=True, kw_only=True, tag="meeting.noted"):
    """A body that was overdue has met."""

    body: BodyId
    at: Instant


def meeting_called(state: State, effect: MeetingCalled) -> State:
    """Keep the notice."""
    notice = Notice(
        id=effect.meeting,
        body=effect.body,
        by=effect.by,
        at=effect.at,
        opens=effect.opens,
        items=Lookup(dict.fromkeys(effect.items, True)),
        demand=effect.demand,
        urgent=effect.urgent,
    )
    convening = state.convening
    changed = msgspec.structs.replace(convening, called=convening.called.set(notice.id, notice))
    if effect.demand is not None:
        answered = msgspec.structs.replace(convening.demands[effect.demand], meeting=effect.meeting)
        changed = msgspec.structs.replace(changed, demands=convening.demands.set(answered.id, answered))
    return _with(state, changed)


def item_added(state: State, effect: ItemAdded) -> State:
    """Add an item."""
    notice = state.convening.called[effect.meeting]
    notice = msgspec.structs.replace(notice, items=notice.items.set(effect.item, effect.in_time))
    called = state.convening.called.set(notice.id, notice)
    return _with(state, msgspec.structs.replace(state.convening, called=called))


def demand_signed(state: State, effect: DemandSigned) -> State:
    """Start a demand, or add a signature."""
    known = state.convening.demands.get(effect.demand)
    found = known or Demand(id=effect.demand, body=effect.body, started=effect.at, texts=effect.texts)
    return _put(state, msgspec.structs.replace(found, signers=found.signers.set(effect.signer, effect.at)))


def signatures_lapsed(state: State, effect: DemandSignaturesLapsed) -> State:
    """Take signatures away."""
    found = state.convening.demands[effect.demand]
    signers = Lookup({who: at for who, at in any_order(found.signers).items() if who not in effect.signers})
    return _put(state, msgspec.structs.replace(found, signers=signers))


def demand_met(state: State, effect: DemandMet) -> State:
    """Keep since when."""
    return _put(state, msgspec.structs.replace(state.convening.demands[effect.demand], met=effect.at))


def demand_ignored(state: State, effect: DemandIgnored) -> State:
    """Keep since when."""
    return _put(state, msgspec.structs.replace(state.convening.demands[effect.demand], ignored=effect.at))


def meeting_overdue(state: State, effect: MeetingOverdue) -> State:
    """Keep since when."""
    overdue = state.convening.overdue.set(effect.body, effect.at)
    return _with(state, msgspec.structs.replace(state.convening, overdue=overdue))


def meeting_noted(state: State, effect: MeetingNoted) -> State:
    """Forget that it was overdue."""
    overdue = state.convening.overdue.delete(effect.body)
    return _with(state, msgspec.structs.replace(state.convening, overdue=overdue))


def _put(state: State, demand: Demand) -> State:
    demands = state.convening.demands.set(demand.id, demand)
    return _with(state, msgspec.structs.replace(state.convening, demands=demands))


def _with(state: State, convening: Convening) -> State:
    return msgspec.structs.replace(state, convening=convening)


APPLIERS: Appliers = {
    MeetingCalled: meeting_called,
    ItemAdded: item_added,
    DemandSigned: demand_signed,
    DemandSignaturesLapsed: signatures_lapsed,
    DemandMet: demand_met,
    DemandIgnored: demand_ignored,
    MeetingOverdue: meeting_overdue,
    MeetingNoted: meeting_noted,
}
