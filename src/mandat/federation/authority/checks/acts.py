"""Acts by which people stop or undo what others decided or did."""

from __future__ import annotations

from mandat.bylaws.model.ids import CheckId
from mandat.federation.base.acts import Act
from mandat.federation.base.types import EntryIndex, MotionId, OptionId, StopId


class CheckRaise(Act, frozen=True, kw_only=True, tag="check.raise"):
    """Use the check ``rule`` against a carried ``motion``, or against what was done under a power in entry ``exercise``.

    With ``option`` it is against the last amendment of an option of a motion that is not yet voted on.

    Everybody who signs the act supports it. ``decided`` names the carried motion by which a body uses its check: one about
    ``["check", RULE, MOTION]`` or ``["check", RULE, ENTRY]``; where the check replaces, its text takes the place.
    """

    stop: StopId
    rule: CheckId
    motion: MotionId | None = None
    exercise: EntryIndex | None = None
    option: OptionId | None = None
    decided: MotionId | None = None


class CheckSign(Act, frozen=True, kw_only=True, tag="check.sign"):
    """Support a check that still waits for signatures."""

    stop: StopId


class CheckLift(Act, frozen=True, kw_only=True, tag="check.lift"):
    """Lift a suspension: by who raised it, or by a carried motion ``decided`` about ``["lift", STOP]`` of the body that did."""

    stop: StopId
    decided: MotionId | None = None
