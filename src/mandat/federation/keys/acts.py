"""Acts about keys and the registrar."""

from __future__ import annotations

from mandat.federation.acts import Act


class KeyBind(Act, frozen=True, kw_only=True, tag="key.bind"):
    """Bind a device's public key (base64 Ed25519) to a person; by the person with a key they have, or by the registrar."""

    person: str
    key: str


class KeyRevoke(Act, frozen=True, kw_only=True, tag="key.revoke"):
    """Revoke a key; by its person, or by the registrar."""

    person: str
    key: str


class RegistrarName(Act, frozen=True, kw_only=True, tag="registrar.name"):
    """Hand the register to another person; by the registrar."""

    person: str
