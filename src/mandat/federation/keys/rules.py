"""When a key may be bound or revoked."""

from __future__ import annotations

import re

from mandat.federation.draft import Deciders, Draft
from mandat.federation.keys.acts import KeyBind, KeyRevoke, RegistrarName
from mandat.federation.keys.effects import KeyBound, KeyRevoked, RegistrarNamed
from mandat.federation.powers.authority import require_power

_PUBLIC_KEY = re.compile(
    "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
)  # the last letter carries four bits, and two that are 0


def bind(draft: Draft, act: KeyBind) -> None:
    """By the person with a key they have, or by who may bind keys (``key.bind``, else the registrar)."""
    draft.require(act.person in draft.state.members.people, "person.known", person=act.person)
    if draft.author != act.person:
        require_power(draft, "key.bind")
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
        require_power(draft, "key.bind")
    bound = any(key.public == act.key for key in draft.state.keys.current(act.person))
    draft.require(bound, "key.bound", person=act.person)
    draft.emit(KeyRevoked(person=act.person, key=act.key, until=draft.submission.index))


def name_registrar(draft: Draft, act: RegistrarName) -> None:
    """By the registrar, to a person who has a key."""
    draft.require(draft.author == draft.state.keys.registrar, "registrar", power="registrar.name")
    draft.require(bool(draft.state.keys.current(act.person)), "person.has-key", person=act.person)
    draft.emit(RegistrarNamed(person=act.person))


DECIDERS: Deciders = {KeyBind: bind, KeyRevoke: revoke, RegistrarName: name_registrar}
