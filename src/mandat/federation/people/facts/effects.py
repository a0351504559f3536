"""What happens to facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import FactId
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BlobName, FactOf, PersonId
from mandat.federation.people.facts.state import Doubt, Facts
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class FactTold(Effect, frozen=True, kw_only=True, tag="fact.told"):
    """A fact has a value from now on."""

    fact: FactId
    of: FactOf
    value: int | str
    at: Instant = Instant(0)


class FactChallenged(Effect, frozen=True, kw_only=True, tag="fact.challenged"):
    """Somebody doubts a fact; ``judge`` decides."""

    fact: FactId
    of: FactOf
    by: PersonId
    at: Instant
    judge: str
    reasons: BlobName | None = None


class FactJudged(Effect, frozen=True, kw_only=True, tag="fact.judged"):
    """A doubt is settled: the fact is what ``value`` says, as told or otherwise."""

    fact: FactId
    of: FactOf
    value: int | str


def fact_told(state: State, effect: FactTold) -> State:
    """Keep the value, and what was told before where the bylaws take an average."""
    key, facts = (effect.fact, effect.of), state.facts
    history = facts.history
    if effect.fact in state.law.book.averaged and isinstance(effect.value, int):
        history = history.set(key, (*history.get(key, ()), (effect.at, effect.value)))
    return _with(
        state, msgspec.structs.replace(facts, told=facts.told.set(key, effect.value), history=history)
    )


def fact_challenged(state: State, effect: FactChallenged) -> State:
    """Keep the doubt."""
    doubt = Doubt(effect.by, effect.at, effect.reasons)
    doubts = state.facts.doubts.set((effect.fact, effect.of), doubt)
    return _with(state, msgspec.structs.replace(state.facts, doubts=doubts))


def fact_judged(state: State, effect: FactJudged) -> State:
    """Settle the doubt."""
    doubts = state.facts.doubts.delete((effect.fact, effect.of))
    return _with(state, msgspec.structs.replace(state.facts, doubts=doubts))


def _with(state: State, facts: Facts) -> State:
    return msgspec.structs.replace(state, facts=facts)


APPLIERS: Appliers = {FactTold: fact_told, FactChallenged: fact_challenged, FactJudged: fact_judged}
