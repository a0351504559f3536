"""What a requirement asks and what would meet it, in each language."""

from __future__ import annotations

import msgspec


class Words(msgspec.Struct, frozen=True):
    """A requirement in words: ``asks`` says what must hold, ``remedy`` what would have made the act admissible.

    ``{names}`` in braces are filled from the numbers of the ground.
    """

    asks_en: str
    remedy_en: str
    asks_fr: str
    remedy_fr: str

    def asks(self, language: str) -> str:
        """What must hold."""
        return self.asks_fr if language == "fr" else self.asks_en

    def remedy(self, language: str) -> str:
        """What would meet it."""
        return self.remedy_fr if language == "fr" else self.remedy_en
