"""Duties owed and done."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import DutyId
from mandat.federation.base.lookup import Lookup, rows_of
from mandat.federation.base.types import BodyId, PostId
from mandat.instants import Instant


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """One duty of one post or body: since when it is owed, until when, the last report, and since when it is late."""

    duty: DutyId
    of: PostId | BodyId
    since: Instant
    due: Instant | None = None
    owed: bool = True
    reported: Instant | None = None
    late: Instant | None = None


class Duties(msgspec.Struct, frozen=True):
    """All duties by (duty, who owes it)."""

    all: Lookup[tuple[DutyId, PostId | BodyId], Owed] = Lookup()

    @property
    def late(self) -> tuple[Owed, ...]:
        """Those that are late, in order."""
        return tuple(owed for _, owed in rows_of(self.all) if owed.late is not None)
