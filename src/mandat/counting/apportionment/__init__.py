"""Apportionment: votes by name in, seats by name out. One method a module, named after it.

>>> from mandat import counting
>>> counting.apportion("sainte-lague", {"Red": 5200, "Blue": 1700, "Green": 3100}, 15).seats
{'Red': 8, 'Blue': 2, 'Green': 5}

- `apportion`, `methods`, `method`: the methods by name.
- `Apportionment`, `Award`, `Divisor`, `SeatTie`, `SeatQuestion`: the result, with what decided each seat.
"""

from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.methods import apportion, method, methods
from mandat.counting.apportionment.result import Apportionment, Award, Divisor, SeatQuestion, SeatTie

__all__ = [
    "Apportionment",
    "Award",
    "Divisor",
    "Method",
    "SeatQuestion",
    "SeatTie",
    "apportion",
    "method",
    "methods",
]
