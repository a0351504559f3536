"""Support: how many signatures start a petition, or a demand to meet."""

from __future__ import annotations

from mandat.bylaws.model import Entry
from mandat.bylaws.model.pieces import Rows, Support
from mandat.federation.base.evaluation import NO_READINGS, Found, Readings, Supply, evaluate
from mandat.federation.base.rulings import Ground


def enough(
    supports: tuple[Support, ...], supply: Supply, entry: Entry, key: str, readings: Readings = NO_READINGS
) -> Found:
    """Tell whether one of several supports suffices: true if one holds, open if none holds and one is open.

    A support without ``enough`` is complete with its first signature.
    """
    grounds: list[Ground] = []
    open_: Found | None = None
    for support in supports:
        found = _one(support, supply, entry, key, readings)
        grounds.extend(found.grounds)
        if found.value is True:
            return Found(True, tuple(grounds))
        if found.open:
            open_ = found
    return Found(False, tuple(grounds)) if open_ is None else Found(None, tuple(grounds), open_.readings)


def _one(support: Support, supply: Supply, entry: Entry, key: str, readings: Readings) -> Found:
    if support.enough is not None:
        return evaluate(Rows.of(support.enough), supply, entry, f"{key}.enough", readings)
    by = ", ".join(support.by.names)
    ground = Ground(
        rule=entry.id,
        article=entry.article,
        key=key,
        requirement="support.one",
        numbers={"by": by},
        holds=True,
    )
    return Found(True, (ground,))
