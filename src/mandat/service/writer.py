"""The writer: the one process that holds the pen of a record.

The path of an act: open (signature, key, shape, blobs), judge, append entries and rulings in one durable commit, and only
then answer. Acts that arrive together share a commit. If the append fails, nobody was told anything, and the writer reads the
record again before it goes on.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

import msgspec

from mandat.federation.base.acts import Submission
from mandat.federation.base.lookup import given
from mandat.federation.base.rulings import Ruling
from mandat.federation.engine import Rules
from mandat.federation.state import State
from mandat.instants import Instant
from mandat.language import msg
from mandat.record.boxes import BoxName
from mandat.record.checkpoint import Checkpoint, write_checkpoint
from mandat.record.entries import groups
from mandat.record.errors import WrongEntryError
from mandat.record.keys import Signer
from mandat.record.merkle import EMPTY_ROOT, Tree, leaf_hash
from mandat.record.outcomes import stated_outcome
from mandat.record.reasons import NotTaken
from mandat.record.replay import KNOWN, Fold, Judged, thing_of
from mandat.record.rulings import (
    LONGEST_ROW_BYTES,
    MOST_ROW_BYTES,
    ClockItem,
    EntryOutcome,
    row_bytes,
    write_clock,
    write_rulings,
)
from mandat.record.seen import Heads
from mandat.record.store.interface import Group, Head, Store
from mandat.service.blobs_at_hand import BlobsAtHand
from mandat.service.box import check_cast, emptied_by
from mandat.service.incoming import BoxedBallot, Incoming

_MANY_OBJECTS = 100_000

ClockReader = Callable[[], Instant]
"""Gives the present as whole seconds since 1970, UTC."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The act is on the record at ``index``, ``outcome`` says how; ``checkpoint`` is the log's signed note that holds it.

    ``ruling`` is None if the same bytes came before (``repeated``): a replay gives its grounds.
    """

    index: int
    leaf: bytes
    at: Instant
    outcome: str
    ruling: Ruling | None
    checkpoint: bytes
    repeated: bool = False


WriterAnswer = Receipt | NotTaken


class Writer:
    """Takes acts for one record. Not for two threads at once: whoever calls it queues."""

    def __init__(
        self,
        store: Store,
        origin: str,
        log: Signer,
        server: Signer,
        clock: ClockReader,
        known: Mapping[int, Rules] = KNOWN,
    ) -> None:
        """Read the record and be ready; ``log`` signs checkpoints, ``server`` the service's own statements.

        New acts are judged by the latest of the ``known`` rules. Raises ``OtherRulesError`` if what is here was judged by
        others: then nothing is written.
        """
        self.known = known
        self.store = store
        self.origin = origin
        self.log = log
        self.server = server
        self.clock = clock
        self._reload()

    @property
    def state(self) -> State:
        """The state after all that was answered."""
        return self.fold.state

    @property
    def head(self) -> Head | None:
        """The last checkpoint."""
        return self._head

    def _reload(self) -> None:
        self.blobs = BlobsAtHand(self.store)
        self.fold = Fold(self.origin, self.server.verifier, self.blobs.find, self.known)
        self.tree, self.heads = Tree(), Heads()
        self._head = self.store.head()
        with _no_collection():
            for group in groups(self.store.entries(0)):
                self._read(group)
        self._check_end()

    def _read(self, group: list[bytes]) -> None:
        self.fold.group(group)
        for raw in group:
            self.tree.append(leaf_hash(raw))
        self.heads.add(self.tree.size, self.tree.root, self.fold.at or 0)

    def _check_end(self) -> None:
        """A log never signs a checkpoint that contradicts an earlier one: refuse to write after a damaged record."""
        size, root = (0, EMPTY_ROOT) if self._head is None else self._head[:2]
        if (self.tree.size, self.tree.root) != (size, root):
            raise WrongEntryError(
                min(size, self.tree.size),
                msg(
                    "the last checkpoint (size {size}) does not sign the {held} entries that are here. Restore the "
                    "record from a mirror or a backup; nothing is written until then."
                )(size=size, held=self.tree.size),
            )

    def submit(self, incoming: Incoming) -> Receipt:
        """Take one act; raises ``NotTaken`` if it does not belong on the record."""
        (answer,) = self.submit_many((incoming,))
        if isinstance(answer, NotTaken):
            raise answer
        return answer

    def submit_many(self, incoming: Iterable[Incoming]) -> tuple[WriterAnswer, ...]:
        """Take acts in order with one durable commit for each group; the answers are in the same order.

        A group ends when the note of its rulings is full (some thousand acts). The same bytes sent twice get the first
        receipt and append nothing.
        """
        batch = _Batch(self, self._now())
        try:
            with _no_collection():
                for each in incoming:
                    if batch.begins(each):
                        try:
                            batch.keep(
                                each,
                                self.fold.act(each.raw, batch.at, check=partial(batch.check, each.ballot)),
                            )
                        except NotTaken as reason:
                            # Bytes that are on the record already fail at their nonce: fresh ones need no look-up.
                            batch.leave(self.first_receipt(each.raw) or reason)
            batch.commit()
        except BaseException:
            self._reload()
            raise
        return tuple(map(batch.answer, batch.drafts))

    def tick(self) -> tuple[Judged, ...]:
        """State what has fallen due by now; append nothing if nothing has."""
        batch = _Batch(self, self._now())
        try:
            batch.state_due()
            batch.commit()
        except BaseException:
            self._reload()
            raise
        return tuple(batch.judged)

    def _now(self) -> Instant:
        """Return the time of the clock, never before that of the last note (both may lie before 1970)."""
        now = self.clock()
        return now if self.fold.at is None else max(now, self.fold.at)

    def first_receipt(self, raw: bytes) -> Receipt | None:
        """Return the receipt of bytes that are on the record already: as it was, but for the grounds of the ruling."""
        leaf = leaf_hash(raw)
        index = self.store.index_of(leaf)
        stated = None if index is None else stated_outcome(self.store, index)
        if index is None or stated is None:
            return None
        return Receipt(
            index=index,
            leaf=leaf,
            at=stated.at,
            outcome=stated.outcome.outcome,
            ruling=None,
            checkpoint=stated.head.note,
            repeated=True,
        )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare a batch the collector's passes over the whole state: nothing that a ruling makes refers back to itself.

    What a large import or a long record leaves behind is set aside from later passes too, each of which would take a large
    part of a second; when the state lets go of it, it is freed all the same.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if gc.get_count()[0] > _MANY_OBJECTS:
                gc.freeze()
            gc.enable()


class _Batch:
    """The acts that arrived together: one group, or several if the note of the rulings of one would be too long."""

    def __init__(self, writer: Writer, at: Instant) -> None:
        self.writer = writer
        self.at = at
        self.judged: list[Judged] = []
        self.drafts: list[Judged | NotTaken | Receipt | int] = []
        self._places: dict[bytes, int] = {}
        self._leaf_at: dict[int, bytes] = {}
        self._begin()

    def _begin(self) -> None:
        self.first = self.writer.fold.size
        self.entries: list[bytes] = []
        self.leaves: list[bytes] = []
        self.outcomes: list[EntryOutcome] = []
        self.ballots: list[tuple[BoxName, bytes]] = []
        self.emptied: list[BoxName] = []
        self.room = MOST_ROW_BYTES

    def _make_room(self) -> None:
        """End the group before the next entry if the note of its rulings is nearly full."""
        if self.room < LONGEST_ROW_BYTES:
            self.commit()

    def begins(self, incoming: Incoming) -> bool:
        """Make ready for the next act, after what is due; tell whether it comes for the first time in this batch."""
        self._leaf = leaf_hash(incoming.raw)
        if self._leaf in self._places:
            self.drafts.append(self._places[self._leaf])
            return False
        self.state_due()
        self._make_room()
        self.writer.blobs.offer(incoming.blobs)
        return True

    def check(self, ballot: BoxedBallot | None, submission: Submission) -> None:
        """Refuse an act that has seen another log than this one (the founding act has seen none), or with a wrong ballot."""
        if self.writer.fold.size:
            seen = submission.act.seen
            problem = self.writer.heads.problem(seen, self.at)
            if problem is not None:
                raise NotTaken(problem, size=seen[0])
        check_cast(self.writer.fold.state, submission.act, ballot)

    def keep(self, incoming: Incoming, judged: Judged) -> None:
        """Keep for the commit an act that was judged, with its blobs and its ballot."""
        self.writer.blobs.keep()
        if judged.ruling.admitted and judged.submission is not None:
            if incoming.ballot is not None:
                self.ballots.append((incoming.ballot.box, incoming.ballot.ballot))
            box = emptied_by(judged.submission.act)  # the act publishes its ballots in a blob
            if box is not None:
                self.emptied.append(box)
        self._keep(incoming.raw, self._leaf, judged)
        self.drafts.append(judged)

    def leave(self, answer: NotTaken | Receipt) -> None:
        """Answer an act that does not come onto the record now."""
        self.drafts.append(answer)

    def state_due(self) -> None:
        """Put the clock's statements before the next act."""
        fold = self.writer.fold
        while items := fold.due(self.at):
            self._make_room()
            item = items[0]
            raw = write_clock(
                self.writer.origin,
                self.writer.server,
                self.at,
                (ClockItem(thing_of(item), item.at),),
            )
            self._keep(raw, leaf_hash(raw), fold.clock(item))

    def _keep(self, raw: bytes, leaf: bytes, judged: Judged) -> None:
        self._places[leaf] = len(self.judged)
        self.entries.append(raw)
        self.leaves.append(leaf)
        self.judged.append(judged)
        outcome = judged.outcome
        self.outcomes.append(outcome)
        self.room -= row_bytes(outcome)
        self._leaf_at[judged.index] = leaf

    def commit(self) -> None:
        """Append entries, rulings note, blobs, ballots and checkpoint, durably and at once."""
        if not self.entries:
            return
        writer = self.writer
        note = write_rulings(
            writer.origin,
            writer.server,
            self.at,
            writer.fold.rules.version,
            self.first,
            self.outcomes,
            given(writer.fold.state.law.current),
        )
        self.entries.append(note)
        self.leaves.append(leaf_hash(note))
        for leaf in self.leaves:
            writer.tree.append(leaf)
        checkpoint = Checkpoint(writer.origin, writer.tree.size, writer.tree.root)
        head = Head(checkpoint.size, checkpoint.root, write_checkpoint(checkpoint, writer.log))
        writer.store.append(
            Group(
                entries=tuple(self.entries),
                leaves=tuple(self.leaves),
                blobs=writer.blobs.kept(),
                ballots=tuple(self.ballots),
                emptied=tuple(self.emptied),
                checkpoint=head,
                expected=writer._head,
            )
        )
        writer.fold.end_group(self.at)
        writer.heads.add(head.size, head.root, self.at)
        writer._head = head
        writer.blobs.end_group()
        self._begin()

    def answer(self, draft: Judged | NotTaken | Receipt | int) -> WriterAnswer:
        """Turn what was kept into the answer, after the commit."""
        match draft:
            case NotTaken() | Receipt():
                return draft
            case int():
                return msgspec.structs.replace(self.answer(self.judged[draft]), repeated=True)  # type: ignore[type-var]
            case Judged():
                assert self.writer._head is not None
                return Receipt(
                    index=draft.index,
                    leaf=self._leaf_at[draft.index],
                    at=draft.at,
                    outcome=draft.ruling.outcome,
                    ruling=draft.ruling,
                    checkpoint=self.writer._head.note,
                )
