"""Petitions for recall."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import LineId, RecallId
from mandat.federation.base.closed import PetitionStage
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId, BylawsVersion, MotionId, PersonId, PetitionId, PostId
from mandat.instants import Instant


class Petition(msgspec.Struct, frozen=True, kw_only=True):
    """A petition under one recall rule against a post, or against a whole body.

    ``support`` is the place of the way to start it in the rule's ``start``; ``holder`` who held the post at the start;
    ``first`` the instant of the oldest standing signature.
    """

    id: PetitionId
    rule: RecallId
    target: PostId | BodyId
    """The id of a post, or of a body where the rule's target is the body."""
    body: BodyId
    """The body (or sender) that decides."""
    bylaws_version: BylawsVersion
    started: Instant
    starter: PersonId
    support: int = 0
    reasons: tuple[str, ...] = ()
    holder: PersonId | None = None
    until: Instant | None = None
    first: Instant = Instant(0)
    stage: PetitionStage = PetitionStage.SIGNING
    signers: Lookup[PersonId, Instant] = Lookup()
    motion: MotionId | None = None
    opens: Instant | None = None
    """When signatures may be given: after the notice that the rule asks for."""
    vote_from: Instant | None = None
    """Before this the vote is not opened: discussion, or time for the hearing."""
    heard: bool = False

    @property
    def runs(self) -> bool:
        """Whether it is neither decided nor lapsed."""
        return self.stage in ("signing", "voting")


class Recalls(msgspec.Struct, frozen=True):
    """All petitions; ``barred`` gives the instant until which (rule, target) may not be petitioned again."""

    all: Lookup[PetitionId, Petition] = Lookup()
    barred: Lookup[tuple[RecallId, PostId | BodyId], Instant] = Lookup()
    bars: Lookup[tuple[LineId, PersonId], Instant] = Lookup()
    """By (line, person): until when the person may not take a seat of the line again."""
    running: Lookup[tuple[RecallId, PostId | BodyId], PetitionId] = Lookup()
    """The petition that runs under (rule, target)."""
