"""A record in memory with a scripted clock."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from mandat.instants import Instant
from mandat.record.blobs import Blob
from mandat.record.keys import Signer
from mandat.record.store.interface import Store
from mandat.record.store.memory import MemoryStore
from mandat.record.verify import Verified, verify
from mandat.service.author import Author, person_key_name
from mandat.service.founding import found
from mandat.service.incoming import Incoming
from mandat.service.writer import Receipt, Writer
from tests.federation.bylaws import RAIL

ORIGIN = "rail.example/log"
START = Instant(1_767_225_600)
_NUMBERS = itertools.count()


class Office:
    """A writer, everybody's keys, and a clock that stands still until told."""

    def __init__(self, bylaws: str = RAIL, store: Store | None = None) -> None:
        self.now = START
        self.store = store or MemoryStore()
        self.log = Signer.from_seed_text(ORIGIN, "log")
        self.server = Signer.from_seed_text(f"{ORIGIN}/server", "server")
        self.writer = self.open()
        if self.store.head() is None:
            found(self.writer, bylaws, "registrar", self.key("registrar"))

    def open(self) -> Writer:
        """Read the record anew."""
        return Writer(self.store, ORIGIN, self.log, self.server, lambda: self.now)

    def key(self, person: str) -> Signer:
        """The key of a person."""
        return Signer.from_seed_text(person_key_name(ORIGIN, person), person)

    def author(self, people: str) -> Author:
        """People who sign together, joined by ``+``."""
        return Author(ORIGIN, [self.key(person) for person in people.split("+")])

    def write(self, people: str, act: str, blobs: Sequence[Blob] = (), **fields: Any) -> Incoming:
        """Write an act."""
        return self.author(people).act({"act": act, **fields}, self.writer.head, blobs)

    def do(self, people: str, act: str, blobs: Sequence[Blob] = (), **fields: Any) -> Receipt:
        """Submit an act."""
        return self.writer.submit(self.write(people, act, blobs, **fields))

    def ok(self, people: str, act: str, blobs: Sequence[Blob] = (), **fields: Any) -> Receipt:
        """Submit an act that must be admitted."""
        receipt = self.do(people, act, blobs, **fields)
        assert receipt.ruling is not None
        assert receipt.ruling.admitted, receipt.ruling.grounds[-1]
        return receipt

    def members(self, body: str, count: int) -> None:
        """Enrol people with keys."""
        for number in range(1, count + 1):
            person = f"{body.rpartition('/')[2]}-{number}"
            self.ok("registrar", "member.enrol", person=person, body=body, key=self.key(person).public_text)

    def election(self, candidates: int = 3) -> None:
        """Elect two delegates of section Lyon from paper ballots."""
        self.ok("registrar", "body.found", body="region/rhone")
        self.ok("registrar", "body.found", body="section/lyon", part_of="region/rhone")
        self.members("section/lyon", 12)
        tellers = ["lyon-11", "lyon-12"]
        fields: Mapping[str, Any] = {"line": "region.delegates", "sender": "section/lyon", "tellers": tellers}
        self.ok("registrar", "election.call", election="e1", **fields)
        people = [f"lyon-{number}" for number in range(1, candidates + 1)]
        self.ok("lyon-11", "candidate.nominate", election="e1", candidates=people)
        self.ok("lyon-11", "election.open", election="e1")

    def count(self, papers: str = "5 1 3 0\n5 2 3 0\n2 3 0") -> Receipt:
        """Enter the paper count."""
        blob = Blob(b"s" * 16, f'3 2\n{papers}\n0\n"a"\n"b"\n"c"\n'.encode())
        return self.ok("lyon-11+lyon-12", "count.enter", (blob,), election="e1", ballots=blob.name)

    def verify(self) -> Verified:
        """Verify the whole record."""
        return verify(self.store, ORIGIN, self.log.verifier, self.server.verifier)


@pytest.fixture
def office() -> Office:
    """A founded federation."""
    return Office()
