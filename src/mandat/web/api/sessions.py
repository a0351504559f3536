"""Signing in: a device proves its key, and may then read what is for its person."""

from __future__ import annotations

import msgspec
from litestar import Request, Response, Router, delete, get, post
from litestar.datastructures import Cookie
from litestar.datastructures import State as AppState
from litestar.params import JSONBody

from mandat.web.api.errors import PROBLEMS, ApiError
from mandat.web.sessions import COOKIE, LASTS_SECONDS, SCHEMA, SignInError
from mandat.web.site import Site


class ChallengeOut(msgspec.Struct, frozen=True):
    """What the device signs: a note whose three lines are ``schema``, ``origin``, ``challenge``."""

    schema: str
    origin: str
    challenge: str


class ProofIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The signed note in base64."""

    note: bytes


class SessionOut(msgspec.Struct, frozen=True):
    """Who is signed in; ``person`` is None if nobody is."""

    person: str | None


@post("/challenge", status_code=200, summary="Ask for a challenge", responses=PROBLEMS)
async def challenge(request: Request[object, object, AppState]) -> ChallengeOut:
    """Return a challenge, good for two minutes and one proof."""
    site: Site = request.app.state.site
    if not request.app.state.limits.sessions.allows(request.client.host if request.client else "–"):
        raise ApiError(429, "too-many")
    return ChallengeOut(SCHEMA, site.origin, site.sessions.challenge())


@post("/", status_code=200, summary="Sign in", responses=PROBLEMS)
async def sign_in(
    request: Request[object, object, AppState], data: JSONBody[ProofIn]
) -> Response[SessionOut]:
    """Open a session for the person whose key signed the challenge; 403 if the proof does not hold."""
    site: Site = request.app.state.site
    try:
        token = site.sessions.sign_in(data.note, site.origin, site.state)
    except SignInError as error:
        raise ApiError(403, error.reason) from error
    cookie = Cookie(
        key=COOKIE,
        value=token,
        path="/",
        max_age=LASTS_SECONDS,
        httponly=True,
        samesite="strict",
        secure=site.settings.base.startswith("https://"),
    )
    return Response(SessionOut(site.sessions.person(token, site.state)), cookies=[cookie])


@get("/", summary="Who am I", sync_to_thread=False, responses=PROBLEMS)
def who(request: Request[object, object, AppState]) -> SessionOut:
    """Return who is signed in on this device."""
    person = request.scope.get("person")
    return SessionOut(person if isinstance(person, str) else None)


@delete("/", status_code=204, summary="Sign out", responses=PROBLEMS)
async def sign_out(request: Request[object, object, AppState]) -> None:
    """End the session; the device keeps its key."""
    request.app.state.site.sessions.sign_out(request.cookies.get(COOKIE))


router = Router("/sessions", route_handlers=[challenge, sign_in, who, sign_out], tags=["sessions"])
