"""Errors of the API: a reason that programs know, and words in the reader's language that say what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import MediaType, Request, Response
from litestar.openapi.datastructures import ResponseSpec

from mandat.language import Language, Message, Value, msg
from mandat.record.reasons import NotTaken, Reason
from mandat.web.language import language_of


class Problem(msgspec.Struct, frozen=True):
    """Why a request did nothing: ``reason`` for programs, ``words`` for people."""

    reason: str
    words: str


PROBLEMS = {
    status: ResponseSpec(Problem, generate_examples=False, description=said)
    for status, said in (
        (400, "The request is not well-formed."),
        (403, "It is not for this reader, or comes from another site."),
        (404, "There is no such thing."),
        (405, "This address does not take that method."),
        (413, "It is too large."),
        (415, "It is not JSON."),
        (422, "It does not belong on the record, or cannot be read; nothing was kept of it."),
        (429, "Too many attempts; wait a minute."),
        (503, "The record is still being read, or cannot be written just now."),
    )
}
"""How a handler of the API can fail, for its description."""

STATUS: Mapping[Reason, int] = {Reason.TOO_LARGE: 413, Reason.TOO_MANY: 429}
"""The HTTP status of a reason; 422 for all others."""

WORDS: Mapping[str, Message] = {
    "no-such-thing": msg("there is no {what} here"),
    "foreign-origin": msg("the request comes from another site. Open this site itself and try again."),
    "not-signed-in": msg("this is for members: open it on a device whose key is registered."),
    "not-yours": msg("this is not for you to read."),
    "challenge": msg("the proof came too late or was used before. Try again."),
    "signature": msg("the proof is not well-formed."),
    "key": msg(
        "this key signs for nobody here: it was replaced, or belongs to another federation. Ask "
        "for an invitation."
    ),
    "too-many": msg("too many attempts. Wait a minute."),
    "reading": msg("the record is still being read. Try again in a moment."),
    "pen-away": msg(
        "the record cannot be written just now. What you signed is kept on your device: send it "
        "again in a moment."
    ),
    "storage": msg("the record cannot be written: {problem}"),
    "malformed": msg("the request is not well-formed: {problem}"),
    "too-large": msg(
        "this is larger than {megabytes} MB, which is too much for one request. Send it in "
        "parts; a long list of members goes by “mandat import”."
    ),
    "broken": msg(
        "something is wrong with the program here, and is noted in its log. Nothing was done: "
        "what you signed is kept on your device."
    ),
    "no-address": msg(
        "no mail address of {person} is known: print the letter, or import the members with a column mail."
    ),
    "not-secure": msg("invitations are sent for {base} only, and only if people reach it over HTTPS."),
    "mail-failed": msg(
        "the mail was not sent: {problem}. Make a new invitation once that is mended, or print the letter."
    ),
    "no-mail": msg("no mail server is configured: print the letters instead."),
}


def words(reason: str, language: Language, **details: Value) -> str:
    """Return the words of a reason."""
    return WORDS[reason].text(language, **details)


class ApiError(Exception):
    """Turns into a ``Problem`` with its status."""

    def __init__(self, status: int, reason: str, **details: Value) -> None:
        """Say the status, the reason, and what fills its words."""
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.details = details


def answer_problem(request: Request[Any, Any, Any], error: ApiError) -> Response[Problem]:
    """Answer an ``ApiError`` in the reader's language."""
    said = words(error.reason, language_of(request), **error.details)
    return Response(Problem(error.reason, said), status_code=error.status, media_type=MediaType.JSON)


def answer_not_taken(request: Request[Any, Any, Any], error: NotTaken) -> Response[Problem]:
    """Answer what does not belong on the record."""
    return Response(
        Problem(str(error.reason), error.text(language_of(request))),
        status_code=STATUS.get(error.reason, 422),
        media_type=MediaType.JSON,
    )
