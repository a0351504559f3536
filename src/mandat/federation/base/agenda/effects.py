"""What happens to the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.base.agenda.items import AgendaItem
from mandat.federation.base.agenda.state import Due
from mandat.federation.base.rulings import Effect
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class Scheduled(Effect, frozen=True, kw_only=True, tag="scheduled"):
    """Something falls due at an instant."""

    item: AgendaItem
    at: Instant


class Struck(Effect, frozen=True, kw_only=True, tag="struck"):
    """Something is off the agenda: it came, or it is settled."""

    item: AgendaItem


def scheduled(state: State, effect: Scheduled) -> State:
    """Put on the agenda."""
    due = Due(at=effect.at, item=effect.item)
    return msgspec.structs.replace(state, agenda=state.agenda.with_due(due))


def struck(state: State, effect: Struck) -> State:
    """Take off the agenda."""
    return msgspec.structs.replace(state, agenda=state.agenda.without(effect.item))


APPLIERS: Appliers = {Scheduled: scheduled, Struck: struck}
