"""Acts done under a power."""

from __future__ import annotations

import msgspec
from immutables import Map


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """A power exercised: by whom, on which text, under which decision."""

    index: int
    power: str
    by: str
    text: str
    motion: str | None
    at: int


class Powers(msgspec.Struct, frozen=True):
    """All exercises of powers by the index of their act."""

    exercises: Map[int, Exercise] = Map()
