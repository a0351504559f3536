"""What happens to agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import AgreementKindId
from mandat.federation.authority.agreements.state import Agreement, Agreements, Party
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import AgreementId, BlobName, BylawsVersion, PartyId
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class AgreementOpened(Effect, frozen=True, kw_only=True, tag="agreement.opened"):
    """An agreement is on the record, signed by nobody yet."""

    agreement: AgreementId
    kind: AgreementKindId
    parties: tuple[PartyId, ...]
    text: BlobName
    bylaws_version: BylawsVersion
    at: Instant


class AgreementRevised(Effect, frozen=True, kw_only=True, tag="agreement.revised"):
    """Another version stands."""

    agreement: AgreementId
    text: BlobName


class AgreementSigned(Effect, frozen=True, kw_only=True, tag="agreement.signed"):
    """A party has signed."""

    agreement: AgreementId
    party: PartyId
    at: Instant


class AgreementRatified(Effect, frozen=True, kw_only=True, tag="agreement.ratified"):
    """A party has ratified."""

    agreement: AgreementId
    party: PartyId
    at: Instant


class ForceAgreed(Effect, frozen=True, kw_only=True, tag="force.agreed"):
    """What the agreement asks for to enter into force has come to be."""

    agreement: AgreementId
    at: Instant


class PartyBound(Effect, frozen=True, kw_only=True, tag="party.bound"):
    """The agreement is in force for a party."""

    agreement: AgreementId
    party: PartyId
    at: Instant


class NoticeGiven(Effect, frozen=True, kw_only=True, tag="notice.given"):
    """A party has given notice, and leaves at ``until``."""

    agreement: AgreementId
    party: PartyId
    at: Instant
    until: Instant


class PartyLeft(Effect, frozen=True, kw_only=True, tag="party.left"):
    """The agreement binds a party no more."""

    agreement: AgreementId
    party: PartyId
    at: Instant


def agreement_opened(state: State, effect: AgreementOpened) -> State:
    """Add it."""
    parties: Lookup[PartyId, Party] = Lookup({name: Party() for name in effect.parties})
    found = Agreement(
        id=effect.agreement,
        kind=effect.kind,
        bylaws_version=effect.bylaws_version,
        at=effect.at,
        parties=parties,
        texts=(effect.text,),
    )
    return _put(state, found)


def agreement_revised(state: State, effect: AgreementRevised) -> State:
    """Add a version."""
    found = state.agreements.all[effect.agreement]
    return _put(state, msgspec.structs.replace(found, texts=(*found.texts, effect.text)))


def agreement_signed(state: State, effect: AgreementSigned) -> State:
    """Keep the signature."""
    return _party(state, effect.agreement, effect.party, signed=effect.at)


def agreement_ratified(state: State, effect: AgreementRatified) -> State:
    """Keep the ratification."""
    return _party(state, effect.agreement, effect.party, ratified=effect.at)


def force_agreed(state: State, effect: ForceAgreed) -> State:
    """Keep when the condition was met."""
    found = state.agreements.all[effect.agreement]
    return _put(state, msgspec.structs.replace(found, condition=effect.at))


def party_bound(state: State, effect: PartyBound) -> State:
    """Bind it."""
    return _party(state, effect.agreement, effect.party, bound=effect.at)


def notice_given(state: State, effect: NoticeGiven) -> State:
    """Keep the notice."""
    return _party(state, effect.agreement, effect.party, notice=effect.at)


def party_left(state: State, effect: PartyLeft) -> State:
    """Let it go."""
    return _party(state, effect.agreement, effect.party, left=effect.at)


def _party(state: State, agreement: AgreementId, party: PartyId, **changes: int) -> State:
    found = state.agreements.all[agreement]
    changed = msgspec.structs.replace(found.parties[party], **changes)
    return _put(state, msgspec.structs.replace(found, parties=found.parties.set(party, changed)))


def _put(state: State, agreement: Agreement) -> State:
    kept = Agreements(state.agreements.all.set(agreement.id, agreement))
    return msgspec.structs.replace(state, agreements=kept)


APPLIERS: Appliers = {
    AgreementOpened: agreement_opened,
    AgreementRevised: agreement_revised,
    AgreementSigned: agreement_signed,
    AgreementRatified: agreement_ratified,
    ForceAgreed: force_agreed,
    PartyBound: party_bound,
    NoticeGiven: notice_given,
    PartyLeft: party_left,
}
