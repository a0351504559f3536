"""Drop a file of ballots and count it: for everybody, in memory, nothing kept and nothing on the record."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import HTTP

from litestar import Request, Response, get, post
from litestar.datastructures import State as AppState
from markupsafe import Markup

from mandat import counting
from mandat.counting.formats.whole import whole_number
from mandat.web.api.errors import ApiError
from mandat.web.counting_apart import CountAsked, CountSaid, count_apart
from mandat.web.language import language_of
from mandat.web.render import page

MOST_BYTES = 4 * 1024 * 1024
_DEFAULT = "stv-scottish"


@get("/count", include_in_schema=False, sync_to_thread=False)
def form(request: Request[object, object, AppState]) -> Response[str]:
    """Show the form."""
    return _page(request, CountAsked(name="", rule=_DEFAULT), None)


@post("/count", include_in_schema=False, status_code=200, request_max_body_size=MOST_BYTES)
async def counted(request: Request[object, object, AppState]) -> Response[str]:
    """Count the file that came with the form, and show the form again above the result."""
    visitor = request.client.host if request.client else "–"
    if not request.app.state.limits.counts.allows(visitor):
        raise ApiError(429, "too-many")
    fields, content = _parts(request.headers.get("content-type", ""), await request.body())
    lots = tuple(
        number for word in fields.get("lots", "").split() if (number := whole_number(word)) is not None
    )
    asked = CountAsked(
        name=fields.get("file", ""),
        rule=fields.get("rule", _DEFAULT),
        seats=whole_number(fields.get("seats", "")) or None,
        contest=fields.get("contest", "").strip() or None,
        lots=lots,
        language=language_of(request),
    )
    return _page(request, asked, await count_apart(asked, content))


def _page(
    request: Request[object, object, AppState], asked: CountAsked, said: CountSaid | None
) -> Response[str]:
    table = "" if said is None else Markup(said.table)  # noqa: S704  (made by render_table, which escapes every name)
    return page(
        request,
        "count.html",
        {"asked": asked, "said": said, "table": table, "rules": tuple(counting.rules().values())},
    )


def _parts(content_type: str, body: bytes) -> tuple[dict[str, str], bytes]:
    """The fields of a form with a file, and the file; its name stands under `file`. Parsed in memory, never put on disk."""
    form_ = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body, policy=HTTP)
    fields: dict[str, str] = {}
    content = b""
    for part in form_.iter_parts() if form_.is_multipart() else ():
        name, held = part.get_param("name", header="content-disposition"), _bytes_of(part)
        if name == "file":
            content, fields["file"] = held, part.get_filename() or ""
        elif isinstance(name, str):
            fields[name] = held.decode(errors="replace")
    return fields, content


def _bytes_of(part: Message) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


HANDLERS = [form, counted]
