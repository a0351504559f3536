"""The author's side: write an act, with what was seen and a fresh nonce, and sign the exact bytes."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from mandat.federation.base.types import ElectionId, MotionId
from mandat.record.blobs import Blob, fresh_salt
from mandat.record.boxes import ElectionBox, MotionBox
from mandat.record.entries import NONCE_BYTES, write_act
from mandat.record.keys import Signer
from mandat.record.store.interface import Head
from mandat.service.incoming import BoxedBallot, Incoming

Nonce = Callable[[], bytes]


def fresh_nonce() -> bytes:
    """Return 96 random bits."""
    return secrets.token_bytes(NONCE_BYTES)


class Author:
    """One or several people who sign together, the author first."""

    def __init__(self, origin: str, signers: Sequence[Signer], nonce: Nonce = fresh_nonce) -> None:
        """Sign for the record ``origin``."""
        self.origin = origin
        self.signers = tuple(signers)
        self._nonce = nonce

    def act(self, body: Mapping[str, Any], seen: Head | None, blobs: Sequence[Blob] = ()) -> Incoming:
        """Write and sign an act: ``body`` has ``act`` and its fields."""
        raw = write_act(self.origin, {**body, **self._envelope(seen)}, self.signers)
        return Incoming(raw=raw, blobs=tuple(blobs))

    def sealed(self, body: Mapping[str, Any], seen: Head | None, salt: bytes | None = None) -> Incoming:
        """Write a sealed act: the note names only the salted hash of its body, which goes beside it."""
        blob = Blob(salt or fresh_salt(), msgspec.json.encode(body), "sealed")
        return self.act({"act": "sealed", "body": blob.name}, seen, (blob,))

    def ballot(self, election: ElectionId, ranking: Sequence[int], seen: Head | None) -> Incoming:
        """Write a secret vote: the signed act says only that the person votes; the ranking goes to the box."""
        voted = self.act({"act": "ballot.cast", "election": election}, seen)
        return msgspec.structs.replace(
            voted, ballot=BoxedBallot(ElectionBox(election), msgspec.json.encode(list(ranking)))
        )

    def vote(self, motion: MotionId, choice: str, seen: Head | None) -> Incoming:
        """Write a secret vote on a motion: yes, no, or abstain goes to the box."""
        voted = self.act({"act": "vote.cast", "motion": motion}, seen)
        return msgspec.structs.replace(voted, ballot=BoxedBallot(MotionBox(motion), choice.encode()))

    def _envelope(self, seen: Head | None) -> dict[str, Any]:
        size, root = (0, "") if seen is None else (seen.size, base64.b64encode(seen.root).decode())
        return {"seen": [size, root], "nonce": base64.b64encode(self._nonce()).decode()}


def person_key(origin: str, person: str) -> Signer:
    """Make a new key for a person of a record."""
    return Signer.generate(person_key_name(origin, person))


def person_key_name(origin: str, person: str) -> str:
    """Return the name under which a person's key signs.

    >>> person_key_name("rail.example/log", "m-17")
    'rail.example/log/m/m-17'
    """
    return f"{origin}/m/{person}"
