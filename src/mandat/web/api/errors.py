"""Errors of the API: a reason that programs know, and words in the reader's language that say what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import MediaType, Request, Response
from litestar.openapi.datastructures import ResponseSpec

from mandat.bylaws.words.languages import Language
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

WORDS: Mapping[str, tuple[str, str]] = {
    "no-such-thing": ("there is no {what} here", "il n’y a pas de {what} ici"),
    "foreign-origin": (
        "the request comes from another site. Open this site itself and try again.",
        "la demande vient d’un autre site. Ouvrir ce site même et réessayer.",
    ),
    "not-signed-in": (
        "this is for members: open it on a device whose key is registered.",
        "ceci est réservé aux membres : l’ouvrir sur un appareil dont la clé est enregistrée.",
    ),
    "not-yours": (
        "this is not for you to read.",
        "ceci ne vous est pas destiné.",
    ),
    "challenge": (
        "the proof came too late or was used before. Try again.",
        "la preuve est arrivée trop tard ou a déjà servi. Réessayer.",
    ),
    "signature": ("the proof is not well-formed.", "la preuve est mal formée."),
    "key": (
        "this key signs for nobody here: it was replaced, or belongs to another federation. Ask for an invitation.",
        "cette clé ne signe pour personne ici : elle a été remplacée, ou vient d’une autre fédération. Demander une invitation.",
    ),
    "too-many": (
        "too many attempts. Wait a minute.",
        "trop de tentatives. Attendre une minute.",
    ),
    "reading": (
        "the record is still being read. Try again in a moment.",
        "le registre est en cours de lecture. Réessayer dans un instant.",
    ),
    "pen-away": (
        "the record cannot be written just now. What you signed is kept on your device: send it again in a moment.",
        "écriture impossible pour l’instant. L’acte signé est gardé sur l’appareil : le renvoyer dans un instant.",
    ),
    "storage": ("the record cannot be written: {problem}", "le registre ne peut être écrit : {problem}"),
    "malformed": ("the request is not well-formed: {problem}", "la demande est mal formée : {problem}"),
    "too-large": (
        "this is larger than {megabytes} MB, which is too much for one request. Send it in parts; a long list of members goes by "
        "“mandat import”.",
        "ceci dépasse {megabytes} Mo, trop pour une seule demande. L’envoyer en plusieurs parties ; une longue liste de membres "
        "passe par « mandat import ».",
    ),
    "broken": (
        "something is wrong with the program here, and is noted in its log. Nothing was done: what you signed is kept on your "
        "device.",
        "le programme a un défaut ici, noté dans son journal. Rien n’a été fait : l’acte signé est gardé sur l’appareil.",
    ),
    "no-address": (
        "no mail address of {person} is known: print the letter, or import the members with a column mail.",
        "aucune adresse de {person} n’est connue : imprimer la lettre, ou importer les membres avec une colonne mail.",
    ),
    "not-secure": (
        "invitations are sent for {base} only, and only if people reach it over HTTPS.",
        "les invitations ne partent que pour {base}, et seulement si le site est en HTTPS.",
    ),
    "mail-failed": (
        "the mail was not sent: {problem}. Make a new invitation once that is mended, or print the letter.",
        "le courrier n’est pas parti : {problem}. Refaire une invitation quand cela marche, ou imprimer la lettre.",
    ),
    "no-mail": (
        "no mail server is configured: print the letters instead.",
        "aucun serveur de courrier n’est configuré : imprimer les lettres.",
    ),
}


def words(reason: str, language: Language, **details: object) -> str:
    """Return the words of a reason."""
    return WORDS[reason][language == "fr"].format_map(details)


class ApiError(Exception):
    """Turns into a ``Problem`` with its status."""

    def __init__(self, status: int, reason: str, **details: object) -> None:
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
        Problem(str(error.reason), error.words(language_of(request))),
        status_code=STATUS.get(error.reason, 422),
        media_type=MediaType.JSON,
    )
