"""The caucuses of each body."""

from __future__ import annotations

import msgspec
from immutables import Map


class Caucus(msgspec.Struct, frozen=True, kw_only=True):
    """A caucus of a body: ``id`` is ``body/…``-free text chosen by its founders; a holder belongs to one per body at most."""

    id: str
    body: str
    title: str
    members: tuple[str, ...] = ()


class Caucuses(msgspec.Struct, frozen=True):
    """All caucuses; ``of`` gives the caucus of (body, person)."""

    all: Map[str, Caucus] = Map()
    of: Map[tuple[str, str], str] = Map()
