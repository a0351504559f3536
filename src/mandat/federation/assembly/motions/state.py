"""Motions tabled and the votes on them."""

from __future__ import annotations

from typing import Literal

import msgspec

from mandat.federation.base.closed import VoteResult
from mandat.federation.base.counts.tallies import ZERO, Number, Tally
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.matter import Matter
from mandat.federation.base.types import BlobName, BodyId, BylawsVersion, MotionId, OptionId, PersonId
from mandat.federation.people.facts.state import Facts
from mandat.federation.people.members.state import EMPTY_ROLL, Roll
from mandat.federation.seats.posts.state import Posts
from mandat.instants import Instant

Choice = Literal["yes", "no", "abstain"]
Ranking = tuple[tuple[OptionId, ...], ...]
"""Ranks, best first; options in one rank are level."""


def first_option(motion: MotionId) -> OptionId:
    """Name the option that a motion between several begins with: it has the id of the motion."""
    return OptionId(motion)


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One of several answers to the question of a motion; ``admitted`` when it has the support that the bylaws ask for."""

    id: OptionId
    mover: PersonId
    text: BlobName = BlobName("")
    signers: Lookup[PersonId, None] = Lookup()
    admitted: bool = True
    withdrawn: bool = False
    before: BlobName = BlobName("")
    """Its words before they were last amended, and when that was."""
    amended: Instant | None = None


class Motion(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal before a body: ``decision`` is the rule it is decided by, ``about`` what it would do.

    ``text`` names the blob that holds its words; ``concerned`` the bodies whose members it touches; ``follows`` the earlier
    motion that it confirms or changes.
    """

    id: MotionId
    body: BodyId
    decision: str
    mover: PersonId
    text: BlobName = BlobName("")
    about: Matter | None = None
    tabled: Instant = Instant(0)
    tellers: tuple[PersonId, ...] = ()
    concerned: tuple[BodyId, ...] = ()
    follows: MotionId = MotionId("")
    withdrawn: bool = False
    rule: str = ""
    """The entry ``motion.X`` under which it is moved, if the bylaws have one; ``signers`` support it until it is admitted."""
    signers: Lookup[PersonId, None] = Lookup()
    admitted: bool = True
    options: tuple[Option, ...] = ()
    """In a vote between several: beside the default, in the order in which they were added."""
    roll: Roll | None = None
    """The roll frozen when it was admitted, where the decision says so."""
    discussed_until: Instant | None = None
    discussed_least: Instant | None = None
    discussed_most: Instant | None = None
    """When discussion ends, where the bylaws give it time, and the bounds within which that may move."""
    varied: tuple[str, ...] = ()
    """What has been made longer or shorter: discussion, voting."""
    roll_call: Lookup[PersonId, None] = Lookup()
    """Who has demanded that the names be called."""

    @property
    def paper(self) -> tuple[OptionId, ...]:
        """The options that may be voted for, without the default."""
        return tuple(each.id for each in self.options if each.admitted and not each.withdrawn)


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """A vote on a motion. ``roll`` is the frozen electorate; ``ballots`` the choice of each who voted (open votes).

    In a secret vote ``ballots`` says only who voted (``None``) and the tally comes from the box or from the tellers.
    ``present`` is None where the vote was opened outside a meeting; ``until`` is the end that the bylaws set;
    ``counted`` says that tellers have entered a count; ``ended`` when casting ended, ``closed`` when it was decided.
    ``there`` are those present, ``proxied`` those whose proxy-holder was; ``weights`` are the votes of each by tally,
    ``tallies`` what tellers entered for a tally or a part of the roll; ``posts`` and ``facts`` are those of the opening.
    """

    motion: MotionId
    bylaws_version: BylawsVersion
    opened: Instant
    secret: bool = False
    roll: Roll = EMPTY_ROLL
    present: int | None = None
    until: Instant | None = None
    ballots: Lookup[PersonId, Choice | None] = Lookup()
    tally: Tally = ZERO
    counted: bool = False
    there: Lookup[PersonId, None] = Lookup()
    proxied: Lookup[PersonId, None] = Lookup()
    weights: Lookup[str, Lookup[PersonId, Number]] = Lookup()
    tallies: Lookup[str, Tally] = Lookup()
    posts: Posts = Posts()
    facts: Facts = Facts()
    ended: Instant | None = None
    closed: Instant | None = None
    carried: bool | None = None
    result: VoteResult = VoteResult.NONE
    roll_call: bool = False
    rankings: Lookup[PersonId, Ranking] = Lookup()
    papers: tuple[Ranking, ...] = ()
    """In a vote between options: open ballots by person, or those of the box."""
    paper: tuple[OptionId, ...] = ()
    tied: tuple[OptionId, ...] = ()
    winner: OptionId | None = None
    convocation: int = 1
    not_before: Instant | None = None
    """After ``again``: when the vote may be opened once more."""


class Motions(msgspec.Struct, frozen=True):
    """All motions, the vote on each (the last one, by the motion's id), and rolls frozen for votes to come."""

    all: Lookup[MotionId, Motion] = Lookup()
    votes: Lookup[MotionId, Vote] = Lookup()
    rolls: Lookup[tuple[BodyId, str], Roll] = Lookup()
    """By (body, event): the roll as it stood at the last such event, where a decision asks for it."""
