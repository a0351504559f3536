"""Acts about bodies."""

from __future__ import annotations

from mandat.federation.base.acts import Act
from mandat.federation.base.types import BodyId


class BodyFound(Act, frozen=True, kw_only=True, tag="body.found"):
    """Found a body of a kind that has many; its id is ``kind/name``."""

    body: BodyId
    part_of: BodyId | None = None
    title: str = ""


class BodyMerge(Act, frozen=True, kw_only=True, tag="body.merge"):
    """Merge assemblies into another of the same kind, which keeps its posts; the others are dissolved."""

    bodies: tuple[BodyId, ...]
    into: BodyId


class BodyDissolve(Act, frozen=True, kw_only=True, tag="body.dissolve"):
    """Dissolve a body: memberships end, its delegates' posts are abolished."""

    body: BodyId
