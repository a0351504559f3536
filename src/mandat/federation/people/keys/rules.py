"""When a key may be bound or revoked."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.named_powers import BIND_KEYS, NAME_REGISTRAR
from mandat.federation.base.types import CodeHash
from mandat.federation.people.keys.acts import KeyBind, KeyEnrol, KeyInvite, KeyRevoke, RegistrarName
from mandat.federation.people.keys.effects import (
    InvitationUsed,
    KeyBound,
    KeyInvited,
    KeyRevoked,
    RegistrarNamed,
)
from mandat.federation.people.keys.state import Invitation, Keys

_PUBLIC_KEY = re.compile(
    "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
)  # the last letter carries four bits, and two that are 0

LONGEST_INVITATION = 90 * 86_400
"""An invitation is open for 90 days at most, in seconds."""


def bind(draft: Draft, act: KeyBind) -> None:
    """By the person with a key they have, or by who may bind keys (``key.bind``, else the registrar)."""
    draft.require(act.person in draft.state.members.people, "person.known", person=act.person)
    if draft.author != act.person:
        require_power(draft, BIND_KEYS)
    require_key(draft, act.key)
    draft.emit(KeyBound(person=act.person, key=act.key, since=draft.submission.index))


def require_key(draft: Draft, key: str) -> None:
    """Require 32 bytes in base64, bound to nobody yet or ever."""
    draft.require(is_public_key(key), "key.form")
    draft.require(key not in draft.state.keys.owners, "key.unused")


def is_public_key(text: str) -> bool:
    """Tell whether a text is the base64 of 32 bytes, in the one form it has: else a key could be bound under a second name."""
    return _PUBLIC_KEY.fullmatch(text) is not None


def revoke(draft: Draft, act: KeyRevoke) -> None:
    """By the person, or by who may bind keys."""
    if draft.author != act.person:
        require_power(draft, BIND_KEYS)
    bound = any(key.public == act.key for key in draft.state.keys.current(act.person))
    draft.require(bound, "key.bound", person=act.person)
    draft.emit(KeyRevoked(person=act.person, key=act.key, until=draft.submission.index))


def invite(draft: Draft, act: KeyInvite) -> None:
    """By who may bind keys, or by the person; for a known person, with a code that is a hash and a time to come."""
    draft.require(act.person in draft.state.members.people, "person.known", person=act.person)
    if draft.author != act.person:
        require_power(draft, BIND_KEYS)
    draft.require(is_public_key(act.code), "invitation.form")  # 32 bytes too
    draft.require(draft.at < act.expires <= draft.at + LONGEST_INVITATION, "invitation.expires")
    draft.require(act.code not in draft.state.keys.invitations, "invitation.new")
    draft.emit(
        KeyInvited(
            person=act.person,
            code=act.code,
            expires=act.expires,
            replaces=act.replaces,
            by=draft.author,
        )
    )


def enrol(draft: Draft, act: KeyEnrol) -> None:
    """With the code of an open invitation; the record has checked that the new key itself has signed."""
    found = draft.known(invitation_of(draft.state.keys, act), "invitation.open", person=act.person)
    draft.require(draft.at <= found.expires, "invitation.in-time", person=act.person)
    require_key(draft, act.key)
    index = draft.submission.index
    draft.emit(InvitationUsed(person=act.person))
    if found.replaces:
        for key in draft.state.keys.current(act.person):
            draft.emit(KeyRevoked(person=act.person, key=key.public, until=index))
    draft.emit(KeyBound(person=act.person, key=act.key, since=index))


def invitation_of(keys: Keys, act: KeyEnrol) -> Invitation | None:
    """Return the open invitation whose code an act gives, if it is the person's."""
    try:
        code = base64.b64decode(act.code, validate=True)
    except (binascii.Error, ValueError):
        return None
    found = keys.invitations.get(hash_of_code(code))
    return found if found is not None and found.person == act.person else None


def hash_of_code(code: bytes) -> CodeHash:
    """Return what ``key.invite`` says of a one-time code: its SHA-256 in base64.

    >>> hash_of_code(bytes(16))
    'N0cI//dxndWXnsh11WzSKG9tPPfsMXo7JWMqqyjsN7s='
    """
    return CodeHash(base64.b64encode(hashlib.sha256(code).digest()).decode())


def name_registrar(draft: Draft, act: RegistrarName) -> None:
    """By the registrar, to a person who has a key."""
    draft.require(draft.author == draft.state.keys.registrar, "registrar", power=NAME_REGISTRAR)
    draft.require(bool(draft.state.keys.current(act.person)), "person.has-key", person=act.person)
    draft.emit(RegistrarNamed(person=act.person))


DECIDERS: Deciders = {
    KeyBind: bind,
    KeyRevoke: revoke,
    KeyInvite: invite,
    KeyEnrol: enrol,
    RegistrarName: name_registrar,
}
