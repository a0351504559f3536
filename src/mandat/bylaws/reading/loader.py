"""From the text of a bylaws file to ``Bylaws``, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mandat.bylaws.expression import Definition, ExpressionError, define
from mandat.bylaws.model import BodyKind, Bylaws, Entry
from mandat.bylaws.reading import people, plain, rules, time  # noqa: F401 -- they register their readers
from mandat.bylaws.reading.circles import check_circles
from mandat.bylaws.reading.contradictions import check_types
from mandat.bylaws.reading.declared import declared
from mandat.bylaws.reading.document import decoded, positions, tables
from mandat.bylaws.reading.entries import entry
from mandat.bylaws.reading.faults import BylawsErrors, nearest
from mandat.bylaws.reading.ids import check_id
from mandat.bylaws.reading.reader import Context, TomlNode, Unread, listed, read
from mandat.bylaws.reading.rules import is_rows
from mandat.bylaws.tables import FIELDS, HEAD, TABLES, VERSION
from mandat.language import Value

T = TypeVar("T")
_HEAD = {key.name: key for key in HEAD}


def load(text: str | bytes, *, file: str = "bylaws.toml") -> Bylaws:
    """Read a bylaws file (TOML 1.0, UTF-8).

    Raises ``BylawsErrors`` with every fault found, each with file, line, key, what is wrong, the remedy, and for an unknown
    name the nearest ones. Source: the language as described in ``docs/manual/bylaws.md``.

    >>> load('mandat = 1\\nid = "club"\\nbody.club.type = "assembly"').bodies["club"].type
    'assembly'
    """
    text = decoded(text, file)
    raw = tables(text, file)
    context = Context(file, positions(text, file), declared(raw))
    root = TomlNode(raw, ())
    _check_version(root, context)
    _check_tables(root, context)
    context.knows(_definitions(context))
    bylaws = _assembled(_head(root, context), _read_tables(context), text)
    check_circles(bylaws, context)
    check_types(bylaws, context)
    if context.faults:
        raise BylawsErrors(tuple(context.faults))
    return bylaws


def _check_version(root: TomlNode, context: Context) -> None:
    """Another version has other keys: say that and nothing else."""
    version = root.fields().get("mandat")
    if version is not None and type(version.value) is int and version.value != VERSION:
        context.note(version, "version", {"found": str(version.value), "known": str(VERSION)})
        raise BylawsErrors(tuple(context.faults))


def _check_tables(root: TomlNode, context: Context) -> None:
    known = (*TABLES, *_HEAD)
    for name, node in root.fields().items():
        if name == "seats":
            context.note(node, "anonymous", {"name": "seats", "example": "body.council.seats.delegates"})
        elif name not in known:
            context.note(node, "unknown-table", {"name": name, "known": listed(TABLES)}, nearest(name, known))
        elif name in TABLES:
            _check_entries(name, node, context)


def _check_entries(name: str, node: TomlNode, context: Context) -> None:
    if isinstance(node.value, list):
        context.note(node, "anonymous", {"name": name, "example": f"{name}.a-name"})
    elif not isinstance(node.value, dict):
        _noting(lambda: context.table(node))


def _noting(reading: Callable[[], T]) -> T | None:
    """The value read, or None when its fault has been noted."""
    try:
        return reading()
    except Unread:
        return None


def _head(root: TomlNode, context: Context) -> dict[str, object]:
    given = root.fields()
    found: dict[str, object] = {}
    for key in HEAD:
        if key.name in given:
            value = _noting(partial(read, key.shape, given[key.name], context))
            found |= {key.name: value} if value is not None else {}
        elif key.required:
            words: dict[str, Value] = {"table": "bylaws", "name": key.name, "about": key.about}
            context.note(root, "missing-key", words)
    _check_zone(found, given, context)
    return found


def _check_zone(found: Mapping[str, object], given: Mapping[str, TomlNode], context: Context) -> None:
    zone = str(found.get("time_zone", "UTC"))
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        context.note(given["time_zone"], "time-zone", {"name": zone})


def _read_tables(context: Context) -> dict[str, dict[str, Entry]]:
    return {name: _read_table(name, context) for name in TABLES}


def _read_table(name: str, context: Context) -> dict[str, Entry]:
    found = {}
    for key, node in context.entries(name).items():
        value = _noting(partial(_read_entry, name, key, node, context))
        if value is not None:
            found[key] = value
    return found


def _read_entry(name: str, key: str, node: TomlNode, context: Context) -> Entry:
    check_id(name, key, node, context)
    return entry(name, key, node, context)


def _assembled(
    head: Mapping[str, object], read_tables: Mapping[str, Mapping[str, Entry]], text: str
) -> Bylaws:
    tables: dict[str, Any] = {FIELDS[name]: entries for name, entries in read_tables.items()}
    lines = {
        line.id: line
        for body in read_tables["body"].values()
        if isinstance(body, BodyKind)
        for line in body.lines
    }
    return Bylaws(**{"mandat": VERSION, "id": "", **head, **tables, "lines": lines, "text": text})


# -- definitions ---------------------------------------------------------------------------------------------------


def _definitions(context: Context) -> dict[str, Definition]:
    """The definitions that can be read; the others are refused when their entry is read."""
    found = {}
    for key, node in context.entries("define").items():
        value = node.value.get("is") if isinstance(node.value, dict) else None
        try:
            found[key] = define(key, _definition_rows(value))
        except (ExpressionError, TypeError, ValueError):
            continue
    return found


def _definition_rows(value: object) -> str | list[tuple[str | None, str]]:
    if not is_rows(value):
        return str(value)
    assert isinstance(value, list)  # rows are a list
    return [(None if when == "else" else str(when), str(then)) for when, then in value]
