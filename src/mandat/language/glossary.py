"""The words of the field in each language: what a thing is called, what it is, what else others call it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from mandat.language.languages import GLOSSARY, Language


class GlossaryTerm(msgspec.Struct, frozen=True):
    """One thing in one language. ``never`` are words that no text of the program uses for it."""

    term: str
    meaning: str
    synonyms: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@cache
def glossary(language: Language) -> Mapping[str, GlossaryTerm]:
    """Return the terms of a language by what they are, in the order of the file.

    >>> glossary("de")["recall"].term
    'Abberufung'
    """
    text = (files("mandat.language") / language / GLOSSARY).read_bytes()
    return msgspec.toml.decode(text, type=dict[str, GlossaryTerm])
