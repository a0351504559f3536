"""What happens to keys."""

from __future__ import annotations

import msgspec

from mandat.federation.keys.state import BoundKey, Keys
from mandat.federation.rulings import Effect
from mandat.federation.state import Appliers, State


class KeyBound(Effect, frozen=True, kw_only=True, tag="key.bound"):
    """A key signs for a person from entry ``since`` on."""

    person: str
    key: str
    since: int


class KeysBound(Effect, frozen=True, kw_only=True, tag="keys.bound"):
    """Many keys sign for their people: ``(person, key)``, from entry ``since`` on."""

    keys: tuple[tuple[str, str], ...]
    since: int


class KeyRevoked(Effect, frozen=True, kw_only=True, tag="key.revoked"):
    """A key signs for nobody from entry ``until`` on."""

    person: str
    key: str
    until: int


class RegistrarNamed(Effect, frozen=True, kw_only=True, tag="registrar.named"):
    """A person keeps the register."""

    person: str


def key_bound(state: State, effect: KeyBound) -> State:
    """Bind one key."""
    return keys_bound(state, KeysBound(keys=((effect.person, effect.key),), since=effect.since))


def keys_bound(state: State, effect: KeysBound) -> State:
    """Bind many keys."""
    of, owners = state.keys.of.mutate(), state.keys.owners.mutate()
    for person, key in effect.keys:
        of[person] = (*of.get(person, ()), BoundKey(key, effect.since))
        owners[key] = person
    return _with(state, Keys(of.finish(), owners.finish(), state.keys.registrar))


def key_revoked(state: State, effect: KeyRevoked) -> State:
    """End a key; its owner stays on record, so that it can never be bound to somebody else."""
    ended = tuple(
        BoundKey(key.public, key.since, effect.until)
        if key.public == effect.key and key.until is None
        else key
        for key in state.keys.of[effect.person]
    )
    return _with(
        state, Keys(state.keys.of.set(effect.person, ended), state.keys.owners, state.keys.registrar)
    )


def registrar_named(state: State, effect: RegistrarNamed) -> State:
    """Hand over the register."""
    return _with(state, Keys(state.keys.of, state.keys.owners, effect.person))


def _with(state: State, keys: Keys) -> State:
    return msgspec.structs.replace(state, keys=keys)


APPLIERS: Appliers = {
    KeyBound: key_bound,
    KeysBound: keys_bound,
    KeyRevoked: key_revoked,
    RegistrarNamed: registrar_named,
}
