"""Petitions for recall."""

from __future__ import annotations

from typing import Literal

import msgspec

from mandat.federation.base.lookup import Lookup

PetitionStage = Literal["signing", "voting", "carried", "defeated", "lapsed"]


class Petition(msgspec.Struct, frozen=True, kw_only=True):
    """A petition under one recall rule against a post, or against a whole body.

    ``support`` is the place of the way to start it in the rule's ``start``; ``holder`` who held the post at the start;
    ``first`` the instant of the oldest standing signature.
    """

    id: str
    rule: str
    target: str
    """The id of a post, or of a body where the rule's target is the body."""
    body: str
    """The body (or sender) that decides."""
    book: str
    started: int
    starter: str = ""
    support: int = 0
    reasons: tuple[str, ...] = ()
    holder: str | None = None
    until: int | None = None
    first: int = 0
    stage: PetitionStage = "signing"
    signers: Lookup[str, int] = Lookup()
    motion: str | None = None
    opens: int | None = None
    """When signatures may be given: after the notice that the rule asks for."""
    vote_from: int | None = None
    """Before this the vote is not opened: discussion, or time for the hearing."""
    heard: bool = False

    @property
    def runs(self) -> bool:
        """Whether it is neither decided nor lapsed."""
        return self.stage in ("signing", "voting")


class Recalls(msgspec.Struct, frozen=True):
    """All petitions; ``barred`` gives the instant until which (rule, target) may not be petitioned again."""

    all: Lookup[str, Petition] = Lookup()
    barred: Lookup[tuple[str, str], int] = Lookup()
    bars: Lookup[tuple[str, str], int] = Lookup()
    """By (line, person): until when the person may not take a seat of the line again."""
    running: Lookup[tuple[str, str], str] = Lookup()
    """The petition that runs under (rule, target)."""
