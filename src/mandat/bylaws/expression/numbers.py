"""What an evaluation is given and what it answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

import msgspec

from mandat.bylaws.expression.tree import CountRef
from mandat.bylaws.values.duration import Duration, Elapsed, Never
from mandat.bylaws.values.surd import Exact

Number: TypeAlias = int | Fraction
Time: TypeAlias = Duration | Elapsed | Never
Numbers: TypeAlias = Mapping[str, Any]
"""By canonical text: int or Fraction for a number, bool for a truth, str for a label, Elapsed, Never or Duration for a
duration, int for a date. Under a group's name: its bodies or labels, each with its own Numbers. Under ``weights by W`` (for
``fewest``): the weights of those entitled, as a sequence of numbers."""

Value: TypeAlias = bool | Exact | Time | str
Interpretations: TypeAlias = Collection[str] | Mapping[str, str]
"""Rulings on where the text is silent: choices (``{"down"}``), or choice by the question's ``where``."""


@dataclass(frozen=True, slots=True)
class GroupRef:
    """An aggregate's group: for each body or label of it, the counts (and groups inside it) that are needed."""

    group: str
    counts: tuple[CountRef, ...] = ()
    groups: tuple[GroupRef, ...] = ()

    def __str__(self) -> str:
        return self.group


class SilentPart(msgspec.Struct, frozen=True):
    """Where the text is silent: the part concerned, why, and the choices (none if they cannot be listed)."""

    where: str
    reason: str
    options: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """One way to read the text, as (where, choice) pairs, and the value it gives."""

    choices: tuple[tuple[str, str], ...]
    value: Value

    @property
    def where(self) -> str:
        """The parts that are read so, joined by semicolons."""
        return "; ".join(where for where, _ in self.choices)

    @property
    def choice(self) -> str:
        """The choices, joined by semicolons."""
        return "; ".join(choice for _, choice in self.choices)


class Evaluation(msgspec.Struct, frozen=True, gc=False):
    """The value (None if the text is silent and the readings differ), readings tried, questions that are open."""

    value: Value | None
    readings: tuple[Reading, ...] = ()
    questions: tuple[SilentPart, ...] = ()


class Open(Exception):
    """Raised where the text is silent; a comparison turns what cannot be listed into true or false."""

    def __init__(self, where: str, reason: str, options: tuple[str, ...] = ()) -> None:
        self.question = SilentPart(where, reason, options)
        super().__init__(where)


@dataclass(slots=True)
class Run:
    """One evaluation under way: the numbers at hand (``root``: outside all groups), rulings, choices being tried."""

    numbers: Numbers
    root: Numbers
    rulings: Interpretations = ()
    choices: Mapping[str, str] = field(default_factory=dict)

    def within(self, numbers: Numbers) -> Run:
        """The same evaluation for one body or label of a group."""
        return Run(numbers, self.root, self.rulings, self.choices)

    def choose(self, where: str, reason: str, options: tuple[str, ...]) -> str:
        """The choice that is ruled or being tried; raises :class:`Open` where there is none."""
        choice = self.choices.get(where) or self._ruled(where, options)
        if choice is None:
            raise Open(where, reason, options)
        return choice

    def _ruled(self, where: str, options: tuple[str, ...]) -> str | None:
        if isinstance(self.rulings, Mapping):
            choice = self.rulings.get(where)
            return choice if choice is None or not options or choice in options else None
        fitting = [each for each in self.rulings if (each in options if options else _is_number(each))]
        return fitting[0] if len(fitting) == 1 else None


def _is_number(text: str) -> bool:
    return text.replace("/", "", 1).isascii() and text.replace("/", "", 1).isdigit()
