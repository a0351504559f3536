"""Modified Sainte-Laguë: divisors 1.4, 3, 5, …: the first seat is dearer.

Text: Norwegian Representation of the People Act (57/2002), section 11-4 (3): equal quotients go to the list with more votes, then
the lot decides. The Swedish elections act (2005:837), chapter 14, has 1.2 as first divisor (give `first_divisor="1.2"`).

>>> from mandat.counting import apportion
>>> apportion("sainte-lague-modified", {"A": 60, "B": 28, "C": 12}, 5).seats
{'A': 3, 'B': 2, 'C': 0}
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.apportionment.claims import Claims
from mandat.counting.apportionment.divisor import Signposts, highest_quotients
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.result import Apportionment
from mandat.counting.apportionment.ties import Settlement
from mandat.counting.errors import BadParameterError
from mandat.language import msg


def signposts(first: Fraction) -> Signposts:
    """Divisors `first`, 3, 5, …"""
    return Signposts(lambda seats: 2 * seats + 1 if seats else first, scale=2)


def sainte_lague_modified(asked: Claims, settle: Settlement, *, first_divisor: str = "1.4") -> Apportionment:
    """Share out the seats; `first_divisor` is a decimal above 0 and below 3, the second divisor."""
    return highest_quotients("sainte-lague-modified", signposts(read_first(first_divisor)), asked, settle)


def read_first(text: str) -> Fraction:
    """The first divisor, exact; `BadParameterError` if it is none."""
    try:
        first = Fraction(text) if isinstance(text, str | Fraction) else Fraction(0)
    except (ValueError, ZeroDivisionError):
        first = Fraction(0)
    if not 0 < first < 3:
        raise BadParameterError(
            msg('the first divisor {text} must be a decimal text above 0 and below 3, such as "1.4"')(
                text=repr(text)
            )
        )
    return first


METHOD = Method(
    name="sainte-lague-modified",
    title="Modified Sainte-Laguë",
    text="Representation of the People Act 57/2002 (Norway), section 11-4 (3): first divisor 1.4",
    paragraph="section 11-4 (3)",
    function=sainte_lague_modified,
    parameters=("first_divisor",),
    tie="most-votes",
)
