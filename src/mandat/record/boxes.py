"""The boxes of secret ballots: each belongs to one election, or to the vote on one motion.

In JSON a box is a list with its kind first, ``["election", ELECTION]`` or ``["motion", MOTION]``: no id of the one can be taken
for an id of the other, whatever people call their motions and elections. A store keeps ballots and knows no federation: what the
id names, the service says.

>>> MotionBox("rule") == ElectionBox("rule")
False
"""

from __future__ import annotations

import msgspec


class ElectionBox(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="election", tag_field="kind"):
    """The box of an election."""

    election: str


class MotionBox(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="motion", tag_field="kind"):
    """The box of the vote on a motion."""

    motion: str


BoxName = ElectionBox | MotionBox
