"""Reading ``.po`` files, fast enough to do without a compiled copy.

The form is that of GNU gettext: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. What is fuzzy or not yet
translated is left out, so that English is said instead. Babel reads and writes the same files for translators, with all checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

PoEntry = tuple[str, str, tuple[str, ...]]
"""Context, English, and the translation: one form, or one for each plural."""

_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


def entries(lines: Iterable[str]) -> Iterator[PoEntry]:
    r"""Yield the entries of a ``.po`` file; the header is the one whose English is empty.

    >>> list(entries(['msgid "a"', 'msgstr "à "', '"b"', '', 'msgid "c"', 'msgstr ""']))
    [('', 'a', ('à b',))]
    """
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield from _entry(block)
            block = []
    if block:
        yield from _entry(block)


def _entry(block: list[str]) -> Iterator[PoEntry]:
    fields: dict[str, str] = {}
    name = ""
    for line in block:
        if line.startswith("#"):
            if line.startswith("#,") and "fuzzy" in line:
                return
            continue
        head, _, rest = line.partition('"')
        name = head.strip() or name
        fields[name] = fields.get(name, "") + _plain(rest[:-1])
    said = tuple(text for name, text in fields.items() if name.startswith("msgstr"))
    if said and all(said):
        yield fields.get("msgctxt", ""), fields.get("msgid", ""), said


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text) if "\\" in text else text
