"""What can go wrong with a record; every error says what to do."""

from __future__ import annotations


class RecordError(Exception):
    """The base of all errors of this package."""


class NoteError(RecordError):
    """Bytes that are not a signed note; the message names the line."""


class CheckpointError(RecordError):
    """A checkpoint that is malformed or not signed by the log's key."""
