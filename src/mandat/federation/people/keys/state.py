"""The keys of the people, as facts of the record."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import CodeHash, EntryIndex, PersonId, PublicKey
from mandat.instants import Instant


class BoundKey(msgspec.Struct, frozen=True, gc=False):
    """An Ed25519 public key (base64) bound to a person ``since`` an entry, ``until`` another."""

    public: PublicKey
    since: EntryIndex
    until: EntryIndex | None = None


class Invitation(msgspec.Struct, frozen=True, gc=False):
    """An invitation that is open until it is used, replaced, or over at ``expires``."""

    person: PersonId
    expires: Instant
    replaces: bool
    by: PersonId


class Keys(msgspec.Struct, frozen=True):
    """Keys by person, the newest last; ``owners`` tells whose a public key is or was."""

    of: Lookup[PersonId, tuple[BoundKey, ...]] = Lookup()
    owners: Lookup[PublicKey, PersonId] = Lookup()
    registrar: PersonId | None = None
    """The person who keeps the register where the bylaws name nobody: the founder, until another is named."""

    invitations: Lookup[CodeHash, Invitation] = Lookup()
    """Open invitations, by the hash of their one-time code."""
    invited: Lookup[PersonId, CodeHash] = Lookup()
    """The hash of the open invitation of each person."""

    def current(self, person: PersonId) -> tuple[BoundKey, ...]:
        """Return the keys with which a person may sign now."""
        return tuple(key for key in self.of.get(person, ()) if key.until is None)
