"""Why something is not taken onto the record at all: it goes to the operator's log only.

Well-formed acts of enrolled keys that the rules refuse are another matter: they stay on the record, marked refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from mandat.record.errors import RecordError


class Reason(StrEnum):
    """The classes of what is never recorded."""

    MALFORMED = "malformed"
    UNKNOWN_ACT = "unknown-act"
    WRONG_ORIGIN = "wrong-origin"
    BAD_SIGNATURE = "bad-signature"
    UNKNOWN_KEY = "unknown-key"
    REVOKED_KEY = "revoked-key"
    SERVER_KEY = "server-key"
    NONCE_REUSED = "nonce-reused"
    SEEN_UNKNOWN = "seen-unknown"
    SEEN_TOO_OLD = "seen-too-old"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    BLOB_MISSING = "blob-missing"
    BAD_BALLOT = "bad-ballot"
    BAD_CODE = "bad-code"


_WORDS: Mapping[Reason, tuple[str, str]] = {
    Reason.BAD_CODE: (
        "the one-time code is not, or no longer, that of an invitation of {person}. Ask the registrar for a new invitation.",
        "le code n’est pas, ou plus, celui d’une invitation de {person}. En demander une nouvelle au tenant du registre.",
    ),
    Reason.MALFORMED: (
        "the act is not well-formed: {problem}. Write it again from the form or with the command line.",
        "l’acte est mal formé : {problem}. L’écrire de nouveau par le formulaire ou la ligne de commande.",
    ),
    Reason.UNKNOWN_ACT: (
        "this kind of act is not known here: {problem}. Update the program, or check the name of the act.",
        "ce genre d’acte n’est pas connu ici : {problem}. Mettre le programme à jour, ou vérifier le nom de l’acte.",
    ),
    Reason.WRONG_ORIGIN: (
        "the act is meant for the record {given}, this one is {origin}. Sign it for this record.",
        "l’acte est destiné au registre {given}, celui-ci est {origin}. Le signer pour ce registre.",
    ),
    Reason.BAD_SIGNATURE: (
        "the signature of {key} does not hold: the act was changed after it was signed. Sign it again.",
        "la signature de {key} ne tient pas : l’acte a été modifié après coup. Le signer de nouveau.",
    ),
    Reason.UNKNOWN_KEY: (
        "the key {key} is not on the record. Ask the registrar to bind your device’s key.",
        "la clé {key} n’est pas au registre. Demander au tenant du registre d’enregistrer la clé de l’appareil.",
    ),
    Reason.REVOKED_KEY: (
        "the key {key} was revoked. Sign with your present key.",
        "la clé {key} a été révoquée. Signer avec la clé actuelle.",
    ),
    Reason.SERVER_KEY: (
        "notes of the kind {schema} are written by the server alone. Send an act.",
        "les notes du genre {schema} sont écrites par le serveur seul. Envoyer un acte.",
    ),
    Reason.NONCE_REUSED: (
        "the nonce {nonce} was used before with this key. Write the act again with a fresh one.",
        "le nonce {nonce} a déjà servi avec cette clé. Écrire l’acte de nouveau avec un nonce neuf.",
    ),
    Reason.SEEN_UNKNOWN: (
        "the act says it has seen a checkpoint of size {size} that this log never signed. "
        "Fetch the latest checkpoint, verify it, and sign again; if it happens again, tell the others: the log may be forked.",
        "l’acte dit avoir vu un point de contrôle de taille {size} que ce journal n’a jamais signé. "
        "Prendre le dernier point de contrôle, le vérifier et signer de nouveau ; si cela se répète, prévenir les autres.",
    ),
    Reason.SEEN_TOO_OLD: (
        "the checkpoint that the act has seen was replaced more than 30 days ago. Fetch the latest one and sign again.",
        "le point de contrôle vu par l’acte a été remplacé il y a plus de 30 jours. Prendre le dernier et signer de nouveau.",
    ),
    Reason.TOO_LARGE: (
        "an entry has at most 65,535 bytes, this one has {size}. Put long content into a blob.",
        "une entrée compte au plus 65 535 octets, celle-ci {size}. Mettre les longs contenus dans un blob.",
    ),
    Reason.TOO_MANY: (
        "too many acts at once. Wait a minute.",
        "trop d’actes à la fois. Attendre une minute.",
    ),
    Reason.BLOB_MISSING: (
        "the content {blob} that the act names did not come with it. Send it along.",
        "le contenu {blob} que nomme l’acte n’est pas venu avec lui. L’envoyer aussi.",
    ),
    Reason.BAD_BALLOT: (
        "the ballot is not valid: {problem}. Correct it; nothing was taken.",
        "le bulletin n’est pas valable : {problem}. Le corriger ; rien n’a été pris.",
    ),
}


class NotTaken(RecordError):
    """What was sent does not go onto the record; ``reason`` is the class, ``details`` fill the message."""

    def __init__(self, reason: Reason, **details: object) -> None:
        super().__init__(message(reason, "en", **details))
        self.reason = reason
        self.details = details

    def words(self, language: str) -> str:
        """Say why, and what to do."""
        return message(self.reason, language, **self.details)


def message(reason: Reason, language: str, **details: object) -> str:
    """Return the words for a reason.

    >>> message(Reason.TOO_MANY, "en")
    'too many acts at once. Wait a minute.'
    """
    return _WORDS[reason][language == "fr"].format_map(details)
