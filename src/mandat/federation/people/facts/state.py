"""Facts told, by subject."""

from __future__ import annotations

import msgspec
from immutables import Map


class Doubt(msgspec.Struct, frozen=True):
    """A doubt about a fact: who raised it, when, and why. The fact stands until it is judged."""

    by: str
    at: int
    reasons: str = ""


class Facts(msgspec.Struct, frozen=True):
    """``(fact, subject) → value``: an integer, or a label; a flag is 1 or 0."""

    told: Map[tuple[str, str], int | str] = Map()
    history: Map[tuple[str, str], tuple[tuple[int, int], ...]] = Map()
    """``(fact, subject) → (when, value)``, of the facts that the bylaws take averages of."""
    doubts: Map[tuple[str, str], Doubt] = Map()
