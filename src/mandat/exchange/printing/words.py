"""What stands on a printed page beside the articles."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.language import Message, msg

WORDS: Mapping[str, Message] = {
    "bylaws": msg("Bylaws"),
    "contents": msg("Contents"),
    "made": msg(
        "Read from the bylaws file “{id}” (SHA-256 {digest}). Where a sentence and the file "
        "differ, the file rules."
    ),
    "page": msg("page"),
}
