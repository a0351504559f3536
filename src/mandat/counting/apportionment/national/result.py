"""The seats of a whole parliament, with the table of every step."""

from __future__ import annotations

from typing import Any

import msgspec

from mandat.counting.apportionment.biproportional import CellQuestion
from mandat.counting.apportionment.result import SeatQuestion
from mandat.counting.result import Exhibit


class NationalSeats(msgspec.Struct, frozen=True):
    """- `nominal`: the seats that the law begins with; `totals`: seats by party, everything included.
    - `by_district`: seats by district, then by party; empty where the law knows no districts.
    - `won`: constituency seats by party, those kept; `unseated`: winners of constituencies who get no seat, as (district,
      party, who).
    - `below`: parties that take no part; `steps`: what the law asks to be calculated, in order.
    - `question`: a lot is needed; what follows from it is missing.
    """

    law: str
    nominal: int
    totals: dict[str, int]
    by_district: dict[str, dict[str, int]] = {}
    won: dict[str, int] = {}
    unseated: tuple[tuple[str, str, str], ...] = ()
    below: tuple[str, ...] = ()
    steps: tuple[Exhibit, ...] = ()
    question: SeatQuestion | CellQuestion | None = None
    lots: tuple[str, ...] = ()

    @property
    def house(self) -> int:
        """All seats."""
        return sum(self.totals.values())

    def to_json(self) -> dict[str, Any]:
        """Plain data, with the `house`."""
        return {"house": self.house, **msgspec.to_builtins(self)}


def step(name: str, columns: tuple[str, ...], rows: dict[str, dict[str, int]]) -> Exhibit:
    """A table of a step: a row for each name, a column for each of `columns` (0 where a row has none)."""
    cells = tuple((row, *(str(values.get(column, 0)) for column in columns)) for row, values in rows.items())
    return Exhibit(name, ("", *columns), cells)
