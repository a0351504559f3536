"""Blobs: long or bulky content, named by a salted hash, so that a short text cannot be guessed from its name."""

from __future__ import annotations

import hashlib
import secrets
from functools import cached_property
from typing import Literal

import msgspec

from mandat.language import msg
from mandat.record.errors import BlobError

SALT_BYTES = 16
Audience = Literal["public", "sealed"]


class Blob(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """Content with its salt; ``sealed`` ones are for the author and those the rules name, and stay out of public copies.

    Raises ``BlobError`` for a salt that has not 16 bytes: the name is one hash over salt and content, so with salts of
    any length two contents could share a name.
    """

    salt: bytes
    content: bytes
    audience: Audience = "public"

    def __post_init__(self) -> None:
        """Check the salt."""
        if len(self.salt) != SALT_BYTES:
            raise BlobError(
                msg("the salt of a blob has {count} bytes: make one of {needed} random bytes")(
                    count=len(self.salt), needed=SALT_BYTES
                )
            )

    @cached_property
    def name(self) -> str:
        """``sha256:`` and the hash of salt and content in hexadecimal."""
        return "sha256:" + hashlib.sha256(self.salt + self.content).hexdigest()


def fresh_salt() -> bytes:
    """Return a new random salt."""
    return secrets.token_bytes(SALT_BYTES)
