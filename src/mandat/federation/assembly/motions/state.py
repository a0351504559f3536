"""Motions tabled and the votes on them."""

from __future__ import annotations

from typing import Literal

import msgspec

from mandat.bylaws.model.ids import DecisionId, MotionRuleId
from mandat.federation.base.closed import VoteResult
from mandat.federation.base.counts.rankings import Ranking
from mandat.federation.base.counts.tallies import ZERO, Number, Tally
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.matter import Matter
from mandat.federation.base.types import BlobName, BodyId, BylawsVersion, MotionId, OptionId, PersonId
from mandat.federation.people.facts.state import Facts
from mandat.federation.people.members.state import EMPTY_ROLL, Roll
from mandat.federation.seats.posts.state import Posts
from mandat.instants import Instant

Choice = Literal["yes", "no", "abstain"]


def first_option(motion: MotionId) -> OptionId:
    """Name the option that a motion between several begins with: it has the id of the motion."""
    return OptionId(motion)


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One of several answers to the question of a motion; ``admitted`` when it has the support that the bylaws ask for."""

    id: OptionId
    mover: PersonId
    text: BlobName | None = None
    signers: Lookup[PersonId, None] = Lookup()
    admitted: bool = True
    withdrawn: bool = False
    before: BlobName | None = None
    """Its words before they were last amended, and when that was."""
    amended: Instant | None = None


class Backing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The support that a motion has: ``rule`` is the entry ``motion.X`` under which it is moved, if the bylaws have one.

    ``signers`` support it until it is ``admitted``.
    """

    rule: MotionRuleId | None = None
    signers: Lookup[PersonId, None] = Lookup()
    admitted: bool = True


class Discussion(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """When discussion ends, where the bylaws give it time, and the bounds within which that may move.

    ``varied`` says what has been made longer or shorter: discussion, voting.
    """

    until: Instant | None = None
    least: Instant | None = None
    most: Instant | None = None
    varied: tuple[str, ...] = ()


class Motion(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal before a body: ``decision`` is the rule it is decided by, ``about`` what it would do.

    ``text`` names the blob that holds its words; ``concerned`` the bodies whose members it touches; ``follows`` the earlier
    motion that it confirms or changes.
    """

    id: MotionId
    body: BodyId
    decision: DecisionId
    mover: PersonId
    text: BlobName | None = None
    about: Matter | None = None
    tabled: Instant = Instant(0)
    tellers: tuple[PersonId, ...] = ()
    concerned: tuple[BodyId, ...] = ()
    follows: MotionId | None = None
    withdrawn: bool = False
    backing: Backing = Backing()
    options: tuple[Option, ...] = ()
    """In a vote between several: beside the default, in the order in which they were added."""
    roll: Roll | None = None
    """The roll frozen when it was admitted, where the decision says so."""
    discussion: Discussion = Discussion()
    roll_call: Lookup[PersonId, None] = Lookup()
    """Who has demanded that the names be called."""

    @property
    def paper(self) -> tuple[OptionId, ...]:
        """The options that may be voted for, without the default."""
        return tuple(each.id for each in self.options if each.admitted and not each.withdrawn)


class Voters(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who may vote, as it stood when the vote opened.

    ``roll`` is the frozen electorate; ``present`` how many of it were in the meeting (None: there was none), ``there`` who
    was, ``proxied`` those whose proxy-holder was; ``weights`` are the votes of each by tally; ``posts`` and ``facts`` those of
    the opening.
    """

    roll: Roll = EMPTY_ROLL
    present: int | None = None
    there: Lookup[PersonId, None] = Lookup()
    proxied: Lookup[PersonId, None] = Lookup()
    weights: Lookup[str, Lookup[PersonId, Number]] = Lookup()
    posts: Posts = Posts()
    facts: Facts = Facts()


class Received(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What has come in: ``ballots`` by person, each with its choice or, between options, its ranking (None: secret, or invalid).

    The tally of a secret vote comes from the box or from the tellers (``counted``), its rankings from the box (``papers``).
    ``tallies`` are what tellers entered for a tally or a part of the roll, and what was shown.
    """

    ballots: Lookup[PersonId, Choice | Ranking | None] = Lookup()
    tally: Tally = ZERO
    counted: bool = False
    tallies: Lookup[str, Tally] = Lookup()
    papers: tuple[Ranking, ...] = ()


class BetweenOptions(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """In a vote between options: those on the ``paper`` (without the default), who is ``tied``, and the ``winner``."""

    paper: tuple[OptionId, ...] = ()
    tied: tuple[OptionId, ...] = ()
    winner: OptionId | None = None


class VoteCourse(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """When a vote was opened, ``until`` when the bylaws let it run, when casting ``ended``, and when it was decided (``closed``).

    ``not_before`` is set where it is held again: when it may be opened once more.
    """

    opened: Instant
    until: Instant | None = None
    ended: Instant | None = None
    closed: Instant | None = None
    not_before: Instant | None = None


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """A vote on a motion, under the bylaws of its opening; ``carried`` is None until it is decided."""

    motion: MotionId
    bylaws_version: BylawsVersion
    course: VoteCourse
    voters: Voters = Voters()
    received: Received = Received()
    between: BetweenOptions = BetweenOptions()
    secret: bool = False
    roll_call: bool = False
    convocation: int = 1
    result: VoteResult = VoteResult.NONE
    carried: bool | None = None


class Motions(msgspec.Struct, frozen=True):
    """All motions, the vote on each (the last one, by the motion's id), and rolls frozen for votes to come."""

    all: Lookup[MotionId, Motion] = Lookup()
    votes: Lookup[MotionId, Vote] = Lookup()
    rolls: Lookup[tuple[BodyId, str], Roll] = Lookup()
    """By (body, event): the roll as it stood at the last such event, where a decision asks for it."""
