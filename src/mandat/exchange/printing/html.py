"""Bylaws as one self-contained HTML page: no script, nothing loaded from elsewhere, made to be printed too."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from mandat.bylaws.model import Bylaws
from mandat.exchange.printing.document import document
from mandat.language import ENGLISH, Language


def html_of(bylaws: Bylaws, language: Language = ENGLISH) -> str:
    """Return the page; each article has an anchor (``#art-4.2``)."""
    environment = Environment(
        loader=PackageLoader("mandat.exchange.printing", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("bylaws.html").render(document(bylaws, language))
