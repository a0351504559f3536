"""A key counts as enforced only if some room reads it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import mandat.federation
from mandat.bylaws.tables import TABLES
from mandat.bylaws.tables.entry_keys import ENTRY_KEYS
from mandat.bylaws.tables.inside import tables_in

SOURCE = Path(mandat.federation.__file__).parent
ELSEWHERE = frozenset({("define", "is")})
"""Read by the evaluation of expressions, which follows a definition where its name stands."""


def attributes_read() -> Iterator[str]:
    """The names of all attributes that a room reads."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Attribute):
                yield node.attr


def test_every_enforced_key_is_read_by_some_room() -> None:
    read = set(attributes_read())
    unread = [
        (table.name, key.name)
        for table in tables_in(*TABLES.values())
        for key in table.keys
        if key.enforced and key not in ENTRY_KEYS and key.target.rpartition(".")[2] not in read
    ]
    assert set(unread) <= ELSEWHERE
