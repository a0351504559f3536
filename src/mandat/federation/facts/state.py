"""Facts told, by subject."""

from __future__ import annotations

import msgspec
from immutables import Map


class Facts(msgspec.Struct, frozen=True):
    """``(fact, subject) → value``: an integer, or a label; a flag is 1 or 0."""

    told: Map[tuple[str, str], int | str] = Map()
