"""Bylaws as PDF, set by Typst from ``bylaws.typ``; its fonts come with the package, so nothing need be installed."""

from __future__ import annotations

import json
from importlib.resources import files

import typst

from mandat.bylaws.model import Bylaws
from mandat.exchange.printing.document import document
from mandat.language import ENGLISH, Language


def pdf_of(bylaws: Bylaws, language: Language = ENGLISH) -> bytes:
    """Return the PDF file. The words are data to Typst, never markup: no title can change the page."""
    source = (files("mandat.exchange.printing") / "bylaws.typ").read_bytes()
    data = json.dumps(document(bylaws, language), ensure_ascii=False)
    compiled = typst.compile(source, sys_inputs={"document": data}, ignore_system_fonts=True)
    assert isinstance(compiled, bytes)
    return compiled
