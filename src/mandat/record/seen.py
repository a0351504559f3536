"""What authors say they have seen: the checkpoints of this log by size.

A server that forks the log cannot move an act from one fork to the other, since each act names the root its author verified.
"""

from __future__ import annotations

import base64

from mandat.record.reasons import Reason

MOST_DAYS = 30
_DAY = 86_400


class Heads:
    """The checkpoints so far: size → root in base64, and when the next one replaced it.

    A checkpoint begins to age when it is replaced: the last one can always be named, however long nobody has acted.
    """

    def __init__(self) -> None:
        """Begin with the empty log."""
        self._roots: dict[int, str] = {}
        self._replaced: dict[int, int] = {}
        self._last: int | None = None

    def add(self, size: int, root: bytes, at: int) -> None:
        """Remember the next checkpoint and when it was signed."""
        if self._last is not None:
            self._replaced[self._last] = at
        self._roots[size] = base64.b64encode(root).decode()
        self._last = size

    def known(self, seen: tuple[int, str]) -> bool:
        """Tell whether this log signed that checkpoint."""
        return self._roots.get(seen[0]) == seen[1]

    def problem(self, seen: tuple[int, str], at: int) -> Reason | None:
        """Return why a ``seen`` cannot be taken at an instant, or None if it can.

        >>> heads = Heads()
        >>> heads.add(2, bytes(32), at=0)
        >>> heads.problem((2, base64.b64encode(bytes(32)).decode()), at=365 * 86_400)
        >>> heads.problem((1, ""), at=0)
        <Reason.SEEN_UNKNOWN: 'seen-unknown'>
        """
        if not self.known(seen):
            return Reason.SEEN_UNKNOWN
        replaced = self._replaced.get(seen[0], at)
        return Reason.SEEN_TOO_OLD if at - replaced > MOST_DAYS * _DAY else None
