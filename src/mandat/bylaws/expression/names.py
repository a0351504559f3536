"""What a bylaws file adds to the language: facts, definitions, weights, bodies, lines of seats, ids."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from mandat.bylaws.expression import units
from mandat.bylaws.expression.tree import Node
from mandat.bylaws.expression.units import Unit


class FactLike(Protocol):
    """A fact: ``type`` as in ``[fact.X]``, whose it is (``of``) and its labels (``values``). The model's Fact is one."""

    @property
    def type(self) -> str:
        """flag, label, number, people, votes, money, duration or date."""

    @property
    def of(self) -> Collection[str]:
        """Kinds of body, or ``person``, ``act``, ``federation``; empty: of anything."""

    @property
    def values(self) -> Collection[str]:
        """The labels; empty: any label."""


class BodyLike(Protocol):
    """A kind of body. The model's BodyKind is one."""

    @property
    def type(self) -> str:
        """assembly, council, committee, congress, office, caucus, constituency, outside."""

    @property
    def many(self) -> bool:
        """Whether there are many bodies of the kind."""

    @property
    def each(self) -> Collection[str]:
        """The kinds for each of which there is one."""


@dataclass(frozen=True, slots=True)
class DeclaredFact:
    """A fact, for those who have no model at hand."""

    type: str
    of: Collection[str] = ()
    values: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class DeclaredBody:
    """A kind of body, for those who have no model at hand."""

    type: str = "assembly"
    many: bool = False
    each: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """What a ``[define]`` stands for: rows of (condition or None, value), as read.

    Its names get their meaning where it is used: the subject of a definition is that of the place of use.
    """

    name: str
    rows: tuple[tuple[Node | None, Node], ...]


FactsByName: TypeAlias = Mapping[str, FactLike]


@dataclass(frozen=True, slots=True)
class BylawsNames:
    """The names a bylaws file gives. ``ids``: votes, recalls, agreements, motions, powers (for ``open(…)``, events).

    ``tally`` is the tally of the decision the expression stands in: bare counts of the vote then count in it.
    ``subject`` is the kind of body that bare names belong to, if the loader knows it (a council has no ``members``);
    ``kinds`` are all kinds of body of which a fact can be told there, if it knows them.
    """

    facts: FactsByName = field(default_factory=dict)
    defines: Mapping[str, Definition] = field(default_factory=dict)
    weights: Collection[str] = ()
    bodies: Mapping[str, BodyLike] = field(default_factory=dict)
    lines: Collection[str] = ()
    ids: Collection[str] = ()
    tally: str = units.HEADS
    subject: BodyLike | None = None
    kinds: Collection[str] = ()


NO_NAMES = BylawsNames()
POPULATION_WORDS = ("sender", "signers", "concerned", "target", "author", "person")
"""Words that name people by what they have to do with the matter."""
COUNTED_WORDS = ("sender", "signers")
"""Those of them of whom something is counted or told."""
FACT_UNITS: dict[str, Unit] = {
    "flag": units.TRUTH,
    "label": units.LABEL,
    "number": units.NUMBER,
    "people": units.PEOPLE,
    "votes": units.PEOPLE,
    "money": units.MONEY,
    "duration": units.DURATION,
    "date": units.DATE,
}
"""The unit of a fact by its type; votes told as a fact are votes of heads."""

EVENTS = (
    "called",
    "opened",
    "closed",
    "adjourned",
    "admitted",
    "added",
    "amended",
    "decided",
    "certified",
    "elected",
    "vacated",
    "ended",
    "signed",
    "ratified",
    "received",
)
"""What can happen to a thing: the second half of an event such as ``congress.closed``."""

EVENT_THINGS = ("motion", "option", "vote", "support", "meeting", "notice")
"""Things of an event that need no id."""
