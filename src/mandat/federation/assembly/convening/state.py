"""Meetings called, demands to meet, and bodies that should have met."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mandat.federation.base.lookup import Lookup


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting called for ``opens`` by a person; ``items`` says of each item whether it was announced in time."""

    id: str
    body: str
    by: str
    at: int
    opens: int
    items: Lookup[str, bool] = Lookup()
    demand: str = ""
    urgent: bool = False


class Demand(msgspec.Struct, frozen=True, kw_only=True):
    """A demand that a body meets: who has signed it when (people or bodies), since when it has enough, what answered it."""

    id: str
    body: str
    started: int
    texts: Mapping[str, str] = msgspec.field(default_factory=dict)
    signers: Lookup[str, int] = Lookup()
    met: int | None = None
    ignored: int | None = None
    meeting: str = ""


class Convening(msgspec.Struct, frozen=True):
    """``called`` by meeting, ``demands`` by id; ``overdue``: since when a body should have met."""

    called: Lookup[str, Notice] = Lookup()
    demands: Lookup[str, Demand] = Lookup()
    overdue: Lookup[str, int] = Lookup()
