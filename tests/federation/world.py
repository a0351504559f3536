"""A small federation to try rules on: acts go straight to the engine, without signatures and storage."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from msgspec.structs import replace

from mandat.bylaws.model.ids import LineId
from mandat.federation.base.acts import Act, Inputs, Submission
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.rulings import Ground, Ruling, digest
from mandat.federation.base.types import BlobName, BodyId, ElectionId, EntryIndex, PersonId, PostId, PublicKey
from mandat.federation.engine import apply, due, fall_due, judge
from mandat.federation.law.acts import FederationFound
from mandat.federation.people.bodies.acts import BodyFound
from mandat.federation.people.members.acts import MemberEnrol
from mandat.federation.seats.elections.acts import CandidateNominate, CountEnter, ElectionCall, ElectionOpen
from mandat.federation.seats.posts.state import Post
from mandat.federation.state import EMPTY, State
from mandat.instants import Instant
from tests.federation.histories import Asked, FellDue, History, ruled

DAY = 86_400
START = Instant(1_767_225_600)
"""2026-01-01T00:00:00Z"""


def key_of(person: str) -> PublicKey:
    """Return a public key (its form is all the engine looks at)."""
    return PublicKey(base64.b64encode(hashlib.sha256(person.encode()).digest()).decode())


class World:
    """A federation in the making: ``do`` submits an act, ``ok`` requires that it is admitted, ``no`` that it is refused."""

    def __init__(self, bylaws: str, registrar: PersonId = PersonId("registrar")) -> None:
        self.state: State = EMPTY
        self.at = START
        self.index = EntryIndex(0)
        self.rulings: list[Ruling] = []
        self.registrar = registrar
        self.history = History()
        founding = FederationFound(bylaws="bylaws", registrar=registrar, key=key_of(registrar))
        self.ok(registrar, founding, blobs={"bylaws": bylaws.encode()})

    def __copy__(self) -> World:
        """Return a world that goes on from here by itself."""
        other = object.__new__(type(self))
        history = History(self.history)
        other.__dict__ = {**self.__dict__, "rulings": list(self.rulings), "history": history}
        return other

    def do(self, signers: str, act: Act, blobs: Mapping[BlobName, bytes] | None = None) -> Ruling:
        """Submit an act signed by the people named (joined by ``+``) and return the ruling."""
        self.wait(0)
        people = tuple(map(PersonId, signers.split("+")))
        submission = Submission(act=act, signers=people, index=self.index, inputs=Inputs(blobs=blobs or {}))
        before = self.state
        ruling, after = judge(before, submission, self.at)
        assert apply(before, ruling.effects) == after
        replayed = replace(submission, inputs=Inputs(blobs=blobs or {}, deadlines=ruling.deadlines))
        assert digest(judge(before, replayed, self.at)[0]) == digest(ruling)
        self.history.steps.append(Asked(submission, self.at, ruled(ruling)))
        self.state = after
        self.index = EntryIndex(self.index + 1)
        self.rulings.append(ruling)
        return ruling

    def ok(self, signers: str, act: Act, blobs: Mapping[BlobName, bytes] | None = None) -> Ruling:
        """Submit an act that must be admitted."""
        ruling = self.do(signers, act, blobs)
        assert ruling.admitted, ruling.grounds[-1]
        return ruling

    def no(self, signers: str, act: Act, blobs: Mapping[BlobName, bytes] | None = None) -> Ground:
        """Submit an act that must be refused, and return the failing ground."""
        before = self.state
        ruling = self.do(signers, act, blobs)
        assert not ruling.admitted
        assert self.state is before
        return ruling.grounds[-1]

    def wait(self, seconds: int) -> tuple[Ruling, ...]:
        """Let time pass; what falls due is stated by the clock."""
        self.at = Instant(self.at + seconds)
        found = []
        while items := due(self.state, self.at):
            ruling, self.state = fall_due(self.state, items[0], self.index)
            self.history.steps.append(FellDue(items[0], self.index, ruled(ruling)))
            found.append(ruling)
            self.index = EntryIndex(self.index + 1)
        return tuple(found)

    def bodies(self, *names: BodyId, part_of: BodyId | None = None) -> None:
        """Found bodies."""
        for name in names:
            self.ok(self.registrar, BodyFound(body=name, part_of=part_of))

    def enrol(self, body: BodyId, *people: PersonId) -> None:
        """Enrol people."""
        for person in people:
            self.ok(self.registrar, MemberEnrol(person=person, body=body))

    def people(self, body: BodyId, count: int) -> tuple[PersonId, ...]:
        """Enrol ``count`` people named after the body, and return them."""
        names = tuple(PersonId(f"{body.rpartition('/')[2]}-{number}") for number in range(1, count + 1))
        self.enrol(body, *names)
        return names

    def elect(
        self,
        election: ElectionId,
        line: LineId,
        sender: BodyId | None,
        candidates: tuple[PersonId, ...],
        ballots: str,
        lists: tuple[str, ...] = (),
    ) -> Ruling:
        """Hold an election on paper: ``ballots`` are the lines of a BLT file between its first line and its names."""
        registrar = self.registrar
        tellers = tuple(keys_of(self.state.members.people))[-2:]
        self.ok(registrar, ElectionCall(election=election, line=line, sender=sender, tellers=tellers))
        self.ok(registrar, CandidateNominate(election=election, candidates=candidates, lists=lists))
        self.ok(tellers[0], ElectionOpen(election=election))
        options = tuple(dict.fromkeys(lists)) or candidates
        return self.count(election, options, ballots, tellers)

    def count(
        self, election: ElectionId, options: tuple[str, ...], ballots: str, tellers: tuple[str, ...]
    ) -> Ruling:
        """Enter a paper count by two tellers."""
        places = self.state.elections.all[election].places
        names = "\n".join(f'"{name}"' for name in options)
        text = f"{len(options)} {places}\n{ballots.strip()}\n0\n{names}\n"
        return self.ok("+".join(tellers), CountEnter(election=election, ballots="b"), {"b": text.encode()})

    def post(self, post: PostId) -> Post:
        """Return a post."""
        return self.state.posts.all[post]

    def holders(self, body: BodyId) -> list[PersonId | None]:
        """Return the holders of a body's posts, vacant ones as None."""
        return [post.holder for post in self.state.posts.of_body(body)]
