"""What happens to a motion before its vote: supporters, options, demands for a roll call, rolls frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.assembly.motions.state import Discussion, Motion, Option, first_option
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BlobName, BodyId, MotionId, OptionId, PersonId
from mandat.federation.people.members.state import Roll
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class MotionSupported(Effect, frozen=True, kw_only=True, tag="motion.supported"):
    """A person supports a motion, or one option of it."""

    motion: MotionId
    option: OptionId
    person: PersonId


class MotionAdmitted(Effect, frozen=True, kw_only=True, tag="motion.admitted"):
    """A motion has the support that it needs; ``roll`` is frozen now where the decision says so."""

    motion: MotionId
    at: Instant
    roll: Roll | None = None


class OptionAdded(Effect, frozen=True, kw_only=True, tag="option.added"):
    """Another option is before the body; ``admitted`` if it needs no more support."""

    motion: MotionId
    option: OptionId
    mover: PersonId
    at: Instant
    text: BlobName | None = None
    admitted: bool = True


class OptionAdmitted(Effect, frozen=True, kw_only=True, tag="option.admitted"):
    """An option has the support that it needs to stand on the ballot."""

    motion: MotionId
    option: OptionId
    at: Instant


class OptionAmended(Effect, frozen=True, kw_only=True, tag="option.amended"):
    """The words of an option are changed by its mover."""

    motion: MotionId
    option: OptionId
    text: BlobName
    at: Instant


class OptionWithdrawn(Effect, frozen=True, kw_only=True, tag="option.withdrawn"):
    """An option is on the ballot no more."""

    motion: MotionId
    option: OptionId


class RollCallDemanded(Effect, frozen=True, kw_only=True, tag="roll-call.demanded"):
    """A person demands that the names be called; ``ordered`` if that is enough."""

    motion: MotionId
    person: PersonId
    ordered: bool


class DiscussionSet(Effect, frozen=True, kw_only=True, tag="discussion.set"):
    """The discussion of a motion lasts until then; ``varied`` if somebody has made it longer or shorter."""

    motion: MotionId
    until: Instant
    most: Instant | None = None
    least: Instant | None = None
    varied: bool = False


class VotingVaried(Effect, frozen=True, kw_only=True, tag="voting.varied"):
    """The time for voting is made longer or shorter."""

    motion: MotionId
    until: Instant


class RollFrozen(Effect, frozen=True, kw_only=True, tag="roll.frozen"):
    """The roll of a body is kept as of an event, for the votes that ask for it."""

    body: BodyId
    event: str
    entitled: int
    roll: Roll


def motion_supported(state: State, effect: MotionSupported) -> State:
    """Note a signature."""
    motion = state.motions.all[effect.motion]
    if effect.option == first_option(motion.id):
        signers = motion.backing.signers.set(effect.person, None)
        backing = msgspec.structs.replace(motion.backing, signers=signers)
        return _put(state, msgspec.structs.replace(motion, backing=backing))
    option = _option(motion, effect.option)
    signers = option.signers.set(effect.person, None)
    return _changed(state, motion, msgspec.structs.replace(option, signers=signers))


def motion_admitted(state: State, effect: MotionAdmitted) -> State:
    """Let a motion be voted on."""
    motion = state.motions.all[effect.motion]
    backing = msgspec.structs.replace(motion.backing, admitted=True)
    return _put(state, msgspec.structs.replace(motion, backing=backing, roll=effect.roll))


def option_added(state: State, effect: OptionAdded) -> State:
    """Add an option."""
    motion = state.motions.all[effect.motion]
    option = Option(id=effect.option, mover=effect.mover, text=effect.text, admitted=effect.admitted)
    return _put(state, msgspec.structs.replace(motion, options=(*motion.options, option)))


def option_admitted(state: State, effect: OptionAdmitted) -> State:
    """Put an option on the ballot."""
    motion = state.motions.all[effect.motion]
    return _changed(state, motion, msgspec.structs.replace(_option(motion, effect.option), admitted=True))


def option_amended(state: State, effect: OptionAmended) -> State:
    """Change the words of an option; of the first one also those of the motion."""
    motion = state.motions.all[effect.motion]
    if effect.option == first_option(motion.id):
        motion = msgspec.structs.replace(motion, text=effect.text)
    option = _option(motion, effect.option)
    changed = msgspec.structs.replace(option, text=effect.text, before=option.text, amended=effect.at)
    return _changed(state, motion, changed)


def option_withdrawn(state: State, effect: OptionWithdrawn) -> State:
    """Take an option off the ballot."""
    motion = state.motions.all[effect.motion]
    return _changed(state, motion, msgspec.structs.replace(_option(motion, effect.option), withdrawn=True))


def roll_call_demanded(state: State, effect: RollCallDemanded) -> State:
    """Note a demand; once enough demand it, the vote is by names."""
    motion = state.motions.all[effect.motion]
    changed = _put(
        state, msgspec.structs.replace(motion, roll_call=motion.roll_call.set(effect.person, None))
    )
    vote = state.motions.votes.get(effect.motion)
    if vote is None or not effect.ordered:
        return changed
    votes = changed.motions.votes.set(effect.motion, msgspec.structs.replace(vote, roll_call=True))
    return msgspec.structs.replace(changed, motions=msgspec.structs.replace(changed.motions, votes=votes))


def discussion_set(state: State, effect: DiscussionSet) -> State:
    """Set the end of a discussion."""
    motion = state.motions.all[effect.motion]
    varied = motion.discussion.varied
    discussion = Discussion(
        until=effect.until,
        most=effect.most,
        least=effect.least,
        varied=(*varied, "discussion") if effect.varied else varied,
    )
    return _put(state, msgspec.structs.replace(motion, discussion=discussion))


def voting_varied(state: State, effect: VotingVaried) -> State:
    """Move the end of a vote."""
    motion = state.motions.all[effect.motion]
    discussion = msgspec.structs.replace(motion.discussion, varied=(*motion.discussion.varied, "voting"))
    changed = _put(state, msgspec.structs.replace(motion, discussion=discussion))
    vote = state.motions.votes[effect.motion]
    vote = msgspec.structs.replace(vote, course=msgspec.structs.replace(vote.course, until=effect.until))
    votes = changed.motions.votes.set(effect.motion, vote)
    return msgspec.structs.replace(changed, motions=msgspec.structs.replace(changed.motions, votes=votes))


def roll_frozen(state: State, effect: RollFrozen) -> State:
    """Keep a roll."""
    rolls = state.motions.rolls.set((effect.body, effect.event), effect.roll)
    return msgspec.structs.replace(state, motions=msgspec.structs.replace(state.motions, rolls=rolls))


def _option(motion: Motion, name: str) -> Option:
    return next(option for option in motion.options if option.id == name)


def _changed(state: State, motion: Motion, option: Option) -> State:
    options = tuple(option if each.id == option.id else each for each in motion.options)
    return _put(state, msgspec.structs.replace(motion, options=options))


def _put(state: State, motion: Motion) -> State:
    motions = msgspec.structs.replace(state.motions, all=state.motions.all.set(motion.id, motion))
    return msgspec.structs.replace(state, motions=motions)


APPLIERS: Appliers = {
    MotionSupported: motion_supported,
    MotionAdmitted: motion_admitted,
    OptionAdded: option_added,
    OptionAdmitted: option_admitted,
    OptionAmended: option_amended,
    OptionWithdrawn: option_withdrawn,
    RollCallDemanded: roll_call_demanded,
    DiscussionSet: discussion_set,
    VotingVaried: voting_varied,
    RollFrozen: roll_frozen,
}
