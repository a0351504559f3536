"""Checks used so far."""

from __future__ import annotations

from typing import Literal

import msgspec

from mandat.bylaws.model.ids import CheckId
from mandat.federation.base.closed import StopEnd, StopStage
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.matter import CheckUse
from mandat.federation.base.types import (
    BlobName,
    BylawsVersion,
    EntryIndex,
    MotionId,
    OptionId,
    PersonId,
    StopId,
)
from mandat.instants import Instant

How = Literal["suspend", "annul", "replace", "block"]


class MotionChecked(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="motion"):
    """What a body decided on a motion."""

    motion: MotionId


class ExerciseChecked(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="entry"):
    """What was done under a power in an entry."""

    exercise: EntryIndex


class AmendmentChecked(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="option"):
    """The change that was made to an option of a motion at an instant."""

    motion: MotionId
    option: OptionId
    amended: Instant


WhatIsChecked = MotionChecked | ExerciseChecked | AmendmentChecked
"""What a check is used against."""


class Stop(msgspec.Struct, frozen=True, kw_only=True):
    """A check used, or being signed, against one target.

    ``text`` is the blob of what stood in the target, ``instead`` of what takes its place; ``until`` the end of a suspension or of
    the time for signing; ``reason`` why it ended.
    """

    id: StopId
    rule: CheckId
    target: WhatIsChecked
    how: How
    by: PersonId
    bylaws_version: BylawsVersion
    at: Instant
    text: BlobName | None = None
    instead: BlobName | None = None
    decided: MotionId | None = None
    stage: StopStage = StopStage.SIGNING
    signers: Lookup[PersonId, Instant] = Lookup()
    until: Instant | None = None
    reason: StopEnd | None = None


class Checks(msgspec.Struct, frozen=True):
    """All checks used; ``by_target`` gives those against a target, in order."""

    all: Lookup[StopId, Stop] = Lookup()
    by_target: Lookup[WhatIsChecked, tuple[StopId, ...]] = Lookup()

    def against(self, target: WhatIsChecked) -> tuple[Stop, ...]:
        """Return every check used against a target, ended ones included."""
        return tuple(map(self.all.__getitem__, self.by_target.get(target, ())))

    def standing(self, target: WhatIsChecked) -> Stop | None:
        """Return the check that stands against a target, if one does."""
        return next((stop for stop in self.against(target) if stop.stage == "stands"), None)

    def standing_on_motion(self, motion: MotionId) -> Stop | None:
        """Return the check that stands against the decision on a motion."""
        return self.standing(MotionChecked(motion))

    def standing_on_entry(self, index: EntryIndex) -> Stop | None:
        """Return the check that stands against what the act ``index`` did under a power."""
        return self.standing(ExerciseChecked(index))


def checked(use: CheckUse) -> WhatIsChecked:
    """Return what a motion to use a check is against; a change of an option is no target of such a motion's own."""
    if isinstance(use.against, int):
        return ExerciseChecked(use.against)
    return MotionChecked(use.against)
