"""Where an attempt is made: in the engine alone (fast, without signatures), or through the whole service."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from mandat.bylaws.values.duration import Duration, later
from mandat.federation.base.acts import Inputs, Submission
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import BlobName, EntryIndex, PersonId
from mandat.federation.engine import ACTS, due, fall_due, judge
from mandat.federation.law.acts import FederationFound
from mandat.federation.state import EMPTY, State
from mandat.instants import Instant
from mandat.record.instant import read_instant
from mandat.record.reasons import NotTaken
from mandat.service.cases import Case, Runner, Step, acts_of
from tests.federation.world import key_of
from tests.hostile.attempts import HERE, Setup, Sheet, bylaws_of, origin_of, read, steps_of

KEYED = ("member.enrol", "key.bind", "key.revoke", "key.enrol")


class Hall:
    """A federation in the engine: steps of a case go straight to ``judge``. It can be copied at any moment."""

    def __init__(self, setup: Setup) -> None:
        self.state: State = EMPTY
        self.at: Instant = read_instant(setup.start)
        self.index = 0
        registrar = PersonId(setup.registrar)
        founding = FederationFound(bylaws=BlobName("b"), registrar=registrar, key=key_of(registrar))
        assert self._judge((registrar,), founding, {BlobName("b"): bylaws_of(setup).encode()}).admitted

    def copy(self) -> Hall:
        """Return another that goes on from here by itself."""
        other = object.__new__(Hall)
        other.__dict__ = dict(self.__dict__)
        return other

    def take(self, step: Step) -> list[Ruling]:
        """Take one step and return the ruling on each of its acts."""
        if step.at is not None:
            self.at = read_instant(step.at)
        if step.after is not None:
            self.at = later(self.at, Duration.parse(step.after), self.state.law.book.zone)
        self._tick()
        return [self._one(step, signers, fields) for signers, fields in acts_of(step)]

    def _one(self, step: Step, signers: Sequence[str], fields: Mapping[str, Any]) -> Ruling:
        contents = {name: text.encode() for name, text in step.texts.items()}
        contents |= {name: (HERE / file).read_bytes() for name, file in step.files.items()}
        blobs = {name: (_blob(content, step.salt), content) for name, content in contents.items()}
        body = {**fields, **{name: blob for name, (blob, _) in blobs.items()}, "act": step.act}
        if step.act in KEYED and "key" in body:
            body["key"] = key_of(str(body["person"] if body["key"] is True else body["key"]))
        act = msgspec.json.decode(msgspec.json.encode(body), type=ACTS[step.act])
        return self._judge(tuple(map(PersonId, signers)), act, dict(blobs.values()))

    def _tick(self) -> None:
        while items := due(self.state, self.at):
            _, self.state = fall_due(self.state, items[0], EntryIndex(self.index))
            self.index += 1

    def _judge(self, signers: tuple[PersonId, ...], act: Any, blobs: Mapping[BlobName, bytes]) -> Ruling:
        submission = Submission(
            act=act, signers=signers, index=EntryIndex(self.index), inputs=Inputs(blobs=blobs)
        )
        ruling, self.state = judge(self.state, submission, self.at)
        self.index += 1
        return ruling


def _blob(content: bytes, salt: str) -> BlobName:
    return BlobName(f"sha256:{hashlib.sha256(salt.encode() + content).hexdigest()}")


class Service:
    """A federation on a record in memory: signed, opened, judged and kept as by a server."""

    def __init__(self, setup: Setup, name: str) -> None:
        self.runner = Runner(
            Case(
                path=HERE,
                title=name,
                bylaws=bylaws_of(setup),
                origin="case.example/log",
                start=read_instant(setup.start),
                registrar=setup.registrar,
                steps=(),
                end={},
            )
        )
        self.runner.begin()

    @property
    def state(self) -> State:
        """The state of the record."""
        return self.runner.writer.state

    def take(self, step: Step) -> list[Ruling]:
        """Take one step and return the ruling on its last act; none if the record did not take it."""
        result = self.runner.take(step)
        return [] if result.ruling is None else [result.ruling]


@cache
def _begun(path: Path, sheet: Sheet, name: str) -> Hall:
    """Return the hall at the end of a setup; each setup is run once."""
    setup = sheet.setup[name]
    hall = _begun(path, sheet, setup.like).copy() if setup.like else Hall(setup)
    own = read(setup.step) if setup.like else steps_of(sheet, name)
    for step in own:
        admitted(hall, step)
    return hall


def begin(path: Path, sheet: Sheet, name: str) -> Hall | Service:
    """Return a hall of one's own at the end of a setup."""
    origin = origin_of(sheet, name)
    if not origin.record:
        return _begun(path, _Hashed(sheet), name).copy()
    service = Service(origin, name)
    for step in steps_of(sheet, name):
        admitted(service, step)
    return service


class _Hashed:
    """A sheet that can be a key: there is one for each path."""

    def __init__(self, sheet: Sheet) -> None:
        self.setup = sheet.setup

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed)


def admitted(hall: Hall | Service, step: Step) -> None:
    """Take a step of a setup: it must get what the step itself expects, admitted if it says nothing."""
    for ruling in hall.take(step):
        found = ruling.grounds[-1] if ruling.grounds else None
        assert ruling.outcome == step.expect, (step.act, step.fields, found)


def tried(hall: Hall | Service, step: Step) -> Ruling | None:
    """Make the attempt and return the ruling; None if it never reached the record."""
    try:
        rulings = hall.take(step)
    except (msgspec.ValidationError, NotTaken):
        return None
    return rulings[-1] if rulings else None
