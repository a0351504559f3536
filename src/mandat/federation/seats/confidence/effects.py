"""What happens to the confidence that a delegate enjoys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.base.lookup import Lookup, keys_of, look_up
from mandat.federation.base.population.pools import roll_of
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import ElectionId, PersonId, PostId
from mandat.federation.seats.confidence.state import Confidence, Standing

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class StandingBegan(Effect, frozen=True, kw_only=True, tag="standing.began"):
    """A new holder begins with nobody's withdrawal; the base is the roll of ``election`` (none: of the members now)."""

    post: PostId
    election: ElectionId | None


class StandingEnded(Effect, frozen=True, kw_only=True, tag="standing.ended"):
    """The post is vacant; there is nobody to lose confidence in."""

    post: PostId


class ConfidenceWithdrawn(Effect, frozen=True, kw_only=True, tag="confidence.withdrawn"):
    """A person has withdrawn confidence."""

    post: PostId
    person: PersonId


class ConfidenceGiven(Effect, frozen=True, kw_only=True, tag="confidence.given"):
    """A person has given confidence again."""

    post: PostId
    person: PersonId


class ElectorLeft(Effect, frozen=True, kw_only=True, tag="elector.left"):
    """A person no longer belongs to the base of a seat; their withdrawal lapses."""

    post: PostId
    person: PersonId


def standing_began(state: State, effect: StandingBegan) -> State:
    """Start from the frozen roll; electors who have left since the election are not in the base."""
    post = state.posts.all[effect.post]
    base = post.sender or post.body
    members = roll_of(state, base) or Lookup(dict.fromkeys(state.posts.holders(base), post.since))
    election = look_up(state.elections.all, effect.election)
    if election is None:
        return _put(state, effect.post, Standing(electorate=members))
    gone = election.roll is not members
    left = {person: None for person in keys_of(election.roll) if person not in members} if gone else {}
    return _put(state, effect.post, Standing(electorate=election.roll, gone=Lookup(left)))


def standing_ended(state: State, effect: StandingEnded) -> State:
    """Forget all withdrawals."""
    standings = state.confidence.standings
    if effect.post not in standings:
        return state
    return msgspec.structs.replace(state, confidence=Confidence(standings.delete(effect.post)))


def confidence_withdrawn(state: State, effect: ConfidenceWithdrawn) -> State:
    """Count one more."""
    standing = state.confidence.standings[effect.post]
    withdrawn = standing.withdrawn.set(effect.person, None)
    return _put(
        state, effect.post, Standing(electorate=standing.electorate, gone=standing.gone, withdrawn=withdrawn)
    )


def confidence_given(state: State, effect: ConfidenceGiven) -> State:
    """Count one less."""
    standing = state.confidence.standings[effect.post]
    withdrawn = standing.withdrawn.delete(effect.person)
    return _put(
        state, effect.post, Standing(electorate=standing.electorate, gone=standing.gone, withdrawn=withdrawn)
    )


def elector_left(state: State, effect: ElectorLeft) -> State:
    """Make the base smaller, and drop the withdrawal if there was one."""
    standing = state.confidence.standings[effect.post]
    person = effect.person
    withdrawn = standing.withdrawn
    gone = standing.gone.set(person, None) if person in standing.electorate else standing.gone
    return _put(
        state,
        effect.post,
        Standing(
            electorate=standing.electorate,
            gone=gone,
            withdrawn=withdrawn.delete(person) if person in withdrawn else withdrawn,
        ),
    )


def _put(state: State, post: PostId, standing: Standing) -> State:
    return msgspec.structs.replace(
        state, confidence=Confidence(state.confidence.standings.set(post, standing))
    )


APPLIERS: Appliers = {
    StandingBegan: standing_began,
    StandingEnded: standing_ended,
    ConfidenceWithdrawn: confidence_withdrawn,
    ConfidenceGiven: confidence_given,
    ElectorLeft: elector_left,
}
