"""No text of the pages outside the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.language.catalogue import SOURCE

TEMPLATES = sorted((SOURCE / "web" / "templates").glob("*.html"))
_SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-words", "content", "label")
_UNSPOKEN_CONTENT = ("width=device-width", "light dark")


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
