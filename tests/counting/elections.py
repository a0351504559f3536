"""The elections of `tests/counting/data`: ballots and the outcome known for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from mandat import counting

DATA = Path(__file__).parent / "data"


def outcome(name: str) -> dict[str, Any]:
    known: dict[str, Any] = msgspec.json.decode((DATA / f"{name}.json").read_bytes())
    return known


def candidates_of(known: dict[str, Any]) -> list[str]:
    return [c if isinstance(c, str) else c["name"] for c in known["candidates"]]


def ballots(name: str, *, keep_sequence: bool = False) -> counting.Ballots:
    path = next(p for p in sorted(DATA.glob(f"{name}.*")) if p.suffix != ".json")
    names = candidates_of(outcome(name)) if ".csv" in path.suffixes else None
    return counting.read(path, candidates=names, keep_sequence=keep_sequence)
