"""Which language a reader gets, and the words of pages: catalogues in ``translations``, read at the start, no build step."""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from litestar import Request
from litestar.datastructures import State as AppState

from mandat.bylaws.words.languages import LANGUAGES, Language

COOKIE = "mandat-lang"
NAMES: Mapping[Language, str] = {"en": "English", "fr": "Français"}


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return the words of a language; English stands in the templates themselves."""
    source = files("mandat.web") / "translations" / f"{language}.po"
    if not source.is_file():
        return gettext.NullTranslations()
    with source.open("rb") as lines:
        read = read_po(lines, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, read)
    return gettext.GNUTranslations(io.BytesIO(compiled.getvalue()))


def language_of(request: Request[object, object, AppState]) -> Language:
    """Return ``?lang=``, else the cookie's, else the first of the browser's languages that we speak, else English."""
    for wish in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        for language in LANGUAGES:
            if wish == language:
                return language
    return _accepted(request.headers.get("accept-language", ""))


def _accepted(header: str) -> Language:
    wishes = []
    for place, part in enumerate(header.split(",")):
        name, _, quality = part.strip().partition(";q=")
        try:
            wishes.append((-float(quality or 1), place, name[:2].lower()))
        except ValueError:
            continue
    for _, _, name in sorted(wishes):
        for language in LANGUAGES:
            if name == language:
                return language
    return "en"
