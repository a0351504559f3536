"""A federation to measure: sections of members who have keys, two elected delegates each, on a record on disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from mandat.federation.base.types import BodyId, PersonId, PostId, PublicKey
from mandat.instants import Instant
from mandat.record.blobs import Blob, fresh_salt
from mandat.record.directory import RecordDirectory, create
from mandat.record.keys import Signer
from mandat.record.store.interface import Store
from mandat.service.author import Author, person_key_name
from mandat.service.founding import found
from mandat.service.incoming import Incoming
from mandat.service.writer import Writer

ORIGIN = "rail.example/log"
START = Instant(1_767_225_600)
REGISTRAR = PersonId("registrar")
BYLAWS = """
mandat = 1
id = "rail"
title = { en = "Rail Federation", fr = "Fédération du rail" }
time_zone = "Europe/Paris"

[body.section]
type = "assembly"
many = true
part_of = "region"

[body.region]
type = "council"

[body.region.seats.delegates]
article = "4.2"
from = "section"
number = 2
elect = { method = "stv-scottish", ballot = "secret" }
term = "P2Y"
succession = ["countback"]

[recall.delegates]
article = "4.6"
of = ["region.delegates"]
by = "sender"
confidence = "withdrawn > 1/2 * electors"
"""
"""One rule to judge by: half of the electors may withdraw, one more and the delegate falls."""


class Section(msgspec.Struct, frozen=True):
    """An assembly and its members' ids; the first two are its delegates."""

    id: BodyId
    members: tuple[PersonId, ...]

    def post(self, number: int) -> PostId:
        """Name one of its two delegates' posts."""
        return PostId(f"region:delegates:{self.id}:{number}")


def sections(count: int, members: int) -> tuple[Section, ...]:
    """Invent ``count`` sections of ``members`` members each, numbered through."""
    return tuple(
        Section(
            BodyId(f"section/s-{s:04}"),
            tuple(PersonId(f"m-{number:07}") for number in range(s * members, (s + 1) * members)),
        )
        for s in range(count)
    )


def key_of(person: str) -> Signer:
    """Return the key of a person, the same in every run."""
    return Signer(person_key_name(ORIGIN, person), hashlib.sha256(person.encode()).digest())


def public_text(person: str) -> PublicKey:
    """Return a person's public key in base64."""
    return PublicKey(key_of(person).public_text)


class Office:
    """A writer and the keys of whoever acts."""

    def __init__(self, store: Store, log: Signer, server: Signer) -> None:
        """Read the record of ``store``."""
        self.writer = Writer(store, ORIGIN, log, server, lambda: START)
        self.keys: dict[str, Signer] = {}

    def key(self, person: str) -> Signer:
        """Return a person's key, made once."""
        if person not in self.keys:
            self.keys[person] = key_of(person)
        return self.keys[person]

    def found(self, every: Sequence[Section]) -> None:
        """Found the federation, enrol everybody with a key by one act for all sections, and elect the delegates."""
        found(self.writer, BYLAWS, REGISTRAR, self.key(REGISTRAR))
        for section in every:
            self.do([REGISTRAR], "body.found", body=section.id)
        lines = (f"{m},{s.id},{self.key(m).public_text}" for s in every for m in s.members)
        people = Blob(fresh_salt(), "\n".join(lines).encode())
        count = sum(len(section.members) for section in every)
        self.do([REGISTRAR], "member.import", people, list=people.name, count=count)
        for number, section in enumerate(every):
            self._elect(f"e-{number}", section)

    def _elect(self, election: str, section: Section) -> None:
        candidates, tellers = section.members[:3], section.members[3:5]
        self.do(
            [REGISTRAR],
            "election.call",
            election=election,
            line="region.delegates",
            sender=section.id,
            tellers=tellers,
        )
        self.do(tellers[:1], "candidate.nominate", election=election, candidates=candidates)
        self.do(tellers[:1], "election.open", election=election)
        papers = Blob(fresh_salt(), b'3 2\n5 1 3 0\n4 2 3 0\n2 3 0\n0\n"a"\n"b"\n"c"\n')
        self.do(tellers, "count.enter", papers, election=election, ballots=papers.name)

    def do(self, people: Sequence[str], act: str, *blobs: Blob, **fields: object) -> None:
        """Submit an act that must be admitted."""
        author = Author(ORIGIN, [self.key(person) for person in people])
        receipt = self.writer.submit(author.act({"act": act, **fields}, self.writer.head, blobs))
        assert receipt.ruling is not None
        assert receipt.ruling.admitted, receipt.ruling.grounds[-1]

    def withdrawals(self, every: Sequence[Section], rounds: int = 1) -> Iterator[Incoming]:
        """Write confidence acts of all members, in turns of the sections: withdrawn, given again, withdrawn … ``rounds`` times.

        Half of a section acts on one delegate, half on the other, so that the rule is checked each time and nobody falls.
        """
        head = self.writer.head
        for turn in range(rounds):
            act = "confidence.give" if turn % 2 else "confidence.withdraw"
            for place in range(len(every[0].members)):
                for section in every:
                    post = section.post(1 + place % 2)
                    yield Author(ORIGIN, [self.key(section.members[place])]).act(
                        {"act": act, "post": post}, head
                    )


def new_record(path: Path) -> RecordDirectory:
    """Make the directory of a record."""
    return create(path, ORIGIN)


def office(directory: RecordDirectory, store: Store) -> Office:
    """Open a record for writing."""
    return Office(store, *directory.signers())


def submit_in_batches(writer: Writer, acts: Sequence[Incoming], size: int) -> None:
    """Submit acts, ``size`` for each durable commit; every one must be admitted."""
    for first in range(0, len(acts), size):
        for receipt in writer.submit_many(acts[first : first + size]):
            assert not isinstance(receipt, Exception), receipt
            assert receipt.outcome == "admitted"


def raw_signatures(acts: Iterable[Incoming]) -> list[tuple[bytes, bytes]]:
    """Return signature ‖ text and public key of each act, as PyNaCl's binding takes them."""
    from mandat.record.entries import split  # noqa: PLC0415

    found = []
    for act in acts:
        parts = split(act.raw, ORIGIN)
        (line,) = parts.signatures
        person = line.name.rpartition("/")[2]
        found.append((line.signature + parts.signed, key_of(person).public))
    return found
