"""No text without French, no text outside the catalogue, no placeholder lost in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.web import catalogue

TEMPLATES = sorted((catalogue.WEB / "templates").glob("*.html"))
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
_SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-words", "content", "label")
_UNSPOKEN_CONTENT = ("width=device-width", "light dark")


def test_every_message_has_french_words() -> None:
    catalog = catalogue.in_step(catalogue.french())
    assert catalogue.untranslated(catalog) == []


def test_the_catalogue_holds_nothing_that_no_page_says() -> None:
    said = {message if isinstance(message, str) else message[0] for message, _, _ in catalogue.messages()}
    kept = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue.french()}
    assert kept - said - {""} == set()


def _messages() -> list[Message]:
    return [message for message in catalogue.french() if message.id]


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_placeholders_are_kept_in_translation() -> None:
    for message in _messages():
        english = message.id if isinstance(message.id, str) else message.id[-1]
        for words in _strings(message):
            assert set(_PLACEHOLDER.findall(words)) == set(_PLACEHOLDER.findall(english)), words


def test_french_puts_a_space_that_does_not_break_before_double_punctuation() -> None:
    wrong = re.compile(r"[^\s\u00a0\u202f:/][;?!](?:\s|$)|[\w»] [:;?!»](?:\s|$)|« ")
    for message in _messages():
        for words in _strings(message):
            assert not wrong.search(words), words


def bare(text: str) -> Iterator[str]:
    """Yield words that stand in a template outside ``_(…)``, between tags or in attributes that are read aloud."""
    plain = re.sub(r"\{% block width %\}.*?\{% endblock %\}", "", text)  # a class, not words
    plain = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "\x00", plain, flags=re.DOTALL)
    plain = re.sub(r"<(style|pre)\b.*?</\1>|<!doctype html>", "", plain, flags=re.DOTALL)
    for tag in re.findall(r"<[a-z][^>]*>", plain):
        for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag):
            if name in _SPOKEN and value not in _UNSPOKEN_CONTENT and not value.startswith("width="):
                yield from re.findall(r"[^\W\d_]{2,}", value.replace("\x00", " "))
    outside = re.sub(r"<[^>]*>", " ", plain).replace("\x00", " ").replace("&#10;", " ").replace("&nbsp;", " ")
    yield from re.findall(r"[^\W\d_]{2,}", outside)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_say_nothing_outside_the_catalogue(template: Path) -> None:
    assert [word for word in bare(template.read_text()) if word not in _NAMES] == []


_NAMES = {"Mandat"}


def test_the_finder_of_bare_words_finds_them() -> None:
    assert list(bare("<p>Hello {{ _('there') }}</p>")) == ["Hello"]
    assert list(bare('<img alt="A cat"><b data-x="no">{{ x }}</b>')) == ["cat"]
