"""Which languages there are: the folders beside this module that hold catalogues. A new language is a new folder."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import NewType

Language = NewType("Language", str)
"""The code of a language, as in ``LANGUAGES``: what comes from outside goes through ``language_named``."""

ENGLISH = Language("en")
GLOSSARY = "glossary.toml"


def _languages() -> tuple[Language, ...]:
    folders = (folder for folder in files("mandat.language").iterdir() if folder.is_dir())
    found = {folder.name for folder in folders if any(file.name.endswith(".po") for file in folder.iterdir())}
    return (ENGLISH, *(Language(each) for each in sorted(found - {ENGLISH})))


LANGUAGES: tuple[Language, ...] = _languages()
"""English first, the others by their code."""


class UnknownLanguageError(ValueError):
    """There is no such language; the message names those that there are."""


def language_named(text: str) -> Language:
    """Return the language of a code such as ``fr``; raises ``UnknownLanguageError``.

    >>> language_named("fr")
    'fr'
    """
    if text not in LANGUAGES:
        raise UnknownLanguageError(f"{text!r} is none of {', '.join(LANGUAGES)}")
    return Language(text)


def first_spoken(wishes: Iterable[str]) -> Language:
    """Return the first wish that is a language of ours, else English; of ``fr-CA`` or ``fr_CA.UTF-8`` only ``fr`` counts.

    >>> first_spoken(["it", "fr-CA", "en"]), first_spoken([])
    ('fr', 'en')
    """
    codes = (wish[:2].lower() for wish in wishes)
    return next((Language(code) for code in codes if code in LANGUAGES), ENGLISH)


def own_name(language: Language) -> str:
    """Return what a language calls itself, with a capital.

    >>> own_name("fr"), own_name("de")
    ('Français', 'Deutsch')
    """
    from babel import Locale  # noqa: PLC0415 - Babel is slow to load, and few commands need it

    name = Locale.parse(language).get_display_name(language) or language
    return name[0].upper() + name[1:]
