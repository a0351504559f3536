"""Which language a reader gets."""

from __future__ import annotations

from litestar import Request
from litestar.datastructures import State as AppState

from mandat.language import LANGUAGES, Language, language_named
from mandat.language.languages import first_spoken

COOKIE = "mandat-lang"


def language_of(request: Request[object, object, AppState]) -> Language:
    """Return ``?lang=``, else the cookie's, else the first of the browser's languages that we speak, else English."""
    for wish in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return language_named(wish)
    return _accepted(request.headers.get("accept-language", ""))


def _accepted(header: str) -> Language:
    wishes = []
    for place, part in enumerate(header.split(",")):
        name, _, quality = part.strip().partition(";q=")
        try:
            wishes.append((-float(quality or 1), place, name))
        except ValueError:
            continue
    return first_spoken(name for _, _, name in sorted(wishes))
