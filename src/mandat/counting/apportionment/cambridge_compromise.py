"""Cambridge Compromise: some seats for everybody, the rest by Adams up to a cap. Degressive: the small have more a head.

Text: G. R. Grimmett and others, "The Allocation between the EU Member States of the Seats in the European Parliament: Cambridge
Compromise" (European Parliament, PE 432.760, 2011), section 5: 5 base seats each, then populations / divisor rounded upwards, no
state above 96. Everybody with votes gets base + 1 at least; the cap is `maximum`, 96 in the text.

>>> from mandat.counting import apportion
>>> apportion("cambridge-compromise", {"A": 9000, "B": 1000, "C": 10}, 30, maximum=20).seats
{'A': 17, 'B': 7, 'C': 6}
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from mandat.counting.apportionment.adams import SIGNPOSTS
from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment, Award
from mandat.counting.apportionment.ties import Settlement
from mandat.counting.errors import BadParameterError
from mandat.language import msg


def cambridge_compromise(asked: Claims, settle: Settlement, *, base: int = 5) -> Apportionment:
    """Give `base` seats to each with votes, and the rest by Adams; refused if the seats do not suffice for base + 1."""
    fixed = tuple(base if weight else 0 for weight in asked.weights)
    _check(asked, fixed, base)
    rest = replace(
        asked,
        seats=asked.seats - sum(fixed),
        least=tuple(max(0, least - each) for least, each in zip(asked.least, fixed, strict=True)),
        most=tuple(most - each for most, each in zip(asked.most, fixed, strict=True)),
    )
    found = highest_quotients("cambridge-compromise", SIGNPOSTS, rest, settle)
    return msgspec.structs.replace(
        found,
        house=asked.seats,
        counts=_plus(found.counts, fixed),
        base=_plus(found.base, fixed),
        awards=tuple(Award(a.seat + sum(fixed), a.name, a.figure) for a in found.awards),
    )


def _plus(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _check(asked: Claims, fixed: tuple[int, ...], base: int) -> None:
    if isinstance(base, bool) or not isinstance(base, int) or base < 0:
        raise BadParameterError(
            msg("base is {base}; give the seats for everybody as a whole number of at least 0")(
                base=repr(base)
            )
        )
    short = next((n for n, most in enumerate(asked.most) if most < fixed[n]), None)
    if short is not None:
        raise BadParameterError(
            msg("{names} gets {base} base seats and can have at most {most}")(
                names=repr(asked.names[short]), base=base, most=asked.most[short]
            )
        )
    needed = sum(max(least, each) for least, each in zip(asked.least, fixed, strict=True))
    if needed > asked.seats:
        raise BadParameterError(
            msg(
                "{base} base seats and the minimum come to {needed}, but there are only {seats}; lower the base or "
                "raise the seats"
            )(base=base, needed=needed, seats=asked.seats)
        )


METHOD = Method(
    name="cambridge-compromise",
    title="Cambridge Compromise",
    text="Grimmett and others, Cambridge Compromise, European Parliament PE 432.760 (2011), section 5",
    paragraph="section 5",
    function=cambridge_compromise,
    parameters=("base",),
)
