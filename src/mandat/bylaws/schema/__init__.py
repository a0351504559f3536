"""The published JSON Schema of the bylaws language, made from the same table as the loader.

Editors that know TOML (with taplo: a first line ``#:schema …``) complete and check keys with it. It says what a file may
look like; that names exist, expressions mean something and rules agree is for ``load`` and ``check``.
Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from mandat.bylaws.tables import HEAD, LINE, TABLES, VERSION, shapes
from mandat.bylaws.tables.clocks import CLOCK
from mandat.bylaws.tables.methods import METHODS, PARAMETERS
from mandat.bylaws.tables.shapes import Key, KeyTable, Shape

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAME = f"mandat-bylaws-{VERSION}.json"
_TEXT: Schema = {"type": "string"}
_DURATION = r"^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$"
_EVENT = r"^.+\.[a-z]+$"
_NONE: Schema = {"const": "none"}
_SILENT: Schema = {"enum": ["unspecified", "none"]}


def json_schema() -> Schema:
    """The schema as data; ``$defs`` has one entry for each table and named piece."""
    entries = {**TABLES, "seats": LINE}
    definitions = {f"{name}-entry": _table(table) for name, table in entries.items()}
    for piece in dict.fromkeys(piece for table in entries.values() for piece in _pieces(table)):
        definitions[piece.name] = _table(piece)
    properties = {key.name: _key(key) for key in HEAD}
    properties["mandat"] = {"const": VERSION, "description": HEAD[0].about.english}
    for name in TABLES:
        properties[name] = {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{name}-entry"}}
    return {
        "$schema": DIALECT,
        "$id": NAME,
        "title": f"Bylaws of a federation, version {VERSION} of the language",
        "type": "object",
        "properties": properties,
        "required": [key.name for key in HEAD if key.required],
        "additionalProperties": False,
        "$defs": definitions,
    }


def published() -> str:
    """The text of the published file."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def _key(key: Key) -> Schema:
    found = schema(key.shape)
    if not key.required and not isinstance(key.shape, shapes.Silent | shapes.TextShape):
        found = {"anyOf": [*found.get("anyOf", [found]), _NONE]}
    return {
        **found,
        "description": key.about.english if key.enforced else f"{key.about.english} (no act enforces it yet)",
    }


def _table(table: KeyTable) -> Schema:
    properties = {key.name: _key(key) for key in table.keys}
    if table.rest:
        properties |= {
            name: {"description": "parameter of the method"} for name in PARAMETERS if name not in properties
        }
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    # a required key may come from the entry that `like` names
    required = [key.name for key in table.keys if key.required]
    if required and "like" in properties:
        found["anyOf"] = [{"required": required}, {"required": ["like"]}]
    elif required:
        found["required"] = required
    return found


def _pieces(table: KeyTable) -> Iterator[KeyTable]:
    """The tables inside the keys of a table, and those inside them; lines of seats are entries."""
    for key in table.keys:
        for inner in _tables(key.shape):
            yield inner
            yield from _pieces(inner)


def _tables(shape: Shape) -> tuple[KeyTable, ...]:
    match shape:
        case shapes.ClockShape():
            return (CLOCK,)
        case shapes.Brief():
            return (*_tables(shape.text), shape.table)
        case shapes.Many():
            return _tables(shape.item)
        case shapes.RowsOf() | shapes.Silent() | shapes.MapOf():
            return _tables(shape.value)
        case shapes.OneOf():
            return tuple(table for choice in shape.choices for table in _tables(choice))
        case KeyTable():
            return () if shape is LINE else (shape,)
        case _:
            return ()


def _ref(table: KeyTable) -> Schema:
    return {"$ref": f"#/$defs/{'seats-entry' if table is LINE else table.name}"}


@singledispatch
def schema(shape: Shape) -> Schema:
    """The schema of one shape."""
    raise TypeError(f"no schema for {type(shape).__name__}")


@schema.register
def _(shape: shapes.TextShape) -> Schema:
    if shape.of:
        return {"enum": list(shape.of)}
    return {**_TEXT, "pattern": f"^({shape.pattern})$"} if shape.pattern else dict(_TEXT)


@schema.register
def _(_shape: shapes.ArticleNumber) -> Schema:
    return {"type": ["string", "integer"]}


@schema.register
def _(_shape: shapes.ByLanguage) -> Schema:
    return {"type": ["string", "object"], "additionalProperties": _TEXT}


@schema.register
def _(shape: shapes.Flag) -> Schema:
    return {"type": "boolean"} if shape.only is None else {"const": shape.only}


@schema.register
def _(shape: shapes.Whole) -> Schema:
    return {"type": "integer", "minimum": shape.least}


@schema.register
def _(_shape: shapes.Name) -> Schema:
    return dict(_TEXT)


@schema.register
def _(_shape: shapes.MethodName) -> Schema:
    return {"enum": list(METHODS)}


@schema.register
def _(_shape: shapes.Event) -> Schema:
    return {**_TEXT, "pattern": _EVENT}


@schema.register
def _(_shape: shapes.DurationShape) -> Schema:
    return {**_TEXT, "pattern": _DURATION}


@schema.register
def _(_shape: shapes.Expr) -> Schema:
    return {"type": ["string", "integer"]}


@schema.register
def _(shape: shapes.RowsOf) -> Schema:
    value = schema(shape.value)
    row = {
        "type": "array",
        "prefixItems": [{"type": ["string", "integer"]}, value],
        "minItems": 2,
        "maxItems": 2,
    }
    return {"anyOf": [value, {"type": "array", "items": row, "minItems": 1}]}


@schema.register
def _(_shape: shapes.ClockShape) -> Schema:
    return {"anyOf": [_TEXT, _ref(CLOCK)]}


@schema.register
def _(_shape: shapes.PopulationShape) -> Schema:
    return {"type": ["string", "array"], "items": _TEXT}


@schema.register
def _(shape: shapes.Brief) -> Schema:
    text = schema(shape.text)
    return {"anyOf": [*(text.get("anyOf", [text])[:1]), _ref(shape.table)]}


@schema.register
def _(shape: shapes.Many) -> Schema:
    item = schema(shape.item)
    return {"anyOf": [item, {"type": "array", "items": item}]}


@schema.register
def _(shape: shapes.MapOf) -> Schema:
    return {"type": "object", "additionalProperties": schema(shape.value)}


@schema.register
def _(shape: shapes.OneOf) -> Schema:
    return {"anyOf": [schema(choice) for choice in shape.choices]}


@schema.register
def _(shape: shapes.Silent) -> Schema:
    return {"anyOf": [schema(shape.value), _SILENT]}


@schema.register
def _(shape: shapes.KeyTable) -> Schema:
    return _ref(shape)


@schema.register
def _(shape: shapes.Inline) -> Schema:
    return {"anyOf": [_TEXT, {"$ref": f"#/$defs/{shape.table}-entry"}]}
