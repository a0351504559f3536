"""Random expressions woven into the bylaws of a case so that they are asked and change nothing.

``(R and not R) or (what stood there)`` gives what stood there; to tell, all counts of ``R`` have to be supplied and evaluated.
So the acts of a case go as far as they always do, and every place that they ask is asked for whatever is accepted there.
"""

from __future__ import annotations

import tomllib
from random import Random
from typing import Any

from mandat.bylaws.expression import BylawsNames, ExpressionError, parse
from mandat.bylaws.expression.counts import COUNTS, STATE_MEANINGS
from mandat.bylaws.expression.names import FACT_UNITS
from mandat.bylaws.expression.places import GIVES, Place
from mandat.bylaws.expression.units import UnitKind
from mandat.bylaws.model import Bylaws
from mandat.bylaws.reading.declared import declared
from mandat.bylaws.reading.faults import BylawsErrors
from mandat.bylaws.reading.loader import load
from tests.soundness.places import Spot, absent, at, put, spots, toml

TRIES = 15
NEVER = frozenset({"barred", "frozen", "early", "rejected", "skip_if", "if", "rest", "voice"})
"""Keys that change nothing if they never hold; all other conditions change nothing if they always do."""
UNTOUCHED = frozenset(
    {
        "carried",
        "rejected",
        "enough",
        "confidence",
        "total",
        "number",
        "base",
        "substitutes",
        "at_least",
        "at_most",
    }
)
"""Keys that are no right of anybody while left out: they are woven into where they stand, and never added."""


def woven(text: str, seed: int, most: int) -> tuple[Bylaws, dict[Spot, str]]:
    """Return bylaws with random expressions woven into ``most`` of the places that take one, and what stands where."""
    raw = tomllib.loads(text)
    weaver = Weaver(Random(seed), load(text))  # noqa: S311 -- chance for tests, no secret
    found: dict[Spot, tuple[Any, str]] = {}
    for spot, place, never in weaver.some(raw, most):
        about = weaver.condition(place)
        if never is None:
            value = _with(str(at(raw, spot)), about, place, spot)
        else:
            value = f"({about}) and not ({about})" if never else f"({about}) or not ({about})"
        found[spot] = (value, about)
    return _loadable(raw, found)


def _with(text: str, about: str, place: Place, spot: Spot) -> Any:
    nothing = f"({about}) and not ({about})"
    if GIVES[place] == "condition" or (isinstance(spot[-1], int) and spot[-1] == 0):
        return f"{nothing} or ({text})"
    if isinstance(spot[-1], int):
        return text
    return [[nothing, text], ["else", text]]


def _loadable(raw: dict[str, Any], found: dict[Spot, tuple[Any, str]]) -> tuple[Bylaws, dict[Spot, str]]:
    """Leave out what the loader refuses, until the rest loads."""
    kept = dict(found)
    while True:
        try:
            bylaws = load(toml(put(raw, {spot: value for spot, (value, _) in kept.items()})))
        except BylawsErrors as errors:
            refused = [spot for spot in kept if any(_is_at(fault.key, spot) for fault in errors.faults)]
            if not refused:
                raise
            kept = {spot: each for spot, each in kept.items() if spot not in refused}
            continue
        return bylaws, {spot: about for spot, (_, about) in kept.items()}


def _is_at(key: str, spot: Spot) -> bool:
    """Tell whether a fault is about what stands at a spot: places in lists are written ``[1]``, from 1."""
    written = "".join(f"[{each + 1}]" if isinstance(each, int) else f".{each}" for each in spot)[1:]
    key = key.replace(chr(34), "")
    return key == written or key.startswith((f"{written}.", f"{written}["))


class Weaver:
    """Conditions at random about whatever a file declares."""

    def __init__(self, random: Random, bylaws: Bylaws) -> None:
        """Draw by ``random``, for the names of these bylaws."""
        self.random = random
        self.bylaws = bylaws
        found = declared(tomllib.loads(bylaws.text))
        self.names = BylawsNames(
            facts=found.facts,
            weights=found.weights,
            bodies=found.bodies,
            lines=found.lines,
            ids=found.all_ids,
        )
        self.units = {name: count.unit.kind for name, count in COUNTS.items()}
        self.units |= {name: FACT_UNITS[fact.type].kind for name, fact in found.facts.items()}
        self.places = [*found.bodies, *found.lines, *bylaws.decisions, *found.all_ids, "sender", "signers"]
        self.flags = [name for name, fact in found.facts.items() if fact.type == "flag"]
        self.groups = [*found.bodies, *(name for name, fact in found.facts.items() if fact.type == "label")]

    def some(self, raw: dict[str, Any], most: int) -> list[tuple[Spot, Place, bool | None]]:
        """Return at most so many places at random: of keys that are not written also whether their condition must never hold."""
        here: list[tuple[Spot, Place, bool | None]] = [
            (spot, place, None) for spot, place in spots(raw) if place is not Place.DEFINE
        ]
        here += [
            (spot, place, key.name in NEVER)
            for spot, key, place in absent(raw)
            if GIVES[place] == "condition" and key.name not in UNTOUCHED
        ]
        return self.random.sample(here, min(most, len(here)))

    def condition(self, place: Place) -> str:
        """Return a condition that means something at a place of this sort; whether it does just there is for the loader."""
        for _ in range(TRIES):
            text = self._any()
            try:
                parse(text, place=place, names=self.names, row=True)
            except ExpressionError:
                continue
            return text
        return "1 > 0"

    def _any(self) -> str:
        kind = self.random.randrange(8)
        if kind == 0:
            return f"{self.random.choice(list(STATE_MEANINGS))}({self.random.choice(self.places)})"
        if kind == 1:
            return f"number({self.random.choice(self.groups)} where {self._compared()}) >= 1"
        if kind == 2:
            return f"sum({self._count()[0]} per {self.random.choice(self.groups)}) >= 1"
        return self._compared()

    def _compared(self) -> str:
        count, unit = self._count()
        match unit:
            case UnitKind.TRUTH:
                return count
            case UnitKind.DURATION:
                return f"{count} >= P{self.random.randrange(1, 30)}D"
            case UnitKind.LABEL:
                return f"{count} = 'x'"
            case _:
                return f"{count} {self.random.choice(('>=', '<', '='))} {self.random.randrange(3)}"

    def _count(self) -> tuple[str, UnitKind]:
        chance = self.random.random
        name = self.random.choice(list(self.units))
        text = name
        if chance() < 0.4:
            text += f" of {self.random.choice(('', 'all '))}{self.random.choice(self.places)}"
        if self.flags and chance() < 0.1:
            text += f" with {self.random.choice(self.flags)}"
        if self.names.weights and chance() < 0.2:
            text += f" by {self.random.choice(list(self.names.weights))}"
        if chance() < 0.05:
            text += " at election"
        return text, self.units[name]
