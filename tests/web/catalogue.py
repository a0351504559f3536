"""The messages of templates and code, and the French catalogue kept in step with them.

``python -m tests.web.catalogue`` adds new messages to ``fr.po`` without a translation, drops those that are gone, and lists those
without French words. English stands in the templates themselves.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).parents[2] / "src" / "mandat" / "web"
FRENCH = WEB / "translations" / "fr.po"
_METHODS = [("templates/**.html", "jinja2"), ("templates/**.txt", "jinja2"), ("**.py", "python")]
_JINJA = {"trimmed": "true", "newstyle_gettext": "true"}
_OPTIONS = {"templates/**.html": _JINJA, "templates/**.txt": _JINJA}

Message = str | tuple[str, ...]


def messages() -> Iterator[tuple[Message, str, int]]:
    """Yield each message (a pair if it has a plural) with the file and line where it stands."""
    for file, line, message, _comments, _context in extract_from_dir(
        WEB, method_map=_METHODS, options_map=_OPTIONS
    ):
        yield message, file, line


def french() -> Catalog:
    """Return the French catalogue as it stands in the file."""
    with FRENCH.open("rb") as file:
        return read_po(file, locale="fr")


def in_step(old: Catalog) -> Catalog:
    """Return a catalogue of today's messages with the translations of ``old``."""
    new = Catalog(locale="fr", project="Mandat", charset="utf-8", fuzzy=False)
    for message, file, line in messages():
        known = old.get(message if isinstance(message, str) else message[0])
        new.add(message, "" if known is None else _typeset(known.string or ""), locations=[(file, line)])
    return new


def _typeset(words: str | tuple[str, ...] | list[str]) -> str | tuple[str, ...]:
    """Put spaces that do not break where French has them."""
    if isinstance(words, str):
        return re.sub(r"(?<=«) | (?=[:;?!»…](?:\s|$))", "\u00a0", words)
    return tuple(str(_typeset(each)) for each in words)


def write(catalogue: Catalog) -> None:
    """Write ``fr.po``: by message, without line numbers and dates, so that it changes only when words change."""
    text = io.BytesIO()
    write_po(text, catalogue, sort_output=True, include_lineno=False, width=120, omit_header=True)
    FRENCH.write_bytes(_HEADER.encode() + text.getvalue())


_HEADER = """\
# French words of Mandat's pages.
msgid ""
msgstr ""
"Project-Id-Version: Mandat\\n"
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages that lack words, or some of their plural forms."""
    found = []
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        wanted = catalogue.num_plurals if message.pluralizable else 1
        if message.id and (len([each for each in strings if each]) < wanted or message.fuzzy):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


if __name__ == "__main__":
    step = in_step(french() if FRENCH.exists() else Catalog(locale="fr"))
    write(step)
    missing = untranslated(step)
    print(f"{len(step)} messages, {len(missing)} without French", *missing, sep="\n  ")  # noqa: T201
