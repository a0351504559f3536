"""Facts told, by subject."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup


class Doubt(msgspec.Struct, frozen=True):
    """A doubt about a fact: who raised it, when, and why. The fact stands until it is judged."""

    by: str
    at: int
    reasons: str = ""


class Facts(msgspec.Struct, frozen=True):
    """``(fact, subject) → value``: an integer, or a label; a flag is 1 or 0."""

    told: Lookup[tuple[str, str], int | str] = Lookup()
    history: Lookup[tuple[str, str], tuple[tuple[int, int], ...]] = Lookup()
    """``(fact, subject) → (when, value)``, of the facts that the bylaws take averages of."""
    doubts: Lookup[tuple[str, str], Doubt] = Lookup()
