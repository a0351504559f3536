"""Who holds whose proxy, by body."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup, any_order


class Proxies(msgspec.Struct, frozen=True):
    """``(body, giver) → holder``."""

    all: Lookup[tuple[str, str], str] = Lookup()

    def of_body(self, body: str) -> tuple[tuple[str, str], ...]:
        """Return (giver, holder) of every proxy in a body, in order of the givers."""
        return tuple(
            sorted((giver, holder) for (place, giver), holder in any_order(self.all).items() if place == body)
        )

    def held(self, body: str, holder: str) -> int:
        """Return how many proxies a person holds in a body."""
        return sum(place == body and each == holder for (place, _), each in any_order(self.all).items())
