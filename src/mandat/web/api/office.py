"""What the office needs beside acts: previews of imports, names for the private register, QR codes, boxes, findings."""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import Sequence
from typing import Annotated

import msgspec
import segno
from litestar import Request, Router, get, post
from litestar.datastructures import State as AppState
from litestar.params import FromPath, JSONBody

from mandat.exchange.members_csv import people_in, preview
from mandat.federation.base.types import ElectionId
from mandat.record.blobs import fresh_salt
from mandat.record.errors import RecordError
from mandat.record.store.private import PrivateEntry
from mandat.service.box import publish
from mandat.web.api.errors import PROBLEMS, ApiError
from mandat.web.language import language_of
from mandat.web.mailing import MailError, send
from mandat.web.pages.mine import reader
from mandat.web.pages.office import found_in, registrar
from mandat.web.render import invitation
from mandat.web.site import Site

_LETTERS = 40
"""So many lines of a preview are shown."""


class FileIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file in base64."""

    content: bytes


class FaultOut(msgspec.Struct, frozen=True):
    """A line of a file that is wrong."""

    line: int
    problem: str


class PreviewOut(msgspec.Struct, frozen=True):
    """What an import would do: people by assembly, wrong lines, and the list that the act names (base64; no names in it)."""

    count: int
    bodies: dict[str, int]
    people: Sequence[tuple[str, str, str]]
    faults: Sequence[FaultOut]
    list: str


class TextIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of bylaws."""

    text: Annotated[str, msgspec.Meta(max_length=500_000)]


class FindingOut(msgspec.Struct, frozen=True):
    """Something found in bylaws: ``level`` fault, error, warning or note; the line, or the article."""

    level: str
    place: str
    what: str
    remedy: str


class LinkIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An address to be drawn as a QR code."""

    link: Annotated[str, msgspec.Meta(max_length=600)]


class SvgOut(msgspec.Struct, frozen=True):
    """A drawing as SVG."""

    svg: str


class BoxOut(msgspec.Struct, frozen=True):
    """The opened box of a closed election as BLT, with the salt of its blob, both base64: for two tellers to sign."""

    salt: str
    content: str


class KeptOut(msgspec.Struct, frozen=True):
    """How many names were kept."""

    kept: int


@post("/members/preview", status_code=200, summary="What an import would do", responses=PROBLEMS)
async def members_preview(request: Request[object, object, AppState], data: JSONBody[FileIn]) -> PreviewOut:
    """Read a CSV of members against the federation as it stands; for the registrar."""
    registrar(request)
    site: Site = request.app.state.site
    try:
        found = preview(data.content, site.state)
    except RecordError as error:
        return PreviewOut(0, {}, [], [FaultOut(0, str(error))], "")
    return PreviewOut(
        count=len(found.members),
        bodies={str(body): count for body, count in found.by_body.items()},
        people=[(each.person, each.body, each.name) for each in found.members[:_LETTERS]],
        faults=[FaultOut(each.line, each.problem) for each in found.errors],
        list=base64.b64encode(found.list()).decode(),
    )


@post("/members/names", status_code=200, summary="Keep names in the private register", responses=PROBLEMS)
async def members_names(request: Request[object, object, AppState], data: JSONBody[FileIn]) -> KeptOut:
    """Keep names and addresses of people who are on the record; for the registrar."""
    registrar(request)
    site: Site = request.app.state.site
    try:
        found = people_in(data.content, site.state)
    except RecordError as error:
        raise ApiError(422, "malformed", problem=str(error)) from error
    named = [PrivateEntry(each.person, each.name, each.mail) for each in found if each.name or each.mail]
    if site.people is not None:
        site.people.put(named)
    return KeptOut(len(named))


@post("/qr", status_code=200, summary="An address as a QR code", responses=PROBLEMS)
async def qr(request: Request[object, object, AppState], data: JSONBody[LinkIn]) -> SvgOut:
    """Draw a QR code; the address holds a one-time code, so it comes in the body and is kept nowhere."""
    reader(request)
    out = io.BytesIO()
    segno.make(data.link, error="m").save(out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=3)
    return SvgOut(out.getvalue().decode())


@post("/bylaws/findings", status_code=200, summary="What the checker finds in a text", responses=PROBLEMS)
async def findings(request: Request[object, object, AppState], data: JSONBody[TextIn]) -> list[FindingOut]:
    """Load and check a text of bylaws; for the registrar."""
    registrar(request)
    found = found_in(data.text, language_of(request))
    faults = [
        FindingOut("fault", str(each["line"]), each["what"], each["remedy"]) for each in found["faults"]
    ]
    said = [
        FindingOut(each["level"], each["article"] or "", each["what"], each["remedy"])
        for each in found["findings"]
    ]
    return [*faults, *said]


class MailIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An invitation to send: to whom, the link with its code, and when it ends (seconds since 1970)."""

    person: Annotated[str, msgspec.Meta(max_length=200)]
    link: Annotated[str, msgspec.Meta(max_length=600)]
    expires: Annotated[int, msgspec.Meta(ge=0, le=2**40)]


class MailedOut(msgspec.Struct, frozen=True):
    """The person to whom an invitation was mailed."""

    person: str


@post("/mail", status_code=200, summary="Mail an invitation", responses=PROBLEMS)
async def mail(request: Request[object, object, AppState], data: JSONBody[MailIn]) -> MailedOut:
    """Mail a link of this site to the address in the private register; for the registrar. The code is kept nowhere."""
    registrar(request)
    site: Site = request.app.state.site
    entry = None if site.people is None else site.people.get(data.person)
    if site.settings.mail is None:
        raise ApiError(422, "no-mail")
    if entry is None or not entry.mail:
        raise ApiError(422, "no-address", person=data.person)
    if not site.settings.secure or not data.link.startswith(f"{site.settings.base}/join#"):
        raise ApiError(422, "not-secure", base=site.settings.base)
    subject, text = invitation(request, entry.name or data.person, data.link, data.expires)
    try:
        await asyncio.to_thread(send, site.settings.mail, entry.mail, subject, text)
    except MailError as error:
        raise ApiError(422, "mail-failed", problem=str(error)) from error
    return MailedOut(data.person)


@get(
    "/box/{election:path}",
    summary="The ballots of a closed election",
    sync_to_thread=False,
    responses=PROBLEMS,
)
def box(request: Request[object, object, AppState], election: FromPath[str]) -> BoxOut:
    """Return the ballots of a box, sorted; for the tellers of the election and the registrar, once voting is closed."""
    site: Site = request.app.state.site
    person, name = reader(request), ElectionId(election.strip("/"))
    found = site.state.elections.all.get(name)
    if found is None or found.stage != "closed":
        raise ApiError(404, "no-such-thing", what=name)
    if person not in (*found.tellers, site.state.keys.registrar):
        raise ApiError(403, "not-yours")
    blob = publish(site.follower.store, site.state, name, fresh_salt())
    return BoxOut(base64.b64encode(blob.salt).decode(), base64.b64encode(blob.content).decode())


router = Router(
    "/office", route_handlers=[members_preview, members_names, qr, mail, findings, box], tags=["office"]
)
