"""Replay: fold the entries of a record into the state of the federation, group by group.

The writer and every follower use the same fold. A group is: what fell due (clock notes), acts, and at its end the server's
note with the instant, the outcomes and the digests. A replay that differs names the entry at which it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from mandat.federation.base.acts import Inputs, Submission
from mandat.federation.base.agenda.state import Due
from mandat.federation.base.rulings import Ruling, digest
from mandat.federation.base.types import EntryIndex
from mandat.federation.engine import RULES, Rules
from mandat.federation.state import EMPTY, State
from mandat.instants import Instant
from mandat.language import Message, Sentence, msg, told
from mandat.record.entries import ACT, CLOCK, RULINGS, Parts, nonces_of, split
from mandat.record.errors import OtherRulesError, RecordError, WrongEntryError
from mandat.record.keys import Verifier
from mandat.record.opening import FindBlob, open_act
from mandat.record.reasons import NotTaken, Reason
from mandat.record.rulings import EntryOutcome, RulingsNote, read_clock, read_rulings

T = TypeVar("T")

KNOWN: Mapping[int, Rules] = {RULES.version: RULES}
"""The versions of the rules that this program can judge by. From release 1.0 on an earlier one stays when a new one comes."""


class Judged(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entry with its ruling; ``submission`` is None for a clock statement."""

    index: EntryIndex
    at: Instant
    ruling: Ruling
    digest: bytes
    submission: Submission | None = None
    due: Due | None = None

    @property
    def outcome(self) -> EntryOutcome:
        """The line about this entry in the note that ends its group."""
        return EntryOutcome(self.ruling.outcome, self.digest, self.ruling.deadlines)


class Fold:
    """The state after the entries folded so far. ``size`` counts all entries, rulings notes included.

    What is new is judged by the latest of the ``known`` rules; a group that is replayed, by those that its note names.
    """

    def __init__(
        self, origin: str, server: Verifier, find: FindBlob, known: Mapping[int, Rules] = KNOWN
    ) -> None:
        """Begin with an empty record of ``origin`` whose server statements are signed by ``server``."""
        self.known = known
        self.rules = known[max(known)]
        self._rules_so_far = 0
        self.origin = origin
        self.server = server
        self.find = find
        self.state: State = EMPTY
        self.size = EntryIndex(0)
        self.at: Instant | None = None
        self._nonces: set[bytes] = set()

    def act(
        self,
        raw: bytes,
        at: Instant,
        deadlines: tuple[Instant, ...] | None = None,
        check: Callable[[Submission], None] = lambda _: None,
    ) -> Judged:
        """Judge the next entry, an act, and move on to the state after it.

        ``check`` may look at the act once its signature holds. Raises ``NotTaken`` if it is none that belongs on the record;
        then nothing has changed.
        """
        parts = split(raw, self.origin)
        if parts.schema != ACT:
            raise NotTaken(Reason.SERVER_KEY, schema=parts.schema)
        submission = open_act(parts, self.origin, self.state, self.size, self.find)
        nonces = self._fresh(parts, submission.act.nonce)
        check(submission)
        if deadlines is not None:
            inputs = msgspec.structs.replace(submission.inputs, deadlines=deadlines)
            submission = msgspec.structs.replace(submission, inputs=inputs)
        ruling, self.state = self.rules.judge(self.state, submission, at)
        self._nonces.update(nonces)
        found = digest(ruling, submission.salt)
        judged = Judged(index=self.size, at=at, ruling=ruling, digest=found, submission=submission)
        self.size = EntryIndex(self.size + 1)
        return judged

    def _fresh(self, parts: Parts, nonce: str) -> tuple[bytes, ...]:
        """Return the nonce with each key that signed; raises ``NotTaken`` if one of these came before."""
        nonces = nonces_of(parts, nonce)
        if not self._nonces.isdisjoint(nonces):
            raise NotTaken(Reason.NONCE_REUSED, nonce=nonce)
        return nonces

    def due(self, at: Instant) -> tuple[Due, ...]:
        """Return what must be stated by the clock before an act at ``at``."""
        return self.rules.due(self.state, at)

    def clock(self, item: Due, deadlines: tuple[Instant, ...] | None = None) -> Judged:
        """Let one thing fall due: the next entry is the clock's statement of it."""
        ruling, self.state = self.rules.fall_due(self.state, item, self.size, Inputs(deadlines=deadlines))
        judged = Judged(index=self.size, at=item.at, ruling=ruling, digest=digest(ruling), due=item)
        self.size = EntryIndex(self.size + 1)
        return judged

    def end_group(self, at: Instant) -> None:
        """Count the note that ends a group."""
        self.at = at
        self.size = EntryIndex(self.size + 1)

    def group(self, entries: Sequence[bytes]) -> tuple[Judged, ...]:
        """Fold one whole group, whose last entry is the note of its rulings.

        Raises ``WrongEntryError`` at the first entry that does not say what the replay gives, and ``OtherRulesError`` if the
        group was judged by rules that are not known here; then nothing has changed.
        """
        note = self._note(entries[-1], len(entries) - 1)
        self.rules = self._rules_of(note)
        judged = self._all_again(entries, note)
        self.rules = self.known[max(self.known)]
        if note.bylaws_version != self.state.law.current:
            raise WrongEntryError(
                self.size, msg("the note names other bylaws than those in force after its group")
            )
        self.end_group(note.at)
        return judged

    def _rules_of(self, note: RulingsNote) -> Rules:
        """Return the rules by which a group was judged, which never go back to earlier ones."""
        if note.rules < self._rules_so_far:
            raise WrongEntryError(
                note.end,
                msg("the note names version {rules} of the rules after {before}")(
                    rules=note.rules, before=self._rules_so_far
                ),
            )
        if note.rules not in self.known:
            raise OtherRulesError(self.size, note.rules, tuple(sorted(self.known)))
        self._rules_so_far = note.rules
        return self.known[note.rules]

    def _all_again(self, entries: Sequence[bytes], note: RulingsNote) -> tuple[Judged, ...]:
        judged = []
        for raw, stated in zip(entries, note.rulings, strict=False):
            found = self._again(raw, note.at, stated)
            if found.outcome != stated:
                raise WrongEntryError(found.index, _difference(found.outcome, stated))
            judged.append(found)
        return tuple(judged)

    def _note(self, raw: bytes, count: int) -> RulingsNote:
        """Read the note that ends a group, and check its place, its signature and its time."""
        place = self.size + count
        if not raw.startswith(RULINGS.encode()):
            raise WrongEntryError(
                place + 1, msg("the record ends before the note of rulings that ends a group")
            )
        note = self._stated(read_rulings, raw, RULINGS, place)
        if (note.first, note.end, len(note.rulings)) != (self.size, place, count):
            raise WrongEntryError(
                place,
                msg("the note speaks of entries {first} to {end}, not {size} to {place}")(
                    first=note.first, end=note.end, size=self.size, place=place
                ),
            )
        if self.at is not None and note.at < self.at:
            raise WrongEntryError(place, msg("the time of the note is before that of an earlier one"))
        return note

    def _stated(self, read: Callable[[bytes], T], raw: bytes, schema: str, place: int) -> T:
        """Read a statement of the server at a place; raises ``WrongEntryError``."""
        json = self._server_json(raw, schema, place)
        try:
            return read(json)
        except RecordError as error:
            raise WrongEntryError(place, told(error)) from error

    def _server_json(self, raw: bytes, schema: str, place: int) -> bytes:
        try:
            parts = split(raw, self.origin)
        except NotTaken as error:
            raise WrongEntryError(place, told(error)) from error
        line = parts.signatures[0]
        if parts.schema != schema or line[:2] != (self.server.name, self.server.key_id):
            raise WrongEntryError(
                place,
                msg("expected a statement of the server ({schema}), found {found}")(
                    schema=schema, found=parts.schema
                ),
            )
        if not self.server.holds(parts.signed, line.signature):
            raise WrongEntryError(place, msg("the server's signature does not hold"))
        return parts.json

    def _again(self, raw: bytes, at: Instant, stated: EntryOutcome) -> Judged:
        if raw.startswith(CLOCK.encode()):
            return self._clock_again(raw, at, stated)
        items = self.due(at)
        if items:
            raise WrongEntryError(
                self.size,
                msg("{thing} was due before this act")(thing=" ".join(map(str, thing_of(items[0])))),
            )
        try:
            return self.act(raw, at, stated.deadlines)
        except NotTaken as error:
            raise WrongEntryError(self.size, told(error)) from error

    def _clock_again(self, raw: bytes, at: Instant, stated: EntryOutcome) -> Judged:
        clock = self._stated(read_clock, raw, CLOCK, self.size)
        if clock.at != at:
            raise WrongEntryError(
                self.size, msg("the clock's time is not that of the note that ends its group")
            )
        items = self.due(at)
        said = tuple((each.thing, each.at) for each in clock.due)
        if said != tuple((thing_of(each), each.at) for each in items[:1]):
            raise WrongEntryError(
                self.size, msg("the clock states what is not due, or not what is due first")
            )
        return self.clock(items[0], stated.deadlines)


def thing_of(due: Due) -> tuple[str | int, ...]:
    """Return how the record names what falls due: its kind, then for whom or what."""
    return (due.item.kind, *due.item.things)


def _difference(found: EntryOutcome, stated: EntryOutcome) -> Message | Sentence:
    if found.outcome != stated.outcome:
        return msg("the record says {stated}, the replay gives {found}")(
            stated=stated.outcome, found=found.outcome
        )
    return msg("the effects of the ruling are not those that the record states")
