"""Motions tabled and the votes on them."""

from __future__ import annotations

from typing import Literal

import msgspec
from immutables import Map

from mandat.federation.members.state import EMPTY_ROLL, Roll

Choice = Literal["yes", "no", "abstain"]
Result = Literal["", "carried", "defeated", "no-quorum", "tied", "open"]
"""How a vote ended; ``tied`` waits for who breaks the tie, ``open`` for an answer to what the bylaws leave unspecified."""

Tally = tuple[int, int, int, int]
"""yes, no, abstain, invalid"""


class Motion(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal before a body: ``decision`` is the rule it is decided by, ``about`` what it would do.

    ``about`` is ``(kind, id)``: ``("recall", petition)``, ``("power", power)``, ``("relief", post)``, ``("", "")`` …;
    ``text`` names the blob that holds its words; ``concerned`` the bodies whose members it touches; ``follows`` the earlier motion
    that it confirms or changes.
    """

    id: str
    body: str
    decision: str
    mover: str
    text: str = ""
    about: tuple[str, str] = ("", "")
    tabled: int = 0
    tellers: tuple[str, ...] = ()
    concerned: tuple[str, ...] = ()
    follows: str = ""
    withdrawn: bool = False


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """A vote on a motion. ``roll`` is the frozen electorate; ``ballots`` the choice of each who voted (open votes).

    In a secret vote ``ballots`` says only who voted (``None``) and the tally comes from the box or from the tellers.
    ``present`` is None where the vote was opened outside a meeting; ``until`` is the end that the bylaws set;
    ``counted`` says that tellers have entered a count; ``ended`` when casting ended, ``closed`` when it was decided.
    """

    motion: str
    book: str
    opened: int
    secret: bool = False
    roll: Roll = EMPTY_ROLL
    present: int | None = None
    until: int | None = None
    ballots: Map[str, Choice | None] = Map()
    tally: Tally = (0, 0, 0, 0)
    counted: bool = False
    ended: int | None = None
    closed: int | None = None
    carried: bool | None = None
    result: Result = ""


class Motions(msgspec.Struct, frozen=True):
    """All motions, and the vote on each (by the motion's id)."""

    all: Map[str, Motion] = Map()
    votes: Map[str, Vote] = Map()
