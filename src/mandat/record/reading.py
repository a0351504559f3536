"""Read a record: every entry with its ruling, judged anew on the way."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mandat.federation.base.types import PersonId
from mandat.record.directory import RecordDirectory
from mandat.record.entries import groups
from mandat.record.replay import Fold, Judged


class ReadEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as stored, with its ruling and what it says."""

    judged: Judged
    raw: bytes
    at: int

    @property
    def name(self) -> str:
        """The act, or ``clock``."""
        submission = self.judged.submission
        return "clock" if submission is None else str(submission.act.__struct_config__.tag)

    @property
    def signers(self) -> tuple[PersonId, ...]:
        """Who signed; nobody for a statement of the server."""
        submission = self.judged.submission
        return () if submission is None else submission.signers


class RecordReader:
    """A follower of a record: replays it, and gives entries and state; it never writes."""

    def __init__(self, directory: RecordDirectory) -> None:
        """Open the record read-only."""
        self.store = directory.store(readonly=True)
        self.fold = Fold(directory.origin, directory.server, self.store.blob)

    def entries(self) -> Iterator[ReadEntry]:
        """Yield every act and clock statement in order; afterwards ``fold.state`` is the state of the federation.

        Raises ``WrongEntryError`` where the record does not replay.
        """
        for group in groups(self.store.entries(0)):
            judged = self.fold.group(group)
            for each, raw in zip(judged, group, strict=False):
                yield ReadEntry(judged=each, raw=raw, at=self.fold.at or 0)

    def catch_up(self) -> Fold:
        """Replay to the end and return the fold."""
        for _ in self.entries():
            pass
        return self.fold
