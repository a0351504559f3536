"""What every reader has at hand: the node to read, the names of the file, and the list of faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import singledispatch

import msgspec

from mandat.bylaws.expression import BylawsNames, DeclaredBody, Definition
from mandat.bylaws.expression.places import Place
from mandat.bylaws.reading.declared import Declared
from mandat.bylaws.reading.faults import Fault, nearest
from mandat.bylaws.tables.shapes import Shape
from mandat.bylaws.values.positions import Path, Positions, TextPlace
from mandat.bylaws.values.toml import TomlValue
from mandat.bylaws.words.faults import TYPES
from mandat.language import Listed, Value


class Unread(Exception):  # not an error to anybody outside: the fault has been noted
    """A value could not be read; its fault is already on the list."""


class TomlNode(msgspec.Struct, frozen=True):
    """A TOML value and the way to it; None where only the way matters."""

    value: TomlValue | None
    path: Path

    @property
    def dotted(self) -> str:
        """The way to it as written in a message."""
        return dotted(self.path)

    def item(self, step: str | int, value: TomlValue) -> TomlNode:
        """A value inside this one."""
        return TomlNode(value, (*self.path, step))

    def fields(self) -> dict[str, TomlNode]:
        """The values of a table."""
        assert isinstance(self.value, dict)  # readers ask for the type first
        return {str(key): self.item(str(key), value) for key, value in self.value.items()}

    def items(self) -> list[TomlNode]:
        """The values of a list, or this one if it is none."""
        if not isinstance(self.value, list):
            return [self]
        return [self.item(place, value) for place, value in enumerate(self.value)]


def dotted(path: Path) -> str:
    """``body.region.seats.delegates.number``; ids with dots in quotes, places in lists from 1."""
    words = [
        f"[{step + 1}]" if isinstance(step, int) else f'."{step}"' if "." in step else f".{step}"
        for step in path
    ]
    return "".join(words).removeprefix(".")


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What the keys of a table say about its expressions: see :class:`BylawsNames`; None and empty where they say nothing."""

    subject: DeclaredBody | None = None
    tally: str | None = None
    kinds: tuple[str, ...] = ()
    places: Mapping[Place, tuple[Place, ...]] = msgspec.field(default_factory=dict)


class Context:
    """One reading of one file."""

    def __init__(self, file: str, positions: Positions, declared: Declared) -> None:
        """Start with no faults."""
        self.file = file
        self.positions = positions
        self.declared = declared
        self.faults: list[Fault] = []
        self.places: Mapping[Place, tuple[Place, ...]] = {}
        """Places that are others here: the quorum of an election asks otherwise than that of a vote."""
        self.names = BylawsNames(
            facts=declared.facts,
            weights=declared.weights,
            bodies=declared.bodies,
            lines=declared.lines,
            ids=declared.all_ids,
        )

    def knows(self, defines: Mapping[str, Definition]) -> None:
        """Let expressions use these definitions from now on."""
        self.names = replace(self.names, defines=defines)

    @contextmanager
    def about(self, surroundings: Surroundings) -> Iterator[None]:
        """Read expressions in these surroundings until the end of the block."""
        names, places = self.names, self.places
        self.names = replace(
            names,
            subject=surroundings.subject or names.subject,
            tally=surroundings.tally or names.tally,
            kinds=surroundings.kinds or names.kinds,
        )
        self.places = {**places, **surroundings.places}
        try:
            yield
        finally:
            self.names, self.places = names, places

    def entries(self, table: str) -> Mapping[str, TomlNode]:
        """The entries of a table, unread; ``seats`` are all lines of all bodies."""
        if table == "seats":
            return {
                f"{body}.{name}": TomlNode(line, path) for body, name, line, path in self.declared.seats()
            }
        found = self.declared.raw.get(table)
        return TomlNode(found, (table,)).fields() if isinstance(found, dict) else {}

    def note(
        self,
        node: TomlNode,
        code: str,
        words: Mapping[str, Value] | None = None,
        near: tuple[str, ...] = (),
        *,
        place: TextPlace | None = None,
    ) -> None:
        """Put a fault on the list."""
        at = place or self.positions.key(node.path)
        self.faults.append(Fault(code, self.file, at.line, at.column, node.dotted, words or {}, near))

    def refuse(
        self, node: TomlNode, code: str, words: Mapping[str, Value] | None = None, near: tuple[str, ...] = ()
    ) -> Unread:
        """Put a fault on the list; ``raise`` what this returns, to give the value up."""
        self.note(node, code, words, near)
        return Unread()

    def wrong_type(self, node: TomlNode, *expected: str) -> Unread:
        """Put a value of another TOML type on the list; a decimal number gets its own advice."""
        found = type(node.value).__name__
        if found == "Decimal":
            return self.refuse(node, "float", {"found": str(node.value)})
        words: dict[str, Value] = {
            "found": TYPES[found],
            "expected": Listed(tuple(TYPES[each] for each in expected), "or"),
        }
        return self.refuse(node, "wrong-type", words)

    def one_of(
        self, node: TomlNode, name: str, known: Iterable[str], code: str = "unknown-word", **words: str
    ) -> str:
        """Return ``name`` if it is known, else refuse it with the nearest names."""
        names = tuple(known)
        if name in names:
            return name
        raise self.refuse(node, code, {"name": name, "known": listed(names), **words}, nearest(name, names))

    def text(self, node: TomlNode) -> str:
        """Return a text value."""
        if not isinstance(node.value, str):
            raise self.wrong_type(node, "str")
        return node.value

    def table(self, node: TomlNode) -> dict[str, TomlNode]:
        """Return the values of a table."""
        if not isinstance(node.value, dict):
            raise self.wrong_type(node, "dict")
        return node.fields()


def listed(names: Iterable[str]) -> str:
    """The names for a message: forty at most, and a dash for none."""
    found = list(names)
    return ", ".join(found[:40]) + (" …" if len(found) > 40 else "") or "–"


@singledispatch
def read(shape: Shape, node: TomlNode, context: Context) -> object:  # noqa: ARG001 -- the signature of all readers
    """Read ``node`` as ``shape`` says; raises ``Unread`` after noting what is wrong."""
    raise TypeError(f"no reader for {type(shape).__name__}")
