"""The first page: the federation as a tree."""

from __future__ import annotations

from litestar import Request, Response, get
from litestar.datastructures import State as AppState

from mandat.service import views
from mandat.web.language import language_of
from mandat.web.render import page
from mandat.web.site import Site


@get("/", include_in_schema=False, sync_to_thread=False)
def federation(request: Request[object, object, AppState]) -> Response[str]:
    """Show the federation."""
    site: Site = request.app.state.site
    return page(
        request, "federation.html", {"federation": views.federation(site.state, language_of(request))}
    )


HANDLERS = [federation]
