"""The names that a bylaws file declares, found before anything in it is read, so that every reference can be checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from mandat.bylaws.expression.names import EVENT_THINGS, FACT_UNITS, DeclaredBody, DeclaredFact
from mandat.bylaws.tables import TABLES
from mandat.bylaws.tables.shapes import NameKind
from mandat.bylaws.values.positions import Path
from mandat.bylaws.values.toml import TomlTable, TomlValue


class Declared(msgspec.Struct, frozen=True):
    """Ids by table, and what expressions have to know about them. ``raw`` is the file as TOML gives it."""

    ids: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, DeclaredBody]
    facts: Mapping[str, DeclaredFact]
    lines: tuple[str, ...]
    weights: tuple[str, ...]
    raw: TomlTable

    def named(self, kind: NameKind) -> tuple[str, ...]:
        """The names of a kind."""
        match kind:
            case "body" | "decision" | "power" | "clock" | "check":
                return self.ids.get(kind, ())
            case "line":
                return self.lines
            case "sender":
                return (*self.bodies, *self.lines)
            case "weight":
                return self.weights
            case "lists":
                return self._lists
            case "flag":
                return tuple(
                    name for name, fact in self.facts.items() if fact.type == "flag" and "act" in fact.of
                )
            case _:
                return ()

    @property
    def _lists(self) -> tuple[str, ...]:
        caucuses = [name for name, body in self.bodies.items() if body.type == "caucus"]
        labels = [name for name, fact in self.facts.items() if fact.type == "label"]
        return tuple(dict.fromkeys(("caucus", *caucuses, *labels)))

    @property
    def plain_ids(self) -> tuple[str, ...]:
        """The ids of all entries."""
        return tuple(dict.fromkeys(name for names in self.ids.values() for name in names))

    @property
    def all_ids(self) -> tuple[str, ...]:
        """The ids of all entries, alone and as they are cited: ``council`` and ``recall.council``."""
        cited = (f"{table}.{name}" for table, names in self.ids.items() for name in names)
        return (*self.plain_ids, *cited)

    @property
    def things(self) -> tuple[str, ...]:
        """All that can have events."""
        return (*self.all_ids, *self.lines, *EVENT_THINGS)

    @property
    def many(self) -> frozenset[str]:
        """The kinds of which there are many bodies."""
        return frozenset(name for name, body in self.bodies.items() if body.many or body.each)

    def seats(self) -> Iterator[tuple[str, str, TomlTable, Path]]:
        """Each line of seats: its body, its name, what it says, and the way to it."""
        return _lines(self.raw)


def declared(raw: TomlTable) -> Declared:
    """Collect the names of a file; whatever is malformed is passed over here and refused by its reader."""
    return Declared(
        ids={table: tuple(_tables(raw[table])) for table in TABLES if table in raw},
        bodies={name: _body(entry) for name, entry in _bodies(raw)},
        facts={name: _fact(entry) for name, entry in _entries(raw.get("fact"))},
        lines=tuple(f"{body}.{name}" for body, name, _, _ in _lines(raw)),
        weights=tuple(
            dict.fromkeys(
                weight
                for entry in (*(line for _, _, line, _ in _lines(raw)), *(body for _, body in _bodies(raw)))
                for weight in _tables(entry.get("weights"))
            )
        ),
        raw=raw,
    )


def _tables(value: TomlValue | None) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, dict) else ()


def _entries(value: TomlValue | None) -> Iterator[tuple[str, TomlTable]]:
    for name, entry in value.items() if isinstance(value, dict) else ():
        if isinstance(entry, dict):
            yield name, entry


def _bodies(raw: TomlTable) -> Iterator[tuple[str, TomlTable]]:
    """The kinds of body, with what they take from others by ``like``."""
    bodies = dict(_entries(raw.get("body")))
    for name, entry in bodies.items():
        seen, merged = {name}, dict(entry)
        while isinstance(link := merged.pop("like", None), str) and link in bodies and link not in seen:
            seen.add(link)
            merged = {**bodies[link], **merged}
        yield name, merged


def _lines(raw: TomlTable) -> Iterator[tuple[str, str, TomlTable, Path]]:
    for body, entry in _bodies(raw):
        for name, line in _entries(entry.get("seats")):
            yield body, name, line, ("body", body, "seats", name)


def _body(entry: TomlTable) -> DeclaredBody:
    return DeclaredBody(str(entry.get("type", "")), entry.get("many") is True, _texts(entry.get("each")))


def _fact(entry: TomlTable) -> DeclaredFact:
    kind = str(entry.get("type"))
    return DeclaredFact(
        kind if kind in FACT_UNITS else "number", _texts(entry.get("of")), _texts(entry.get("values"))
    )


def _texts(value: TomlValue | None) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    return tuple(each for each in found if isinstance(each, str))
