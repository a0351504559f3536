"""The office of the demonstration: a writer on a record on disk, everybody's keys, and a scripted clock.

Keys are real and fresh; signatures are made over the exact bytes stored. Only the time is scripted: seven weeks pass in seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import ElectionId, PersonId
from mandat.federation.state import State
from mandat.instants import Instant
from mandat.language import msg
from mandat.record.blobs import Blob, fresh_salt
from mandat.record.directory import create
from mandat.record.errors import RecordError
from mandat.record.keys import Signer
from mandat.service.author import Author, person_key
from mandat.service.incoming import Incoming
from mandat.service.opening import writing
from mandat.service.writer import Receipt, Writer

ORIGIN = "scottish-wards.example/log"
REGISTRAR = PersonId("registrar")
START = Instant(1_772_442_000)
"""2026-03-02T09:00:00Z, a Monday."""
DAY = 86_400


class Milestone(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the record: what happened (``key`` names the sentence), its first entry, how many acts, and when."""

    key: str
    entry: int
    acts: int
    at: int
    until: int


class Office:
    """Submits acts for everybody and remembers what happened when."""

    def __init__(self, writer: Writer, clock: ScriptedClock) -> None:
        self.writer = writer
        self.clock = clock
        self.keys: dict[str, Signer] = {}
        self.milestones: list[Milestone] = []
        self._acts = 0

    @property
    def state(self) -> State:
        """The state after all that was answered."""
        return self.writer.state

    def key(self, person: str) -> Signer:
        """Return the key of a person; it is made on first use."""
        if person not in self.keys:
            self.keys[person] = person_key(self.writer.origin, person)
        return self.keys[person]

    def write(
        self, people: Sequence[str], act: str, blobs: Sequence[Blob] = (), /, **fields: Any
    ) -> Incoming:
        """Write an act and have it signed by ``people``, the author first."""
        author = Author(self.writer.origin, [self.key(person) for person in people])
        return author.act({"act": act, **fields}, self.writer.head, blobs)

    def seal(self, person: str, act: str, **fields: Any) -> Incoming:
        """Write an act whose content stays sealed to its author."""
        author = Author(self.writer.origin, [self.key(person)])
        return author.sealed({"act": act, **fields}, self.writer.head)

    def vote(self, person: str, election: ElectionId, ranking: Sequence[int]) -> Incoming:
        """Write a secret vote: the signed act says only that the person votes."""
        return Author(self.writer.origin, [self.key(person)]).ballot(election, ranking, self.writer.head)

    def submit(self, *incoming: Incoming) -> tuple[Receipt, ...]:
        """Submit acts together; raises ``RecordError`` at the first that is not admitted."""
        receipts = self.offer(*incoming)
        for receipt in receipts:
            if not ruling_of(receipt).admitted:
                raise RecordError(
                    msg("the demonstration was refused entry {index}: {ruling}")(
                        index=receipt.index, ruling=str(receipt.ruling)
                    )
                )
        return receipts

    def offer(self, *incoming: Incoming) -> tuple[Receipt, ...]:
        """Submit acts together, some of which may be refused."""
        receipts = []
        for answer in self.writer.submit_many(incoming):
            if not isinstance(answer, Receipt):
                raise answer
            receipts.append(answer)
        self.note(*receipts)
        return tuple(receipts)

    def note(self, *receipts: Receipt) -> None:
        """Count acts that are on the record."""
        self._acts += len(receipts)

    @contextmanager
    def milestone(self, key: str) -> Iterator[None]:
        """Note what is submitted inside as one stretch of the record."""
        entry, acts, at = self.writer.fold.size, self._acts, self.clock.now
        yield
        self.milestones.append(
            Milestone(key=key, entry=entry, acts=self._acts - acts, at=at, until=self.clock.now)
        )


class ScriptedClock:
    """The scripted time, in whole seconds since 1970."""

    def __init__(self, now: Instant = START) -> None:
        self.now = now

    def __call__(self) -> Instant:
        """Return the present."""
        return self.now

    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self.now = Instant(self.now + seconds)


def ruling_of(receipt: Receipt) -> Ruling:
    """Return the ruling of an act just submitted."""
    assert receipt.ruling is not None
    return receipt.ruling


def entry_text(office: Office, index: int) -> str:
    """Return an entry as it stands on the record."""
    return (office.writer.store.entry(index) or b"").decode()


def blob(content: bytes) -> Blob:
    """Return content under a fresh salt."""
    return Blob(fresh_salt(), content)


@contextmanager
def office(directory: Path) -> Iterator[Office]:
    """Create the record's directory, hold its pen, and yield the office; raises ``RecordError`` if it holds anything."""
    create(directory, ORIGIN)
    clock = ScriptedClock()
    with writing(directory, clock) as writer:
        opened = Office(writer, clock)
        yield opened
