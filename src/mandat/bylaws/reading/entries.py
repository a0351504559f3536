"""Readers of tables: pieces, entries with ``like``, lines of seats, and an election written in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from mandat.bylaws.model import Decision, Entry, Parameter, SeatLine
from mandat.bylaws.reading.around import surroundings
from mandat.bylaws.reading.contradictions import check_pairs
from mandat.bylaws.reading.faults import nearest
from mandat.bylaws.reading.ids import check_id
from mandat.bylaws.reading.reader import Context, TomlNode, Unread, dotted, listed, read
from mandat.bylaws.tables import DECISION, LINE, TABLES, UNINHERITED
from mandat.bylaws.tables.methods import METHODS, PARAMETERS
from mandat.bylaws.tables.shapes import Inline, Key, KeyTable, Silent, TextShape
from mandat.bylaws.words.faults import KINDS
from mandat.language import Value

E = TypeVar("E", bound=Entry)


@read.register
def table(shape: KeyTable, node: TomlNode, context: Context) -> object:
    """A table with known keys, built by ``shape.make``."""
    if not isinstance(node.value, dict):
        raise context.wrong_type(node, "dict")
    return shape.built(fields(shape, node, node.fields(), context))


def fields(
    shape: KeyTable, node: TomlNode, given: dict[str, TomlNode], context: Context
) -> dict[str, object]:
    """The fields of the model from the keys of a table; ``Unread`` if a required one is missing or unreadable."""
    found: dict[str, object] = {}
    others: dict[str, TomlNode] = {}
    failed = False
    with context.about(surroundings(shape, node, given, context)):
        for name, value in given.items():
            key = shape.by_name.get(name)
            if key is None:
                others[name] = value
                continue
            try:
                if name != "like" and not _denied(key, value):
                    found[key.target] = read(key.shape, value, context)
            except Unread:
                failed = failed or key.required
    _others(shape, others, given, context, found)
    check_pairs(shape.name, node, given, context)
    if failed | _missing(shape, node, given, context):
        raise Unread
    return found


def _denied(key: Key, node: TomlNode) -> bool:
    """``"none"``: the text denies it, which is the same as leaving it out, but for keys that keep the difference."""
    return node.value == "none" and not key.required and not isinstance(key.shape, Silent | TextShape)


def _missing(shape: KeyTable, node: TomlNode, given: dict[str, TomlNode], context: Context) -> bool:
    missing = [key for key in shape.keys if key.required and key.name not in given]
    for key in missing:
        words: dict[str, Value] = {"table": shape.name, "name": key.name, "about": key.about}
        context.note(node, "missing-key", words)
    return bool(missing)


def _others(
    shape: KeyTable,
    others: dict[str, TomlNode],
    given: dict[str, TomlNode],
    context: Context,
    found: dict[str, object],
) -> None:
    if shape.rest:
        taken = {name: value for name, value in others.items() if name in PARAMETERS}
        values = {name: _parameter(name, value, given, context) for name, value in taken.items()}
        found[shape.rest] = {name: value for name, value in values.items() if value is not None}
        others = {name: value for name, value in others.items() if name not in taken}
    known = tuple(shape.by_name)
    for name, value in others.items():
        if name in TABLES and isinstance(value.value, dict):
            context.note(
                value,
                "misplaced",
                {"name": name, "header": dotted(value.path[:-1]), "read": dotted(value.path)},
            )
            continue
        words = {"table": shape.name, "name": name, "known": listed(known)}
        context.note(value, "unknown-key", words, nearest(name, known))


def _parameter(name: str, node: TomlNode, given: dict[str, TomlNode], context: Context) -> Parameter | None:
    """A parameter of the counting rule that the entry names; None if it is of a type that no rule takes."""
    chosen = given["method"].value if "method" in given else "yes-no"
    if isinstance(chosen, str) and name not in METHODS.get(chosen, PARAMETERS):
        words = {"name": name, "method": chosen, "known": listed(METHODS[chosen])}
        context.note(node, "parameter", words, nearest(name, METHODS[chosen]))
    if isinstance(node.value, bool | int | str):
        return node.value
    context.wrong_type(node, "str", "int", "bool")
    return None


# -- entries -------------------------------------------------------------------------------------------------------


def _built(kind: type[E], shape: KeyTable, found: Mapping[str, object], **own: object) -> E:
    made = shape.built(found, **own)
    assert isinstance(made, kind)  # what the table makes
    return made


def entry(name: str, key: str, node: TomlNode, context: Context) -> Entry:
    """One entry of a table, with the keys that ``like`` takes from others."""
    shape = TABLES[name]
    given = _unnested(name, key, inherited(name, node, context), context)
    line = context.positions.key(node.path).line
    if name == "body":
        seats = given.pop("seats", None)
        try:
            found = fields(shape, node, given, context)
        finally:  # a body that cannot be read hides no fault of its lines
            lines = _lines(key, seats, context)
        return _built(Entry, shape, found, id=f"body.{key}", line=line, lines=lines)
    return _built(Entry, shape, fields(shape, node, given, context), id=f"{name}.{key}", line=line)


def _lines(body: str, seats: TomlNode | None, context: Context) -> tuple[SeatLine, ...]:
    """The lines that could be read; the others have left their faults."""
    if seats is None:
        return ()
    if isinstance(seats.value, list):
        context.note(
            seats, "anonymous", {"name": f"body.{body}.seats", "example": f"body.{body}.seats.delegates"}
        )
        return ()
    found = []
    for name, node in context.table(seats).items():
        try:
            found.append(_line(body, name, node, context))
        except Unread:
            continue
    return tuple(found)


def _line(body: str, key: str, node: TomlNode, context: Context) -> SeatLine:
    check_id("seats", key, node, context)
    given = inherited("seats", node, context)
    place = context.positions.key(node.path).line
    found = fields(LINE, node, given, context)
    return _built(SeatLine, LINE, found, id=f"{body}.{key}", body=body, name=key, line=place)


def _unnested(name: str, key: str, given: dict[str, TomlNode], context: Context) -> dict[str, TomlNode]:
    """Without tables that are entries themselves: ``[power.agreement.sign]`` for ``[power."agreement.sign"]``."""
    shape = TABLES[name]
    nested = [
        inner
        for inner, node in given.items()
        if inner not in shape.by_name
        and isinstance(node.value, dict)
        and set(node.value) & set(shape.by_name)
    ]
    for inner in nested:
        words = {"table": name, "outer": key, "name": f"{key}.{inner}"}
        context.note(given[inner], "nested", words)
    rest = {inner: node for inner, node in given.items() if inner not in nested}
    if nested and not rest:
        raise Unread
    return rest


def inherited(name: str, node: TomlNode, context: Context) -> dict[str, TomlNode]:
    """The keys of an entry, with those of the entry it is ``like``: one level for each ``like``, own keys first."""
    given = context.table(node)
    seen: list[object] = [
        ".".join(str(step) for step in node.path[1::2]) if name == "seats" else node.path[-1]
    ]
    while "like" in given:
        link = given.pop("like")
        target = _target(name, link, context)
        if target in seen:
            raise _like_circle(link, seen[seen.index(target) :], context)
        seen.append(target)
        other = context.entries(name)[target]
        taken = other.fields() if isinstance(other.value, dict) else {}
        given |= {
            key: value
            for key, value in taken.items()
            if key not in given and key not in UNINHERITED - {"like"}
        }
    return given


def _like_circle(link: TomlNode, circle: list[object], context: Context) -> Unread:
    """One fault for the whole circle."""
    told = [set(str(fault.words["circle"]).split(" → ")) for fault in context.faults if fault.code == "cycle"]
    if set(circle) in told:
        return Unread()
    steps = " → ".join(str(step) for step in (*circle, circle[0]))
    return context.refuse(link, "cycle", {"key": "like", "circle": steps})


def _target(name: str, link: TomlNode, context: Context) -> str:
    known = context.entries(name)
    target = link.value
    if not isinstance(target, str) or target not in known:
        near = nearest(target, known) if isinstance(target, str) else ()
        raise context.refuse(link, "like-self", {"table": name, "known": listed(known)}, near)
    return target


@read.register
def inline(shape: Inline, node: TomlNode, context: Context) -> Decision:
    """An election written in place, or the name of one in ``[decision]``."""
    if isinstance(node.value, str):
        entries = context.entries(shape.table)
        if node.value not in entries:
            words: dict[str, Value] = {
                "name": node.value,
                "known": listed(entries),
                "kind": KINDS["decision"],
            }
            raise context.refuse(node, "undefined", words, nearest(node.value, entries))
        named = entry(shape.table, node.value, entries[node.value], context)
        assert isinstance(named, Decision)  # what the table makes
        return named
    given = inherited(shape.table, node, context)
    place = context.positions.key(node.path).line
    found = fields(DECISION, node, given, context)
    return _built(Decision, DECISION, found, id=dotted(node.path), line=place)
