"""Motions tabled and the votes on them."""

from __future__ import annotations

from typing import Literal

import msgspec
from immutables import Map

from mandat.federation.members.state import EMPTY_ROLL, Roll

Choice = Literal["yes", "no", "abstain"]


class Motion(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal before a body: ``decision`` is the rule it is decided by, ``about`` what it would do.

    ``about`` is ``(kind, id)``: ``("recall", petition)``, ``("power", power)``, ``("bylaws", version)``, ``("", "")`` …;
    ``text`` names the blob that holds its words.
    """

    id: str
    body: str
    decision: str
    mover: str
    text: str = ""
    about: tuple[str, str] = ("", "")
    tabled: int = 0


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """A vote on a motion. ``roll`` is the frozen electorate; ``ballots`` the choice of each who voted (open votes).

    In a secret vote ``ballots`` says only who voted (``None``) and the tallies come from the box at the close.
    """

    motion: str
    book: str
    opened: int
    secret: bool = False
    roll: Roll = EMPTY_ROLL
    present: int | None = None
    ballots: Map[str, Choice | None] = Map()
    tally: tuple[int, int, int, int] = (0, 0, 0, 0)
    """yes, no, abstain, invalid"""
    closed: int | None = None
    carried: bool | None = None


class Motions(msgspec.Struct, frozen=True):
    """All motions, and the vote on each (by the motion's id)."""

    all: Map[str, Motion] = Map()
    votes: Map[str, Vote] = Map()
