"""What every entry of a bylaws file may have."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.pieces import Text


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What every entry may have.

    ``id`` is the rule id that rulings cite, e.g. ``recall.delegates``; ``line`` its line in the file.
    """

    id: str
    article: str | None = None
    title: Text = msgspec.field(default_factory=dict)
    note: str | None = None
    source: str | None = None
    line: int = 0
