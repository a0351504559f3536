"""What a requirement asks and what would meet it."""

from __future__ import annotations

import msgspec

from mandat.language import Message


class Words(msgspec.Struct, frozen=True):
    """A requirement in words: ``asks`` says what must hold, ``remedy`` what would have made the act admissible.

    Their places are filled from the numbers of the ground; without a ``remedy`` nothing could have met it.
    """

    asks: Message
    remedy: Message | None = None
