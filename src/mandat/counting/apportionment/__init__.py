"""Apportionment: votes by name in, seats by name out. One method a module, named after it.

>>> from mandat import counting
>>> counting.apportion("sainte-lague", {"Red": 5200, "Blue": 1700, "Green": 3100}, 15).seats
{'Red': 8, 'Blue': 2, 'Green': 5}

- `apportion`, `methods`, `method`: the methods by name.
- `biproportional`: districts and parties at once; `apparentement`: lists that count together first; `open_list`: who of a list.
- `Apportionment`, `Award`, `Divisor`, `SeatTie`, `SeatQuestion`: the result, with what decided each seat.
"""

from mandat.counting.apportionment.apparentement import Alliance, Apparentement, apparentement
from mandat.counting.apportionment.biproportional import Biproportional, CellQuestion, biproportional
from mandat.counting.apportionment.by_district import DistrictSeats, by_district
from mandat.counting.apportionment.method import Method
from mandat.counting.apportionment.methods import apportion, method, methods
from mandat.counting.apportionment.open_list import ListOrder, open_list
from mandat.counting.apportionment.result import Apportionment, Award, Divisor, SeatQuestion, SeatTie

__all__ = [
    "Alliance",
    "Apparentement",
    "Apportionment",
    "Award",
    "Biproportional",
    "CellQuestion",
    "DistrictSeats",
    "Divisor",
    "ListOrder",
    "Method",
    "SeatQuestion",
    "SeatTie",
    "apparentement",
    "apportion",
    "biproportional",
    "by_district",
    "method",
    "methods",
    "open_list",
]
