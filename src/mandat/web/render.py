"""Pages from templates: Jinja with the words of the reader's language, dates and numbers by Babel, links by ids."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import quote

import msgspec
from babel.dates import format_timedelta
from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import MediaType, Request, Response
from litestar.datastructures import Cookie
from litestar.datastructures import State as AppState
from markupsafe import Markup

from mandat.bylaws.telling.articles.articles import anchor
from mandat.federation.base.types import PersonId
from mandat.language import LANGUAGES, Language, catalogue
from mandat.language.languages import own_name
from mandat.language.numbers import day, locale_of, moment, number
from mandat.web import language as languages
from mandat.web.act_names import act_names, result_names, stage_names
from mandat.web.browser_words import browser_words
from mandat.web.language import language_of
from mandat.web.site import Site
from mandat.web.views.names import Names

_YEAR = 365 * 86_400


def link(*parts: object) -> str:
    """Return an address of the site: ids keep their slashes and colons.

    >>> link("bodies", "section/lyon"), link("record", 12)
    ('/bodies/section/lyon', '/record/12')
    """
    return "/" + "/".join(quote(str(part), safe="/:@.-_~") for part in parts)


@cache
def _own_names() -> Mapping[Language, str]:
    return {each: own_name(each) for each in LANGUAGES}


@cache
def environment(language: Language) -> Environment:
    """Return the templates in one language."""
    made = Environment(
        loader=PackageLoader("mandat.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    words = catalogue(language).gettext
    acts, stages, results = act_names(words), stage_names(words), result_names(words)
    made.globals.update(
        act_name=lambda tag: acts.get(tag, tag),
        stage_name=lambda stage: stages.get(stage, stage),
        result_name=lambda result: results.get(result, result),
        anchor=anchor,
    )
    made.globals.update(
        link=link,
        language=language,
        languages=LANGUAGES,
        language_names=_own_names(),
    )
    made.filters.update(
        number=lambda value: number(value, language),
        day=lambda at, zone="UTC": day(at, language, zone),
        moment=lambda at, zone="UTC": moment(at, language, zone),
        iso=lambda at: datetime.fromtimestamp(at, UTC).isoformat().replace("+00:00", "Z"),
        ago=lambda seconds: format_timedelta(-seconds, add_direction=True, locale=locale_of(language)),
    )
    return made


def page(
    request: Request[object, object, AppState],
    template: str,
    data: Mapping[str, Any] | None = None,
    status: int = 200,
) -> Response[str]:
    """Return a page; a language asked for by ``?lang=`` is remembered."""
    language = language_of(request)
    site: Site = request.app.state.site
    frame = {**_frame(request, site, language), **(data or {})}
    text = environment(language).get_template(template).render(frame)
    asked = request.query_params.get("lang") in LANGUAGES
    cookies = [_remember(language, secure=site.settings.base.startswith("https://"))] if asked else []
    return Response(text, media_type=MediaType.HTML, status_code=status, cookies=cookies)


def _frame(request: Request[object, object, AppState], site: Site, language: Language) -> dict[str, Any]:
    """Return what every page shows around its own content."""
    state, me = site.state, reader_of(request)
    bylaws = state.law.book.bylaws if state.founded else None
    title = "Mandat" if bylaws is None else title_in(bylaws.title, language, bylaws.id)
    return {
        "site": site,
        "here": request.url.path,
        "now": int(time.time()),
        "me": me,
        "names": Names(state, site.people, me),
        "zone": "UTC" if bylaws is None else bylaws.time_zone,
        "federation_title": title,
        "is_registrar": me is not None and me == state.keys.registrar,
        "is_delegate": me is not None and bool(state.posts.held_by(me)),
        "words_json": words_json(language),
    }


def invitation(
    request: Request[object, object, AppState], name: str, address: str, expires: int
) -> tuple[str, str]:
    """Return subject and text of the mail that brings an invitation, in the language of whoever sends it."""
    language = language_of(request)
    made, words = environment(language), _frame(request, request.app.state.site, language)
    title, until = words["federation_title"], made.filters["moment"](expires, words["zone"])
    data = {"name": name, "address": address, "federation": title, "until": until}
    template = made.overlay(autoescape=False).get_template("invitation_mail.txt")
    return title, template.render(data)


def reader_of(request: Request[object, object, AppState]) -> PersonId | None:
    """Return who is signed in; None for an outsider."""
    person = request.scope.get("person")
    return PersonId(person) if isinstance(person, str) else None


def title_in(title: Mapping[str, str], language: Language, otherwise: str) -> str:
    """Return a title in a language, else in another, else the id."""
    return title.get(language) or title.get("") or next(iter(title.values()), otherwise)


@cache
def words_json(language: Language) -> Markup:
    """Return the browser's words as JSON that may stand inside a script element."""
    text = msgspec.json.encode(browser_words(catalogue(language).gettext)).decode()
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - no < is left, so nothing ends the element


def _remember(language: Language, *, secure: bool) -> Cookie:
    return Cookie(
        key=languages.COOKIE,
        value=language,
        path="/",
        max_age=_YEAR,
        samesite="lax",
        httponly=True,
        secure=secure,
    )
