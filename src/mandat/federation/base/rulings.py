"""What the engine answers: a ruling with its grounds, its effects and the questions it leaves open.

A ruling is data. Words are made from it afterwards (``mandat.federation.wording``), so that a better wording never
changes a record: ``digest`` covers the outcome and the effects alone.

Nothing in a ruling can refer back to it, so the garbage collector need not follow it (``gc=False``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import msgspec

from mandat.bylaws.model.ids import PowerId, RuleId
from mandat.counting import Ballots
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.questioned import Questioned
from mandat.federation.base.types import OpenQuestionId
from mandat.instants import Instant

Value = int | Fraction | str | bool | None
"""A number of a ground: a count, an exact fraction, a label, or a truth."""

LANGUAGE = RuleId("language")
"""The rule id of requirements that no article makes, but the language itself (its axioms)."""

Params = Mapping[str, Any]
"""Numbers by name, in the order of the rule; for an expression what ``Expression.evaluate`` takes."""


class Effect(msgspec.Struct, frozen=True, gc=False, tag_field="effect", kw_only=True, omit_defaults=True):
    """Something that a ruling makes happen. Each room lists its own effects; a field of type ``str`` names an id."""


class Ground(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One requirement that was examined.

    ``requirement`` is ``"expression"`` when ``text`` is an expression of the bylaws whose counts stand in ``numbers``,
    else the code of a requirement that the language itself makes (``wording`` holds a sentence and a remedy for each).
    ``holds`` is None when the bylaws are silent and the readings differ.
    """

    EXPRESSION: ClassVar[str] = "expression"

    rule: RuleId
    key: str
    requirement: str
    holds: bool | None
    article: str | None = None
    text: str = ""
    numbers: Params = msgspec.field(default_factory=dict)


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What the bylaws leave open, or what a lot must settle.

    ``readings`` are the answers that may be given (for a lot: the tied names); ``holder`` is the power whose holder may
    answer, ``subject`` the thing whose consequence waits.
    """

    id: OpenQuestionId
    rule: RuleId
    key: str
    article: str | None
    readings: tuple[str, ...]
    holder: PowerId
    subject: Questioned


class Admitted(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="admitted", tag_field="outcome"):
    """The act takes effect."""

    grounds: tuple[Ground, ...]
    effects: tuple[Effect, ...]
    questions: tuple[OpenQuestion, ...] = ()
    deadlines: tuple[Instant, ...] = ()

    admitted: ClassVar[bool] = True
    outcome: ClassVar[str] = "admitted"


class Refused(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="refused", tag_field="outcome"):
    """The act has no effect; the last ground is the requirement that it fails.

    ``deadlines`` are those that were computed on the way, so that a replay takes the same way.
    """

    grounds: tuple[Ground, ...]
    deadlines: tuple[Instant, ...] = ()

    admitted: ClassVar[bool] = False
    outcome: ClassVar[str] = "refused"
    effects: ClassVar[tuple[Effect, ...]] = ()
    questions: ClassVar[tuple[OpenQuestion, ...]] = ()


Ruling = Admitted | Refused


class Refusal(Exception):
    """Raised inside a decider when a requirement does not hold; ``decide`` turns it into ``Refused``."""

    def __init__(self, ground: Ground) -> None:
        """Hold the failing ground."""
        super().__init__(ground.requirement)
        self.ground = ground


def _plain(value: object) -> object:
    """Write an exact number as text; a collection of ballots or a roll, which a blob or the state fixes, by its size."""
    if isinstance(value, Ballots):
        return value.total
    if isinstance(value, ZoneInfo):
        return value.key
    return len(value) if isinstance(value, Lookup) else str(value)


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)
_DIGESTED = msgspec.json.Encoder(enc_hook=_plain, order="sorted")


def encode(value: object) -> bytes:
    """Return the one JSON form of a ruling or an effect; fractions are written ``n/d``."""
    return _ENCODER.encode(value)


def digest(ruling: Ruling, salt: bytes = b"") -> bytes:
    """Return SHA-256 over outcome and effects: what a replay must come to. Why, in grounds and words, may be told better later.

    Each effect is written as JSON with its fields in the order of their names, those that have their default value left out: a
    field that a later version adds, or moves, changes no digest. ``salt`` is that of a sealed act's body, so that nobody can
    guess the effect from the digest.

    >>> why = Ground(rule="recall", key="of", requirement="post.held", holds=False)
    >>> digest(Refused(grounds=(why,))) == digest(Refused(grounds=()))
    True
    """
    said = ruling.outcome.encode() + b"\n" + _DIGESTED.encode(ruling.effects)
    return hashlib.sha256(salt + said).digest()
