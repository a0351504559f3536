"""Bylaws read back as articles: nothing of a file is left out, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mandat.bylaws.reading.loader import load
from mandat.bylaws.tables import LINE, TABLES
from mandat.bylaws.tables.entries import entries
from mandat.bylaws.tables.shapes import Flag, Key, OneOf, Shape, Silent, TextShape
from mandat.bylaws.telling.articles import articles
from mandat.bylaws.telling.articles.articles import _LEADS, _NAMING
from mandat.bylaws.telling.articles.sentences import SENTENCES
from mandat.language import LANGUAGES, Language

BYLAWS = Path(__file__).parents[2] / "src" / "mandat" / "bylaws"
FILES = sorted([*BYLAWS.glob("templates/*.toml"), *BYLAWS.glob("rulebooks/*.toml")])
KEYS = [
    (name, key) for name, table in {**TABLES, "seats": LINE}.items() for key in table.keys if name != "clock"
]


def words_of(shape: Shape) -> tuple[str, ...] | None:
    """The closed words that a key may hold; None if it may hold anything else."""
    match shape:
        case TextShape(of=of) if of:
            return of
        case Flag(only=None):
            return ("True", "False")
        case Silent(value=inner):
            return None if words_of(inner) is None else (*(words_of(inner) or ()), "*")
        case OneOf(choices=choices):
            each_of = [words_of(each) for each in choices]
            return None if None in each_of else tuple(word for words in each_of for word in words or ())
        case _:
            return None


@pytest.mark.parametrize(
    ("table", "key"), KEYS, ids=lambda each: each if isinstance(each, str) else each.name
)
def test_every_key_of_the_language_has_its_sentence(table: str, key: Key) -> None:
    name = f"{table}.{key.name}"
    if key.name in _NAMING or name in _LEADS:
        return
    words = words_of(key.shape)
    closed = words is not None and all(f"{name}={word}" in SENTENCES for word in words)
    flag = key.shape == Flag() and name in SENTENCES
    assert closed or flag or name in SENTENCES


def sentences(text: str, language: Language) -> Iterator[str]:
    """All that is said about a file."""
    for article in articles(load(text), language):
        for section in article.sections:
            for clause in section.clauses:
                yield clause.text
                yield from clause.items


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_entry_of_a_file_stands_in_an_article_and_every_sentence_is_whole(
    file: Path, language: Language
) -> None:
    text = file.read_text(encoding="utf-8")
    bylaws = load(text)
    said = {section.rule for article in articles(bylaws, language) for section in article.sections}
    ids = {entry.id for path, entry in entries(bylaws) if "elect" not in path and "seats" not in path}
    assert ids <= said
    whole = list(sentences(text, language))
    assert not [each for each in whole if re.search(r"[{}]|None|<|object at|  ", each)]


def test_rows_become_a_list_and_articles_with_one_number_stand_together() -> None:
    text = """
mandat = 1
id = "union"
[fact.paid]
article = "2"
of = "local"
type = "people"
[body.local]
article = "1"
type = "assembly"
many = true
[body.congress]
article = "2"
title = "Congress"
type = "congress"
[body.congress.seats.delegates]
article = "2"
from = "local"
number = [["paid <= 200", 1], ["else", "1 + half_down((paid - 200) / 300)"]]
succession = "unspecified"
note = "Read by the secretary."
"""
    first, second = articles(load(text))
    assert (first.number, second.number, first.anchor) == ("2", "1", "art-2")
    seats = first.sections[2]
    assert [clause.text for clause in seats.clauses] == [
        "A seat of the Congress, elected by each local.",
        "For each local: as follows.",
        "Who follows, in order: the text is silent.",
    ]
    assert seats.clauses[1].items[0] == "if paid do not exceed 200: 1"
    assert seats.notes == ("Note: Read by the secretary.",)


def test_small_tables_are_told_in_sentences_without_the_names_of_their_keys() -> None:
    text = """
mandat = 1
id = "club"
[body.club]
type = "assembly"
proxies = { at_most = 2, within = "club" }
[decision.x]
in = "club"
quorum = "present > 5"
voting = { length = "P7D", pause = { from = "meeting.opened", until = "meeting.closed" } }
again = { after = "P7D", quorum = "present > 1" }
[convening.club]
urgent = { by = "club", notice = "P1D" }
[agreement.a]
leave = { notice = "P1M", window = { every = "P1Y", length = "P1M" } }
"""
    told = list(sentences(text, "en"))
    assert "Proxies: at most 2 for one holder, held only by the club." in told
    assert (
        "The vote is open for 7 days, not running from the opening of the meeting until the close of the meeting."
        in told
    )
    assert (
        "If there is no quorum, a second meeting is called: 7 days later, quorum then: those present exceed 1."
        in told
    )
    assert "In urgent cases: by the club, with notice of 1 day." in told
    assert (
        "A party may leave it: with notice of 1 month, in a window of 1 month that comes round after 1 year."
        in told
    )
