"""The thirty hardest sentences in each language, with their parts: kept word for word in ``thirty/after.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mandat.language import ENGLISH, LANGUAGES, Catalogue, Kind, Language, Named, Reader, sentences
from mandat.language.catalogue import read
from tests.language.thirty.sentences import ROWS

HERE = Path(__file__).parent / "thirty"
NAMES = {
    Named(Kind.PERSON, "m-7"): "Anne Weber",
    Named(Kind.PERSON, "m-9"): "Öykü Demir",
    Named(Kind.BODY, "section/depot"): "Depot",
}
AFTER = tomllib.loads((HERE / "after.toml").read_text())


@pytest.fixture(autouse=True)
def _trial(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {language: _catalogue(language) for language in ("en", "fr", "de")}
    monkeypatch.setattr(sentences, "catalogue", known.__getitem__)


def _catalogue(language: str) -> Catalogue:
    path = HERE / f"{language}.po"
    return read([] if language == ENGLISH else [path.read_text().splitlines()])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_said_as_a_secretary_would(language: Language) -> None:
    reader = Reader(language, "Europe/Paris", lambda named: NAMES.get(named, named.id))
    said = [sentence.text(reader) for _, sentence in ROWS]
    assert said == AFTER[language]
