"""What counting refuses, in words for the person who has to repair it."""

from __future__ import annotations


class CountingError(ValueError):
    """The base of everything that `mandat.counting` refuses.

    The message says what is wrong, where, and what to do. Nothing has been counted when it is raised.
    """


class UnknownRuleError(CountingError):
    """No rule has that name; the message lists the known ones and the nearest match."""


class BadParameterError(CountingError):
    """A rule was called with seats, lots or a parameter that it cannot use."""


class BadBallotsError(CountingError):
    """Ballots that cannot be what was cast: an unknown candidate, a negative weight, no candidates."""


class BadFileError(CountingError):
    """A ballot file that cannot be read.

    `line` is the 1-based number of the line that is wrong, or None where no single line is.
    """

    def __init__(self, message: str, *, line: int | None = None, source: str = "ballot file") -> None:
        place = source if line is None else f"{source}, line {line}"
        super().__init__(f"{place}: {message}")
        self.line = line
        self.source = source


class BadReplayError(CountingError):
    """A count does not follow from the ballots; the message names the first difference."""
