"""What happens to limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import LimitId
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.seats.limits.state import Limits

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class LimitBroken(Effect, frozen=True, kw_only=True, tag="limit.broken"):
    """More of a group sit in a body than a limit allows; ``people`` are those who sit there."""

    limit: LimitId
    body: BodyId
    group: str
    people: tuple[PersonId, ...]


class LimitKept(Effect, frozen=True, kw_only=True, tag="limit.kept"):
    """A limit that was broken is kept again."""

    limit: LimitId
    body: BodyId
    group: str


def limit_broken(state: State, effect: LimitBroken) -> State:
    """Note who sits there."""
    key = (effect.limit, effect.body, effect.group)
    return msgspec.structs.replace(state, limits=Limits(state.limits.broken.set(key, effect.people)))


def limit_kept(state: State, effect: LimitKept) -> State:
    """Forget it."""
    key = (effect.limit, effect.body, effect.group)
    return msgspec.structs.replace(state, limits=Limits(state.limits.broken.delete(key)))


APPLIERS: Appliers = {LimitBroken: limit_broken, LimitKept: limit_kept}
