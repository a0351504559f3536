"""What authors say they have seen: the checkpoints of this log by size.

A server that forks the log cannot move an act from one fork to the other, since each act names the root its author verified.
"""

from __future__ import annotations

import base64

from mandat.record.reasons import Reason

MOST_DAYS = 30
_DAY = 86_400


class Heads:
    """The checkpoints so far: size → (root in base64, instant)."""

    def __init__(self) -> None:
        """Begin with the empty log."""
        self._heads: dict[int, tuple[str, int]] = {}

    def add(self, size: int, root: bytes, at: int) -> None:
        """Remember a checkpoint."""
        self._heads[size] = (base64.b64encode(root).decode(), at)

    def known(self, seen: tuple[int, str]) -> bool:
        """Tell whether this log signed that checkpoint."""
        head = self._heads.get(seen[0])
        return head is not None and head[0] == seen[1]

    def problem(self, seen: tuple[int, str], at: int) -> Reason | None:
        """Return why a ``seen`` cannot be taken at an instant, or None if it can."""
        head = self._heads.get(seen[0])
        if head is None or head[0] != seen[1]:
            return Reason.SEEN_UNKNOWN
        return Reason.SEEN_TOO_OLD if at - head[1] > MOST_DAYS * _DAY else None
