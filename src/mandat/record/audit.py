"""Check a record as far as it goes without its bylaws: bytes, order, hashes, signatures, checkpoints.

For whoever holds a copy but not the sealed blobs, or not this program's idea of the rules. ``verify`` also judges every act
anew. Both stop at the first wrong entry and name it.

What is checked, in this order: the entry's bytes hash to the leaf that the log holds at its place; it is a signed note of this
origin; its signatures hold; an act is I-JSON, its nonce is new for its key, its ``seen`` is a checkpoint of this log, and the
blobs it names are what their names say; a note of rulings covers exactly the entries since the one before it, and time does not
run backwards; the checkpoint after it signs the root that these entries give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from mandat.language import msg, told
from mandat.record.checkpoint import Checkpoint, read_checkpoint
from mandat.record.entries import ACT, CLOCK, Envelope, Parts, nonces_of, read_envelope, split
from mandat.record.errors import RecordError, WrongEntryError
from mandat.record.keys import NoteSignature, Verifier
from mandat.record.merkle import Tree, leaf_hash
from mandat.record.rulings import read_clock, read_rulings
from mandat.record.seen import Heads
from mandat.record.store.interface import Head, Store

BLOB_PREFIX = "sha256:"

Resolve = Callable[[NoteSignature, int], Verifier | None]
"""Gives the key of a signature line, valid at an entry (its index); None for a key unknown or revoked there."""

CheckProgress = Callable[[int], None]


class Audited(msgspec.Struct, frozen=True, kw_only=True):
    """What an audit found: counts, and the root of the log.

    ``signatures_checked`` is False if nobody said which keys are whose; ``blobs_absent`` counts names of blobs that this
    copy does not hold (sealed ones, in a public copy).
    """

    entries: int
    acts: int
    blobs: int
    blobs_absent: int
    root: str
    signatures_checked: bool


def audit(
    store: Store,
    origin: str,
    log: Verifier,
    server: Verifier,
    resolve: Resolve | None = None,
    progress: CheckProgress = lambda _: None,
) -> Audited:
    """Check every entry of a store in order; raises ``WrongEntryError`` at the first that is wrong.

    ``log`` signs checkpoints, ``server`` the clock and the rulings, ``resolve`` gives the keys of people (without it their
    signatures are not checked). ``progress`` is called with the number of entries checked so far, after each group.
    """
    head = store.head()
    if head is None:
        raise WrongEntryError(0, msg("the record is empty: there is no checkpoint"))
    auditor = _Auditor(store, origin, log, server, resolve)
    for raw in sound_entries(store, head):
        if auditor.entry(raw):
            progress(auditor.tree.size)
    return auditor.end(head)


def sound_entries(store: Store, head: Head) -> Iterator[bytes]:
    """Yield the entries up to a checkpoint whose bytes hash to the leaf at their place; raises ``WrongEntryError``.

    A server may write on meanwhile: what comes after ``head`` is the next check's. Entries that no checkpoint covers are wrong.
    """
    for index, raw in enumerate(store.entries(0, head.size)):
        if store.index_of(leaf_hash(raw)) != index:
            raise WrongEntryError(
                index, msg("its bytes do not hash to the leaf that the log holds at this place")
            )
        yield raw
    if store.entry(head.size) is not None and store.head() == head:
        raise WrongEntryError(
            head.size,
            msg("the last checkpoint speaks of {size} entries, the record holds more")(size=head.size),
        )


def check_head(store: Store, tree: Tree, origin: str, log: Verifier) -> None:
    """Check the checkpoint that ends a group: the log's signature holds over the root that the entries so far give."""
    last = tree.size - 1
    head = store.head_at(tree.size)
    if head is None:
        raise WrongEntryError(last, msg("no checkpoint was signed at the end of its group"))
    try:
        signed = read_checkpoint(head.note, log)
    except RecordError as error:
        raise WrongEntryError(last, msg("the checkpoint after it: {problem}")(problem=told(error))) from error
    if signed != Checkpoint(origin, tree.size, tree.root) or (head.size, head.root) != signed[1:]:
        raise WrongEntryError(last, msg("the checkpoint after it signs another root than these entries give"))


class _Auditor:
    """The audit so far: the tree of the entries passed, and what must not come twice or go backwards."""

    def __init__(
        self, store: Store, origin: str, log: Verifier, server: Verifier, resolve: Resolve | None
    ) -> None:
        self.store, self.origin, self.log, self.server, self.resolve = store, origin, log, server, resolve
        self.tree, self.heads = Tree(), Heads()
        self.first, self.acts = 0, 0
        self.at: int | None = None
        self.blobs: set[str] = set()
        self.absent: set[str] = set()
        self._nonces: set[bytes] = set()

    def entry(self, raw: bytes) -> bool:
        """Check the next entry; tell whether it ends its group."""
        try:
            parts = split(raw, self.origin)
            ended = self._checked(parts)
        except WrongEntryError:
            raise
        except RecordError as error:
            raise WrongEntryError(self.tree.size, told(error)) from error
        self.tree.append(leaf_hash(raw))
        if ended:
            check_head(self.store, self.tree, self.origin, self.log)
            self.heads.add(self.tree.size, self.tree.root, self.at or 0)
            self.first = self.tree.size
        return ended

    def _checked(self, parts: Parts) -> bool:
        if parts.schema == ACT:
            self._act(parts)
            return False
        self._by_server(parts)
        if parts.schema == CLOCK:
            clock = read_clock(parts.json)
            self._time(clock.at)
            if any(item.at > clock.at for item in clock.due):
                raise RecordError(msg("the clock states what was not due yet"))
            return False
        self._rulings(parts.json)
        return True

    def _act(self, parts: Parts) -> None:
        for line in parts.signatures:
            self._by_person(parts.signed, line)
        envelope = read_envelope(parts.json)
        nonces = nonces_of(parts, envelope.nonce)
        if not self._nonces.isdisjoint(nonces):
            raise RecordError(msg("the nonce {nonce} was used before with this key")(nonce=envelope.nonce))
        self._nonces.update(nonces)
        self._seen(envelope)
        self._blobs(parts.json)
        self.acts += 1

    def _by_person(self, signed: bytes, line: NoteSignature) -> None:
        if line.key_id in (self.server.key_id, self.log.key_id):
            raise RecordError(msg("an act is signed by a key of the server; those keys never act"))
        if self.resolve is None:
            return
        verifier = self.resolve(line, self.tree.size)
        if verifier is None:
            raise RecordError(msg("the key {name} is not on the record at this place")(name=line.name))
        if not verifier.holds(signed, line.signature):
            raise RecordError(msg("the signature of {name} does not hold")(name=line.name))

    def _by_server(self, parts: Parts) -> None:
        lines = [line for line in parts.signatures if line[:2] == (self.server.name, self.server.key_id)]
        if not lines:
            raise RecordError(
                msg("expected a statement of the server; it is not signed by {name}")(name=self.server.name)
            )
        if not all(self.server.holds(parts.signed, line.signature) for line in lines):
            raise RecordError(msg("the server's signature does not hold"))

    def _seen(self, envelope: Envelope) -> None:
        """The founding act alone has seen nothing."""
        if self.tree.size and not self.heads.known(envelope.seen):
            raise RecordError(
                msg("its “seen” (size {seen}) is not a checkpoint of this log")(seen=envelope.seen[0])
            )

    def _blobs(self, json: bytes) -> None:
        body: dict[str, Any] = msgspec.json.decode(json)
        for name in body.values():
            if isinstance(name, str) and name.startswith(BLOB_PREFIX):
                blob = self.store.blob(name)
                if blob is not None and blob.name != name:
                    raise RecordError(msg("the blob {name}, which it names, was changed")(name=name))
                (self.absent if blob is None else self.blobs).add(name)

    def _rulings(self, json: bytes) -> None:
        note, size = read_rulings(json), self.tree.size
        if (note.first, note.end, len(note.rulings)) != (self.first, size, size - self.first):
            raise RecordError(
                msg(
                    "the note has {count} rulings on entries {first} to {end}; since the last note there are {size}, "
                    "{start} to {held}"
                )(
                    count=len(note.rulings),
                    first=note.first,
                    end=note.end,
                    size=size - self.first,
                    start=self.first,
                    held=size,
                )
            )
        self._time(note.at)

    def _time(self, at: int) -> None:
        if self.at is not None and at < self.at:
            raise RecordError(msg("its time is before that of an earlier statement of the server"))
        self.at = at

    def end(self, head: Head) -> Audited:
        """Check that the checkpoint speaks of all entries, and sum up."""
        size = self.tree.size
        if head.size != size or self.first != size:
            raise WrongEntryError(
                min(head.size, size),
                msg("the last checkpoint speaks of {size} entries, the record holds {held}")(
                    size=head.size, held=size
                ),
            )
        return Audited(
            entries=size,
            acts=self.acts,
            blobs=len(self.blobs),
            blobs_absent=len(self.absent),
            root=self.tree.root.hex(),
            signatures_checked=self.resolve is not None,
        )
