"""Facts told, by subject."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import FactId
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BlobName, FactOf, PersonId
from mandat.instants import Instant


class Doubt(msgspec.Struct, frozen=True):
    """A doubt about a fact: who raised it, when, and why. The fact stands until it is judged."""

    by: PersonId
    at: Instant
    reasons: BlobName | None = None


class Facts(msgspec.Struct, frozen=True):
    """``(fact, subject) → value``: an integer, or a label; a flag is 1 or 0."""

    told: Lookup[tuple[FactId, FactOf], int | str] = Lookup()
    history: Lookup[tuple[FactId, FactOf], tuple[tuple[Instant, int], ...]] = Lookup()
    """``(fact, subject) → (when, value)``, of the facts that the bylaws take averages of."""
    doubts: Lookup[tuple[FactId, FactOf], Doubt] = Lookup()
