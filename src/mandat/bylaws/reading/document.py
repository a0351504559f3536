"""From text to TOML values: the faults of a file that is not even TOML."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

from mandat.bylaws.reading.faults import BylawsErrors, Fault
from mandat.bylaws.values.positions import Positions
from mandat.bylaws.values.toml import TomlValue

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")
_KEY = re.compile(r"\s*(?:\[+\s*)?([^=\]]+?)\s*(?:=|\])")
_QUOTED = re.compile(r"table key '(.+)'$")
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline table key")


def decoded(text: str | bytes, file: str) -> str:
    """The text, without a byte order mark; bytes must be UTF-8."""
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = text[: error.start]
        words = {"byte": f"0x{text[error.start]:02x}", "offset": str(error.start)}
        column = error.start - before.rfind(b"\n")
        raise BylawsErrors((Fault("not-utf8", file, before.count(b"\n") + 1, column, "", words),)) from None


def tables(text: str, file: str) -> dict[str, TomlValue]:
    """The TOML values of a text; decimal numbers come as ``Decimal``, so that messages can quote them."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError:
        raise BylawsErrors((Fault("too-deep", file, 1, 1, ""),)) from None
    except ValueError as error:
        raise BylawsErrors((_not_toml(text, file, str(error)),)) from None


def positions(text: str, file: str) -> Positions:
    """The places of all keys of a text that ``tables`` has read."""
    try:
        return Positions(text)
    except RecursionError:
        raise BylawsErrors((Fault("too-deep", file, 1, 1, ""),)) from None


def _not_toml(text: str, file: str, message: str) -> Fault:
    found = _AT.search(message)
    lines = text.splitlines() or [""]
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    problem = _AT.sub("", message).removesuffix(" (at end of document)")
    if problem.startswith("Exceeds the limit"):
        return Fault("number-too-long", file, 1, 1, "")
    if problem.startswith(_TWICE):
        return Fault("duplicate", file, line, 1, "", {"name": _named(problem) or _written(lines[line - 1])})
    return Fault("not-toml", file, line, column, "", {"problem": problem})


def _named(problem: str) -> str:
    """The key that the message quotes, if it does."""
    found = _QUOTED.search(problem)
    return found[1] if found else ""


def _written(line: str) -> str:
    """The key or table as written on the line."""
    key = _KEY.match(line)
    return key[1] if key else line.strip()
