"""The secretary's pages: bodies, members, invitations, elections, counts, bylaws. Each button makes an act signed here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State as AppState
from litestar.params import FromPath

from mandat.bylaws.findings import check
from mandat.bylaws.reading.faults import BylawsErrors
from mandat.bylaws.reading.loader import load
from mandat.federation.base.lookup import any_order, keys_of, values_of
from mandat.federation.base.types import BodyId, ElectionId
from mandat.federation.state import State
from mandat.language import Language
from mandat.record.boxes import ElectionBox
from mandat.service import published
from mandat.service.interview import AnswerError, answered, questions
from mandat.web.api.errors import ApiError
from mandat.web.language import language_of
from mandat.web.pages.elections import paper
from mandat.web.pages.mine import reader
from mandat.web.render import page
from mandat.web.site import Site
from mandat.web.views import bodies
from mandat.web.views.names import Names


def registrar(request: Request[object, object, AppState]) -> str:
    """Return the registrar, if it is who reads; raises ``ApiError`` for all others."""
    person = reader(request)
    if person != request.app.state.site.state.keys.registrar:
        raise ApiError(403, "not-yours")
    return person


@get("/office", include_in_schema=False, sync_to_thread=False)
def office(request: Request[object, object, AppState]) -> Response[str]:
    """Show what the office can do."""
    registrar(request)
    return page(request, "office.html")


@get("/office/bodies", include_in_schema=False, sync_to_thread=False)
def office_bodies(request: Request[object, object, AppState]) -> Response[str]:
    """Show the kinds of body of which there may be many, and a form for each."""
    registrar(request)
    state, language = request.app.state.site.state, language_of(request)
    kinds = [
        {
            "id": name,
            "title": bodies.title_of(kind, language, name),
            "bodies": [bodies.body_title(state, each, language) for each in state.bodies.of_kind(name)],
            "parents": state.bodies.of_kind(kind.part_of) if kind.part_of else (),
        }
        for name, kind in state.law.book.bylaws.bodies.items()
        if kind.many
    ]
    return page(request, "office_bodies.html", {"kinds": kinds, "title_of": _titles(state, language)})


@get("/office/members", include_in_schema=False, sync_to_thread=False)
def office_members(request: Request[object, object, AppState]) -> Response[str]:
    """Enrol one person, or a list."""
    registrar(request)
    state = request.app.state.site.state
    data = {"assemblies": _assemblies(state), "title_of": _titles(state, language_of(request))}
    return page(request, "office_members.html", data)


@get("/office/invitations", include_in_schema=False, sync_to_thread=False)
def office_invitations(request: Request[object, object, AppState]) -> Response[str]:
    """Make letters with one-time codes."""
    registrar(request)
    site: Site = request.app.state.site
    state = site.state
    waiting = []
    for body in _assemblies(state):
        people = [each for each in keys_of(state.members.roll(body)) if not state.keys.current(each)]
        if people:
            waiting.append({"body": body, "people": people})
    data = {
        "with_key": sum(bool(state.keys.current(each)) for each in any_order(state.members.people)),
        "all": len(state.members.people),
        "waiting": waiting,
        "secure": site.settings.secure,
        "base": site.settings.base,
        "mail": site.settings.mail is not None,
        "title_of": _titles(state, language_of(request)),
    }
    return page(request, "office_invitations.html", data)


@get("/office/elections", include_in_schema=False, sync_to_thread=False)
def office_elections(request: Request[object, object, AppState]) -> Response[str]:
    """Call elections, open and close them."""
    registrar(request)
    state, language = request.app.state.site.state, language_of(request)
    lines = [line for line in state.law.book.bylaws.lines.values() if line.filling.fill == "elected"]
    kinds = {name for line in lines for name in line.from_}
    data = {
        "lines": [{"id": line.id, "title": bodies.title_of(line, language, line.id)} for line in lines],
        "senders": [each for kind in sorted(kinds) for each in state.bodies.of_kind(kind) if "/" in each],
        "bodies": [each for line in lines for each in state.bodies.of_kind(line.body) if "/" in each],
        "running": state.elections.running(),
        "next_id": f"election-{len(state.elections.all) + 1}",
        "title_of": _titles(state, language),
    }
    return page(request, "office_elections.html", data)


@get("/office/count/{name:path}", include_in_schema=False, sync_to_thread=False)
def office_count(request: Request[object, object, AppState], name: FromPath[str]) -> Response[str]:
    """Enter a count: for the tellers of the election, and for the registrar."""
    site: Site = request.app.state.site
    person, state, name = reader(request), site.state, ElectionId(name.strip("/"))
    found = state.elections.all.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    if person not in (*found.tellers, state.keys.registrar):
        raise ApiError(403, "not-yours")
    lines = paper(state, found, Names(state, site.people, person))
    data = {
        "election": found,
        "paper": lines,
        "paper_json": msgspec.json.encode(
            {"places": found.places, "people": [each.person for each in found.candidates]}
        ).decode(),
        "box": len(site.follower.store.box(ElectionBox(name))) if found.stage == "closed" else 0,
    }
    return page(request, "office_count.html", data)


@get("/office/bylaws", include_in_schema=False, sync_to_thread=False)
def office_bylaws(request: Request[object, object, AppState]) -> Response[str]:
    """Write bylaws from a template, with the checker's findings beside."""
    registrar(request)
    site: Site = request.app.state.site
    chosen = request.query_params.get("template", "")
    data: dict[str, Any] = {
        "templates": published.names("template"),
        "chosen": chosen,
        "questions": (),
        "answers": {},
        "problem": "",
        "text": site.state.law.book.bylaws.text,
    }
    if chosen:
        data |= _from_template(chosen, dict(request.query_params))
    return page(request, "office_bylaws.html", {**data, **found_in(data["text"], language_of(request))})


def _from_template(name: str, given: Mapping[str, str]) -> dict[str, Any]:
    try:
        template = published.text("template", name)
    except published.NoSuchText as error:
        raise ApiError(404, "no-such-thing", what=name) from error
    asked = questions(template)
    answers = {each.id: given[each.id] for each in asked if given.get(each.id, each.default) != each.default}
    try:
        text, problem = answered(template, answers), ""
    except AnswerError as error:
        text, problem = answered(template, {}), str(error)
    return {"questions": asked, "answers": answers, "text": text, "problem": problem}


def found_in(text: str, language: Language) -> dict[str, Any]:
    """Return the faults of a bylaws text, else what the checker finds."""
    try:
        found = check(load(text))
    except BylawsErrors as errors:
        return {
            "faults": [
                {"line": each.line, "what": each.what(language), "remedy": each.remedy(language)}
                for each in errors.faults
            ],
            "findings": [],
        }
    findings = [
        {
            "level": each.level,
            "article": each.article,
            "what": each.what(language),
            "remedy": each.remedy(language),
        }
        for each in found
    ]
    return {"faults": [], "findings": findings}


def _assemblies(state: State) -> tuple[BodyId, ...]:
    kinds = state.law.book.bylaws.bodies
    return tuple(
        sorted(
            body.id
            for body in values_of(state.bodies.all)
            if body.stands and body.kind in kinds and kinds[body.kind].type == "assembly"
        )
    )


def _titles(state: State, language: Language) -> Any:
    return lambda name: bodies.body_title(state, name, language)


HANDLERS = [
    office,
    office_bodies,
    office_members,
    office_invitations,
    office_elections,
    office_count,
    office_bylaws,
]
