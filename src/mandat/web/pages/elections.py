"""An election: candidates, the ballot, the stages of the count with the transfers drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State as AppState
from litestar.params import FromPath
from markupsafe import Markup

from mandat.bylaws.model import Decision
from mandat.counting import CountingError
from mandat.counting.rendering import why_others
from mandat.counting.rendering.page import render_table
from mandat.counting.rendering.sankey import render_sankey
from mandat.federation.base.types import ElectionId, PersonId
from mandat.federation.seats.elections.counting import count, method_of, options
from mandat.federation.seats.elections.state import Election
from mandat.federation.state import State
from mandat.language import Language
from mandat.web.api.errors import ApiError
from mandat.web.language import language_of
from mandat.web.render import page, reader_of
from mandat.web.site import Site
from mandat.web.views import bodies
from mandat.web.views.feed import feed
from mandat.web.views.names import Names

RECENT = 12


class Paper(NamedTuple):
    """One line of a ballot paper."""

    number: int
    label: str


class Counted(NamedTuple):
    """A count as pictures: transfers, and the table of stages; and (name, why not) of those who were not elected."""

    picture: Markup
    table: Markup
    why: tuple[tuple[str, str], ...]


@get("/elections/{name:path}", include_in_schema=False, sync_to_thread=False)
def election(request: Request[object, object, AppState], name: FromPath[str]) -> Response[str]:
    """Show an election."""
    site: Site = request.app.state.site
    state, language, name, me = (
        site.state,
        language_of(request),
        ElectionId(name.strip("/")),
        reader_of(request),
    )
    found = state.elections.all.get(name)
    if found is None:
        raise ApiError(404, "no-such-thing", what=name)
    line = state.law.books[found.bylaws_version].line(found.line)
    names = Names(state, site.people, me)
    secret = line.filling.elect is not None and line.filling.elect.balloting.ballot == "secret"
    method = method_of(line.filling.elect, found)
    data = {
        "election": found,
        "line_title": bodies.title_of(line, language, found.line),
        "article": line.article,
        "method": method,
        "secret": secret,
        "lists": line.filling.elect is not None and line.filling.elect.balloting.lists is not None,
        "paper": paper(state, found, names),
        "may_vote": found.stage == "open" and me in found.roll and me not in found.voted,
        "voted": me is not None and me in found.voted,
        "may_stand": me is not None and found.stage == "called" and found.number_of(me) is None,
        "counts": counted(found, line.filling.elect, names, language),
        "items": tuple(
            feed(site.follower, site.follower.about_body(found.sender or found.body, RECENT), names, language)
        ),
        "title_of": lambda other: bodies.body_title(state, other, language),
    }
    return page(request, "election.html", data)


def paper(state: State, found: Election, names: Names) -> tuple[Paper, ...]:
    """Return the ballot paper: candidates, or lists where lists are voted for."""
    line = state.law.books[found.bylaws_version].line(found.line)
    return tuple(
        Paper(option.number, names.of(PersonId(option.name)))
        for option in options(found, method_of(line.filling.elect, found))
        if not option.withdrawn
    )


def counted(found: Election, decision: Decision | None, names: Names, language: Language) -> Counted | None:
    """Count again from the ballots on the record, with the names that the reader may see."""
    if found.ballots is None or found.stage not in ("certified", "tied"):
        return None
    try:
        counted = count(found, decision, found.ballots, found.lots).count
    except CountingError:
        return None
    if not counted.stages or not counted.stages[0].totals:
        return None
    named = msgspec.structs.replace(counted, names=tuple(names.of(PersonId(each)) for each in counted.names))
    people = tuple(
        msgspec.structs.replace(each, name=names.of(PersonId(each.name))) for each in found.ballots.candidates
    )
    return Counted(
        Markup(render_sankey(named, language=language)),  # noqa: S704
        Markup(render_table(named, language)),  # noqa: S704
        why_others(named, replace(found.ballots, candidates=people), language),
    )


HANDLERS = [election]
