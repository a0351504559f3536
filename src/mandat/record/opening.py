"""Open an entry: from bytes to a submission that the engine can judge. Parse once, then trust.

The steps, in this order, so that nothing is parsed before its signature holds: split the note, resolve each signature's key
from the key acts that came before, verify, read the envelope, decode the act, open its sealed body, collect its blobs.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import lru_cache, reduce
from operator import or_
from typing import Any

import msgspec

from mandat.federation.base.acts import Act, Inputs, Submission
from mandat.federation.base.types import BlobName, EntryIndex, PersonId, PublicKey
from mandat.federation.engine import ACTS
from mandat.federation.people.keys.acts import KeyEnrol
from mandat.federation.people.keys.rules import invitation_of, is_public_key
from mandat.federation.state import State
from mandat.language import msg, told
from mandat.record.blobs import Blob
from mandat.record.entries import Envelope, Parts, read_envelope
from mandat.record.errors import RecordError
from mandat.record.ijson import IJSONError, check_ijson
from mandat.record.keys import Verifier
from mandat.record.reasons import NotTaken, Reason

FindBlob = Callable[[str], Blob | None]
BLOB_PREFIX = "sha256:"
SEALED = "sealed"
_ENROL = b'"key.enrol"'


class SealedBody(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="act", tag=SEALED
):
    """The public side of a sealed act: the salted hash of its body."""

    body: str
    seen: tuple[int, str]
    nonce: str


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(reduce(or_, ACTS.values()))


def signers_of(parts: Parts, origin: str, state: State) -> tuple[PersonId, ...]:
    """Return the people who signed, in order, after verifying every signature with a key they have now.

    Raises ``NotTaken``: unknown or revoked key, bad signature, the same person twice, or a key that is nobody's of this
    record.
    """
    people: list[PersonId] = []
    prefix = f"{origin}/m/"
    for line in parts.signatures:
        if not line.name.startswith(prefix):
            raise NotTaken(Reason.UNKNOWN_KEY, key=line.name)
        person = PersonId(line.name[len(prefix) :])
        _verify(parts.signed, line.name, person, line, state)
        if person in people:
            raise NotTaken(Reason.MALFORMED, problem=msg("{person} signed twice")(person=person))
        people.append(person)
    return tuple(people)


def _verify(signed: bytes, name: str, person: PersonId, line: Any, state: State) -> None:
    revoked = False
    for bound in reversed(state.keys.of.get(person, ())):
        verifier = verifier_of(name, bound.public)
        if verifier.key_id == line.key_id:
            if bound.until is None:
                if not verifier.holds(signed, line.signature):
                    raise NotTaken(Reason.BAD_SIGNATURE, key=name)
                return
            revoked = True
    raise NotTaken(Reason.REVOKED_KEY if revoked else Reason.UNKNOWN_KEY, key=name)


@lru_cache(maxsize=65_536)
def verifier_of(name: str, public: str) -> Verifier:
    """Return the verifier of a bound key."""
    return Verifier(name, base64.b64decode(public))


def open_act(parts: Parts, origin: str, state: State, index: EntryIndex, find: FindBlob) -> Submission:
    """Open an act note; ``state`` is that before the entry ``index``, ``find`` gives blobs by name.

    Raises ``NotTaken`` for what never reaches the record: each ``Reason`` says what to do.
    """
    signers = _signers(parts, origin, state)
    envelope = read_envelope(parts.json)
    if envelope.act == SEALED:
        return _open_sealed(parts, signers, envelope, index, find)
    act = _decode(parts.json)
    return Submission(act=act, signers=signers, index=index, inputs=Inputs(blobs=_blobs(act, find)))


def _signers(parts: Parts, origin: str, state: State) -> tuple[PersonId, ...]:
    if not state.founded:
        return _founder(parts, origin)
    enrolled = _enrolled(parts, origin, state) if _ENROL in parts.json else None
    return signers_of(parts, origin, state) if enrolled is None else (enrolled,)


def _enrolled(parts: Parts, origin: str, state: State) -> PersonId | None:
    """Return who enrols a new key, if the note does so: it is signed by that very key, which no key act has named yet.

    Only who has the code of an open invitation gets so far; all others are turned away before anything is recorded.
    """
    try:
        check_ijson(parts.json)
        act = msgspec.json.decode(parts.json, type=KeyEnrol)
    except (IJSONError, msgspec.DecodeError, RecursionError):
        return None
    if invitation_of(state.keys, act) is None:
        raise NotTaken(Reason.BAD_CODE, person=act.person)
    name = f"{origin}/m/{act.person}"
    if not is_public_key(act.key) or [line.name for line in parts.signatures] != [name]:
        raise NotTaken(Reason.MALFORMED, problem=msg("a key is enrolled by one signature: its own"))
    line, verifier = parts.signatures[0], verifier_of(name, act.key)
    if line.key_id != verifier.key_id or not verifier.holds(parts.signed, line.signature):
        raise NotTaken(Reason.BAD_SIGNATURE, key=name)
    return act.person


def _decode(json: bytes) -> Act:
    try:
        act: Act = _decoder().decode(json)
    except msgspec.ValidationError as error:
        raise NotTaken(
            Reason.UNKNOWN_ACT if "Invalid value" in str(error) else Reason.MALFORMED, problem=str(error)
        ) from error
    except RecursionError as error:
        raise NotTaken(Reason.MALFORMED, problem=msg("it is nested too deeply")) from error
    return act


def _check_body(content: bytes) -> None:
    """Refuse a sealed body that is not I-JSON, as ``read_envelope`` does for an open one."""
    try:
        check_ijson(content)
    except IJSONError as error:
        raise NotTaken(
            Reason.MALFORMED, problem=msg("its sealed body is not I-JSON: {problem}")(problem=told(error))
        ) from error


def _open_sealed(
    parts: Parts, signers: tuple[PersonId, ...], envelope: Envelope, index: EntryIndex, find: FindBlob
) -> Submission:
    try:
        sealed = msgspec.json.decode(parts.json, type=SealedBody)
    except msgspec.ValidationError as error:
        raise NotTaken(Reason.MALFORMED, problem=str(error)) from error
    body = find(sealed.body)
    if body is None:
        raise NotTaken(Reason.BLOB_MISSING, blob=sealed.body)
    _check_body(body.content)
    # Of an act in a sealed body, too, ``seen`` and ``nonce`` are those that its author signed.
    act = msgspec.structs.replace(_decode(body.content), seen=envelope.seen, nonce=envelope.nonce)
    inputs = Inputs(blobs=_blobs(act, find))
    return Submission(act=act, signers=signers, index=index, inputs=inputs, sealed=True, salt=body.salt)


def _blobs(act: Act, find: FindBlob) -> Mapping[BlobName, bytes]:
    """Return the content of every blob that an act names; all must be there."""
    found: dict[BlobName, bytes] = {}
    for name in act.__struct_fields__:
        value = getattr(act, name)
        if isinstance(value, str) and value.startswith(BLOB_PREFIX):
            blob = find(value)
            if blob is None:
                raise NotTaken(Reason.BLOB_MISSING, blob=value)
            found[BlobName(value)] = blob.content
    return found


class _Founding(msgspec.Struct, frozen=True):
    """What must be known of the founding act before its signature can be checked."""

    registrar: PersonId
    key: PublicKey


def _founder(parts: Parts, origin: str) -> tuple[PersonId, ...]:
    """Verify the founding act, signed by its registrar alone, with the key that it states itself."""
    try:
        check_ijson(parts.json)
        stated = msgspec.json.decode(parts.json, type=_Founding)
        name = f"{origin}/m/{stated.registrar}"
        verifier = Verifier(name, base64.b64decode(stated.key, validate=True))
    except (msgspec.DecodeError, ValueError, RecordError) as error:
        raise NotTaken(Reason.MALFORMED, problem=msg("the first act founds the federation")) from error
    if len(parts.signatures) != 1:
        raise NotTaken(Reason.MALFORMED, problem=msg("the founding act is signed by the registrar alone"))
    (line,) = parts.signatures
    if line[:2] != (name, verifier.key_id) or not verifier.holds(parts.signed, line.signature):
        raise NotTaken(Reason.BAD_SIGNATURE, key=name)
    return (stated.registrar,)
