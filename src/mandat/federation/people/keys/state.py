"""The keys of the people, as facts of the record."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup


class BoundKey(msgspec.Struct, frozen=True, gc=False):
    """An Ed25519 public key (base64) bound to a person ``since`` an entry, ``until`` another."""

    public: str
    since: int
    until: int | None = None


class Invitation(msgspec.Struct, frozen=True, gc=False):
    """An invitation that is open until it is used, replaced, or over at ``expires``."""

    person: str
    expires: int
    replaces: bool
    by: str


class Keys(msgspec.Struct, frozen=True):
    """Keys by person, the newest last; ``owners`` tells whose a public key is or was."""

    of: Lookup[str, tuple[BoundKey, ...]] = Lookup()
    owners: Lookup[str, str] = Lookup()
    registrar: str = ""
    """The person who keeps the register where the bylaws name nobody: the founder, until another is named."""

    invitations: Lookup[str, Invitation] = Lookup()
    """Open invitations, by the hash of their one-time code."""
    invited: Lookup[str, str] = Lookup()
    """The hash of the open invitation of each person."""

    def current(self, person: str) -> tuple[BoundKey, ...]:
        """Return the keys with which a person may sign now."""
        return tuple(key for key in self.of.get(person, ()) if key.until is None)
