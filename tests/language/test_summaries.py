"""A ruling in one sentence: what happened, by which numbers and article, what follows; of a refusal what is missing."""

from __future__ import annotations

import pytest

from mandat.language import LANGUAGES, Language
from tests.language.test_rulings_read import sentences


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Öykü was recalled from the seat board:members:members:1: 5 of 8 voted for it, art. 3.1; Öykü follows by countback",
        ),
        (
            "de",
            "Öykü wurde vom Sitz board:members:members:1 abberufen: 5 von 8 stimmten dafür, Art. 3.1;"
            " es folgt Öykü (durch Nachzählung der Stimmzettel)",
        ),
        ("en", "Öykü has signed again: 2 of the 3 needed; 1 more is needed, art. 3"),
        (
            "en",
            "Confidence in the holder of congress:delegates:base:1 is withdrawn:"
            " 1 of 20 have withdrawn confidence; 10 more are needed, art. 2.3",
        ),
        ("en", "Not met: the body pub exists (built-in rule) – found pub first, or check the name"),
    ],
)
def test_the_sentence_names_the_numbers_the_article_and_what_follows(
    language: Language, sentence: str
) -> None:
    assert sentence in sentences(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ruling_has_one_line_that_says_something(language: Language) -> None:
    assert [each for each in sentences(language) if not each.strip() or "\n" in each or "{" in each] == []


def test_a_refusal_says_what_can_be_done() -> None:
    refused = [text for text, ruling in sentences("en").items() if not ruling.admitted]
    assert len(refused) > 100
    assert all(
        text.startswith(("Not met: ", "This is needed: ", "The bylaws are silent: ")) for text in refused
    )
