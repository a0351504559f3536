"""What can go wrong with a record; every error says what to do."""

from __future__ import annotations

from mandat.language import Message, Sentence, ToldError, msg


class RecordError(ToldError):
    """The base of all errors of this package."""


class BlobError(RecordError, ValueError):
    """A blob without a salt of the right length."""


class NoteError(RecordError):
    """Bytes that are not a signed note; the message names the line."""


class CheckpointError(RecordError):
    """A checkpoint that is malformed or not signed by the log's key."""


_OTHER_RULES = msg(
    "the rulings from entry {index} on were made by version {version} of the rules, this program holds {known}: open the record "
    "with the program that wrote it (mandat verify checks all but the rulings)"
)
_WRONG_ENTRY = msg("entry {index}: {problem}")


class OtherRulesError(RecordError):
    """The rulings from the entry ``index`` on were made by a version of the rules that this program does not hold."""

    def __init__(self, index: int, version: int, known: tuple[int, ...]) -> None:
        super().__init__(_OTHER_RULES(index=str(index), version=version, known=", ".join(map(str, known))))
        self.index = index
        self.version = version


class WrongEntryError(RecordError):
    """A record does not hold together: ``index`` is the first wrong entry, ``problem`` what is wrong with it."""

    def __init__(self, index: int, problem: Sentence | Message) -> None:
        super().__init__(_WRONG_ENTRY(index=str(index), problem=problem))
        self.index = index
        self.problem = problem() if isinstance(problem, Message) else problem
