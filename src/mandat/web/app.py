"""The application: which handlers there are, and what surrounds all of them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from importlib.resources import files
from typing import Any, NamedTuple

from litestar import Litestar, Request, Response, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State as AppState
from litestar.exceptions import (
    HTTPException,
    NotFoundException,
    PermissionDeniedException,
    ValidationException,
)
from litestar.openapi import OpenAPIConfig
from litestar.static_files import create_static_files_router

from mandat.record.reasons import NotTaken
from mandat.service.logs import tell_broken
from mandat.web import pages
from mandat.web.api import acts, office, record, sessions, views
from mandat.web.api.errors import ApiError, Problem, answer_not_taken, answer_problem, words
from mandat.web.language import language_of
from mandat.web.live import events
from mandat.web.render import page
from mandat.web.security import Bucket, headed, refuse_foreign
from mandat.web.sessions import COOKIE
from mandat.web.site import Site

MOST_BODY_BYTES = 4 * 1024 * 1024
"""The largest request: a list of members or the papers of an election; a longer import goes by the command line."""
_A_DAY = "public, max-age=86400"


class RateLimits(NamedTuple):
    """How much one visitor may ask in a minute."""

    acts: Bucket
    sessions: Bucket
    enrolments: Bucket
    counts: Bucket = Bucket(20)


def create_app(site: Site, limits: RateLimits | None = None) -> Litestar:
    """Return the application of a site; it reads the record when it starts, and answers 503 until it has."""

    @contextlib.asynccontextmanager
    async def following(_: Litestar) -> AsyncIterator[None]:
        task = asyncio.create_task(site.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await site.close()

    api = Router(
        "/api",
        route_handlers=[acts.router, record.router, sessions.router, office.router, views.router],
        request_max_body_size=MOST_BODY_BYTES,
        exception_handlers={
            ApiError: answer_problem,
            NotTaken: answer_not_taken,
            HTTPException: _answer_http,
            Exception: _answer_broken,
        },
    )
    static = create_static_files_router(
        path="/static", directories=[_folder("static")], cache_control=None, include_in_schema=False
    )
    return Litestar(
        route_handlers=[api, static, events, *pages.HANDLERS],
        lifespan=[following],
        state=AppState(
            {"site": site, "limits": limits or RateLimits(Bucket(30_000), Bucket(120), Bucket(20))}
        ),
        before_request=_before,
        before_send=[headed(site.settings)],
        exception_handlers={
            ApiError: _page_problem,
            NotFoundException: _not_found,
            PermissionDeniedException: _answer_http,
            Exception: _page_broken,
        },
        openapi_config=OpenAPIConfig(
            title="Mandat",
            version="1",
            path="/api/openapi",
            description="Acts, views and the record of a federation.",
        ),
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=5, exclude=["/events"]),
    )


def _folder(name: str) -> str:
    return str(files("mandat.web") / name)


async def _before(request: Request[Any, Any, AppState]) -> Response[Any] | None:
    """Turn away foreign requests, say when the record is not read yet, and find out who is signed in."""
    refuse_foreign(request)
    site: Site = request.app.state.site
    path = request.url.path
    if path.startswith("/static/"):
        return None
    if site.fault is not None or not site.ready:
        return _away(request, site)
    request.scope["person"] = site.sessions.person(request.cookies.get(COOKIE), site.state)  # type: ignore[typeddict-unknown-key]
    return None


def _away(request: Request[Any, Any, AppState], site: Site) -> Response[Any]:
    if request.url.path.startswith("/api/"):
        said = words("reading", language_of(request))
        return Response(Problem("reading", said), status_code=503, headers={"Retry-After": "2"})
    answer = page(request, "away.html", {"progress": site.progress, "fault": site.fault}, status=503)
    answer.headers["Retry-After"] = "2"
    return answer


def _answer_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """Answer an error of the framework as a ``Problem``."""
    language = language_of(request)
    if isinstance(error, PermissionDeniedException):
        return Response(Problem("foreign-origin", words("foreign-origin", language)), status_code=403)
    if error.status_code == 404:
        said = words("no-such-thing", language, what=request.url.path)
        return Response(Problem("no-such-thing", said), status_code=404)
    if error.status_code == 413:
        said = words("too-large", language, megabytes=MOST_BODY_BYTES // 1024**2)
        return Response(Problem("too-large", said), status_code=413)
    problem = error.detail
    if isinstance(error, ValidationException) and isinstance(error.extra, list) and error.extra:
        problem = "; ".join(str(each) for each in error.extra[:3])
    return Response(
        Problem("malformed", words("malformed", language, problem=problem)), status_code=error.status_code
    )


def _answer_broken(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Answer a defect of the program: the log gets the place, the visitor what to do."""
    if isinstance(error, HTTPException):
        return _answer_http(request, error)
    if isinstance(error, RecursionError):  # JSON nested without end
        said = words("malformed", language_of(request), problem="JSON")
        return Response(Problem("malformed", said), status_code=400)
    tell_broken("request-broken", error, route=_route(request))
    return Response(Problem("broken", words("broken", language_of(request))), status_code=500)


def _page_broken(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    if isinstance(error, HTTPException):
        return _answer_http(request, error)
    tell_broken("page-broken", error, route=_route(request))
    said = words("broken", language_of(request))
    return page(request, "problem.html", {"reason": "broken", "words": said}, status=500)


def _route(request: Request[Any, Any, Any]) -> str:
    """Return the route's pattern: an address may hold the id of a person."""
    return str(request.scope.get("path_template", ""))


def _not_found(request: Request[Any, Any, Any], error: NotFoundException) -> Response[Any]:
    if request.url.path.startswith("/api/"):
        return _answer_http(request, error)
    return page(request, "missing.html", {"what": request.url.path}, status=404)


def _page_problem(request: Request[Any, Any, Any], error: ApiError) -> Response[Any]:
    said = words(error.reason, language_of(request), **error.details)
    return page(request, "problem.html", {"reason": error.reason, "words": said}, status=error.status)
