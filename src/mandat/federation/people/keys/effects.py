"""What happens to keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import CodeHash, EntryIndex, PersonId, PublicKey
from mandat.federation.people.keys.state import BoundKey, Invitation, Keys
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class KeyBound(Effect, frozen=True, kw_only=True, tag="key.bound"):
    """A key signs for a person from entry ``since`` on."""

    person: PersonId
    key: PublicKey
    since: EntryIndex


class KeysBound(Effect, frozen=True, kw_only=True, tag="keys.bound"):
    """Many keys sign for their people: ``(person, key)``, from entry ``since`` on."""

    keys: tuple[tuple[PersonId, PublicKey], ...]
    since: EntryIndex


class KeyRevoked(Effect, frozen=True, kw_only=True, tag="key.revoked"):
    """A key signs for nobody from entry ``until`` on."""

    person: PersonId
    key: PublicKey
    until: EntryIndex


class KeyInvited(Effect, frozen=True, kw_only=True, tag="key.invited"):
    """A person may enrol a key with a one-time code, until ``expires``."""

    person: PersonId
    code: CodeHash
    expires: Instant
    replaces: bool
    by: PersonId


class InvitationUsed(Effect, frozen=True, kw_only=True, tag="invitation.used"):
    """An invitation has been used: its code opens nothing any more."""

    person: PersonId


class RegistrarNamed(Effect, frozen=True, kw_only=True, tag="registrar.named"):
    """A person keeps the register."""

    person: PersonId


def key_bound(state: State, effect: KeyBound) -> State:
    """Bind one key."""
    return keys_bound(state, KeysBound(keys=((effect.person, effect.key),), since=effect.since))


def keys_bound(state: State, effect: KeysBound) -> State:
    """Bind many keys."""
    of, owners = state.keys.of.mutate(), state.keys.owners.mutate()
    for person, key in effect.keys:
        of[person] = (*of.get(person, ()), BoundKey(key, effect.since))
        owners[key] = person
    return _with(state, msgspec.structs.replace(state.keys, of=of.finish(), owners=owners.finish()))


def key_revoked(state: State, effect: KeyRevoked) -> State:
    """End a key; its owner stays on record, so that it can never be bound to somebody else."""
    ended = tuple(
        BoundKey(key.public, key.since, effect.until)
        if key.public == effect.key and key.until is None
        else key
        for key in state.keys.of[effect.person]
    )
    return _with(state, msgspec.structs.replace(state.keys, of=state.keys.of.set(effect.person, ended)))


def key_invited(state: State, effect: KeyInvited) -> State:
    """Keep the invitation in the place of an earlier one."""
    keys = _without_invitation(state.keys, effect.person)
    invitation = Invitation(effect.person, effect.expires, effect.replaces, effect.by)
    invitations = keys.invitations.set(effect.code, invitation)
    invited = keys.invited.set(effect.person, effect.code)
    return _with(state, msgspec.structs.replace(keys, invitations=invitations, invited=invited))


def invitation_used(state: State, effect: InvitationUsed) -> State:
    """Drop the invitation."""
    return _with(state, _without_invitation(state.keys, effect.person))


def _without_invitation(keys: Keys, person: PersonId) -> Keys:
    code = keys.invited.get(person)
    if code is None:
        return keys
    return msgspec.structs.replace(
        keys, invitations=keys.invitations.delete(code), invited=keys.invited.delete(person)
    )


def registrar_named(state: State, effect: RegistrarNamed) -> State:
    """Hand over the register."""
    return _with(state, msgspec.structs.replace(state.keys, registrar=effect.person))


def _with(state: State, keys: Keys) -> State:
    return msgspec.structs.replace(state, keys=keys)


APPLIERS: Appliers = {
    KeyBound: key_bound,
    KeysBound: keys_bound,
    KeyRevoked: key_revoked,
    KeyInvited: key_invited,
    InvitationUsed: invitation_used,
    RegistrarNamed: registrar_named,
}
