"""Forms that a language makes of any words: its ``grammar.py``, if it has one, names them in ``FORMS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from mandat.language.languages import Language

Forms = Mapping[str, Callable[[str], str]]
"""The name of a form, as it stands in ``{place:form}``, and what makes it."""


@cache
def forms(language: Language) -> Forms:
    """Return the forms that a language makes."""
    module = f"mandat.language.{language}.grammar"
    if find_spec(module) is None:
        return {}
    found: Forms = import_module(module).FORMS
    return found


def grammar(language: Language) -> Callable[[str, str], str]:
    """Return what makes a form of words; a form that the language does not make leaves them as they are.

    >>> grammar("fr")("de", "Anne"), grammar("en")("de", "Anne")
    ('d’Anne', 'Anne')
    """
    known = forms(language)
    return lambda form, words: known[form](words) if form in known else words
