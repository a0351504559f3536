"""Acts about the bylaws."""

from __future__ import annotations

from mandat.federation.base.acts import Act
from mandat.federation.base.types import BlobName, MotionId, OpenQuestionId, PersonId, PublicKey


class FederationFound(Act, frozen=True, kw_only=True, tag="federation.found"):
    """Found the federation: the first act. ``bylaws`` names the blob of the text; ``registrar`` and ``key`` whoever signs."""

    bylaws: BlobName
    registrar: PersonId
    key: PublicKey


class BylawsAdopt(Act, frozen=True, kw_only=True, tag="bylaws.adopt"):
    """Put an amended text in force, under a carried ``motion`` about the power ``bylaws.amend`` with this very text.

    Where the bylaws have powers for certain articles (``bylaws.amend.X`` with ``covers``), ``motions`` are those about the others
    that the change needs. ``in_force`` is the instant from which it is to be in force (``2027-01-01T00:00:00Z``); empty: now.
    ``consents`` are the carried motions of those whose consent the power needs: all of it comes first.
    """

    bylaws: BlobName
    motion: MotionId
    consents: tuple[MotionId, ...] = ()
    motions: tuple[MotionId, ...] = ()
    in_force: str = ""


class RulesInterpret(Act, frozen=True, kw_only=True, tag="rules.interpret"):
    """Answer an open question about a rule on which the bylaws are silent; valid for that rule from now on.

    Whether a vote was carried (``true`` or ``false``) is answered for that vote only.
    """

    question: OpenQuestionId
    reading: str
    motion: MotionId | None = None
