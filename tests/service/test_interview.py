"""The interview of a template: every template that comes with the program, and every answer that does not fit."""

from __future__ import annotations

import pytest

from mandat.bylaws.findings import check
from mandat.bylaws.reading.loader import load
from mandat.service import published
from mandat.service.interview import AnswerError, answered, identifier, questions

SMALL = """mandat = 1
id = "our-club"                #? id
title = { en = "Our club", fr = "Notre club" }   #? name | What is the club called?
[body.club]
type = "assembly"
[body.board]
type = "committee"
[body.board.seats.members]
from = "club"
number = "ceil(entitled / 50)"   #? each = 50 | One for how many?
at_most = 50
term = "P2Y"  #? term = P2Y | How long is the term?
elect = { method = "approval", ballot = "secret" }  #? ballot = secret {secret, open} | How?
[decision.rules]
in = "club"
carried = "yes >= 2/3 * cast"   #? share = 2/3 | What share?
"""


def test_the_questions_have_words_a_default_and_a_kind() -> None:
    assert [(q.id, q.default, q.kind, q.unit, q.choices) for q in questions(SMALL)] == [
        ("name", "Our club", "text", "", ()),
        ("each", "50", "number", "", ()),
        ("term", "2", "duration", "Y", ()),
        ("ballot", "secret", "choice", "", ("secret", "open")),
        ("share", "2/3", "share", "", ()),
    ]
    assert all(q.words.english.endswith("?") for q in questions(SMALL))


def test_without_answers_the_template_stays_as_it_is_and_the_questions_are_gone() -> None:
    assert "#?" not in answered(SMALL, {})
    assert load(answered(SMALL, {})).title == load(SMALL).title


def test_answers_stand_in_their_places_only() -> None:
    text = answered(
        SMALL,
        {"name": 'Club "Été" \\ Lyon', "each": "30", "term": "3", "ballot": "open", "share": "75%"},
    )
    bylaws = load(text)
    assert bylaws.title == {"": 'Club "Été" \\ Lyon'}
    assert bylaws.id == "club-ete-lyon"
    assert 'number = "ceil(entitled / 30)"\nat_most = 50' in text
    assert 'term = "P3Y"' in text
    assert "yes >= 75% * cast" in text
    assert 'ballot = "open"' in text


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"each": "many"}, "'many' does not answer this: write it as in 50"),
        ({"each": "0"}, "'0' does not answer this"),
        ({"term": "two"}, "'two' does not answer this"),
        ({"ballot": "hands"}, "'hands' is none of: secret, open"),
        ({"share": "0.66"}, "'0.66' does not answer this: write it as in 2/3"),
        ({"name": " "}, "a name is a line of text"),
        ({"name": "a\nb"}, "a name is a line of text"),
        ({"colour": "red"}, "this template does not ask 'colour'; it asks: name, each, term, ballot, share"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_with_what_fits(answers: dict[str, str], words: str) -> None:
    with pytest.raises(AnswerError, match=words) as error:
        answered(SMALL, answers)
    assert error.value.question in answers


def test_a_duration_may_be_written_out() -> None:
    assert 'term = "P18M"' in answered(SMALL, {"term": "P18M"})


def test_identifiers_are_those_that_the_loader_takes() -> None:
    assert identifier("Œuvre & Cie — 2026") == "uvre-cie-2026"
    assert identifier("***") == "federation"


@pytest.mark.parametrize("name", published.names("template"))
def test_every_template_asks_a_few_questions_and_is_sound_with_and_without_answers(name: str) -> None:
    text = published.text("template", name)
    asked = questions(text)
    assert 3 <= len(asked) <= 10
    assert asked[0].id == "name"
    for question in asked:
        load(answered(text, {question.id: _another(question.kind, question.choices)}))
    every = {question.id: _another(question.kind, question.choices) for question in asked}
    for answers in ({}, every):
        found = check(load(answered(text, answers)))
        assert [each.code for each in found if each.level == "error"] == []


def _another(kind: str, choices: tuple[str, ...]) -> str:
    return {"number": "9", "share": "3/4", "duration": "3", "text": "Les Pins"}.get(kind) or choices[-1]
