"""The boxes of secret ballots: each belongs to one election, or to the vote on one motion.

In JSON a box is a list with its kind first, ``["election", ELECTION]`` or ``["motion", MOTION]``: no id of the one
can be taken for an id of the other, whatever people call their motions and elections.

>>> MotionBox(MotionId("rule")) == ElectionBox(ElectionId("rule"))
False
"""

from __future__ import annotations

import msgspec

from mandat.federation.base.types import ElectionId, MotionId


class ElectionBox(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="election", tag_field="kind"):
    """The box of an election."""

    election: ElectionId


class MotionBox(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="motion", tag_field="kind"):
    """The box of the vote on a motion."""

    motion: MotionId


BoxName = ElectionBox | MotionBox
