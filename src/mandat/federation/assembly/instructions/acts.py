"""Acts by which a body instructs those it sent."""

from __future__ import annotations

from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.acts import Act
from mandat.federation.base.types import MotionId


class InstructionGive(Act, frozen=True, kw_only=True, tag="instruction.give"):
    """Instruct the delegates of a body on a ``motion`` before the body in which they sit, before the vote on it opens.

    ``decided`` names the carried motion of the sender about ``["instruct", MOTION, CHOICE]``. All its delegates are instructed
    alike, so that they vote as a block.
    """

    motion: MotionId
    choice: Choice
    decided: MotionId
