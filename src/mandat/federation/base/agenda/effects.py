"""What happens to the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.base.agenda.state import Due
from mandat.federation.base.rulings import Effect
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class Scheduled(Effect, frozen=True, kw_only=True, tag="scheduled"):
    """Something falls due at an instant."""

    kind: str
    subject: str
    at: Instant


class Struck(Effect, frozen=True, kw_only=True, tag="struck"):
    """Something is off the agenda: it came, or it is settled."""

    kind: str
    subject: str


def scheduled(state: State, effect: Scheduled) -> State:
    """Put on the agenda."""
    due = Due(at=effect.at, kind=effect.kind, subject=effect.subject)
    return msgspec.structs.replace(state, agenda=state.agenda.with_due(due))


def struck(state: State, effect: Struck) -> State:
    """Take off the agenda."""
    return msgspec.structs.replace(state, agenda=state.agenda.without(effect.kind, effect.subject))


APPLIERS: Appliers = {Scheduled: scheduled, Struck: struck}
