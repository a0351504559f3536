"""How votes are added up: yes, no, abstain, invalid."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import PersonId

Number = int | Fraction


Tally = tuple[Number, Number, Number, Number]
"""yes, no, abstain, invalid: people, or votes of a named tally"""


NO_WEIGHTS: Lookup[PersonId, Number] = Lookup()


ZERO: Tally = (0, 0, 0, 0)


PLACES: Mapping[str, int] = {"yes": 0, "no": 1, "abstain": 2}
"""Place of each choice in a tally."""
