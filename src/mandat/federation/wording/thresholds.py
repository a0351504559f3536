"""The tests of the bylaws on which a ruling rests, with what is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from mandat.bylaws.expression import Expression
from mandat.bylaws.expression.explain import Clause
from mandat.federation.base.lookup import Lookup, values_of
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.rulings import Ground
from mandat.federation.base.types import BylawsVersion
from mandat.language import Kind, Named, Reader, Sentence, plural

_MORE = plural(
    "{n} more is needed, all else staying as it is", "{n} more are needed, all else staying as it is", "n"
)
_FEWER = plural(
    "{n} fewer is needed, all else staying as it is", "{n} fewer are needed, all else staying as it is", "n"
)


def expression_of(ground: Ground, books: Lookup[BylawsVersion, Rulebook]) -> Expression | None:
    """Return the expression on which a ground rests; None where no bylaws hold it any more."""
    found = (book.expressions.get((ground.rule, ground.text)) for book in values_of(books))
    return next((expression for expression in found if expression is not None), None)


def more_or_fewer(clause: Clause) -> Sentence:
    """Say how many are missing, or too many, for a test that fails by a whole number (``short_by``)."""
    left, right = clause.left, clause.right
    more = isinstance(left, int | Fraction) and isinstance(right, int | Fraction) and left <= right
    return (_MORE if more else _FEWER)(n=clause.short_by)


class TitlesSeen(Mapping[str, str]):
    """The titles of bodies and lines of the bylaws as one reader sees them."""

    def __init__(self, reader: Reader) -> None:
        """Look with the eyes of ``reader``."""
        self._reader = reader

    def __getitem__(self, name: str) -> str:
        """Return the title, else the id."""
        return self._reader.name_of(Named(Kind.ANY, name))

    def __iter__(self) -> Iterator[str]:
        """Know no ids beforehand: each is looked up when a text names it."""
        return iter(())

    def __len__(self) -> int:
        """Return 0, as nothing is known beforehand."""
        return 0
