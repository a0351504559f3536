"""What the pages show, as JSON: the same views, with the same eyes. Names stand only where the reader may see them."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import Request, Router, get
from litestar.datastructures import State as AppState
from litestar.params import FromPath, FromQuery, QueryParameter

from mandat.bylaws.telling.articles import Article, articles
from mandat.federation.base.lookup import any_order, look_up
from mandat.federation.base.types import BodyId, BylawsVersion, ElectionId, MotionId, PersonId, PostId
from mandat.federation.state import State
from mandat.record.errors import RecordError
from mandat.web.api.errors import PROBLEMS, ApiError
from mandat.web.language import language_of
from mandat.web.render import reader_of
from mandat.web.site import Site
from mandat.web.views import bodies
from mandat.web.views.bodies import BodyNode, Seat
from mandat.web.views.feed import Item, feed
from mandat.web.views.names import Names

MOST_ITEMS = 100
_MOST_PEOPLE = 2_000

FeedPlace = Annotated[int | None, QueryParameter(ge=0, le=2**53)]


class PersonOut(msgspec.Struct, frozen=True):
    """A person: the id on the record, and the name if the reader may see it (else the id again)."""

    person: str
    name: str


class FederationOut(msgspec.Struct, frozen=True):
    """The bodies as a tree."""

    title: str
    people: int
    entries: int
    bodies: tuple[BodyNode, ...]


class BodyOut(msgspec.Struct, frozen=True):
    """A body: its members, its seats, the seats that it fills elsewhere, its elections and motions."""

    body: str
    title: str
    kind: str
    part_of: str | None
    members: int
    seats: tuple[Seat, ...]
    sends: tuple[Seat, ...]
    elections: tuple[str, ...]
    motions: tuple[str, ...]


class PointOut(msgspec.Struct, frozen=True):
    """From ``at`` on, so many had withdrawn their confidence."""

    at: int
    withdrawn: int


class QuestionOut(msgspec.Struct, frozen=True):
    """A question to a delegate; ``text`` and ``answer`` name blobs."""

    question: str
    asked: int
    text: str
    deadline: int | None
    answer: str | None
    answered: int | None
    overdue: bool


class PostOut(msgspec.Struct, frozen=True):
    """A seat, who holds it, confidence over time, questions."""

    seat: Seat
    holder: PersonOut | None
    confidence: tuple[PointOut, ...]
    questions: tuple[QuestionOut, ...]


class PersonView(msgspec.Struct, frozen=True):
    """A person with seats; ``bodies`` is None where memberships are not for the reader."""

    person: PersonOut
    bodies: tuple[str, ...] | None
    seats: tuple[Seat, ...]


class CandidateOut(msgspec.Struct, frozen=True):
    """A candidate with the number on the ballot paper."""

    number: int
    candidate: PersonOut
    list: str | None
    withdrawn: bool


class ElectionOut(msgspec.Struct, frozen=True):
    """An election; ``ballots`` names the blob that was counted, once it is."""

    election: str
    line: str
    body: str
    sender: str | None
    places: int
    stage: str
    called: int
    candidates: tuple[CandidateOut, ...]
    entitled: int
    voted: int
    ballots: str | None
    elected: tuple[PersonOut, ...]


class MotionOut(msgspec.Struct, frozen=True):
    """A motion; ``tally`` is yes, no, abstain, invalid in exact numbers, once a vote by yes and no has a result.

    Between options ``winner`` names the one carried.
    """

    motion: str
    body: str
    decision: str
    mover: PersonOut
    text: str | None
    result: str
    tally: tuple[str, ...]
    winner: str | None


class FeedOut(msgspec.Struct, frozen=True):
    """Acts, newest first; ``earlier`` is what to ask for as ``before`` to go on."""

    items: tuple[Item, ...]
    earlier: int | None


class BylawsOut(msgspec.Struct, frozen=True):
    """Bylaws as articles; ``current`` is the version in force."""

    version: str
    current: str
    articles: tuple[Article, ...]


class MeOut(msgspec.Struct, frozen=True):
    """What is the reader's own: assemblies, delegates to whom confidence is given or withdrawn, seats, keys."""

    person: PersonOut
    bodies: tuple[str, ...]
    delegates: tuple[Seat, ...]
    withdrawn: tuple[str, ...]
    seats: tuple[Seat, ...]
    keys: tuple[str, ...]


class HealthOut(msgspec.Struct, frozen=True):
    """How the service runs; ``pen`` is whether the record can be written, ``behind`` how many entries are not read here yet."""

    pen: bool
    size: int
    behind: int
    waiting: int
    taken: int
    since: int
    last_commit: int
    disk: int
    listening: int


@get("/federation", summary="The tree of bodies", sync_to_thread=False, responses=PROBLEMS)
def federation(request: Request[object, object, AppState]) -> FederationOut:
    """Return who sends whom, how many, by which article."""
    site, language = _site(request), language_of(request)
    title = site.state.law.book.bylaws.title if site.state.founded else {}
    return FederationOut(
        title=title.get(language) or next(iter(title.values()), ""),
        people=len(site.state.members.people),
        entries=site.follower.size,
        bodies=bodies.tree(site.state, language),
    )


@get("/bodies/{name:path}", summary="A body", sync_to_thread=False, responses=PROBLEMS)
def body(request: Request[object, object, AppState], name: FromPath[str]) -> BodyOut:
    """Return a body; 404 if there is none of that id."""
    state, language, name = _site(request).state, language_of(request), BodyId(name.strip("/"))
    found = state.bodies.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    return BodyOut(
        body=name,
        title=bodies.body_title(state, name, language),
        kind=found.kind,
        part_of=found.part_of,
        members=len(state.members.roll(name) or ()),
        seats=bodies.seats(state, name, language),
        sends=bodies.sent(state, name, language),
        elections=tuple(
            sorted(e.id for e in any_order(state.elections.all).values() if name in (e.body, e.sender))
        ),
        motions=tuple(sorted(each.id for each in any_order(state.motions.all).values() if each.body == name)),
    )


@get("/posts/{name:path}", summary="A seat", sync_to_thread=False, responses=PROBLEMS)
def post(request: Request[object, object, AppState], name: FromPath[str]) -> PostOut:
    """Return a seat; 404 if there is none of that id."""
    site, name = _site(request), PostId(name.strip("/"))
    found = site.state.posts.all.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    names = _names(request)
    asked = (site.state.questions.all[each] for each in site.state.questions.of.get(name, ()))
    return PostOut(
        seat=bodies.seat(site.state, found, language_of(request)),
        holder=None if found.holder is None else _person(names, found.holder),
        confidence=tuple(PointOut(*point) for point in site.follower.confidence.get(name, ())),
        questions=tuple(
            QuestionOut(q.id, q.asked, q.text, q.deadline, q.answer, q.answered, q.overdue) for q in asked
        ),
    )


@get("/people/{name:path}", summary="A person", sync_to_thread=False, responses=PROBLEMS)
def person(request: Request[object, object, AppState], name: FromPath[str]) -> PersonView:
    """Return a person by id; 404 if the record knows none."""
    state, name = _site(request).state, PersonId(name.strip("/"))
    found = state.members.people.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    names = _names(request)
    told = reader_of(request) is not None and names.may_read(name)
    return PersonView(
        person=_person(names, name),
        bodies=tuple(found.bodies) if told else None,
        seats=_seats_of(state, name, request),
    )


@get("/elections/{name:path}", summary="An election", sync_to_thread=False, responses=PROBLEMS)
def election(request: Request[object, object, AppState], name: FromPath[str]) -> ElectionOut:
    """Return an election; 404 if there is none of that id."""
    found, names = _site(request).state.elections.all.get(ElectionId(name.strip("/"))), _names(request)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    elected = () if found.outcome is None else found.outcome.elected
    return ElectionOut(
        election=found.id,
        line=found.line,
        body=found.body,
        sender=found.sender,
        places=found.places,
        stage=found.stage,
        called=found.called,
        candidates=tuple(
            CandidateOut(number, _person(names, each.person), each.list, each.withdrawn)
            for number, each in enumerate(found.candidates, 1)
        ),
        entitled=len(found.roll),
        voted=len(found.voted),
        ballots=found.blob,
        elected=tuple(_person(names, each) for each in elected),
    )


@get("/motions/{name:path}", summary="A motion", sync_to_thread=False, responses=PROBLEMS)
def motion(request: Request[object, object, AppState], name: FromPath[str]) -> MotionOut:
    """Return a motion and its vote; 404 if there is none of that id."""
    state = _site(request).state
    found = state.motions.all.get(MotionId(name.strip("/")))
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    vote = state.motions.votes.get(found.id)
    ended = vote is not None and bool(vote.result) and not vote.between.paper
    return MotionOut(
        motion=found.id,
        body=found.body,
        decision=found.decision,
        mover=_person(_names(request), found.mover),
        text=found.text,
        result=vote.result if vote is not None else "",
        tally=tuple(str(each) for each in vote.received.tally) if vote is not None and ended else (),
        winner=None if vote is None else vote.between.winner,
    )


@get("/feed", summary="Acts, newest first", sync_to_thread=False, responses=PROBLEMS)
def acts(request: Request[object, object, AppState], before: FeedPlace = None) -> FeedOut:
    """Return acts in plain words, 100 at most, those before an entry if one is named."""
    site = _site(request)
    lines = site.follower.latest(MOST_ITEMS, before)
    items = tuple(feed(site.follower, lines, _names(request), language_of(request)))
    return FeedOut(items, lines[-1].index if len(lines) == MOST_ITEMS else None)


@get("/bylaws", summary="The bylaws as articles", sync_to_thread=False, responses=PROBLEMS)
def bylaws(
    request: Request[object, object, AppState], version: FromQuery[BylawsVersion | None] = None
) -> BylawsOut:
    """Return the bylaws in force, or an earlier version; 404 if there is none of that name."""
    law = _site(request).state.law
    book = look_up(law.books, version or law.current)
    if book is None:
        raise ApiError(404, "no-such-thing", what=version or "bylaws")
    return BylawsOut(book.version, law.book.version, articles(book.bylaws, language_of(request)))


@get("/me", summary="What is mine", sync_to_thread=False, responses=PROBLEMS)
def me(request: Request[object, object, AppState]) -> MeOut:
    """Return what concerns who is signed in; 403 for an outsider."""
    state, own = _site(request).state, reader_of(request)
    if own is None:
        raise ApiError(403, "not-signed-in")
    known = state.members.people.get(own)
    standings = state.confidence.standings
    mine = sorted(name for name, each in any_order(standings).items() if each.is_elector(own))
    return MeOut(
        person=_person(_names(request), own),
        bodies=() if known is None else tuple(known.bodies),
        delegates=tuple(bodies.seat(state, state.posts.all[each], language_of(request)) for each in mine),
        withdrawn=tuple(each for each in mine if own in standings[each].withdrawn),
        seats=_seats_of(state, own, request),
        keys=tuple(key.public for key in state.keys.current(own)),
    )


@get("/health", summary="How the service runs", responses=PROBLEMS)
async def health(request: Request[object, object, AppState]) -> HealthOut:
    """Return numbers for whoever operates the service."""
    site = _site(request)
    disk = sum(file.stat().st_size for file in site.settings.directory.glob("record.sqlite*"))
    size, listening = site.follower.size, len(site.hub)
    try:
        pen = await site.pen.health()
    except RecordError:
        return HealthOut(False, size, 0, 0, 0, 0, 0, disk, listening)
    behind = max(0, pen.size - size)
    return HealthOut(True, size, behind, pen.waiting, pen.taken, pen.since, pen.last_commit, disk, listening)


def _site(request: Request[object, object, AppState]) -> Site:
    found: Site = request.app.state.site
    return found


def _names(request: Request[object, object, AppState]) -> Names:
    site = _site(request)
    return Names(site.state, site.people, reader_of(request))


def _person(names: Names, who: PersonId) -> PersonOut:
    return PersonOut(who, names.of(who))


def _seats_of(state: State, who: PersonId, request: Request[object, object, AppState]) -> tuple[Seat, ...]:
    return tuple(bodies.seat(state, each, language_of(request)) for each in state.posts.held_by(who))


router = Router(
    "/",
    route_handlers=[federation, body, post, person, election, motion, acts, bylaws, me, health],
    tags=["views"],
)
