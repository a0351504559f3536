"""Bylaws on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mandat.bylaws.reading.loader import load
from mandat.exchange.printing import html_of, pdf_of
from mandat.language import LANGUAGES, Language
from mandat.service import published
from tests.cli.test_slips import mandat

NASTY = """mandat = 1
id = "x"
title = "<script>alert(1)</script> #let x = [*bold*] $1$ @ref \\\\"
[body.club]
article = "1 <b>"
type = "assembly"
note = "#image(\\"/etc/passwd\\")"
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", published.names("template"))
def test_every_article_is_on_the_page_and_the_contents_lead_to_it(name: str, language: Language) -> None:
    page = html_of(load(published.text("template", name)), language)
    anchors = set(re.findall(r'<h2 id="([^"]+)"', page))
    assert anchors == set(re.findall(r'<a href="#([^"]+)"', page)) != set()
    assert not re.search(r"<script|https?://", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_comes_out(language: Language) -> None:
    made = pdf_of(load(published.text("template", "federation")), language)
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")


def test_what_an_author_writes_is_text_and_never_markup() -> None:
    bylaws = load(NASTY)
    page = html_of(bylaws)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert pdf_of(bylaws).startswith(b"%PDF-")


def test_the_command_prints_by_the_ending_of_the_name(tmp_path: Path) -> None:
    for ending, start in ((".html", b"<!doctype html>"), (".pdf", b"%PDF-")):
        file = tmp_path / f"bylaws{ending}"
        code, said = mandat("check", "template:association", "--print", file, "--lang", "fr")
        assert code == 0
        assert f"Imprimé\u00a0: {file}"[:20] in said
        assert file.read_bytes().startswith(start)


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "bylaws.docx"
    code, said = mandat("check", "template:association", "--print", file)
    assert code == 2
    assert "neither in .html nor in .pdf" in " ".join(said.split())
    assert not file.exists()
