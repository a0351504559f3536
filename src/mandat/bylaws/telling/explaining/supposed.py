"""What is supposed where a file cannot say: how many bodies there are of a kind, and how many members in each."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

BODIES = 12
MEMBERS = 100


class Supposed(msgspec.Struct, frozen=True):
    """How many bodies there are of a kind in all, and how many members in each.

    Where nothing is said: 12 for each body above them that they send to, of 100 members.

    >>> Supposed({"section": (3, 40)}).members("section"), Supposed().members("section")
    (40, 100)
    """

    sizes: Mapping[str, tuple[int, int]] = msgspec.field(default_factory=dict)

    def bodies(self, kind: str, above: int = 1) -> int:
        """How many bodies of a kind that has many, with so many above them."""
        return self.sizes[kind][0] if kind in self.sizes else BODIES * above

    def members(self, kind: str) -> int:
        """How many members in each assembly of a kind."""
        return self.sizes[kind][1] if kind in self.sizes else MEMBERS

    @staticmethod
    def parse(text: str) -> tuple[str, tuple[int, int]]:
        """Read ``KIND=BODIESxMEMBERS``, or ``KIND=MEMBERS`` for a single body; :class:`ValueError` says what is wrong.

        >>> Supposed.parse("section=12x100")
        ('section', (12, 100))
        """
        kind, _, size = text.partition("=")
        bodies, cross, members = size.partition("x")
        numbers = (bodies, members) if cross else ("1", bodies)
        if not kind or not all(each.isdecimal() and int(each) > 0 for each in numbers):
            raise ValueError(f"{text!r} is not KIND=BODIESxMEMBERS, for instance section=12x100")
        return kind, (int(numbers[0]), int(numbers[1]))
