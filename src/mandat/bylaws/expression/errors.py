"""What can go wrong: a text that says nothing exact (when the file is loaded), or numbers that lack or do not fit."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class ExpressionError(ValueError):
    """An expression that cannot be read or means nothing at its place.

    ``column`` counts characters from 1; ``found`` and ``remedy`` are parts of the message, for those who print it otherwise.
    """

    def __init__(self, column: int, problem: str, remedy: str = "", *, text: str = "") -> None:
        self.column = column
        self.problem = problem
        self.remedy = remedy
        self.text = text
        super().__init__(self._message())

    def _message(self) -> str:
        remedy = f"; {self.remedy}" if self.remedy else ""
        where = f" in `{shorten(self.text)}`" if self.text else ""
        return f"column {self.column}{where}: {self.problem}{remedy}"

    def within(self, text: str) -> ExpressionError:
        """The same error, with the whole expression quoted."""
        return ExpressionError(self.column, self.problem, self.remedy, text=text)


def shorten(text: str, longest: int = 200) -> str:
    """The text, cut off where it is too long to quote."""
    return text if len(text) <= longest else text[:longest] + "…"


class NumbersError(ValueError):
    """Numbers handed to an evaluation that do not fit; the message names the count."""


class MissingNumber(NumbersError):
    """Counts that an evaluation needs and was not given; ``names`` holds their canonical texts."""

    def __init__(self, names: tuple[str, ...], text: str) -> None:
        self.names = names
        listed = ", ".join(f"`{name}`" for name in names)
        super().__init__(f"`{text}` needs {listed}, and no number was given for it")


def did_you_mean(name: str, known: Iterable[str], what: str) -> str:
    """The remedy for an unknown name: the nearest ones, then all that are known (at most thirty)."""
    names = sorted(set(known))
    if not names:
        return f"there is no {what} to name"
    near = get_close_matches(name, names, n=2)
    hint = f"did you mean {' or '.join(f'`{each}`' for each in near)}? " if near else ""
    listed = ", ".join(names[:30]) + (" …" if len(names) > 30 else "")
    return f"{hint}{what}: {listed}"
