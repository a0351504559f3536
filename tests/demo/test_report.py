"""The report: what it must show, that it loads nothing, and that it can be read."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from mandat.demo.words import day, number
from mandat.language import LANGUAGES
from tests.demo.conftest import Run

VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})
LOADS = frozenset({"src", "href", "srcset", "data", "poster", "action", "xlink:href"})


class Page(HTMLParser):
    """Reads a page strictly: every element that opens closes, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, english: Run, french: Run, german: Run) -> str:
    return {"en": english, "fr": french, "de": german}[request.param].page


def test_every_element_closes(page: str) -> None:
    found = Page(page)
    assert found.open == []
    assert page.startswith("<!doctype html>")
    assert {"main", "header", "footer", "h1", "svg", "table"} <= set(found.seen)


def test_nothing_is_loaded_and_nothing_runs(page: str) -> None:
    found = Page(page)
    assert [pair for pair in found.attributes if pair[0] in LOADS] == []
    assert not {"script", "link", "img", "iframe", "object", "embed", "base"} & set(found.seen)
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    assert re.findall(r"url\(|@import|@font-face", page) == []
    without_names = page.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"https?://", without_names) == []


def test_light_dark_paper_and_phone(page: str) -> None:
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert 'content="width=device-width, initial-scale=1"' in page


def test_it_shows_what_happened(english: Run) -> None:
    text = Page(english.page).words
    result = english.result
    for words_ in (
        "10 of 10 are those whom the councils declared",
        "An Taobh Siar agus Nis",
        "715 of 1,429 electors withdrew confidence from Kenneth Macleod",
        "withdrawn > 1/2 * electors: 715 > 714.5, met",
        "by the ballots of the election, counted back",
        "bureau has decided: a body exercises the power agreement.sign by its decision",
        "table a motion about agreement.sign in bureau, carry it, and name it here",
        "SNP 3, Ind 3, Lab 2, Con 1",
        f"failed at entry {result.tampered_entry}",
        "its bytes do not hash to the leaf",
        f"mandat why {result.record} {result.refused_entry}",
        "It says nothing about the people named.",
        "CC BY-SA 4.0",
    ):
        assert words_ in text


def test_it_speaks_french(french: Run) -> None:
    text = Page(french.page).words
    assert '<html lang="fr">' in french.page
    for words_ in (
        "Une fédération, des bulletins à la révocation",
        "10 sur 10 sont ceux que les conseils ont proclamés",
        "715 > 714,5, atteint",
        "bureau a décidé",
        "Vérifiez vous-même",
    ):
        assert words_ in text


def test_who_withdrew_is_not_told(english: Run) -> None:
    text = Page(english.page).words
    people = set(re.findall(r"\bm-\d{6}\b", text))
    refused = text[text.index("The act that was refused") :]
    assert people == set(re.findall(r"\bm-\d{6}\b", refused[: refused.index("The record over time")]))
    assert "m-██████" in text


def test_every_drawing_names_itself(page: str) -> None:
    assert page.count("<svg") == page.count('role="img"') >= 9
    assert len(re.findall(r"<svg[^>]*><title>[^<]+</title>", page)) == page.count("<svg")


def test_seats_are_drawn_one_by_one_with_letters(english: Run) -> None:
    congress = re.findall(
        r'<svg[^>]*aria-label="Seats of the congress[^"]*">.*?</svg>', english.page, re.DOTALL
    )
    assert len(congress) == 3
    for drawing in congress:
        assert drawing.count("<circle") == 10
        assert len(re.findall(r'text-anchor="middle">[A-Z]', drawing)) >= 10
        assert drawing.count('class="seat marked"') == 1


def test_the_summary_says_it_in_sentences(english: Run, french: Run) -> None:
    first, *_, last = english.result.summary
    assert first.startswith("A federation of 3 Scottish wards, 8,776 members, 10 delegates, run in ")
    assert last == f"Report: {english.result.report}"
    assert french.result.summary[1] == (
        "Élus au VUT écossais d’après les bulletins réels\N{NO-BREAK SPACE}: 10 sur 10 conformes au résultat officiel."
    )


def test_numbers_and_days_as_each_language_writes_them() -> None:
    assert (number(233_204, "en"), number(233_204, "fr")) == ("233,204", "233\N{NARROW NO-BREAK SPACE}204")
    assert (day(0, "en"), day(0, "fr")) == ("1 January 1970", "1er janvier 1970")
