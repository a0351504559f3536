"""The federation as a tree, a body with its hemicycle, a post, a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from litestar import Request, Response, get
from litestar.datastructures import State as AppState
from litestar.params import FromPath
from markupsafe import Markup

from mandat.federation.assembly.motions.state import Motion
from mandat.federation.base.lookup import any_order, keys_of, values_of
from mandat.federation.base.types import BodyId, CaucusId, PersonId, PostId
from mandat.federation.seats.elections.state import Election
from mandat.federation.state import State
from mandat.language import Language, catalogue
from mandat.pictures.hemicycle import CaucusSeats, draw_hemicycle
from mandat.pictures.hemicycle import DrawnSeat as Circle
from mandat.web.api.errors import ApiError
from mandat.web.language import language_of
from mandat.web.pictures import colour_of, colours, draw_confidence, letters_of
from mandat.web.render import page, reader_of
from mandat.web.site import Site
from mandat.web.views import bodies
from mandat.web.views.feed import feed
from mandat.web.views.names import Names

RECENT = 12
_LATEST = 10
_MOST_CIRCLES = 400


@get("/", include_in_schema=False, sync_to_thread=False)
def federation(request: Request[object, object, AppState]) -> Response[str]:
    """Show the tree of bodies and what is going on."""
    site: Site = request.app.state.site
    language = language_of(request)
    state = site.state
    return page(
        request,
        "federation.html",
        {
            "nodes": bodies.tree(state, language),
            "people": len(state.members.people),
            "bodies": sum(body.stands for body in any_order(state.bodies.all).values()),
            "seats": sum(post.holder is not None for post in any_order(state.posts.all).values()),
            "entries": site.follower.size,
            "elections": state.elections.running(),
            "items": tuple(feed(site.follower, site.follower.latest(6), _names(request, site), language)),
            "title_of": lambda name: bodies.body_title(state, name, language),
        },
    )


@get("/bodies/{name:path}", include_in_schema=False, sync_to_thread=False)
def body(request: Request[object, object, AppState], name: FromPath[str]) -> Response[str]:
    """Show a body: its seats as a hemicycle and a list, its delegates elsewhere, its elections and votes."""
    site: Site = request.app.state.site
    language, state, name = language_of(request), site.state, BodyId(name.strip("/"))
    found = state.bodies.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    seats = bodies.seats(state, name, language)
    names = _names(request, site)
    groups = _by_caucus(seats)
    return page(
        request,
        "body.html",
        {
            "body": found,
            "title": bodies.body_title(state, name, language),
            "kind": state.law.book.bylaws.bodies.get(found.kind),
            "members": len(state.members.roll(name) or ()),
            "seats": seats,
            "hemicycle": _hemicycle(state, name, groups, names, language)
            if 0 < len(seats) <= _MOST_CIRCLES
            else None,
            "caucuses": _legend(state, name, groups),
            "delegates": bodies.sent(state, name, language),
            "elections": _latest_elections(state, name),
            "motions": _latest_motions(state, name),
            "votes": state.motions.votes,
            "items": tuple(feed(site.follower, site.follower.about_body(name, RECENT), names, language)),
            "title_of": lambda other: bodies.body_title(state, other, language),
        },
    )


def _by_caucus(seats: Sequence[bodies.Seat]) -> dict[str, list[bodies.Seat]]:
    """Return the filled seats by caucus, the largest first."""
    found: dict[str, list[bodies.Seat]] = {}
    for seat in seats:
        if seat.holder is not None:
            found.setdefault(seat.caucus or "", []).append(seat)
    return dict(sorted(found.items(), key=lambda each: (-len(each[1]), each[0])))


def _hemicycle(
    state: State, body: BodyId, groups: Mapping[str, Sequence[bodies.Seat]], names: Names, language: Language
) -> Markup:
    _ = catalogue(language).gettext
    known = colours(state, body)
    drawn = [
        CaucusSeats(
            letters_of(caucus),
            *colour_of(caucus, known),
            tuple(Circle(names.of(each.holder)) for each in own),
        )
        for caucus, own in groups.items()
    ]
    filled, all_seats = sum(map(len, groups.values())), len(state.posts.of_body(body))
    if filled < all_seats:
        drawn.append(
            CaucusSeats("○", "#ffffff", "#333333", (Circle(_("vacant"), marked=True),) * (all_seats - filled))
        )
    caption = f"{filled} / {all_seats}" if filled < all_seats else str(filled)
    return draw_hemicycle(drawn, _("The seats, side by side by caucus"), caption)


def _legend(
    state: State, body: BodyId, groups: Mapping[str, Sequence[bodies.Seat]]
) -> list[dict[str, object]]:
    """Return each caucus with its letters, title, colour and seats."""
    known = colours(state, body)
    return [
        {
            "id": caucus,
            "letters": letters_of(caucus),
            "title": found.title
            if (found := state.caucuses.all.get(CaucusId(caucus))) is not None
            else caucus,
            "colour": colour_of(caucus, known)[0],
            "seats": own,
        }
        for caucus, own in groups.items()
    ]


@get("/posts/{name:path}", include_in_schema=False, sync_to_thread=False)
def post(request: Request[object, object, AppState], name: FromPath[str]) -> Response[str]:
    """Show a seat: who holds it for whom, and the confidence the holder enjoys, now and over time."""
    site: Site = request.app.state.site
    language, state, name = language_of(request), site.state, PostId(name.strip("/"))
    found = state.posts.all.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    seat = bodies.seat(state, found, language)
    names = _names(request, site)
    return page(
        request,
        "post.html",
        {
            "seat": seat,
            "recall": state.law.book.confidence.get(found.line),
            "confidence": draw_confidence(site, found, language),
            "questions": [state.questions.all[each] for each in state.questions.of.get(name, ())],
            "items": tuple(feed(site.follower, site.follower.about_post(name, RECENT), names, language)),
            "title_of": lambda other: bodies.body_title(state, other, language),
            "text_of": lambda blob: text_of(site, blob),
        },
    )


@get("/people/{name:path}", include_in_schema=False, sync_to_thread=False)
def person(request: Request[object, object, AppState], name: FromPath[str]) -> Response[str]:
    """Show a person as the record knows them: seats and acts. Memberships are shown to whoever may read the name."""
    site: Site = request.app.state.site
    language, state, name = language_of(request), site.state, PersonId(name.strip("/"))
    found = state.members.people.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    names = _names(request, site)
    return page(
        request,
        "person.html",
        {
            "person": found,
            "member_of": found.bodies if names.may_read(name) and reader_of(request) else (),
            "seats": [bodies.seat(state, each, language) for each in state.posts.held_by(name)],
            "items": tuple(feed(site.follower, site.follower.by_signer(name, RECENT), names, language)),
            "title_of": lambda other: bodies.body_title(state, other, language),
        },
    )


def text_of(site: Site, blob: str | None) -> str:
    """Return the words of a public blob; empty if it is sealed, not there, or no text."""
    found = None if not blob else site.follower.store.blob(blob)
    if found is None or found.audience == "sealed":
        return ""
    try:
        return found.content.decode()
    except UnicodeDecodeError:
        return ""


def _names(request: Request[object, object, AppState], site: Site) -> Names:
    return Names(site.state, site.people, reader_of(request))


def roll_of(state: State, body_name: BodyId) -> tuple[str, ...]:
    """Return the members of an assembly in order of their ids."""
    return tuple(keys_of(state.members.roll(body_name)))


HANDLERS = [federation, body, post, person]


def _latest_elections(state: State, body: str) -> list[Election]:
    """Return the latest elections in or by a body, the newest first."""
    found = (e for e in values_of(state.elections.all) if body in (e.body, e.sender))
    return sorted(found, key=lambda each: each.called, reverse=True)[:_LATEST]


def _latest_motions(state: State, body: str) -> list[Motion]:
    """Return the latest motions of a body, the newest first."""
    found = (motion for motion in values_of(state.motions.all) if motion.body == body)
    return sorted(found, key=lambda each: each.tabled, reverse=True)[:_LATEST]
