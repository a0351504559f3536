"""What counting refuses, in words for the person who has to repair it."""

from __future__ import annotations

from mandat.language import Message, Sentence, ToldError, msg


class CountingError(ToldError, ValueError):
    """The base of everything that `mandat.counting` refuses.

    The message says what is wrong, where, and what to do. Nothing has been counted when it is raised.
    """


class UnknownRuleError(CountingError):
    """No rule has that name; the message lists the known ones and the nearest match."""


class BadParameterError(CountingError):
    """A rule was called with seats, lots or a parameter that it cannot use."""


class BadBallotsError(CountingError):
    """Ballots that cannot be what was cast: an unknown candidate, a negative weight, no candidates."""


_BALLOT_FILE = msg("ballot file")
_FILE = msg("{source}: {problem}")
_LINE = msg("{source}, line {line}: {problem}")


class BadFileError(CountingError):
    """A ballot file that cannot be read.

    `line` is the 1-based number of the line that is wrong, or None where no single line is.
    """

    def __init__(
        self, problem: Sentence | Message, *, line: int | None = None, source: str | Message = _BALLOT_FILE
    ) -> None:
        """Say where and what."""
        at = _FILE(source=source, problem=problem)
        super().__init__(at if line is None else _LINE(source=source, line=str(line), problem=problem))
        self.line = line
        self.source = source


class BadReplayError(CountingError):
    """A count does not follow from the ballots; the message names the first difference."""
