"""What happens to facts."""

from __future__ import annotations

import msgspec

from mandat.federation.facts.state import Facts
from mandat.federation.rulings import Effect
from mandat.federation.state import Appliers, State


class FactTold(Effect, frozen=True, kw_only=True, tag="fact.told"):
    """A fact has a value from now on."""

    fact: str
    of: str
    value: int | str


def fact_told(state: State, effect: FactTold) -> State:
    """Keep the value."""
    return msgspec.structs.replace(
        state, facts=Facts(state.facts.told.set((effect.fact, effect.of), effect.value))
    )


APPLIERS: Appliers = {FactTold: fact_told}
