"""Found a federation: a new record whose first act puts the bylaws in force."""

from __future__ import annotations

from collections.abc import Callable

from mandat.record.blobs import Blob, fresh_salt
from mandat.record.keys import Signer
from mandat.service.author import Author, Nonce, fresh_nonce
from mandat.service.writer import Receipt, Writer


def found(
    writer: Writer,
    bylaws: str,
    registrar: str,
    key: Signer,
    *,
    nonce: Nonce = fresh_nonce,
    salt: Callable[[], bytes] = fresh_salt,
) -> Receipt:
    """Submit the founding act of an empty record, signed by the registrar's key; the receipt holds the ruling."""
    text = Blob(salt(), bylaws.encode())
    act = {"act": "federation.found", "bylaws": text.name, "registrar": registrar, "key": key.public_text}
    return writer.submit(Author(writer.origin, (key,), nonce).act(act, None, (text,)))
