"""Words about decisions carried out."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.decisions import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "decision.unused": Words(
        msg("what {motion} decided has not been carried out yet"),
        msg("a decision is carried out once: table a new motion, and have it carried"),
    ),
    "decision.rule-kept": Words(
        msg("{decision}, by which {motion} was carried, still says the same"),
        msg("the rule has changed since the vote: table a new motion, to be decided by the rule in force"),
    ),
    "decision.newest": Words(
        msg("nothing has been decided or done against {motion} since it was carried"),
        msg("what came later stands: table a new motion, and have it carried"),
    ),
    "decision.exercise": Words(
        msg("what was done in entry {exercise} has served for no signature yet"),
        msg("it served in entry {used}: exercise the power once more, under a new decision"),
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.MotionUsed: msg("{motion} is carried out"),
    effects.ExerciseUsed: msg("what was done in entry {exercise} has served"),
}
