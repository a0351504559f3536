"""Laws that share out a whole parliament in steps: constituencies and lists, overhang and levelling seats.

>>> from mandat.counting.apportionment.national import new_zealand
>>> new_zealand({"Red": 60, "Blue": 38, "Green": 2}, {"Red": 5, "Green": 1}, seats=10).totals
{'Red': 6, 'Blue': 4, 'Green': 1}

- `bundestag_2013`, `bundestag_2021`, `bundestag_2023`: Germany; `new_zealand`; `folketing`: Denmark.
- `LAWS`: their names with titles and texts.
- `NationalSeats`: the result, with the table of every step.
"""

from collections.abc import Mapping
from types import MappingProxyType

from mandat.counting.apportionment.national import bundestag as _german
from mandat.counting.apportionment.national import folketing as _danish
from mandat.counting.apportionment.national import new_zealand as _new_zealand
from mandat.counting.apportionment.national.bundestag import (
    ConstituencyWinner,
    bundestag_2013,
    bundestag_2021,
    bundestag_2023,
)
from mandat.counting.apportionment.national.folketing import DanishRegion, folketing
from mandat.counting.apportionment.national.new_zealand import new_zealand
from mandat.counting.apportionment.national.result import NationalSeats

LAWS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **_german.TITLES,
        _new_zealand.NAME: (_new_zealand.TITLE, _new_zealand.TEXT),
        _danish.NAME: (_danish.TITLE, _danish.TEXT),
    }
)

__all__ = [
    "LAWS",
    "ConstituencyWinner",
    "DanishRegion",
    "NationalSeats",
    "bundestag_2013",
    "bundestag_2021",
    "bundestag_2023",
    "folketing",
    "new_zealand",
]
