"""What a rule speaks about, and the state it is asked in."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

import msgspec

from mandat.bylaws.expression import Expression, Numbers
from mandat.bylaws.model.ids import FactId, LineId
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.base.types import (
    Actor,
    AgreementId,
    BodyId,
    ElectionId,
    MotionId,
    OptionId,
    PersonId,
    PetitionId,
    PostId,
)
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import State


class View(Protocol):
    """A state at an instant under the bylaws that judge; ``Draft`` is one."""

    @property
    def state(self) -> State:
        """The state asked."""
        ...

    @property
    def at(self) -> Instant:
        """The instant (UTC seconds) at which it is asked."""
        ...

    @property
    def book(self) -> Rulebook:
        """The bylaws that judge."""
        ...

    def supply(self, subject: Subject) -> Callable[[Expression], Numbers]:
        """Return the supply of counts about a subject."""
        ...


class Signed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whose consent is counted: those who signed the act at hand, or bodies.

    ``assents`` are the bodies whose consent is asked for, and those of them that have given it: ``parties`` and ``ratified``.
    """

    signers: tuple[Actor, ...] | None = None
    assents: tuple[tuple[BodyId, ...], tuple[BodyId, ...]] | None = None


class Among(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The group of which alone people are counted among signers and voters.

    ``area`` is a body; ``group`` a label and its value: only people of whom it was told.
    """

    area: BodyId | None = None
    group: tuple[FactId, str] | None = None


class Subject(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The subject of a key (LANGUAGE, section 2): only what the key speaks about is set.

    ``sender`` is the constituency of a line, ``body`` the body the line or vote belongs to, ``person`` the person asked
    about, ``motion`` the vote, ``election`` the election, ``petition`` the support, ``agreement`` the
    agreement, ``amount`` a number of the act.
    """

    body: BodyId | None = None
    sender: BodyId | None = None
    line: LineId | None = None
    person: PersonId | None = None
    post: PostId | None = None
    motion: MotionId | None = None
    election: ElectionId | None = None
    petition: PetitionId | None = None
    agreement: AgreementId | None = None
    author: Actor | None = None
    amount: int | None = None
    signed: Signed = Signed()
    among: Among = Among()
    tally: tuple[Fraction | int, Fraction | int, Fraction | int, Fraction | int] | None = None
    """In an election: how many name those elected, and how many do not."""
    option: OptionId | None = None
    """In a vote between several options: the one that is held against the default."""

    @property
    def constituency(self) -> BodyId | None:
        """The body whose people are counted: the sender if there is one, else the body itself."""
        return self.sender or self.body
