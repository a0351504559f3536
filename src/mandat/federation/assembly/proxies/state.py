"""Who holds whose proxy, by body."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup, any_order
from mandat.federation.base.types import BodyId, PersonId


class Proxies(msgspec.Struct, frozen=True):
    """``(body, giver) → holder``."""

    all: Lookup[tuple[BodyId, PersonId], PersonId] = Lookup()

    def of_body(self, body: BodyId) -> tuple[tuple[PersonId, PersonId], ...]:
        """Return (giver, holder) of every proxy in a body, in order of the givers."""
        return tuple(
            sorted((giver, holder) for (place, giver), holder in any_order(self.all).items() if place == body)
        )

    def held(self, body: BodyId, holder: PersonId) -> int:
        """Return how many proxies a person holds in a body."""
        return sum(place == body and each == holder for (place, _), each in any_order(self.all).items())
