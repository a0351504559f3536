"""Every act that names a carried motion, or what was done under one, uses it up: found in the register, not listed by hand."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from typing import get_type_hints

from mandat.federation.base.acts import Act
from mandat.federation.base.types import EntryIndex, MotionId
from mandat.federation.rooms import DECIDERS
from tests.hostile.attempts import sheets

ABOUT = {
    "check.raise": {"motion", "exercise"},
    "fact.challenge": {"of"},
    "fact.judge": {"of"},
    "fact.tell": {"of"},
    "instruction.give": {"motion"},
    "meeting.item": {"item"},
    "motion.table": {"motion", "follows"},
    "power.ratify": {"exercise"},
}
"""Fields that name what an act is about, not the decision that it carries out."""
OF_MOTIONS = frozenset({"motion", "vote", "tie", "option", "time", "roll-call"})
"""First words of the acts that move, vote on and close motions."""
ASKS = frozenset({"power.ask"})
"""Acts that name a decision and leave it to another to carry it out."""


def _fields(act: type[Act]) -> Iterator[str]:
    """Yield the fields in which an act names a decision that it carries out."""
    tag = str(act.__struct_config__.tag)
    for name, kind in get_type_hints(act).items():
        text = str(kind)
        names = MotionId.__name__ in text or EntryIndex.__name__ in text
        if names and name not in ABOUT.get(tag, set()) and tag.partition(".")[0] not in OF_MOTIONS:
            yield name


EXECUTING = sorted(
    str(act.__struct_config__.tag)
    for act in DECIDERS
    if any(_fields(act)) and str(act.__struct_config__.tag) not in ASKS
)


def _reaches_use(function: object, seen: set[str]) -> bool:
    """Tell whether a function calls ``use`` or ``use_exercise``, itself or through functions of the engine that it calls."""
    source = inspect.getsource(function)  # type: ignore[arg-type] # a function: the register holds nothing else
    module = vars(sys.modules[str(getattr(function, "__module__", ""))])
    names = {each.id for each in ast.walk(ast.parse(textwrap.dedent(source))) if isinstance(each, ast.Name)}
    if names & {"use", "use_exercise"}:
        return True
    for name in sorted(names):
        found = module.get(name)
        place = f"{getattr(found, '__module__', '')}.{name}"
        if (
            inspect.isfunction(found)
            and found.__module__.startswith("mandat.federation")
            and place not in seen
        ):
            seen.add(place)
            if _reaches_use(found, seen):
                return True
    return False


def test_every_act_that_carries_out_a_decision_uses_it_up() -> None:
    kept = {str(act.__struct_config__.tag): decide for act, decide in DECIDERS.items()}
    assert len(EXECUTING) >= 15
    assert [tag for tag in EXECUTING if not _reaches_use(kept[tag], set())] == []


def test_second_uses_are_tried_of_several_acts() -> None:
    (sheet,) = (each for path, each in sheets().items() if path.stem == "used")
    twice = [each for each in sheet.attempt if each.requirement == "decision.unused"]
    assert {
        "post.appoint",
        "power.delegate",
        "power.resume",
        "bylaws.adopt",
        "fact.tell",
        "power.exercise",
    } <= {each.act["act"] for each in twice}
