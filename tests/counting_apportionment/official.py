"""The official apportionments of `data`."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import msgspec

DATA = Path(__file__).parent / "data"


def known(name: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode((DATA / f"{name}.json").read_bytes())
    return found


def house(year: int) -> tuple[dict[str, int], dict[str, int]]:
    """(Populations, official seats) by state."""
    with (DATA / f"us_house_{year}.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return (
        {row["state"]: int(row["apportionment_population"]) for row in rows},
        {row["state"]: int(row["official_seats"]) for row in rows},
    )
