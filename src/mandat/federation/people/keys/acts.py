"""Acts about keys and the registrar."""

from __future__ import annotations

from mandat.federation.base.acts import Act
from mandat.federation.base.types import CodeHash, PersonId, PublicKey
from mandat.instants import Instant


class KeyBind(Act, frozen=True, kw_only=True, tag="key.bind"):
    """Bind a device's public key (base64 Ed25519) to a person; by the person with a key they have, or by the registrar."""

    person: PersonId
    key: PublicKey


class KeyRevoke(Act, frozen=True, kw_only=True, tag="key.revoke"):
    """Revoke a key; by its person, or by the registrar."""

    person: PersonId
    key: PublicKey


class KeyInvite(Act, frozen=True, kw_only=True, tag="key.invite"):
    """Invite a person to make a key on a device; by who may bind keys, or by the person for a further device.

    ``code`` is the base64 of the SHA-256 of a one-time code that only the person gets; ``expires`` are seconds since 1970.
    A new invitation makes an earlier one of the same person void. With ``replaces``, the person's other keys end when it is
    used: for a device that was lost.
    """

    person: PersonId
    code: CodeHash
    expires: Instant
    replaces: bool = False


class KeyEnrol(Act, frozen=True, kw_only=True, tag="key.enrol"):
    """Enrol one's new key (base64 Ed25519) with the one-time ``code`` (base64) of an invitation; signed by that very key."""

    person: PersonId
    key: PublicKey
    code: str


class RegistrarName(Act, frozen=True, kw_only=True, tag="registrar.name"):
    """Hand the register to another person; by the registrar."""

    person: PersonId
