"""The record over HTTP: checkpoint, entries, blobs by audience. Enough for anybody to check it without trusting us."""

from __future__ import annotations

import base64
from typing import Annotated

import msgspec
from litestar import MediaType, Request, Router, get
from litestar.datastructures import State as AppState
from litestar.params import FromPath, Parameter, QueryParameter

from mandat.web.api.errors import PROBLEMS, ApiError
from mandat.web.site import Site

MOST_ENTRIES = 2_000

EntryPlace = Annotated[int, Parameter(ge=0, le=2**53)]


class LogOut(msgspec.Struct, frozen=True):
    """The log: its name, public keys (as in signed notes), size, and last checkpoint (a signed note)."""

    origin: str
    log_key: str
    server_key: str
    size: int
    checkpoint: str | None


class EntriesOut(msgspec.Struct, frozen=True):
    """Entries from ``first`` on, each the base64 of its exact bytes; ``size`` entries are there in all."""

    first: int
    size: int
    entries: list[str]


class BlobOut(msgspec.Struct, frozen=True):
    """A blob: salt and content in base64."""

    salt: str
    content: str


@get("/log", summary="The log and its last checkpoint", sync_to_thread=False, responses=PROBLEMS)
def log(request: Request[object, object, AppState]) -> LogOut:
    """Return what is needed to begin checking the record."""
    site: Site = request.app.state.site
    head = site.follower.head
    return LogOut(
        origin=site.origin,
        log_key=site.directory.log.vkey,
        server_key=site.directory.server.vkey,
        size=site.follower.size,
        checkpoint=None if head is None else head.note.decode(),
    )


@get(
    "/checkpoint",
    media_type=MediaType.TEXT,
    summary="The last checkpoint",
    sync_to_thread=False,
    responses=PROBLEMS,
)
def checkpoint(request: Request[object, object, AppState]) -> str:
    """Return the log's last signed note."""
    site: Site = request.app.state.site
    head = site.follower.head
    if head is None:
        raise ApiError(404, "no-such-thing", what="checkpoint")
    return head.note.decode()


@get("/entries", summary="Entries, byte for byte", sync_to_thread=False, responses=PROBLEMS)
def entries(
    request: Request[object, object, AppState],
    first: Annotated[int, QueryParameter(name="from", ge=0, le=2**53)] = 0,
    end: Annotated[int | None, QueryParameter(name="to", ge=0, le=2**53)] = None,
) -> EntriesOut:
    """Return entries ``from`` (included) to ``to`` (not included), 2,000 at most."""
    site: Site = request.app.state.site
    size = site.follower.size
    last = min(size, first + MOST_ENTRIES, size if end is None else end)
    found = site.follower.store.entries(first, last) if first < last else iter(())
    return EntriesOut(first, size, [base64.b64encode(raw).decode() for raw in found])


class ProofOut(msgspec.Struct, frozen=True):
    """Hashes in base64 that lead from one size of the log to another (RFC 6962, section 2.1.2)."""

    proof: list[str]


@get(
    "/consistency",
    summary="That one size of the log continues another",
    sync_to_thread=False,
    responses=PROBLEMS,
)
def consistency(
    request: Request[object, object, AppState],
    old: Annotated[int, QueryParameter(name="from", ge=0, le=2**53)],
    new: Annotated[int, QueryParameter(name="to", ge=0, le=2**53)],
) -> ProofOut:
    """Return the consistency proof between two sizes; 404 if the log is not that long."""
    site: Site = request.app.state.site
    if not 0 <= old <= new <= site.follower.size:
        raise ApiError(404, "no-such-thing", what=f"consistency {old} {new}")
    if old in (0, new):
        return ProofOut([])
    return ProofOut(
        [base64.b64encode(each).decode() for each in site.follower.tree.consistency_proof(old, new)]
    )


@get(
    "/blobs/{name:str}", summary="A blob, for those whom it is for", sync_to_thread=False, responses=PROBLEMS
)
def blob(request: Request[object, object, AppState], name: FromPath[str]) -> BlobOut:
    """Return a public blob to anybody, and a sealed one to the author of the act that names it."""
    site: Site = request.app.state.site
    found = site.follower.store.blob(name)
    if found is None or (found.audience == "sealed" and not _is_own(site, request, name)):
        raise ApiError(404, "no-such-thing", what="blob")
    return BlobOut(base64.b64encode(found.salt).decode(), base64.b64encode(found.content).decode())


def _is_own(site: Site, request: Request[object, object, AppState], name: str) -> bool:
    """Whether an act that the reader signed names the blob."""
    person = request.scope.get("person")
    if not isinstance(person, str):
        return False
    wanted = name.encode()
    for line in site.follower.by_signer(person, MOST_ENTRIES):
        raw = site.follower.store.entry(line.index) if line.sealed else None
        if raw is not None and wanted in raw:
            return True
    return False


router = Router("/", route_handlers=[log, checkpoint, entries, consistency, blob], tags=["record"])
