"""Acts done under a power."""

from __future__ import annotations

import msgspec
from immutables import Map


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """A power exercised: by whom, on which text, under which decision, with which countersigners.

    ``awaits`` are the numbers (from 0, in the order of the bylaws) of the needs that still have to be met afterwards.
    """

    index: int
    power: str
    by: str
    text: str
    motion: str | None
    at: int
    book: str = ""
    amount: int | None = None
    countersigned: tuple[str, ...] = ()
    awaits: tuple[int, ...] = ()


class Powers(msgspec.Struct, frozen=True):
    """All exercises of powers by the index of their act.

    ``used`` gives the exercise that a motion served for; ``delegated`` the people to whom each power is delegated.
    """

    exercises: Map[int, Exercise] = Map()
    used: Map[str, int] = Map()
    delegated: Map[str, tuple[str, ...]] = Map()
