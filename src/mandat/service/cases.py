"""Cases: bylaws and a script of acts with the rulings they must get, run through the real service.

A case is a directory with ``bylaws.toml`` and ``case.toml``. Keys are made from the names of the people, so that a case always
gives the same record but for its salts; nobody should use such keys for anything else.

    title = "A recall"
    bylaws = "bylaws.toml"                   # or "rulebook:NAME", "template:NAME": one that comes with the program
    start = "2026-01-05T09:00:00Z"
    registrar = "registrar"

    [[step]]
    by = ["registrar"]                       # who signs, the author first (ann@phone: with the key of a further device)
    act = "member.enrol"
    person = ["ann", "bob", "m-1..40"]       # one person, or a list: the act once for each (m-1..40 are forty people); `of` too
    body = "club"
    key = true                               # their own key; or the name of whose key it is

    [[step]]
    after = "P1D"                            # or at = "2026-02-01T00:00:00Z": time passes first
    each = ["ann", "bob"]                    # the same act by each of them in turn
    act = "confidence.withdraw"
    post = "board:members:club:1"
    sealed = true
    files = { ballots = "count.blt" }        # fields that name a blob: a file of the case …
    texts = { text = "We shall meet." }      # … or a text; the same content is the same blob throughout the case
    salt = "2"                               # … but under another salt: then it is another blob
    expect = "refused"                       # admitted if left out; "not-taken": it does not go onto the record at all
    requirement = "confidence.elector"       # the requirement that fails
    article = "4.6"                          # an article (or rule) that the grounds of the last of these acts cite
    effects = ["seat.vacated"]               # effects that the last of these acts must have
    says = "more than half"                  # words that the ruling must contain, in English

    [end]
    holders = { congress = ["ann"] }         # who must sit where at the end
    members = { club = 12 }
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from mandat.bylaws.values.duration import Duration, DurationError, later
from mandat.federation.base.rulings import Effect, Ruling
from mandat.federation.base.types import BodyId, ElectionId, MotionId
from mandat.federation.wording.ruling import RulingWords, describe
from mandat.instants import Instant
from mandat.language import ENGLISH, msg, told
from mandat.record.blobs import Blob, fresh_salt
from mandat.record.errors import RecordError
from mandat.record.instant import read_instant
from mandat.record.keys import Signer
from mandat.record.reasons import NotTaken
from mandat.record.store.interface import Store
from mandat.record.store.memory import MemoryStore
from mandat.record.verify import verify
from mandat.service import published
from mandat.service.author import Author, person_key_name
from mandat.service.box import publish, publish_votes
from mandat.service.founding import found
from mandat.service.incoming import Incoming
from mandat.service.writer import Receipt, Writer


class CaseError(RecordError):
    """A case that cannot be run: the message names the file and the step."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a script; ``number`` from 1."""

    number: int
    act: str
    by: tuple[str, ...]
    fields: Mapping[str, Any]
    each: tuple[str, ...] = ()
    at: str | None = None
    after: str | None = None
    sealed: bool = False
    ballot: tuple[int, ...] | str | None = None
    box: str | None = None
    files: Mapping[str, str] = msgspec.field(default_factory=dict)
    texts: Mapping[str, str] = msgspec.field(default_factory=dict)
    salt: str = ""
    expect: str = "admitted"
    article: str | None = None
    requirement: str | None = None
    effects: tuple[str, ...] = ()
    says: str | None = None
    note: str = ""


_OURS = frozenset(Step.__struct_fields__) - {"number", "fields"}
"""The keys of a step that are ours; all others are fields of the act."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A case as read from its directory."""

    path: Path
    title: str
    bylaws: str
    origin: str
    start: Instant
    registrar: str
    steps: tuple[Step, ...]
    end: Mapping[str, Mapping[str, Any]]


class StepResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a step gave, and every way in which that is not what the case expects."""

    step: Step
    index: int | None
    outcome: str
    words: RulingWords | None
    differences: tuple[str, ...]
    ruling: Ruling | None = None


class CaseResult(msgspec.Struct, frozen=True, kw_only=True):
    """The whole run; ``holds`` if nothing differs."""

    case: Case
    steps: tuple[StepResult, ...]
    differences: tuple[str, ...]
    entries: int

    @property
    def holds(self) -> bool:
        """Whether every ruling is the one expected."""
        return not self.differences and not any(step.differences for step in self.steps)


def read_case(path: Path) -> Case:
    """Read a case; raises ``CaseError`` with what is wrong and where."""
    file = path / "case.toml"
    try:
        raw = tomllib.loads(file.read_text())
        bylaws = _bylaws(path, raw.get("bylaws", "bylaws.toml"))
    except FileNotFoundError as error:
        raise CaseError(
            msg("{filename} is missing: a case is a directory with case.toml and bylaws.toml")(
                filename=error.filename
            )
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise CaseError(msg("{file}: {problem}")(file=str(file), problem=told(error))) from error
    return Case(
        path=path,
        title=raw.get("title", path.name),
        bylaws=bylaws,
        origin=raw.get("origin", "case.example/log"),
        start=_instant(raw.get("start", "2026-01-01T00:00:00Z"), file, 0),
        registrar=raw.get("registrar", "registrar"),
        steps=tuple(read_step(number, each, file) for number, each in enumerate(raw.get("step", []), 1)),
        end=raw.get("end", {}),
    )


def _bylaws(path: Path, reference: str) -> str:
    """Return the text of the bylaws: a rulebook or template that comes with the program, or a file of the case."""
    try:
        named = published.named(reference)
    except published.NoSuchText as error:
        raise CaseError(msg("{path}: {problem}")(path=str(path), problem=told(error))) from error
    return (path / reference).read_text() if named is None else named


def _instant(text: str, file: Path, number: int) -> Instant:
    try:
        return read_instant(text)
    except ValueError as error:
        raise CaseError(
            msg("{file}, step {number}: {problem}")(file=str(file), number=number, problem=told(error))
        ) from error


def read_step(number: int, raw: Mapping[str, Any], file: Path) -> Step:
    """Read one step as a case writes it; raises ``CaseError`` with the file and the number."""
    if "act" not in raw or not (raw.get("by") or raw.get("each")):
        raise CaseError(
            msg("{file}, step {number}: a step has an act, and by (or each): who signs it")(
                file=str(file), number=number
            )
        )
    own = {key: raw[key] for key in raw if key in _OURS}
    own["by"] = [own["by"]] if isinstance(own.get("by"), str) else own.get("by", [])
    fields = {
        key: people(value) if isinstance(value, list) else value
        for key, value in raw.items()
        if key not in _OURS
    }
    if "about" in fields:
        fields["about"] = _about(fields["about"])
    try:
        step = msgspec.convert({**own, "number": number, "fields": fields}, Step)
    except msgspec.ValidationError as error:
        raise CaseError(
            msg("{file}, step {number}: {problem}")(file=str(file), number=number, problem=told(error))
        ) from error
    return msgspec.structs.replace(step, by=tuple(people(step.by)), each=tuple(people(step.each)))


def _about(value: Any) -> Any:
    """Return what a motion is about, with each thing by itself: older cases pack them into one text.

    >>> _about(["appoint", "chair:chair:-:1 ann"])
    ['appoint', 'chair:chair:-:1', 'ann']
    """
    if not (isinstance(value, list) and len(value) == 2 and isinstance(value[1], str) and " " in value[1]):
        return value
    return [value[0], *(int(each) if each.isdecimal() else each for each in value[1].split())]


_RANGE = re.compile(r"(.*?)(\d+)\.\.(\d+)")


def people(names: Sequence[Any]) -> list[Any]:
    """Return a list with its ranges written out.

    >>> people(["ann", "m-1..3"])
    ['ann', 'm-1', 'm-2', 'm-3']
    """
    found: list[Any] = []
    for name in names:
        match = _RANGE.fullmatch(name) if isinstance(name, str) else None
        numbers = range(int(match[2]), int(match[3]) + 1) if match else ()
        found += [f"{match[1]}{number}" for number in numbers] if match else [name]
    return found


class Runner:
    """Runs the steps of one case on a record."""

    def __init__(
        self, case: Case, store: Store | None = None, keys: tuple[Signer, Signer] | None = None
    ) -> None:
        """Prepare a record (in memory unless ``store`` is given, with its own ``keys`` of log and server)."""
        self.case = case
        self.now = case.start
        self.store = store or MemoryStore()
        self.log, self.server = keys or (
            Signer.from_seed_text(case.origin, "log"),
            Signer.from_seed_text(f"{case.origin}/server", "server"),
        )
        self.writer = Writer(self.store, case.origin, self.log, self.server, lambda: self.now)
        self._blobs: dict[tuple[str, bytes], Blob] = {}

    def run(self) -> CaseResult:
        """Found the federation, run all steps, check the end, and verify the record."""
        self.begin()
        steps = tuple(self.take(step) for step in self.case.steps)
        verified = verify(self.store, self.case.origin, self.log.verifier, self.server.verifier)
        return CaseResult(
            case=self.case, steps=steps, differences=tuple(self._end()), entries=verified.entries
        )

    def begin(self) -> None:
        """Found the federation from the bylaws of the case; raises ``CaseError`` if that is refused."""
        receipt = found(self.writer, self.case.bylaws, self.case.registrar, self._key(self.case.registrar))
        if receipt.ruling is None or not receipt.ruling.admitted:
            raise CaseError(
                msg("{path}: the federation could not be founded from its bylaws")(path=str(self.case.path))
            )

    def _key(self, signer: str) -> Signer:
        """Return the key of a person, or of one of their further devices (``ann@phone``)."""
        person = signer.partition("@")[0]
        return Signer.from_seed_text(person_key_name(self.case.origin, person), f"{self.case.title} {signer}")

    def take(self, step: Step) -> StepResult:
        """Take one step; of several acts in it the result is that of the last, or of the first that differs."""
        self._pass_time(step)
        acts = acts_of(step)
        earlier = msgspec.structs.replace(step, article=None, effects=(), says=None)
        results = [self._one(earlier, *act) for act in acts[:-1]] + [self._one(step, *acts[-1])]
        wrong = next((result for result in results[:-1] if result.differences), None)
        return wrong or results[-1]

    def _pass_time(self, step: Step) -> None:
        if step.at is not None:
            self.now = _instant(step.at, self.case.path / "case.toml", step.number)
        if step.after is not None:
            try:
                self.now = later(self.now, Duration.parse(step.after), self.writer.state.law.book.zone)
            except DurationError as error:
                raise CaseError(
                    msg("{path}, step {number}: {problem}")(
                        path=str(self.case.path), number=step.number, problem=told(error)
                    )
                ) from error
        self.writer.tick()

    def _one(self, step: Step, signers: Sequence[str], fields: Mapping[str, Any]) -> StepResult:
        try:
            receipt = self.writer.submit(self._incoming(step, signers, fields))
        except NotTaken as reason:
            differences = tuple(_not_taken(step, str(reason)))
            return StepResult(step=step, index=None, outcome="not-taken", words=None, differences=differences)
        return self._judge(step, receipt)

    def _judge(self, step: Step, receipt: Receipt) -> StepResult:
        ruling = receipt.ruling
        assert ruling is not None
        words = describe(ruling, self.writer.state.law.books, ENGLISH)
        return StepResult(
            step=step,
            index=receipt.index,
            outcome=ruling.outcome,
            words=words,
            differences=tuple(differences_of(step, ruling, words)),
            ruling=ruling,
        )

    def _incoming(self, step: Step, signers: Sequence[str], fields: Mapping[str, Any]) -> Incoming:
        author = Author(self.case.origin, [self._key(person) for person in signers])
        blobs = {name: self._blob(step, self._read(step, file)) for name, file in step.files.items()}
        blobs |= {name: self._blob(step, text.encode()) for name, text in step.texts.items()}
        blobs |= {step.box: self._published(step)} if step.box is not None else {}
        named = {name: blob.name for name, blob in blobs.items()}
        body = {"act": step.act, **self._with_key(step, fields), **named}
        if isinstance(step.ballot, str):
            return author.vote(MotionId(str(body["motion"])), step.ballot, self.writer.head)
        if step.ballot is not None:
            return author.ballot(ElectionId(str(body["election"])), step.ballot, self.writer.head)
        if step.sealed:
            return author.sealed(body, self.writer.head)
        return author.act(body, self.writer.head, tuple(blobs.values()))

    def _read(self, step: Step, file: str) -> bytes:
        try:
            return (self.case.path / file).read_bytes()
        except OSError as error:
            raise CaseError(
                msg("{path}, step {number}: {file} cannot be read ({reason})")(
                    path=str(self.case.path), number=step.number, file=file, reason=str(error.strerror)
                )
            ) from error

    def _blob(self, step: Step, content: bytes) -> Blob:
        """Return the blob of a content: one and the same throughout the case, for acts that speak of the same text."""
        return self._blobs.setdefault((step.salt, content), Blob(fresh_salt(), content))

    def _with_key(self, step: Step, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of the act; ``key = "ann"`` stands for the public key of ann, ``true`` for that of the person."""
        made = dict(fields)
        if step.act in ("member.enrol", "key.bind", "key.revoke", "key.enrol") and "key" in made:
            whose = made["person"] if made["key"] is True else made["key"]
            made["key"] = self._key(str(whose)).public_text
        return made

    def _published(self, step: Step) -> Blob:
        """Return the ballots of the box that the step opens."""
        if "motion" in step.fields:
            return publish_votes(self.store, MotionId(str(step.fields["motion"])), fresh_salt())
        return publish(self.store, self.writer.state, ElectionId(str(step.fields["election"])), fresh_salt())

    def _end(self) -> list[str]:
        """Return how the end differs from what the case says."""
        state = self.writer.state
        found_: list[str] = []
        for body, expected in self.case.end.get("holders", {}).items():
            sitting = [post.holder or "" for post in state.posts.of_body(BodyId(body))]
            if sitting != list(expected):
                found_.append(f"at the end {body} holds {sitting}, expected {list(expected)}")
        for body, number in self.case.end.get("members", {}).items():
            members = len(state.members.roll(BodyId(body)))
            if members != number:
                found_.append(f"at the end {body} has {members} members, expected {number}")
        return found_


def _not_taken(step: Step, reason: str) -> list[str]:
    """Return how an act that was not taken is not what the step expects."""
    if step.expect != "not-taken":
        return [f"not taken: {reason}"]
    wrong = step.says is not None and step.says not in reason
    return [f"expected the words “{step.says}” in: {reason}"] if wrong else []


def acts_of(step: Step) -> list[tuple[Sequence[str], Mapping[str, Any]]]:
    """Return the acts of a step, each with its signers, the author first, and its fields."""
    return [
        (signers, fields)
        for signers in [(person, *step.by) for person in step.each] or [step.by]
        for fields in _for_each_person(step.fields)
    ]


def _for_each_person(fields: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the fields once for each person, if ``person`` (or ``of``, of whom a fact is told) is a list."""
    for name in ("person", "of"):
        each = fields.get(name)
        if isinstance(each, list):
            return [{**fields, name: one} for one in each]
    return [fields]


def differences_of(step: Step, ruling: Ruling, words: RulingWords) -> list[str]:
    """Return every way in which a ruling is not what the step expects."""
    found_: list[str] = []
    if ruling.outcome != step.expect:
        last = words.grounds[-1] if words.grounds else None
        found_.append(f"expected {step.expect}, got {ruling.outcome}" + (f": {last.found}" if last else ""))
    cited = {name for ground in ruling.grounds for name in (ground.article, ground.rule) if name}
    if step.article is not None and step.article not in cited:
        found_.append(
            f"expected article {step.article}, the ruling cites {', '.join(sorted(cited)) or 'none'}"
        )
    failing = [ground.requirement for ground in ruling.grounds if ground.holds is False]
    if step.requirement is not None and step.requirement not in failing:
        found_.append(f"expected {step.requirement} to fail, found {', '.join(failing) or 'none'}")
    made = [_name(effect) for effect in ruling.effects]
    found_ += [
        f"expected the effect {name}, the ruling has {', '.join(made) or 'none'}"
        for name in step.effects
        if name not in made
    ]
    text = " ".join(
        (*(f"{g.found} {g.remedy or ''}" for g in words.grounds), *words.effects, *words.questions)
    )
    if step.says is not None and step.says not in text:
        found_.append(f"expected the words “{step.says}” in: {text}")
    return found_


def _name(effect: Effect) -> str:
    return str(effect.__struct_config__.tag)
