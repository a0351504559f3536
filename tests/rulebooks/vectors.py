"""The worked rulings of the real rulebooks, as data: ``cases/rulebooks/NAME/vectors.toml``.

rulebook = "d05-metalworkers"            # a file of ``mandat/bylaws/rulebooks``
expected_findings = [["no-recall", "D05 Recall"]]   # what ``mandat check`` finds, because the source has it: code, article

[[vector]]
says = "4,583 of 5,255 entitled say yes → the strike is authorised"
ask = ["decision", "strike"]             # as in ``mandat ask FILE decision strike``; a third item is the key of a "rule"
given = { concerned = 5255, voted = 5046, yes = 4583 }
groups = { county = "counties.csv" }     # a file beside this one, or the rows themselves: { a = { signed = 3 } }
outcome = "carried"                      # the word of the answer …
value = "12"                             # … or its number
article = "D05 Ballots"                  # must be cited in the grounds

[[vector]]
says = "…"
run = "strike-as-acts"                   # a case in a folder beside this file
steps = [12]                             # the steps of it whose rulings are this vector's
article = "D05 Ballots"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

CASES = Path(__file__).parents[2] / "cases" / "rulebooks"


class Vector(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One worked ruling."""

    says: str
    article: str
    ask: tuple[str, ...] = ()
    given: Mapping[str, Any] = msgspec.field(default_factory=dict)
    groups: Mapping[str, str | Mapping[str, Mapping[str, Any]]] = msgspec.field(default_factory=dict)
    outcome: str | None = None
    value: str | None = None
    run: str | None = None
    steps: tuple[int, ...] = ()


class Vectors(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All worked rulings of one rulebook."""

    rulebook: str
    vector: tuple[Vector, ...]
    expected_findings: tuple[tuple[str, str], ...] = ()


def all_vectors() -> dict[str, Vectors]:
    """Return the worked rulings by the name of their folder, in order."""
    return {
        file.parent.name: msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Vectors)
        for file in sorted(CASES.glob("*/vectors.toml"))
    }


def asked(vectors: Vectors, vector: Vector, folder: Path, scratch: Path) -> list[str]:
    """Return the arguments of ``mandat ask`` for a vector; rows of groups are written to files in ``scratch``."""
    arguments = ["ask", f"rulebook:{vectors.rulebook}", *vector.ask, "--json"]
    for name, value in vector.given.items():
        arguments += ["--given", f"{name}={str(value).lower() if isinstance(value, bool) else value}"]
    for kind, rows in vector.groups.items():
        file = folder / rows if isinstance(rows, str) else _write(rows, scratch / f"{kind}.csv")
        arguments += ["--group", f"{kind}={file}"]
    return arguments


def _write(rows: Mapping[str, Mapping[str, Any]], file: Path) -> Path:
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    lines = [",".join(["group", *columns])]
    lines += [
        ",".join([name, *(str(row.get(column, "")) for column in columns)]) for name, row in rows.items()
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
