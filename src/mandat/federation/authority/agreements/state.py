"""Agreements and their parties."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import AgreementKindId
from mandat.federation.base.lookup import Lookup, any_order, rows_of
from mandat.federation.base.types import AgreementId, BlobName, BylawsVersion, PartyId
from mandat.instants import Instant


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """One party: when it signed and ratified, since when it is bound, when it gave notice, when it left."""

    signed: Instant | None = None
    ratified: Instant | None = None
    bound: Instant | None = None
    notice: Instant | None = None
    left: Instant | None = None


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement of a kind; the last of ``texts`` stands; ``condition`` is when the rule for entry into force was first met."""

    id: AgreementId
    kind: AgreementKindId
    bylaws_version: BylawsVersion
    at: Instant
    parties: Lookup[PartyId, Party]
    texts: tuple[BlobName, ...]
    condition: Instant | None = None

    @property
    def text(self) -> str:
        """The version that stands."""
        return self.texts[-1]

    @property
    def ratified(self) -> tuple[PartyId, ...]:
        """The parties that have ratified and not left, in order."""
        found = rows_of(self.parties)
        return tuple(
            sorted(name for name, party in found if party.ratified is not None and party.left is None)
        )

    @property
    def in_force(self) -> bool:
        """Whether it binds anybody."""
        return any(
            party.bound is not None and party.left is None for party in any_order(self.parties).values()
        )


class Agreements(msgspec.Struct, frozen=True):
    """All agreements by id."""

    all: Lookup[AgreementId, Agreement] = Lookup()
