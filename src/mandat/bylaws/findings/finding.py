"""What the checker finds: data first, words from a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

import msgspec

from mandat.bylaws.findings.wording import FINDINGS
from mandat.bylaws.model import Bylaws, Entry
from mandat.bylaws.tables.entries import entries
from mandat.bylaws.values.positions import Path, Positions
from mandat.language import ENGLISH, Language, Value

Severity = Literal["error", "warning", "note"]
"""An error: a rule that cannot work. A warning: one that probably says what nobody wants. A note: worth knowing."""


class Finding(msgspec.Struct, frozen=True):
    """One thing found: its code, the rule it is about, article and line, and the words that fill the message."""

    level: Severity
    code: str
    rule: str
    article: str | None
    line: int
    words: Mapping[str, Value] = msgspec.field(default_factory=dict)

    def what(self, language: Language = ENGLISH) -> str:
        """What was found."""
        return FINDINGS[self.code][0].text(language, **self.words)

    def remedy(self, language: Language = ENGLISH) -> str:
        """What could be done about it."""
        words = FINDINGS[self.code][1]
        return "" if words is None else words.text(language, **self.words)


class Examination:
    """The bylaws under examination."""

    def __init__(self, bylaws: Bylaws) -> None:
        """Examine ``bylaws``, which have been loaded."""
        self.bylaws = bylaws

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.bylaws.text)

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return {entry.id: path for path, entry in entries(self.bylaws)}

    def finding(self, level: Severity, code: str, entry: Entry, key: str = "", **words: Value) -> Finding:
        """A finding about one key of an entry; rule and article are always among its words."""
        path = self._paths.get(entry.id, ())
        line = self._positions.key((*path, key) if key else path).line
        filled = {"rule": entry.id, "article": entry.article or "–", **words}
        return Finding(level, code, entry.id, entry.article, line, filled)

    def about_all(self, level: Severity, code: str, **words: Value) -> Finding:
        """A finding about the file as a whole."""
        return Finding(level, code, "", None, 1, words)
