"""Every effect and ground of every case, read in each language: names for ids, no raw words of the program, no other language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.rulings import Effect, Ground, Ruling
from mandat.federation.base.types import BylawsVersion
from mandat.federation.wording.effect import describe_effect
from mandat.federation.wording.ruling import RulingWords, describe, describe_ground
from mandat.language import LANGUAGES, Kind, Language, Named, Reader
from mandat.service import cases
from mandat.service.cases import Runner, read_case

Books = Lookup[BylawsVersion, Rulebook]
CASES = sorted(Path(__file__).parents[2].glob("cases/*/case.toml"))
RAW = re.compile(
    r"(?<![\w/.:-])(next-on-list|next-list|next-by-votes|no-quorum|co-opted|open / closed)(?![\w/-])"
)
"""Closed words that no language says so."""
FOREIGN = {
    "en": re.compile(r"\b(le|les|des|est|une|und|das|ist|nicht|wird)\b"),
    "fr": re.compile(r"\b(the|of|and|is|was|has|have|who|not|und|der|das|ist|nicht)\b"),
    "de": re.compile(r"\b(the|of|and|is|has|have|who|not|le|les|des membres|est|une)\b"),
}
"""Small words of the other languages."""


@cache
def rulings() -> tuple[tuple[Ruling, Books], ...]:
    """Return the ruling of every act of every case, with the bylaws that judged."""
    found: list[tuple[Ruling, Books]] = []

    def keeping(ruling: Ruling, books: Books, reader: Reader | Language) -> RulingWords:
        found.append((ruling, books))
        return describe(ruling, books, reader)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cases, "describe", keeping)
        for case in CASES:
            Runner(read_case(case.parent)).run()
    return tuple(found)


def named(each: Named) -> str:
    """The name of a person is known; what else there is keeps its id."""
    known = each.kind is Kind.PERSON or (each.kind is Kind.ANY and PERSON.fullmatch(each.id))
    return "Öykü" if known else each.id


PERSON = re.compile(r"m-(?!0042)\d+")
"""The ids of people in most cases."""


@cache
def effects(language: Language) -> Mapping[str, Effect]:
    """Return all sentences on effects, each with one effect that is told so."""
    reader = Reader(language, "Europe/Paris", named)
    return {describe_effect(each, reader): each for ruling, _ in rulings() for each in ruling.effects}


@cache
def grounds(language: Language) -> Mapping[str, Ground]:
    """Return all sentences on grounds and remedies, but for those that quote the bylaws or what a motion is about."""
    reader = Reader(language, "Europe/Paris", named)
    found: dict[str, Ground] = {}
    for ruling, books in rulings():
        for ground in ruling.grounds:
            if ground.requirement != Ground.EXPRESSION and "about" not in ground.numbers:
                words = describe_ground(ground, books, reader)
                found |= {text: ground for text in (words.found, words.remedy) if text}
    return found


@cache
def sentences(language: Language) -> Mapping[str, Ruling]:
    """Return each ruling's one sentence: of each kind of ruling (its outcome, its effects, what failed) the first."""
    reader = Reader(language, "Europe/Paris", named)
    kinds: dict[object, tuple[Ruling, Books]] = {}
    for ruling, books in rulings():
        failed = tuple((each.requirement, each.key) for each in ruling.grounds if each.holds is not True)
        kind = (ruling.outcome, tuple(dict.fromkeys(map(type, ruling.effects))), failed)
        if any("about" in each.numbers for each in ruling.grounds[-1:]):
            continue
        kinds.setdefault(kind, (ruling, books))
    return {describe(ruling, books, reader).sentence: ruling for ruling, books in kinds.values()}


def said(language: Language) -> tuple[str, ...]:
    return (*effects(language), *grounds(language), *sentences(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_raw_word_of_the_program_is_said(language: Language) -> None:
    assert [text for text in said(language) if RAW.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_is_said_of_a_person_whose_name_is_known(language: Language) -> None:
    alone = re.compile(rf"(?<![\w/:.-]){PERSON.pattern}(?![\w/:.-])")
    assert [text for text in said(language) if alone.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_mixes_languages(language: Language) -> None:
    assert [text for text in said(language) if FOREIGN[language].search(_QUOTED.sub("", text))] == []


_QUOTED = re.compile(
    r"“[^”]*”|«[^»]*»|„[^“]*“|League of the North|Mensheviks and Socialist Revolutionaries|carried of hall"
)
"""Titles and readings are words of the bylaws."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_instants_are_told_as_days(language: Language) -> None:
    iso = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
    assert [text for text, each in effects(language).items() if iso.search(text)] == []
