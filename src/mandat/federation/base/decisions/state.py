"""What decisions have served for."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import EntryIndex, MotionId


class Decisions(msgspec.Struct, frozen=True):
    """``used``: the act that carried out a motion; ``signed``: the signature for which what was done under a power has served."""

    used: Lookup[MotionId, EntryIndex] = Lookup()
    signed: Lookup[EntryIndex, EntryIndex] = Lookup()
