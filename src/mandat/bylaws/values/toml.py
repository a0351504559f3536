"""What a TOML text holds: the values that ``tomllib`` gives."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TypeAlias

TomlValue: TypeAlias = (
    "str | int | float | Decimal | date | time | list[TomlValue] | dict[str, TomlValue]"  # bool is an int
)
TomlTable: TypeAlias = dict[str, TomlValue]
