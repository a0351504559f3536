"""Acts over HTTP: the signed bytes in, the ruling with its grounds out."""

from __future__ import annotations

import base64
from typing import Annotated

import msgspec
from litestar import Request, Router, get, post
from litestar.datastructures import State as AppState
from litestar.params import JSONBody, PathParameter

from mandat.federation.base.types import PersonId
from mandat.federation.wording.ruling import RulingWords, describe, instant
from mandat.record.errors import RecordError
from mandat.service.follower import FeedLine
from mandat.service.incoming import Incoming
from mandat.service.pen.client import PenAwayError
from mandat.service.pen.protocol import Left, Taken
from mandat.web.api.errors import PROBLEMS, STATUS, ApiError, Problem
from mandat.web.language import language_of
from mandat.web.site import Site
from mandat.web.views.feed import ruling as readable_ruling
from mandat.web.views.names import Names

MOST_ACTS = 200
"""So many acts come in one request at most."""


class ActsIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Acts to be taken in this order; ``words = false`` leaves out the grounds in words."""

    acts: Annotated[list[Incoming], msgspec.Meta(min_length=1, max_length=MOST_ACTS)]
    words: bool = True


class ReceiptView(msgspec.Struct, frozen=True, tag="recorded", tag_field="result"):
    """The act is on the record at ``index``. ``outcome`` is admitted or refused; ``ruling`` says why.

    ``checkpoint`` is the log's signed note that holds it.
    """

    index: int
    outcome: str
    at: str
    repeated: bool
    checkpoint: str
    ruling: RulingWords | None


class Unrecorded(msgspec.Struct, frozen=True, tag="unrecorded", tag_field="result"):
    """The act does not belong on the record, and is not there."""

    reason: str
    words: str


class ActsOut(msgspec.Struct, frozen=True):
    """The answers, in the order of the acts."""

    answers: list[ReceiptView | Unrecorded]


class ActOut(msgspec.Struct, frozen=True):
    """An entry: its place, time, act, signers, and the ruling in words; ``note`` are its bytes in base64.

    Of a sealed act others than its author read in ``ruling`` only what it set off; None if that is nothing.
    """

    index: int
    at: str
    act: str
    signers: list[str]
    outcome: str
    sealed: bool
    ruling: RulingWords | None
    note: str


@post("/", status_code=200, summary="Send acts", responses=PROBLEMS)
async def send(request: Request[object, object, AppState], data: JSONBody[ActsIn]) -> ActsOut:
    """Send signed acts to the pen, and say for each whether it stands on the record and why.

    422 with a ``Problem`` if the only act does not belong on the record; 429 after too many; 503 if the pen is away.
    """
    site: Site = request.app.state.site
    limits, visitor = request.app.state.limits, _visitor(request)
    enrolments = sum(_enrols(each.raw) for each in data.acts)
    if not limits.acts.allows(visitor, len(data.acts)) or not limits.enrolments.allows(visitor, enrolments):
        raise ApiError(429, "too-many")
    try:
        answers = await site.pen.submit(data.acts)
    except PenAwayError as error:
        raise ApiError(503, "pen-away") from error
    except RecordError as error:
        raise ApiError(503, "storage", problem=str(error)) from error
    site.read_of(answers)
    if len(answers) == 1 and isinstance(answers[0], Left):
        raise answers[0].error()
    return ActsOut([_out(request, each, data.words) for each in answers])


def _visitor(request: Request[object, object, AppState]) -> str:
    return request.client.host if request.client else "–"


class _Named(msgspec.Struct):
    act: str = ""


_named = msgspec.json.Decoder(_Named)


def _enrols(raw: bytes) -> bool:
    """Tell whether an act tries a one-time code; what cannot be read will not be taken anyhow."""
    try:
        return _named.decode(raw.split(b"\n", 3)[2]).act == "key.enrol"
    except (IndexError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def _out(
    request: Request[object, object, AppState], answer: Taken | Left, words: bool
) -> ReceiptView | Unrecorded:
    language = language_of(request)
    if isinstance(answer, Left):
        return Unrecorded(str(answer.reason), answer.error().text(language))
    return ReceiptView(
        index=answer.index,
        outcome=answer.outcome,
        at=instant(answer.at) or "",
        repeated=answer.repeated,
        checkpoint=answer.checkpoint.decode(),
        ruling=_told(request, answer) if words else None,
    )


def _told(request: Request[object, object, AppState], answer: Taken) -> RulingWords | None:
    """Return the ruling of an act just taken; of one sent again (anybody has its bytes) what the reader may know."""
    site: Site = request.app.state.site
    line = site.follower.line(answer.index)
    if answer.repeated and line is not None:
        return readable_words(site, line, request)
    judged = site.follower.ruling(answer.index)
    reader = _names(site, request).reader(language_of(request))
    return None if judged is None else describe(judged.ruling, site.state.law.books, reader)


def _names(site: Site, request: Request[object, object, AppState]) -> Names:
    person = request.scope.get("person")
    return Names(site.state, site.people, PersonId(person) if isinstance(person, str) else None)


def readable_words(
    site: Site, line: FeedLine, request: Request[object, object, AppState]
) -> RulingWords | None:
    """Return why an act was admitted or refused, as far as whoever asks may know."""
    return readable_ruling(site.follower, line, _names(site, request), language_of(request))


@get("/{index:int}", summary="Why an act is valid or not", sync_to_thread=False, responses=PROBLEMS)
def why(
    request: Request[object, object, AppState], index: Annotated[int, PathParameter(ge=0, le=2**53)]
) -> ActOut:
    """Return an act with its ruling: articles, what they ask, what was found."""
    site: Site = request.app.state.site
    line = site.follower.line(index)
    raw = None if line is None else site.follower.store.entry(index)
    if line is None or raw is None:
        raise ApiError(404, "no-such-thing", what=f"/record/{index}")
    words = readable_words(site, line, request)
    return ActOut(
        index=index,
        at=instant(line.at) or "",
        act=line.act if not line.sealed or request.scope.get("person") in line.signers else "sealed",
        signers=list(line.signers),
        outcome="admitted" if line.admitted else "refused",
        sealed=line.sealed,
        ruling=words,
        note=base64.b64encode(raw).decode(),
    )


router = Router("/acts", route_handlers=[send, why], tags=["acts"])

__all__ = ["STATUS", "Problem", "router"]
