"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.instructions import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "instruction.delegates": Words(
        "{sender} has delegates in {body}",
        "only a body that sends delegates there can instruct them",
        "{sender} a des délégués dans {body}",
        "seul qui y envoie des délégués peut leur donner des instructions",
    ),
    "instruction.allowed": Words(
        "the bylaws let {sender} instruct these delegates (instructions: {mode})",
        "persuade them: their mandate is free; or amend the bylaws",
        "les statuts permettent à {sender} d’instruire ces délégués (instructions : {mode})",
        "les convaincre : leur mandat est libre ; ou modifier les statuts",
    ),
    "instruction.decided": Words(
        "the motion {motion} decided it: {about}, carried",
        "carry a motion about {about} in the body that sent them, and name it in decided",
        "la motion {motion} en a décidé : {about}, adoptée",
        "faire adopter une motion sur {about} par l’instance qui les envoie, et la nommer dans decided",
    ),
    "instruction.shown": Words(
        "{person} voted {choice}, instructed by {sender} to vote {instructed}: it counts, and is shown",
        "",
        "{person} a voté {choice}, sur instruction de {sender} de voter {instructed} : la voix compte, et cela est montré",
        "",
    ),
    "instruction.counted": Words(
        "{person} voted {choice}, instructed by {sender} to vote {instructed}: it counts as instructed",
        "",
        "{person} a voté {choice}, sur instruction de {sender} de voter {instructed} : la voix compte selon l’instruction",
        "",
    ),
    "instruction.void": Words(
        "{person} voted {choice}, instructed by {sender} to vote {instructed}: the vote is void",
        "",
        "{person} a voté {choice}, sur instruction de {sender} de voter {instructed} : la voix est nulle",
        "",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.DelegatesInstructed: (
        "{sender} instructs its delegates to vote {choice} on {motion}",
        "{sender} instruit ses délégués de voter {choice} sur {motion}",
    ),
    effects.InstructionBroken: (
        "{person} votes {voted} on {motion} against the instruction of {sender} ({instructed}): {breach}",
        "{person} vote {voted} sur {motion} contre l’instruction de {sender} ({instructed}) : {breach}",
    ),
}
