"""How tables that share their level with a piece become values: a term is a clock and more, so is a named clock."""

from __future__ import annotations

from typing import Any, Literal

from mandat.bylaws.model import NamedClock
from mandat.bylaws.model.pieces import Clock, SuccessionStep, Term

StepWord = Literal[
    "next-on-list",
    "next-list",
    "next-by-votes",
    "countback",
    "substitute",
    "deputy",
    "sender",
    "co-option",
    "appointment",
    "by-election",
    "vacant",
]


def term(**fields: Any) -> Term:
    """A term from the keys of its table."""
    clock, others = _split(fields)
    return Term(clock=clock, **others)


def term_of(clock: Clock) -> Term:
    """A term that is only so long."""
    return Term(clock=clock)


def step_of(by: StepWord) -> SuccessionStep:
    """A step of a succession that is only a word."""
    return SuccessionStep(by=by)


def named_clock(**fields: Any) -> NamedClock:
    """An entry of ``[clock]`` from its keys."""
    clock, others = _split(fields)
    return NamedClock(clock=clock, **others)


def _split(fields: dict[str, Any]) -> tuple[Clock, dict[str, Any]]:
    own = {name: value for name, value in fields.items() if name in Clock.__struct_fields__}
    return Clock(**own), {name: value for name, value in fields.items() if name not in own}
