"""The glossary rules the texts: the same terms in each language, and nothing called what it is never called."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from mandat.language import ENGLISH, LANGUAGES, Language
from mandat.language.glossary import glossary
from tests.language import catalogue

_PLACE = re.compile(r"\{\w+(?::\w+)?\}|%\(\w+\)s|`[^`]*`|--[a-z-]+")
"""What stands in a text and is no word of the language: places, and what is quoted from a file."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_names_the_same_things(language: Language) -> None:
    assert list(glossary(language)) == list(glossary(ENGLISH))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_thing_is_called_by_two_terms_or_two_things_by_one(language: Language) -> None:
    terms = [each.term for each in glossary(language).values()]
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_uses_a_word_that_the_glossary_forbids(language: Language) -> None:
    never = {word.lower(): each.term for each in glossary(language).values() for word in each.never}
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, never))})\b", re.IGNORECASE)
    found = [
        f"{word[0]!r}, not {never[word[0].lower()]!r}: {text}"
        for text in _texts(language)
        for word in pattern.finditer(_PLACE.sub("", text))
    ]
    assert found == []


def _texts(language: Language) -> Iterator[str]:
    if language == ENGLISH:
        for each in catalogue.messages():
            yield from (text for text in (each.english, each.plural) if text)
        return
    for known in catalogue.catalogues(language).values():
        for message in known:
            if message.id:
                yield from catalogue.forms(message)
