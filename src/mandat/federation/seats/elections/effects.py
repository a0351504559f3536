"""What happens in an election."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import LineId
from mandat.counting import Ballots
from mandat.federation.base.closed import ElectionCause, VoidReason
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import (
    BlobName,
    BodyId,
    BylawsVersion,
    DrawId,
    ElectionId,
    PersonId,
    PetitionId,
    PostId,
)
from mandat.federation.people.members.state import Roll
from mandat.federation.seats.elections.state import (
    Candidacy,
    Countback,
    Draw,
    Election,
    ElectionOutcome,
)
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class ElectionCalled(Effect, frozen=True, kw_only=True, tag="election.called"):
    """An election is called; ``posts`` are those that a by-election fills; ``petition`` asks for the recall that it follows."""

    election: ElectionId
    line: LineId
    body: BodyId
    sender: BodyId | None
    places: int
    cause: ElectionCause
    bylaws_version: BylawsVersion
    at: Instant
    tellers: tuple[PersonId, ...] = ()
    posts: tuple[PostId, ...] = ()
    petition: PetitionId | None = None


class ByElectionWidened(Effect, frozen=True, kw_only=True, tag="by-election.widened"):
    """A by-election that has not opened yet fills further vacant posts too; ``places`` of them."""

    election: ElectionId
    places: int
    posts: tuple[PostId, ...]


class ByElectionNarrowed(Effect, frozen=True, kw_only=True, tag="by-election.narrowed"):
    """A by-election does not fill a post any more that has been abolished."""

    election: ElectionId
    post: PostId


class ElectionTimed(Effect, frozen=True, kw_only=True, tag="election.timed"):
    """Clocks of an election are set; those left out stay as they are."""

    election: ElectionId
    nomination_until: Instant | None = None
    opens_from: Instant | None = None
    votes_until: Instant | None = None


class NominationSigned(Effect, frozen=True, kw_only=True, tag="nomination.signed"):
    """A person supports a candidate."""

    election: ElectionId
    candidate: PersonId
    person: PersonId


class NominationFailed(Effect, frozen=True, kw_only=True, tag="nomination.failed"):
    """Too few support a candidate, who stands no more."""

    election: ElectionId
    person: PersonId
    signed: int


class CandidatesNominated(Effect, frozen=True, kw_only=True, tag="candidates.nominated"):
    """People stand, each perhaps on a list."""

    election: ElectionId
    candidates: tuple[PersonId, ...]
    lists: tuple[str, ...] = ()
    on_paper: bool = True


class CandidateWithdrew(Effect, frozen=True, kw_only=True, tag="candidate.withdrew"):
    """A person stands no more."""

    election: ElectionId
    person: PersonId


class ElectorateFrozen(Effect, frozen=True, kw_only=True, tag="roll.frozen"):
    """The electorate is frozen: ``entitled`` people, whose list is the state's at this entry."""

    election: ElectionId
    entitled: int
    roll: Roll


class ElectionOpened(Effect, frozen=True, kw_only=True, tag="election.opened"):
    """Voting begins."""

    election: ElectionId


class Voted(Effect, frozen=True, kw_only=True, tag="voted"):
    """A person has voted."""

    election: ElectionId
    person: PersonId
    ranking: tuple[int, ...] | None = None


class ElectionClosed(Effect, frozen=True, kw_only=True, tag="election.closed"):
    """Voting ends."""

    election: ElectionId


class BallotsCounted(Effect, frozen=True, kw_only=True, tag="ballots.counted"):
    """The ballots of a blob were counted; ``quota`` as the rule states it."""

    election: ElectionId
    blob: BlobName
    total: int
    quota: str
    ballots: Ballots


class ElectionTied(Effect, frozen=True, kw_only=True, tag="election.tied"):
    """A lot must be drawn before the result stands; ``lots`` were drawn so far."""

    election: ElectionId
    lots: tuple[int, ...]


class ElectionCertified(Effect, frozen=True, kw_only=True, tag="election.certified"):
    """The result stands: ``elected`` and ``runners_up`` in order."""

    election: ElectionId
    elected: tuple[PersonId, ...]
    runners_up: tuple[PersonId, ...]
    lots: tuple[int, ...] = ()


class ElectionVoid(Effect, frozen=True, kw_only=True, tag="election.void"):
    """The election fills nothing (no quorum, nobody stands)."""

    election: ElectionId
    reason: VoidReason


class CountbackTied(Effect, frozen=True, kw_only=True, tag="countback.tied"):
    """The seat is vacant and its countback waits for a lot; ``lots`` were drawn so far."""

    post: PostId
    election: ElectionId
    vacated_by: PersonId
    lots: tuple[int, ...]


class CountbackSettled(Effect, frozen=True, kw_only=True, tag="countback.settled"):
    """A countback waits no more."""

    post: PostId


class DrawAnnounced(Effect, frozen=True, kw_only=True, tag="draw.announced"):
    """Seats will be filled by lot from this pool, by values of these sources."""

    draw: DrawId
    line: LineId
    body: BodyId
    sender: BodyId
    sources: tuple[str, ...]
    pool: tuple[PersonId, ...]


class DrawHeld(Effect, frozen=True, kw_only=True, tag="draw.held"):
    """The pool in the order in which the values have drawn it."""

    draw: DrawId
    values: tuple[str, ...]
    order: tuple[PersonId, ...]


def election_called(state: State, effect: ElectionCalled) -> State:
    """Add an election."""
    election = Election(
        id=effect.election,
        line=effect.line,
        body=effect.body,
        sender=effect.sender,
        places=effect.places,
        cause=effect.cause,
        bylaws_version=effect.bylaws_version,
        called=effect.at,
        tellers=effect.tellers,
        posts=effect.posts,
        petition=effect.petition,
    )
    return _put(state, election)


def by_election_widened(state: State, effect: ByElectionWidened) -> State:
    """Add posts and places."""
    election = state.elections.all[effect.election]
    places, posts = election.places + effect.places, (*election.posts, *effect.posts)
    return _change(state, election, places=places, posts=posts)


def by_election_narrowed(state: State, effect: ByElectionNarrowed) -> State:
    """Take a post and a place off."""
    election = state.elections.all[effect.election]
    posts = tuple(post for post in election.posts if post != effect.post)
    return _change(state, election, places=len(posts), posts=posts)


def candidates_nominated(state: State, effect: CandidatesNominated) -> State:
    """Add candidates at the end."""
    election = state.elections.all[effect.election]
    lists: tuple[str | None, ...] = effect.lists or (None,) * len(effect.candidates)
    fresh = tuple(
        Candidacy(person=person, list=name) for person, name in zip(effect.candidates, lists, strict=True)
    )
    changes: dict[str, object] = {"candidates": (*election.candidates, *fresh)}
    if not effect.on_paper:
        support = election.support
        for person in effect.candidates:
            support = support.set(person, ())
        changes["support"] = support
    return _change(state, election, **changes)


def election_timed(state: State, effect: ElectionTimed) -> State:
    """Set the clocks that are named."""
    named = {
        "nomination_until": effect.nomination_until,
        "opens_from": effect.opens_from,
        "votes_until": effect.votes_until,
    }
    changes = {name: instant for name, instant in named.items() if instant is not None}
    return _change(state, state.elections.all[effect.election], **changes)


def nomination_signed(state: State, effect: NominationSigned) -> State:
    """Add a signature."""
    election = state.elections.all[effect.election]
    signers = (*election.support.get(effect.candidate, ()), effect.person)
    return _change(state, election, support=election.support.set(effect.candidate, signers))


def nomination_failed(state: State, effect: NominationFailed) -> State:
    """Mark the candidate as withdrawn."""
    return candidate_withdrew(state, CandidateWithdrew(election=effect.election, person=effect.person))


def candidate_withdrew(state: State, effect: CandidateWithdrew) -> State:
    """Mark a candidate as withdrawn; the numbers of the others stay."""
    election = state.elections.all[effect.election]
    candidates = tuple(
        msgspec.structs.replace(c, withdrawn=True) if c.person == effect.person else c
        for c in election.candidates
    )
    return _change(state, election, candidates=candidates)


def roll_frozen(state: State, effect: ElectorateFrozen) -> State:
    """Keep the roll as it is now."""
    return _change(state, state.elections.all[effect.election], roll=effect.roll)


def election_opened(state: State, effect: ElectionOpened) -> State:
    """Open."""
    return _change(state, state.elections.all[effect.election], stage="open")


def voted(state: State, effect: Voted) -> State:
    """Note that a person has voted."""
    election = state.elections.all[effect.election]
    changes: dict[str, object] = {"voted": election.voted.set(effect.person, None)}
    if effect.ranking is not None:
        changes["open_ballots"] = (*election.open_ballots, effect.ranking)
    return _change(state, election, **changes)


def election_closed(state: State, effect: ElectionClosed) -> State:
    """Close."""
    return _change(state, state.elections.all[effect.election], stage="closed")


def ballots_counted(state: State, effect: BallotsCounted) -> State:
    """Keep the ballots, for lots and countback."""
    election = state.elections.all[effect.election]
    return _change(state, election, blob=effect.blob, ballots=effect.ballots, stage="closed")


def election_tied(state: State, effect: ElectionTied) -> State:
    """Wait for a lot."""
    election = state.elections.all[effect.election]
    return _change(state, election, stage="tied", lots=effect.lots)


def election_certified(state: State, effect: ElectionCertified) -> State:
    """Keep the result, and remember it as the latest of its line."""
    election = state.elections.all[effect.election]
    outcome = ElectionOutcome(elected=effect.elected, runners_up=effect.runners_up, lots=effect.lots)
    changed = _change(state, election, stage="certified", outcome=outcome, lots=effect.lots)
    key = (election.line, election.body, election.sender)
    latest = changed.elections.latest.set(key, election.id)
    return msgspec.structs.replace(
        changed, elections=msgspec.structs.replace(changed.elections, latest=latest)
    )


def election_void(state: State, effect: ElectionVoid) -> State:
    """End without a result."""
    return _change(state, state.elections.all[effect.election], stage="void")


def countback_tied(state: State, effect: CountbackTied) -> State:
    """Keep the countback that waits."""
    waiting = Countback(
        post=effect.post, election=effect.election, vacated_by=effect.vacated_by, lots=effect.lots
    )
    return _countbacks(state, state.elections.countbacks.set(effect.post, waiting))


def countback_settled(state: State, effect: CountbackSettled) -> State:
    """Forget the countback."""
    return _countbacks(state, state.elections.countbacks.delete(effect.post))


def draw_announced(state: State, effect: DrawAnnounced) -> State:
    """Keep the pool."""
    draw = Draw(
        id=effect.draw,
        line=effect.line,
        body=effect.body,
        sender=effect.sender,
        sources=effect.sources,
        pool=effect.pool,
    )
    return _draws(state, state.elections.draws.set(draw.id, draw), state.elections.drawn)


def draw_held(state: State, effect: DrawHeld) -> State:
    """Keep the order, for who follows."""
    elections = state.elections
    draw = msgspec.structs.replace(elections.draws[effect.draw], values=effect.values, order=effect.order)
    return _draws(
        state, elections.draws.set(draw.id, draw), elections.drawn.set((draw.line, draw.body), draw.id)
    )


def _draws(state: State, draws: Lookup[DrawId, Draw], drawn: Lookup[tuple[LineId, BodyId], DrawId]) -> State:
    elections = msgspec.structs.replace(state.elections, draws=draws, drawn=drawn)
    return msgspec.structs.replace(state, elections=elections)


def _countbacks(state: State, countbacks: Lookup[PostId, Countback]) -> State:
    return msgspec.structs.replace(
        state, elections=msgspec.structs.replace(state.elections, countbacks=countbacks)
    )


def _change(state: State, election: Election, **changes: object) -> State:
    return _put(state, msgspec.structs.replace(election, **changes))


def _put(state: State, election: Election) -> State:
    before = state.elections
    open_ids = tuple(each for each in before.open_ids if each != election.id)
    elections = msgspec.structs.replace(
        before,
        all=before.all.set(election.id, election),
        open_ids=(*open_ids, election.id) if election.running else open_ids,
    )
    return msgspec.structs.replace(state, elections=elections)


APPLIERS: Appliers = {
    ElectionCalled: election_called,
    ByElectionWidened: by_election_widened,
    ByElectionNarrowed: by_election_narrowed,
    ElectionTimed: election_timed,
    NominationSigned: nomination_signed,
    NominationFailed: nomination_failed,
    CandidatesNominated: candidates_nominated,
    CandidateWithdrew: candidate_withdrew,
    ElectorateFrozen: roll_frozen,
    ElectionOpened: election_opened,
    Voted: voted,
    ElectionClosed: election_closed,
    BallotsCounted: ballots_counted,
    ElectionTied: election_tied,
    ElectionCertified: election_certified,
    ElectionVoid: election_void,
    CountbackTied: countback_tied,
    CountbackSettled: countback_settled,
    DrawAnnounced: draw_announced,
    DrawHeld: draw_held,
}
