"""The words of a language, read from its ``.po`` files when somebody first asks for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from gettext import c2py
from importlib.resources import files

from mandat.language.languages import ENGLISH, Language
from mandat.language.po import PoEntry, entries

_PLURAL = re.compile(r"plural=(.+?);")


class Catalogue:
    """The translations of one language, with the four questions that gettext knows (and Jinja asks).

    What has no translation is said in English.
    """

    def __init__(self, words: Mapping[tuple[str, str], tuple[str, ...]], form: Callable[[int], int]) -> None:
        """Hold ``words`` by context and English; ``form`` says which plural form a number takes."""
        self._words = words
        self._form = form

    def gettext(self, message: str) -> str:
        """Return the words for a message."""
        return self.pgettext("", message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the words for a message about ``n`` things."""
        return self.npgettext("", singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """Return the words for a message in a context, such as the verb ``open``."""
        found = self._words.get((context, message))
        return message if found is None else found[0]

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """Return the words for a message about ``n`` things, in a context."""
        found = self._words.get((context, singular))
        if found is None:
            return singular if n == 1 else plural
        return found[min(self._form(n), len(found) - 1)]


def read(parts: Iterable[Iterable[str]]) -> Catalogue:
    """Return the catalogue of several ``.po`` files, each given by its lines."""
    words: dict[tuple[str, str], tuple[str, ...]] = {}
    form: Callable[[int], int] = _english
    for lines in parts:
        for context, message, said in entries(lines):
            if message:
                words[context, message] = said
            else:
                form = _form(said)
    return Catalogue(words, form)


def _form(header: PoEntry | tuple[str, ...]) -> Callable[[int], int]:
    found = _PLURAL.search(str(header[0]))
    return _english if found is None else c2py(found[1])


def _english(n: int) -> int:
    return int(n != 1)


@cache
def catalogue(language: Language) -> Catalogue:
    """Return the words of a language. Those of English stand in the code: its catalogue is empty."""
    if language == ENGLISH:
        return Catalogue({}, _english)
    folder = files("mandat.language") / language
    parts = sorted(
        (part for part in folder.iterdir() if part.name.endswith(".po")), key=lambda part: part.name
    )
    return read(part.read_text(encoding="utf-8").splitlines() for part in parts)
