"""Where every key and value of a TOML text stands.

``tomllib`` reads TOML but keeps no positions, and the libraries that keep the layout (tomlkit) give none either; so this
walks a text that ``tomllib`` has already accepted, which makes it short: it never has to judge. Source: TOML 1.0.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping

import msgspec

Path = tuple[str | int, ...]
"""The way to a value: keys and, in lists, places from 0."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})|' + r"'''.*?'''(?:'{0,2})|" + r'"(?:\\.|[^"\\])*"|' + r"'[^']*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+")


class TextPlace(msgspec.Struct, frozen=True):
    """A place in a text; line and column count from 1."""

    line: int
    column: int


class Positions:
    """The place of every key and value of one text.

    >>> Positions('[body.section]\\ntype = "assembly"').key(("body", "section", "type"))
    TextPlace(line=2, column=1)
    """

    def __init__(self, text: str) -> None:
        """Index ``text``, which ``tomllib.loads`` must accept."""
        scan = _Scan(text)
        scan.document()
        self._keys: Mapping[Path, int] = scan.keys
        self._values: Mapping[Path, int] = scan.values
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._text = text

    def key(self, path: Path) -> TextPlace:
        """Where the key stands, or for an item of a list the item; of an unknown path the nearest one above it."""
        while path:
            offset = self._keys.get(path, self._values.get(path))
            if offset is not None:
                return self._place(offset)
            path = path[:-1]
        return TextPlace(1, 1)

    def inside(self, path: Path, column: int) -> TextPlace:
        """Where the character number ``column`` (from 1) of a text value stands in the file.

        Exact for values without escapes, which is how expressions are written; else the start of the value.
        """
        offset = self._values.get(path)
        if offset is None:
            return self.key(path)
        raw = _STRING.match(self._text, offset)
        quote = 3 if raw and raw.group()[:3] in ('"""', "'''") else 1
        if raw is None or "\\" in raw.group() or "\n" in raw.group() or column > len(raw.group()) - quote:
            return self._place(offset)
        return self._place(offset + quote + column - 1)

    def _place(self, offset: int) -> TextPlace:
        line = bisect_right(self._starts, offset)
        return TextPlace(line, offset - self._starts[line - 1] + 1)


class _Scan:
    """One pass over a valid text; offsets of keys and values by their path."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.keys: dict[Path, int] = {}
        self.values: dict[Path, int] = {}
        self._rows: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)

    def _header(self) -> Path:
        listed = self.text.startswith("[[", self.at)
        self.at += 2 if listed else 1
        names = self._names()
        path = self._resolve(names[:-1], ())
        path = (*path, names[-1][0])
        self.keys.setdefault(path, names[-1][1])
        if listed:
            self._rows[path] = self._rows.get(path, -1) + 1
        if path in self._rows:
            path = (*path, self._rows[path])
            self.keys.setdefault(path, names[-1][1])
        self.at = self.text.index("]", self.at) + (2 if listed else 1)
        return path

    def _pair(self, table: Path) -> None:
        names = self._names()
        path = (*self._resolve(names[:-1], table), names[-1][0])
        self.keys.setdefault(path, names[-1][1])
        self.at = self.text.index("=", self.at) + 1
        self._skip(_SPACE)
        self._value(path)

    def _resolve(self, names: list[tuple[str, int]], path: Path) -> Path:
        for name, offset in names:
            path = (*path, name)
            self.keys.setdefault(path, offset)
            if path in self._rows:
                path = (*path, self._rows[path])
        return path

    def _names(self) -> list[tuple[str, int]]:
        found = [self._name()]
        while self._next(_SPACE) == ".":
            self.at += 1
            found.append(self._name())
        return found

    def _name(self) -> tuple[str, int]:
        self._skip(_SPACE)
        start = self.at
        bare = _BARE.match(self.text, start)
        token = bare or _STRING.match(self.text, start)
        assert token is not None  # tomllib has accepted the text
        self.at = token.end()
        return (token.group() if bare else tomllib.loads(f"k={token.group()}")["k"]), start

    def _value(self, path: Path) -> None:
        self.values[path] = self.at
        if self.text[self.at] == "[":
            self._list(path)
        elif self.text[self.at] == "{":
            self._inline(path)
        else:
            token = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
            self.at = token.end() if token else len(self.text)

    def _list(self, path: Path) -> None:
        self.at += 1
        item = 0
        while self._next(_BLANK) != "]":
            self._value((*path, item))
            item += 1
            self._comma()
        self.at += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        while self._next(_BLANK) != "}":
            self._pair(path)
            self._comma()
        self.at += 1

    def _comma(self) -> None:
        if self._next(_BLANK) == ",":
            self.at += 1

    def _next(self, blank: re.Pattern[str]) -> str:
        self._skip(blank)
        return self.text[self.at]

    def _skip(self, blank: re.Pattern[str]) -> None:
        found = blank.match(self.text, self.at)
        self.at = found.end() if found else self.at
