"""What happens to motions and in votes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from mandat.bylaws.model.ids import DecisionId, MotionRuleId
from mandat.federation.assembly.motions import support_effects
from mandat.federation.assembly.motions.state import (
    Backing,
    BetweenOptions,
    Choice,
    Motion,
    Option,
    Vote,
    VoteCourse,
    Voters,
    first_option,
)
from mandat.federation.base.closed import VoteResult
from mandat.federation.base.counts.rankings import Ranking
from mandat.federation.base.counts.tallies import PLACES, Number, Tally
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.matter import Matter
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BlobName, BodyId, BylawsVersion, MotionId, OptionId, PersonId
from mandat.federation.people.members.state import Roll
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class MotionTabled(Effect, frozen=True, kw_only=True, tag="motion.tabled"):
    """A motion is before a body."""

    motion: MotionId
    body: BodyId
    decision: DecisionId
    mover: PersonId
    at: Instant
    text: BlobName | None = None
    about: Matter | None = None
    tellers: tuple[PersonId, ...] = ()
    concerned: tuple[BodyId, ...] = ()
    follows: MotionId | None = None
    rule: MotionRuleId | None = None
    admitted: bool = True
    ranked: bool = False
    roll: Roll | None = None


class MotionWithdrawn(Effect, frozen=True, kw_only=True, tag="motion.withdrawn"):
    """A motion is before its body no more."""

    motion: MotionId


class VoteOpened(Effect, frozen=True, kw_only=True, tag="vote.opened"):
    """Voting begins: ``entitled`` people are on the frozen roll, ``present`` of them in the meeting."""

    motion: MotionId
    bylaws_version: BylawsVersion
    secret: bool
    entitled: int
    roll: Roll
    at: Instant
    present: int | None = None
    until: Instant | None = None
    there: Lookup[PersonId, None] = Lookup()
    proxied: Lookup[PersonId, None] = Lookup()
    weights: Lookup[str, Lookup[PersonId, Number]] = Lookup()
    roll_call: bool = False
    paper: tuple[OptionId, ...] = ()
    convocation: int = 1


class BallotGiven(Effect, frozen=True, kw_only=True, tag="ballot.given"):
    """A person has voted; ``choice`` is None in a secret vote."""

    motion: MotionId
    person: PersonId
    choice: Choice | None = None
    ranking: Ranking | None = None
    by: PersonId | None = None


class VotesCounted(Effect, frozen=True, kw_only=True, tag="votes.counted"):
    """Tellers, or the box, give the tally."""

    motion: MotionId
    yes: int
    no: int
    abstain: int
    invalid: int
    tallies: Mapping[str, tuple[int, int, int, int]] = msgspec.field(default_factory=dict)


class PapersCounted(Effect, frozen=True, kw_only=True, tag="papers.counted"):
    """The box gives the ballots of a vote between options."""

    motion: MotionId
    valid: int
    invalid: int
    papers: tuple[Ranking, ...]


class CastingEnded(Effect, frozen=True, kw_only=True, tag="casting.ended"):
    """Nobody can vote any more; the ballots are still to be counted."""

    motion: MotionId
    at: Instant


class TallyShown(Effect, frozen=True, kw_only=True, tag="tally.shown"):
    """What a vote gives in a further tally, or an option against the default: in votes of that tally, exactly."""

    motion: MotionId
    tally: str
    yes: Number
    no: Number
    abstain: Number


class OptionCarried(Effect, frozen=True, kw_only=True, tag="option.carried"):
    """Of several options this one is carried."""

    motion: MotionId
    option: OptionId


class VoteEnded(Effect, frozen=True, kw_only=True):
    """What every vote gives at its end."""

    motion: MotionId
    result: VoteResult
    at: Instant
    not_before: Instant | None = None

    @property
    def carried(self) -> bool | None:
        """Whether the motion is carried; None while that is open."""
        return None if self.result in ("tied", "open", "again") else self.result == "carried"


class VoteClosed(VoteEnded, frozen=True, kw_only=True, tag="vote.closed"):
    """The vote is decided, or waits: for a casting vote (``tied``), for an answer (``open``), for another vote (``again``).

    ``tallies`` are the further ones that the bylaws show.
    """

    yes: int
    no: int
    abstain: int
    invalid: int
    tallies: Mapping[str, Tally] = msgspec.field(default_factory=dict)


class OptionsVoteClosed(VoteEnded, frozen=True, kw_only=True, tag="vote.closed-between"):
    """A vote between options is decided, or waits, as ``VoteClosed`` says; ``winner`` is the one carried, ``level`` those tied.

    ``ranked`` ballots rank options, ``invalid`` ones cannot be read: nobody has voted yes or no.
    """

    ranked: int
    invalid: int
    winner: OptionId | None = None
    level: tuple[OptionId, ...] = ()


def motion_tabled(state: State, effect: MotionTabled) -> State:
    """Add a motion."""
    motion = Motion(
        id=effect.motion,
        body=effect.body,
        decision=effect.decision,
        mover=effect.mover,
        text=effect.text,
        about=effect.about,
        tabled=effect.at,
        tellers=effect.tellers,
        concerned=effect.concerned,
        follows=effect.follows,
        backing=Backing(rule=effect.rule, admitted=effect.admitted),
        options=(Option(id=first_option(effect.motion), mover=effect.mover, text=effect.text),)
        if effect.ranked
        else (),
        roll=effect.roll,
    )
    return _put(state, motion)


def motion_withdrawn(state: State, effect: MotionWithdrawn) -> State:
    """Mark a motion as withdrawn."""
    return _put(state, msgspec.structs.replace(state.motions.all[effect.motion], withdrawn=True))


def vote_opened(state: State, effect: VoteOpened) -> State:
    """Add a vote."""
    vote = Vote(
        motion=effect.motion,
        bylaws_version=effect.bylaws_version,
        course=VoteCourse(opened=effect.at, until=effect.until),
        voters=Voters(
            roll=effect.roll,
            present=effect.present,
            there=effect.there,
            proxied=effect.proxied,
            weights=effect.weights,
            posts=state.posts,
            facts=state.facts,
        ),
        between=BetweenOptions(paper=effect.paper),
        secret=effect.secret,
        roll_call=effect.roll_call,
        convocation=effect.convocation,
    )
    return _vote(state, vote)


def ballot_given(state: State, effect: BallotGiven) -> State:
    """Note who voted, and count an open ballot."""
    received = state.motions.votes[effect.motion].received
    ballots = received.ballots.set(effect.person, effect.choice if effect.ranking is None else effect.ranking)
    tally = received.tally if effect.choice is None else _one_more(received.tally, PLACES[effect.choice])
    return _receive(state, effect.motion, ballots=ballots, tally=tally)


def _one_more(tally: Tally, place: int) -> Tally:
    yes, no, abstain, invalid = (count + (index == place) for index, count in enumerate(tally))
    return yes, no, abstain, invalid


def votes_counted(state: State, effect: VotesCounted) -> State:
    """Take a count as it is."""
    tally = (effect.yes, effect.no, effect.abstain, effect.invalid)
    return _receive(state, effect.motion, tally=tally, counted=True, tallies=Lookup(effect.tallies))


def papers_counted(state: State, effect: PapersCounted) -> State:
    """Keep the ballots of a box; each that can be read is a valid one."""
    return _receive(state, effect.motion, tally=(0, 0, 0, effect.invalid), counted=True, papers=effect.papers)


def casting_ended(state: State, effect: CastingEnded) -> State:
    """End the voting."""
    vote = state.motions.votes[effect.motion]
    course = msgspec.structs.replace(vote.course, ended=effect.at)
    return _vote(state, msgspec.structs.replace(vote, course=course))


def tally_shown(state: State, effect: TallyShown) -> State:
    """Keep a further tally beside that by heads."""
    tallies = state.motions.votes[effect.motion].received.tallies
    shown = tallies.set(effect.tally, (effect.yes, effect.no, effect.abstain, 0))
    return _receive(state, effect.motion, tallies=shown)


def option_carried(state: State, effect: OptionCarried) -> State:
    """Keep the winner."""
    vote = state.motions.votes[effect.motion]
    between = msgspec.structs.replace(vote.between, winner=effect.option)
    return _vote(state, msgspec.structs.replace(vote, between=between))


def vote_closed(state: State, effect: VoteEnded) -> State:
    """Keep the result; a vote that waits is ended, not closed."""
    vote = state.motions.votes[effect.motion]
    course = msgspec.structs.replace(
        vote.course,
        ended=effect.at if vote.course.ended is None else vote.course.ended,
        closed=None if effect.carried is None else effect.at,
        not_before=effect.not_before,
    )
    return _vote(
        state, msgspec.structs.replace(vote, result=effect.result, carried=effect.carried, course=course)
    )


def options_vote_closed(state: State, effect: OptionsVoteClosed) -> State:
    """Keep the result, and who is level."""
    closed = vote_closed(state, effect)
    vote = closed.motions.votes[effect.motion]
    between = msgspec.structs.replace(vote.between, tied=effect.level)
    return _vote(closed, msgspec.structs.replace(vote, between=between))


def _put(state: State, motion: Motion) -> State:
    motions = msgspec.structs.replace(state.motions, all=state.motions.all.set(motion.id, motion))
    return msgspec.structs.replace(state, motions=motions)


def _receive(state: State, motion: MotionId, **changes: Any) -> State:
    vote = state.motions.votes[motion]
    received = msgspec.structs.replace(vote.received, **changes)
    return _vote(state, msgspec.structs.replace(vote, received=received))


def _vote(state: State, vote: Vote) -> State:
    motions = msgspec.structs.replace(state.motions, votes=state.motions.votes.set(vote.motion, vote))
    return msgspec.structs.replace(state, motions=motions)


APPLIERS: Appliers = {
    MotionTabled: motion_tabled,
    MotionWithdrawn: motion_withdrawn,
    VoteOpened: vote_opened,
    BallotGiven: ballot_given,
    VotesCounted: votes_counted,
    PapersCounted: papers_counted,
    CastingEnded: casting_ended,
    TallyShown: tally_shown,
    OptionCarried: option_carried,
    VoteClosed: vote_closed,
    OptionsVoteClosed: options_vote_closed,
    **support_effects.APPLIERS,
}
