"""Instructions given, and the votes against them."""

from __future__ import annotations

import msgspec

from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId, MotionId, PersonId
from mandat.instants import Instant


class Instruction(msgspec.Struct, frozen=True, kw_only=True):
    """What a sender tells its delegates to vote on a motion, by which decision of its own."""

    motion: MotionId
    sender: BodyId
    choice: Choice
    decided: MotionId
    at: Instant


class Breach(msgspec.Struct, frozen=True, kw_only=True):
    """A vote against an instruction, and what became of it: shown, counted as instructed, void."""

    person: PersonId
    sender: BodyId
    instructed: Choice
    voted: Choice
    breach: str


class Instructions(msgspec.Struct, frozen=True):
    """All instructions by (motion, sender), and all breaches by motion."""

    all: Lookup[tuple[MotionId, BodyId], Instruction] = Lookup()
    breaches: Lookup[MotionId, tuple[Breach, ...]] = Lookup()
