"""Checks used so far."""

from __future__ import annotations

from typing import Literal

import msgspec

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BlobName, BylawsVersion, MotionId, PersonId, StopId
from mandat.instants import Instant

StopStage = Literal["signing", "stands", "ended"]
How = Literal["suspend", "annul", "replace", "block"]


class Stop(msgspec.Struct, frozen=True, kw_only=True):
    """A check used, or being signed, against one target (``motion:ID`` or ``entry:INDEX``).

    ``text`` is the blob of what stood in the target, ``instead`` of what takes its place; ``until`` the end of a suspension or of
    the time for signing; ``reason`` why it ended.
    """

    id: StopId
    rule: str
    target: str
    how: How
    by: PersonId
    bylaws_version: BylawsVersion
    at: Instant
    text: BlobName = BlobName("")
    instead: BlobName = BlobName("")
    decided: MotionId | None = None
    stage: StopStage = "signing"
    signers: Lookup[PersonId, Instant] = Lookup()
    until: Instant | None = None
    reason: str = ""


class Checks(msgspec.Struct, frozen=True):
    """All checks used; ``by_target`` gives those against a target, in order."""

    all: Lookup[StopId, Stop] = Lookup()
    by_target: Lookup[str, tuple[StopId, ...]] = Lookup()

    def against(self, target: str) -> tuple[Stop, ...]:
        """Return every check used against a target, ended ones included."""
        return tuple(map(self.all.__getitem__, self.by_target.get(target, ())))

    def standing(self, target: str) -> Stop | None:
        """Return the check that stands against a target, if one does."""
        return next((stop for stop in self.against(target) if stop.stage == "stands"), None)

    def standing_on_motion(self, motion: str) -> Stop | None:
        """Return the check that stands against the decision on a motion."""
        return self.standing(target_of_motion(motion))

    def standing_on_entry(self, index: int) -> Stop | None:
        """Return the check that stands against what the act ``index`` did under a power."""
        return self.standing(target_of_entry(index))


def target_of_motion(motion: str) -> str:
    """Name a motion as a target.

    >>> target_of_motion("m1")
    'motion:m1'
    """
    return f"motion:{motion}"


def target_of_entry(index: int) -> str:
    """Name what was done under a power as a target.

    >>> target_of_entry(41)
    'entry:41'
    """
    return f"entry:{index}"
