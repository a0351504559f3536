"""A language that puts marks around every text of the catalogue: what people read without marks stands outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.dates import get_month_names

from mandat.demo.parties import OFFICIAL
from mandat.federation.base.lookup import keys_of, values_of
from mandat.language import LANGUAGES, Catalogue
from mandat.language.languages import own_name
from mandat.web import render
from tests.language.catalogue import SOURCE
from tests.web.conftest import Visitors
from tests.web.scene import Scene
from tests.web.screenshots import pages
from tests.web.test_pages import NAMES, STATUS

SCENE = Path(__file__).with_name("scene.py")
TEMPLATES = sorted((SOURCE / "bylaws" / "templates").glob("*.toml"))
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
_UNSPOKEN = re.compile(
    r"<(script|style|pre|code|svg|title|textarea)\b.*?</\1>|<!doctype html>|<!--.*?-->", re.DOTALL
)
_READ_ALOUD = re.compile(r'\s(?:aria-label|alt|placeholder|data-words)="([^"]*)"')
_TOKEN = re.compile(r"[\w+/=.:@’'-]+")
_WORD = re.compile(r"[^\W\d_][a-zà-ÿ]{2,}")
_HASH = re.compile(r"[a-f]+")


@pytest.fixture
def _marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(Catalogue, "pgettext", lambda _self, _context, message: f"⟦{message}⟧")
    monkeypatch.setattr(
        Catalogue, "npgettext", lambda _self, _context, one, many, n: f"⟦{one if n == 1 else many}⟧"
    )
    _forget()
    yield
    _forget()


def _forget() -> None:
    render.environment.cache_clear()
    render.words_json.cache_clear()


def unmarked(page: str) -> str:
    """Return what a page says outside the catalogue.

    >>> unmarked("<p>⟦Hello ⟦there⟧⟧ stranger</p>").split()
    ['stranger']
    """
    plain = _UNSPOKEN.sub(" ", page)
    said = " ".join([re.sub(r"<[^>]*>", " ", plain), *_READ_ALOUD.findall(plain)])
    while _INNERMOST.search(said):
        said = _INNERMOST.sub(" ", said)
    return said


def words(text: str) -> set[str]:
    """Return the words of a text; what has digits or capitals within is an id, a key or a hash."""
    tokens = (token.strip(".:-'’") for token in _TOKEN.findall(text))
    return {token for token in tokens if _WORD.fullmatch(token) and not _HASH.fullmatch(token)}


def data(visitors: Visitors) -> set[str]:
    """Return the words that are not the program's: of the bylaws, of names and ids, of what the scene's people say, months."""
    site = visitors.site
    people = site.people
    assert people is not None
    names = (
        entry.name for each in keys_of(site.state.members.people) if (entry := people.get(each)) is not None
    )
    texts = [site.state.law.book.bylaws.text, SCENE.read_text(), *map(str, names)]
    texts += [f"{body}" for body in values_of(site.state.bodies.all)]
    texts += [f"{party}" for party in OFFICIAL.items()]
    texts += [template.read_text() for template in TEMPLATES]
    texts += [name for language in LANGUAGES for name in get_month_names(locale=language).values()]
    texts += [own_name(each) for each in LANGUAGES]
    return {part for text in texts for part in re.findall(r"[^\W\d_]{2,}", text)}


LAWS = frozenset({"count"})
"""Pages that list rules of counting by the titles of their laws, which stand in English only."""


@pytest.mark.parametrize("name", sorted({*NAMES} - LAWS))
@pytest.mark.usefixtures("_marked")
def test_pages_say_nothing_outside_the_catalogue(visitors: Visitors, scene: Scene, name: str) -> None:
    path, reader = pages(scene)[name]
    page = visitors.get(path, reader, "en", STATUS.get(name, 200))
    assert sorted(words(unmarked(page)) - data(visitors) - _KNOWN) == []


_KNOWN = frozenset({"Mandat", "support"})
"""The program's name, and a word of an id."""
