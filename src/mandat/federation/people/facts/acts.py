"""Acts that tell a fact."""

from __future__ import annotations

from mandat.bylaws.model.ids import FactId
from mandat.federation.base.acts import Act
from mandat.federation.base.types import BlobName, FactOf, MotionId


class FactTell(Act, frozen=True, kw_only=True, tag="fact.tell"):
    """Tell a fact about a body, a person, a motion, or the federation (``of`` = ``""``): an integer, or a label.

    Where the bylaws say by which ``decision`` it is told, ``motion`` names one carried about ``["fact", FACT, OF, VALUE]``.
    """

    fact: FactId
    of: FactOf
    value: int | str
    motion: MotionId | None = None


class FactChallenge(Act, frozen=True, kw_only=True, tag="fact.challenge"):
    """Doubt a fact that was told, before whom the bylaws name as its judge; ``reasons`` names a blob."""

    fact: FactId
    of: FactOf
    reasons: BlobName | None = None


class FactJudge(Act, frozen=True, kw_only=True, tag="fact.judge"):
    """Settle a doubt: say what the fact is. A body judges by a carried ``motion`` about ``["judge", FACT, OF, VALUE]``."""

    fact: FactId
    of: FactOf
    value: int | str
    motion: MotionId | None = None
