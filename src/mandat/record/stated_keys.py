"""Whose key is whose, as admitted acts state it: enough to check signatures without judging anything.

For whoever holds a record but not the rules that judged it. An admitted act that states a public key and a name in one breath (in
its fields, or in one line of a list that it names) is taken to give that person that key from its entry on. Whether the act could
do so, and whether the key was revoked since, only the rules say.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from mandat.record.entries import ACT, Parts, groups, split
from mandat.record.errors import RecordError
from mandat.record.keys import SEED_BYTES, NoteSignature, Verifier
from mandat.record.rulings import read_rulings
from mandat.record.store.interface import Store


class StatedKeys:
    """The keys that a record states; ``resolve`` is what ``mandat.record.audit.audit`` asks for."""

    def __init__(self, store: Store, origin: str) -> None:
        """Read the whole record once. What cannot be read states nothing: the audit says what is wrong with it."""
        self._store, self._origin = store, origin
        self._keys: dict[str, list[tuple[int, str]]] = {}
        index = 0
        for group in groups(store.entries(0)):
            for raw, outcome in zip(group, self._outcomes(group[-1]), strict=False):
                if outcome == "admitted":
                    self._state(raw, index)
                index += 1
            index += 1

    def _outcomes(self, note: bytes) -> Iterable[str]:
        try:
            return [each.outcome for each in read_rulings(split(note, self._origin).json).rulings]
        except RecordError:
            return []

    def _state(self, raw: bytes, index: int) -> None:
        for person, key in self._stated(raw):
            self._keys.setdefault(person, []).append((index, key))

    def _stated(self, raw: bytes) -> Iterator[tuple[str, str]]:
        """Yield each name with each key that stands beside it in an act, or in a line of a list that it names."""
        try:
            parts = split(raw, self._origin)
        except RecordError:
            return
        for texts in self._lines(parts) if parts.schema == ACT else ():
            for key in filter(_is_key, texts):
                yield from ((name, key) for name in texts if name != key)

    def _lines(self, parts: Parts) -> Iterator[list[str]]:
        fields = _texts(parts.json)
        yield fields
        for blob in filter(None, map(self._store.blob, fields)):
            sealed = _texts(blob.content)
            if sealed:
                yield sealed
            else:
                lines = blob.content.decode(errors="replace").splitlines()
                yield from (line.split(",") for line in lines)

    def resolve(self, line: NoteSignature, index: int) -> Verifier | None:
        """Return the key of a signature line at an entry; an act that gives its author a key may be signed by that key."""
        person = line.name.removeprefix(f"{self._origin}/m/")
        own = self._stated(self._store.entry(index) or b"")
        keys = [key for since, key in self._keys.get(person, ()) if since < index]
        for key in (*keys, *(key for name, key in own if name == person)):
            verifier = Verifier(line.name, base64.b64decode(key))
            if verifier.key_id == line.key_id:
                return verifier
        return None


def _texts(json: bytes) -> list[str]:
    """Return the texts among the fields of a JSON object; none if it is something else."""
    try:
        body: Any = msgspec.json.decode(json)
    except (msgspec.DecodeError, RecursionError):
        return []
    return [value for value in body.values() if isinstance(value, str)] if isinstance(body, dict) else []


def _is_key(text: str) -> bool:
    """Tell whether a text is the base64 of 32 bytes, as a public key is."""
    try:
        return len(base64.b64decode(text, validate=True)) == SEED_BYTES
    except ValueError:
        return False
