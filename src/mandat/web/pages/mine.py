"""A member's pages (my assembly, my acts, my devices), a delegate's (my seat), and the invitation."""

from __future__ import annotations

import secrets
from typing import Any

from litestar import Request, Response, get
from litestar.datastructures import State as AppState

from mandat.federation.base.lookup import values_of
from mandat.federation.base.types import BodyId, PersonId, PostId
from mandat.federation.seats.posts.state import Post
from mandat.federation.state import State
from mandat.web.api.errors import ApiError
from mandat.web.language import language_of
from mandat.web.pages.federation import text_of
from mandat.web.render import page, reader_of
from mandat.web.site import Site
from mandat.web.views import bodies
from mandat.web.views.feed import feed
from mandat.web.views.names import Names

ON_A_PAGE = 100


def reader(request: Request[object, object, AppState]) -> PersonId:
    """Return who is signed in; raises ``ApiError`` for an outsider."""
    person = reader_of(request)
    if person is None:
        raise ApiError(403, "not-signed-in")
    return person


@get("/join", include_in_schema=False, sync_to_thread=False)
def join(request: Request[object, object, AppState]) -> Response[str]:
    """Let a device make its key; the code stands behind the # of the address and never reaches the server's logs."""
    return page(request, "join.html")


@get("/me", include_in_schema=False, sync_to_thread=False)
def me(request: Request[object, object, AppState]) -> Response[str]:
    """Show the reader's assemblies with their delegates and what can be done."""
    site: Site = request.app.state.site
    person, state, language = reader(request), site.state, language_of(request)
    known = state.members.people.get(person)
    data = {
        "assemblies": [
            {
                "body": body,
                "title": bodies.body_title(state, body, language),
                "members": len(state.members.roll(body) or ()),
                "elections": [e for e in state.elections.running() if body in (e.sender, e.body)],
                "delegates": [
                    _delegate(state, state.posts.all[post], person) for post in _answering(state, body)
                ],
            }
            for body in (() if known is None else known.bodies)
        ],
        "line_title": lambda name: bodies.title_of(state.law.book.bylaws.lines.get(name), language, name),
        "title_of": lambda other: bodies.body_title(state, other, language),
        "text_of": lambda blob: text_of(site, blob),
    }
    for assembly in data["assemblies"]:  # type: ignore[attr-defined]
        for delegate in assembly["delegates"]:
            delegate["seat"] = bodies.seat(state, delegate.pop("post"), language)
    return page(request, "me.html", data)


def _answering(state: State, body: BodyId) -> tuple[PostId, ...]:
    """Return the posts that an assembly fills: those it sends to, and those elected by it at large."""
    own = tuple(post.id for post in state.posts.of_body(body))
    at_large = tuple(
        post.id
        for post in values_of(state.posts.all)
        if post.sender is None and body in _electorate(state, post) and post.body != body
    )
    return tuple(dict.fromkeys((*state.posts.by_sender.get(body, ()), *sorted(at_large), *own)))


def _electorate(state: State, post: Post) -> tuple[str, ...]:
    line = state.law.book.bylaws.lines.get(post.line)
    return () if line is None else line.from_


def _delegate(state: State, post: Post, person: str) -> dict[str, Any]:
    standing = state.confidence.standings.get(post.id)
    return {
        "post": post,
        "elector": standing is not None and standing.is_elector(person),
        "withdrawn": standing is not None and person in standing.withdrawn,
        "questions": [state.questions.all[each] for each in state.questions.of.get(post.id, ())[-3:]],
        "question_id": f"q-{secrets.token_hex(5)}",
    }


@get("/me/acts", include_in_schema=False, sync_to_thread=False)
def my_acts(request: Request[object, object, AppState]) -> Response[str]:
    """Show what the reader has signed, sealed acts included."""
    site: Site = request.app.state.site
    person = reader(request)
    names = Names(site.state, site.people, person)
    lines = site.follower.by_signer(person, ON_A_PAGE)
    return page(
        request, "my_acts.html", {"items": tuple(feed(site.follower, lines, names, language_of(request)))}
    )


@get("/me/devices", include_in_schema=False, sync_to_thread=False)
def devices(request: Request[object, object, AppState]) -> Response[str]:
    """Show the reader's keys."""
    person = reader(request)
    return page(request, "devices.html", {"keys": request.app.state.site.state.keys.of.get(person, ())})


@get("/seat", include_in_schema=False, sync_to_thread=False)
def seat(request: Request[object, object, AppState]) -> Response[str]:
    """Show a delegate's own seats: constituency, mandate, confidence, questions to answer."""
    site: Site = request.app.state.site
    person, state, language = reader(request), site.state, language_of(request)
    held = state.posts.held_by(person)
    data = {
        "seats": [
            {
                "seat": bodies.seat(state, post, language),
                "questions": [state.questions.all[each] for each in state.questions.of.get(post.id, ())][
                    ::-1
                ],
                "powers": _powers(state, post, language),
            }
            for post in held
        ],
        "title_of": lambda other: bodies.body_title(state, other, language),
        "text_of": lambda blob: text_of(site, blob),
    }
    return page(request, "seat.html", data)


def _powers(state: State, post: Post, language: Any) -> list[str]:
    """Return the powers that the post's body or line holds."""
    kind = state.bodies.all[post.body].kind
    return [
        bodies.title_of(power, language, name)
        for name, power in state.law.book.bylaws.powers.items()
        if {kind, post.line, post.body} & set(power.first.holder.names)
    ]


HANDLERS = [join, me, my_acts, devices, seat]
