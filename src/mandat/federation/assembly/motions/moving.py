"""The rule of the bylaws under which a motion is moved."""

from __future__ import annotations

from mandat.bylaws.model import MotionRule
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.base.draft import Draft


def moved_under(draft: Draft, motion: Motion) -> MotionRule | None:
    """Return the entry ``motion.X`` under which a motion is moved, if the bylaws have one for it."""
    rule = motion.backing.rule
    return None if rule is None else draft.book.bylaws.motions.get(rule)
