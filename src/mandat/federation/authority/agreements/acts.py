"""Acts about agreements."""

from __future__ import annotations

from mandat.bylaws.model.ids import AgreementKindId
from mandat.federation.base.acts import Act
from mandat.federation.base.types import AgreementId, BlobName, EntryIndex, MotionId, PartyId


class AgreementOpen(Act, frozen=True, kw_only=True, tag="agreement.open"):
    """Put an agreement of a ``kind`` (``[agreement.KIND]``) between ``parties`` on the record, with its first text (a blob).

    A party is a body of this federation, the federation itself (its id), or anybody outside, by name.
    """

    agreement: AgreementId
    kind: AgreementKindId
    parties: tuple[PartyId, ...]
    text: BlobName


class AgreementRevise(Act, frozen=True, kw_only=True, tag="agreement.revise"):
    """Put another version of the text in place of the last, while nobody has signed."""

    agreement: AgreementId
    text: BlobName


class AgreementSign(Act, frozen=True, kw_only=True, tag="agreement.sign"):
    """Sign for a party: ``exercise`` is the entry in which the power to sign was exercised on this very text.

    Of a party outside, the signature is received: ``evidence`` is the blob that shows it.
    """

    agreement: AgreementId
    party: PartyId
    exercise: EntryIndex | None = None
    evidence: BlobName | None = None


class AgreementRatify(Act, frozen=True, kw_only=True, tag="agreement.ratify"):
    """Ratify for a party: ``motions`` are the carried motions about ``["ratify", AGREEMENT]`` on this text, one for each need.

    Of a party outside, the ratification is received: ``evidence`` is the blob that shows it.
    """

    agreement: AgreementId
    party: PartyId
    motions: tuple[MotionId, ...] = ()
    evidence: BlobName | None = None


class AgreementLeave(Act, frozen=True, kw_only=True, tag="agreement.leave"):
    """Give notice for a party, under a carried ``motion`` about ``["leave", AGREEMENT]`` of who may sign for it.

    Of a party outside, the notice is received: ``evidence`` is the blob that shows it.
    """

    agreement: AgreementId
    party: PartyId
    motion: MotionId | None = None
    evidence: BlobName | None = None
