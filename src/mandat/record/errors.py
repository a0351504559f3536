"""What can go wrong with a record; every error says what to do."""

from __future__ import annotations


class RecordError(Exception):
    """The base of all errors of this package."""


class NoteError(RecordError):
    """Bytes that are not a signed note; the message names the line."""


class CheckpointError(RecordError):
    """A checkpoint that is malformed or not signed by the log's key."""


class WrongEntryError(RecordError):
    """A record does not hold together: ``index`` is the first wrong entry, ``problem`` what is wrong with it."""

    def __init__(self, index: int, problem: str) -> None:
        super().__init__(f"entry {index}: {problem}")
        self.index = index
        self.problem = problem
