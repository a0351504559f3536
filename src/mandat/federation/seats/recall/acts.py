"""Acts by which people recall holders of posts by petition and decision, or relieve an officer."""

from __future__ import annotations

from mandat.bylaws.model.ids import RecallId
from mandat.federation.base.acts import Act
from mandat.federation.base.types import BlobName, BodyId, MotionId, PetitionId, PostId


class RecallStart(Act, frozen=True, kw_only=True, tag="recall.start"):
    """Start a petition under the recall rule ``rule`` against ``target``: a post, or a body where the rule says so.

    Who starts it signs it by that.
    """

    petition: PetitionId
    rule: RecallId
    target: PostId | BodyId
    reasons: tuple[str, ...] = ()


class RecallSign(Act, frozen=True, kw_only=True, tag="recall.sign"):
    """Sign a petition."""

    petition: PetitionId


class RecallUnsign(Act, frozen=True, kw_only=True, tag="recall.unsign"):
    """Take one's signature back, while signatures are collected."""

    petition: PetitionId


class RecallHear(Act, frozen=True, kw_only=True, tag="recall.hear"):
    """State that the target was heard (or would not be): signed by the target, or by who presides; ``text`` names the blob."""

    petition: PetitionId
    text: BlobName | None = None


class OfficerRelieve(Act, frozen=True, kw_only=True, tag="officer.relieve"):
    """Relieve the holder of a post, by the single officer to whom a recall rule without a decision gives that right.

    ``motion`` names the consent of another body where the rule needs it; ``source`` the document by which an outside body (a
    court) has decided, which the registrar then enters.
    """

    post: PostId
    rule: RecallId
    motion: MotionId | None = None
    source: str = ""
