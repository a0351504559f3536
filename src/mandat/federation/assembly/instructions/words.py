"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.instructions import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "instruction.delegates": Words(
        msg("{sender} has delegates in {body}"),
        msg("only a body that sends delegates there can instruct them"),
    ),
    "instruction.allowed": Words(
        msg("the bylaws let {sender} instruct these delegates (instructions: {mode})"),
        msg("persuade them: their mandate is free; or amend the bylaws"),
    ),
    "instruction.decided": Words(
        msg("the motion {motion} decided it: {about}, carried"),
        msg("carry a motion about {about} in the body that sent them, and name it in decided"),
    ),
    "instruction.shown": Words(
        msg("{person} voted {choice}, instructed by {sender} to vote {instructed}: it counts, and is shown")
    ),
    "instruction.counted": Words(
        msg("{person} voted {choice}, instructed by {sender} to vote {instructed}: it counts as instructed")
    ),
    "instruction.void": Words(
        msg("{person} voted {choice}, instructed by {sender} to vote {instructed}: the vote is void")
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.DelegatesInstructed: msg("{sender} instructs its delegates to vote {choice} on {motion}"),
    effects.InstructionBroken: msg(
        "{person} votes {voted} on {motion} against the instruction of {sender} ({instructed}): {breach}"
    ),
}
