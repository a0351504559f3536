"""Why something is not taken onto the record at all: it goes to the operator's log only.

Well-formed acts of enrolled keys that the rules refuse are another matter: they stay on the record, marked refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from mandat.language import Language, Message, Value, msg
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


_WORDS: Mapping[Reason, Message] = {
    Reason.BAD_CODE: msg(
        "the one-time code is not, or no longer, that of an invitation of {person}. Ask the "
        "registrar for a new invitation."
    ),
    Reason.MALFORMED: msg(
        "the act is not well-formed: {problem}. Write it again from the form or with the command line."
    ),
    Reason.UNKNOWN_ACT: msg(
        "this kind of act is not known here: {problem}. Update the program, or check the name of the act."
    ),
    Reason.WRONG_ORIGIN: msg(
        "the act is meant for the record {given}, this one is {origin}. Sign it for this record."
    ),
    Reason.BAD_SIGNATURE: msg(
        "the signature of {key} does not hold: the act was changed after it was signed. Sign it again."
    ),
    Reason.UNKNOWN_KEY: msg(
        "the key {key} is not on the record. Ask the registrar to bind your device’s key."
    ),
    Reason.REVOKED_KEY: msg("the key {key} was revoked. Sign with your present key."),
    Reason.SERVER_KEY: msg("notes of the kind {schema} are written by the server alone. Send an act."),
    Reason.NONCE_REUSED: msg(
        "the nonce {nonce} was used before with this key. Write the act again with a fresh one."
    ),
    Reason.SEEN_UNKNOWN: msg(
        "the act says it has seen a checkpoint of size {size} that this log never signed. Fetch "
        "the latest checkpoint, verify it, and sign again; if it happens again, tell the others: "
        "the log may be forked."
    ),
    Reason.SEEN_TOO_OLD: msg(
        "the checkpoint that the act has seen was replaced more than 30 days ago. Fetch the "
        "latest one and sign again."
    ),
    Reason.TOO_LARGE: msg(
        "an entry has at most 65,535 bytes, this one has {size}. Put long content into a blob."
    ),
    Reason.TOO_MANY: msg("too many acts at once. Wait a minute."),
    Reason.BLOB_MISSING: msg("the content {blob} that the act names did not come with it. Send it along."),
    Reason.BAD_BALLOT: msg("the ballot is not valid: {problem}. Correct it; nothing was taken."),
}


class NotTaken(RecordError):
    """What was sent does not go onto the record; ``reason`` is the class, ``details`` fill the message."""

    def __init__(self, reason: Reason, **details: Value) -> None:
        super().__init__(_WORDS[reason](**details))
        self.reason = reason
        self.details = details


def message(reason: Reason, language: Language, **details: Value) -> str:
    """Return the words for a reason.

    >>> message(Reason.TOO_MANY, ENGLISH)
    'too many acts at once. Wait a minute.'
    """
    return _WORDS[reason].text(language, **details)
