"""The six pieces of the language that fit wherever a key asks for one (LANGUAGE, section 1).

Expression and duration have modules of their own; here are rows, population, clock, support and needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, Literal, TypeVar

import msgspec

from mandat.bylaws.expression import Expression
from mandat.bylaws.model.ids import DecisionId
from mandat.bylaws.values.duration import Duration

T = TypeVar("T")
V = TypeVar("V")

Text = Mapping[str, str]
"""A text by language: ``{"en": "Section", "fr": "Section"}``; the key ``""`` holds a text given without language."""


class Silence(StrEnum):
    """What a key says when it gives no rule: the text is silent, or the text denies the right."""

    UNSPECIFIED = "unspecified"
    DENIED = "none"


class Row(msgspec.Struct, Generic[T], frozen=True):
    """One row: ``value`` holds if ``when`` does; ``when`` is None in the last row (``"else"``)."""

    when: Expression | None
    value: T


class Rows(msgspec.Struct, Generic[T], frozen=True):
    """``[[condition, value], …, ["else", value]]``: the first row that holds gives the value.

    A plain value is one row without a condition.
    """

    rows: tuple[Row[T], ...]

    @staticmethod
    def of(value: V) -> Rows[V]:
        """Return a plain value as rows."""
        return Rows((Row(None, value),))

    @property
    def plain(self) -> T | None:
        """The value if there is only one, whatever the numbers; else None."""
        return self.rows[0].value if len(self.rows) == 1 and self.rows[0].when is None else None


class Population(msgspec.Struct, frozen=True):
    """Who: a body, a kind of body (``all section``), a line (``region.delegates``), or a word such as ``sender``.

    ``names`` joins several; ``every`` holds those names that were written with ``all``.
    """

    names: tuple[str, ...]
    every: frozenset[str] = frozenset()


POPULATION_WORDS = ("sender", "signers", "concerned", "target", "author", "person")


class Extension(msgspec.Struct, frozen=True, kw_only=True):
    """A clock runs longer by ``by`` if the condition holds at its end."""

    if_: Expression
    by: Duration


class Restart(msgspec.Struct, frozen=True, kw_only=True):
    """Events after which at least ``leaves`` is left."""

    on: tuple[str, ...]
    leaves: Duration


class Variation(msgspec.Struct, frozen=True, kw_only=True):
    """Who may make a clock longer or shorter, by ``length`` at most."""

    by: Population
    length: Duration


class Closure(msgspec.Struct, frozen=True, kw_only=True):
    """Events that are shut out in the ``last`` stretch of a clock."""

    last: Duration
    to: tuple[str, ...]


class Pause(msgspec.Struct, frozen=True, kw_only=True):
    """Two events between which a clock does not run."""

    from_: str
    until: str


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time with its rules; a bare duration is ``Clock(length=…)``, a name refers to ``[clock.NAME]``."""

    name: str | None = None
    starts: str | None = None
    before: str | None = None
    length: Duration | None = None
    until: str | None = None
    at_least: Duration | None = None
    at_most: Duration | None = None
    extend: Extension | None = None
    restart: Restart | None = None
    vary: Variation | None = None
    shut: Closure | None = None
    pause: Pause | None = None
    days: Literal["calendar", "clear", "working"] = "calendar"
    silence: Literal["nothing", "consents", "refuses"] = "nothing"


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """Signatures that start something: who may sign, how many suffice, within which time."""

    by: Population
    enough: Expression | None = None
    who: Expression | None = None
    within: Clock | None = None
    span: Clock | None = None
    same: tuple[str, ...] = ()
    publish: Clock | None = None
    answer: Clock | None = None


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """Another's consent that an act needs, and whether before, on, or after it."""

    from_: Population
    as_: Literal["countersign", "nominate", "consent", "ratify", "confirm"]
    decision: DecisionId | None = None
    enough: Expression | None = None
    within: Clock | None = None
    when: Expression | None = None


SuccessionWay = Literal[
    "next-on-list",
    "next-list",
    "next-by-votes",
    "countback",
    "substitute",
    "deputy",
    "sender",
    "co-option",
    "appointment",
    "by-election",
    "vacant",
]


class SuccessionStep(msgspec.Struct, frozen=True, kw_only=True):
    """One way to fill a vacant post; the steps of a line are tried in order."""

    by: SuccessionWay
    within: Clock | None = None
    in_: str | None = None
    method: str | None = None
    who: Expression | None = None
    at: str | None = None


class TermWindow(msgspec.Struct, frozen=True, kw_only=True):
    """The days in which a term may end: dates such as ``2026-03-01``, or ``--03-01`` for each year."""

    from_: str
    until: str


class Rotation(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the holders goes at a time: ``of`` of them, named ``on`` a day, gone ``until`` a day."""

    on: str
    of: int
    order: Literal["seniority", "lot", "served"] | None = None
    if_: Expression | None = None
    until: str | None = None


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """How long a post is held: a clock, perhaps with a window, rests and rotation."""

    clock: Clock
    window: TermWindow | None = None
    skip_if: Expression | None = None
    rest: bool | Expression | None = None
    rotation: Rotation | None = None
    early: Expression | None = None
    caretaker: bool | Duration | None = None
    overlap: Duration | None = None


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """``{ divide, base }``: a number of seats shared out by a method over a base."""

    method: str
    base: Expression
