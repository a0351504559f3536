"""Ids that people give to what they begin: none can be an id that the rules make."""

from __future__ import annotations

from mandat.federation.base.draft import Draft


def require_new(draft: Draft, name: str, *, taken: bool) -> None:
    """Require that a new id is not empty, has no colon, and is not taken.

    The rules put a colon into every id that they make up: ``recall:PETITION``, ``by-election:POST:ENTRY``.
    """
    if not name or ":" in name:
        draft.require(False, "id.plain", id=name)
    draft.require(not taken, "id.free", id=name)
