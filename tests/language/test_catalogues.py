"""No text without words in each language, none that nobody says, no place lost in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Message

from mandat.language import Language
from mandat.language.grammar import forms as made_forms
from tests.language import catalogue

_PERCENT = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("language", catalogue.OTHERS)
def test_every_message_has_words(language: Language) -> None:
    lacking = {part: catalogue.untranslated(known) for part, known in catalogue.in_step(language).items()}
    assert {part: texts for part, texts in lacking.items() if texts} == {}


@pytest.mark.parametrize("language", catalogue.OTHERS)
def test_the_catalogue_holds_nothing_that_the_program_does_not_say(language: Language) -> None:
    said = {(each.context, each.english) for each in catalogue.messages()}
    kept = {
        (each.context or "", each.id if isinstance(each.id, str) else each.id[0])
        for each in _entries(language)
    }
    assert kept - said == set()


@pytest.mark.parametrize("language", catalogue.OTHERS)
def test_places_are_kept_in_translation(language: Language) -> None:
    for message in _entries(language):
        one, many = (
            (message.id, message.id) if isinstance(message.id, str) else (message.id[0], message.id[-1])
        )
        for form in catalogue.forms(message):
            for words in re.split(r" ¦ \w+: ", form):
                assert _places(one) & _places(many) <= _places(words) <= _places(one) | _places(many), words


@pytest.mark.parametrize("language", catalogue.OTHERS)
def test_every_form_asked_for_is_made(language: Language) -> None:
    given = {name for each in _entries(language) for text in catalogue.forms(each) for name in _given(text)}
    asked = {name for each in _entries(language) for text in catalogue.forms(each) for name in _asked(text)}
    assert asked - given - set(made_forms(language)) == set()


def test_french_puts_a_space_that_does_not_break_before_double_punctuation() -> None:
    wrong = re.compile(r"[^\s\u00a0\u202f:/][;?!](?:\s|$)|[\w»] [:;?!»](?:\s|$)|« |\w'\w")
    found = [text for each in _entries("fr") for text in catalogue.forms(each) if wrong.search(text)]
    assert found == []


def _entries(language: Language) -> Iterator[Message]:
    for known in catalogue.catalogues(language).values():
        yield from (message for message in known if message.id)


def _places(text: str) -> set[str]:
    return {*_PERCENT.findall(text), *(name for name, _ in _fields(text))}


def _asked(text: str) -> Iterator[str]:
    return (spec for _, spec in _fields(text) if spec)


def _given(text: str) -> list[str]:
    return re.findall(r" ¦ (\w+): ", text)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    if "%(" in text:  # a text of a template: braces are no places there
        return
    for _, name, spec, _ in Formatter().parse(text):
        if name is not None:
            yield name, spec or ""
