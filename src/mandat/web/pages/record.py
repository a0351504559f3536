"""The record as a feed, one act with its grounds, the check page, the bylaws as articles, and how the service runs."""

from __future__ import annotations

from litestar import Request, Response, get
from litestar.datastructures import State as AppState
from litestar.params import FromPath, FromQuery

from mandat.bylaws.telling.articles import articles
from mandat.federation.base.lookup import look_up
from mandat.federation.base.types import BylawsVersion, MotionId
from mandat.record.errors import RecordError
from mandat.web.api.errors import ApiError
from mandat.web.language import language_of
from mandat.web.render import page, reader_of
from mandat.web.site import Site
from mandat.web.views import bodies
from mandat.web.views.feed import feed, ruling
from mandat.web.views.names import Names

ON_A_PAGE = 50
_TEXT = "text/plain; charset=utf-8"


@get("/record", include_in_schema=False, sync_to_thread=False)
def record(request: Request[object, object, AppState], before: FromQuery[int | None] = None) -> Response[str]:
    """Show the acts, newest first."""
    site: Site = request.app.state.site
    lines = site.follower.latest(ON_A_PAGE, before)
    names = Names(site.state, site.people, reader_of(request))
    earlier = lines[-1].index if len(lines) == ON_A_PAGE else None
    items = tuple(feed(site.follower, lines, names, language_of(request)))
    return page(request, "record.html", {"items": items, "before": before, "earlier": earlier})


@get("/record/{index:int}", include_in_schema=False, sync_to_thread=False)
def act(request: Request[object, object, AppState], index: FromPath[int]) -> Response[str]:
    """Show one act: what it did and why it is valid, or why it was refused."""
    site: Site = request.app.state.site
    line = site.follower.line(index)
    raw = None if line is None else site.follower.store.entry(index)
    if line is None or raw is None:
        raise ApiError(404, "no-such-thing", what=f"#{index}")
    language, names = language_of(request), Names(site.state, site.people, reader_of(request))
    (item,) = feed(site.follower, [line], names, language)
    words = ruling(site.follower, line, names, language)
    data = {"item": item, "signers": line.signers, "words": words, "note": raw.decode()}
    return page(request, "act.html", data)


@get("/check", include_in_schema=False, sync_to_thread=False)
def check(request: Request[object, object, AppState]) -> Response[str]:
    """Let the reader's device check the record."""
    site: Site = request.app.state.site
    head = site.follower.head
    return page(request, "check.html", {"checkpoint": None if head is None else head.note.decode()})


@get(["/bylaws", "/bylaws/{version:str}"], include_in_schema=False, sync_to_thread=False)
def bylaws(
    request: Request[object, object, AppState], version: FromPath[BylawsVersion | None] = None
) -> Response[str]:
    """Show the bylaws as numbered articles: those in force, or an earlier version."""
    site: Site = request.app.state.site
    law = site.state.law
    book = look_up(law.books, version or law.current)
    if book is None:
        raise ApiError(404, "no-such-thing", what=f"/bylaws/{version}")
    data = {
        "articles": articles(book.bylaws, language_of(request)),
        "versions": law.versions,
        "version": book.version,
        "current": book.version == law.current,
    }
    return page(request, "bylaws.html", data)


@get("/bylaws/{version:str}/text", include_in_schema=False, sync_to_thread=False)
def bylaws_text(request: Request[object, object, AppState], version: FromPath[str]) -> Response[str]:
    """Return the file as it was adopted."""
    book = request.app.state.site.state.law.books.get(version)
    if book is None:
        raise ApiError(404, "no-such-thing", what=f"/bylaws/{version}")
    return Response(book.bylaws.text, media_type=_TEXT)


@get("/motions/{name:path}", include_in_schema=False, sync_to_thread=False)
def motion(request: Request[object, object, AppState], name: FromPath[str]) -> Response[str]:
    """Show a motion and its vote."""
    site: Site = request.app.state.site
    state, language, name = site.state, language_of(request), MotionId(name.strip("/"))
    found = state.motions.all.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    decision = state.law.book.bylaws.decisions.get(found.decision)
    blob = site.follower.store.blob(found.text) if found.text else None
    data = {
        "motion": found,
        "vote": state.motions.votes.get(name),
        "decision_title": bodies.title_of(decision, language, found.decision),
        "article": None if decision is None else decision.article,
        "text": blob.content.decode(errors="replace")
        if blob is not None and blob.audience == "public"
        else "",
        "title_of": lambda other: bodies.body_title(state, other, language),
    }
    return page(request, "motion.html", data)


@get("/operator", include_in_schema=False)
async def operator(request: Request[object, object, AppState]) -> Response[str]:
    """Show how the service runs: no names, nothing that the record does not say."""
    site: Site = request.app.state.site
    try:
        health = await site.pen.health()
    except RecordError:
        health = None
    disk = sum(file.stat().st_size for file in site.settings.directory.glob("record.sqlite*"))
    return page(request, "operator.html", {"health": health, "disk": disk, "head": site.follower.head})


HANDLERS = [record, act, check, bylaws, bylaws_text, motion, operator]
