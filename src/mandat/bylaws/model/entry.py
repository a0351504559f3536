"""What every entry of a bylaws file may have."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mandat.bylaws.model.ids import RuleId
from mandat.bylaws.model.pieces import Text


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What every entry may have.

    ``id`` is the rule id that rulings cite, e.g. ``recall.delegates``; ``line`` its line in the file.
    """

    id: RuleId
    article: str | None = None
    title: Text = msgspec.field(default_factory=dict)
    note: str | None = None
    source: str | None = None
    line: int = 0


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Keys of an entry that belong together. In the file they stand beside the entry's other keys."""


def keys_of(value: msgspec.Struct) -> Iterator[tuple[str, object]]:
    """Every key that an entry or a small table may have, as the file writes it, with its value; those of its parts too.

    >>> dict(keys_of(Entry(id="clock.week", article="3")))["article"]
    '3'
    """
    for field in value.__struct_fields__:
        held = getattr(value, field)
        if isinstance(held, Part):
            yield from keys_of(held)
        else:
            yield field.rstrip("_"), held
