"""What happens to posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import LineId
from mandat.federation.base.closed import Awaiting, Capacity, ProposalEnd
from mandat.federation.base.lookup import K, Lookup, V
from mandat.federation.base.rulings import Effect
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import BodyId, BylawsVersion, MeetingId, PersonId, PostId
from mandat.federation.seats.posts.state import Ids, Past, Post, Posts, Proposal, Taking, post_id
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class PostsCreated(Effect, frozen=True, kw_only=True, tag="posts.created"):
    """``count`` posts of a line for one sender, numbered from ``first``."""

    line: LineId
    body: BodyId
    sender: BodyId | None
    first: int
    count: int

    @property
    def posts(self) -> Ids:
        """The ids of the new posts."""
        numbers = range(self.first, self.first + self.count)
        return tuple(post_id(self.body, self.line, self.sender, number) for number in numbers)


class ExOfficioCreated(Effect, frozen=True, kw_only=True, tag="ex-officio.created"):
    """A seat of a body goes with the post ``source`` from now on."""

    post: PostId
    line: LineId
    body: BodyId
    number: int
    source: PostId


class SeatsApportioned(Effect, frozen=True, kw_only=True, tag="seats.apportioned"):
    """A fixed number of seats is shared out: ``seats`` by sender."""

    line: LineId
    body: BodyId
    seats: tuple[tuple[BodyId, int], ...]


class PostAbolished(Effect, frozen=True, kw_only=True, tag="post.abolished"):
    """A vacant post is no more."""

    post: PostId


class CapacityChanged(Effect, frozen=True, kw_only=True, tag="capacity.changed"):
    """A holder is full, caretaker or suspended from now on; ``acting`` is who acts for the post meanwhile."""

    post: PostId
    capacity: Capacity
    acting: str | None = None


class SeatProposed(Effect, frozen=True, kw_only=True, tag="seat.proposed"):
    """A person is proposed for a post and waits for the consent of ``by``, until an instant if the bylaws set one."""

    taking: Taking
    need: int
    by: str
    bylaws_version: BylawsVersion
    until: Instant | None = None

    @property
    def post(self) -> PostId:
        """The post."""
        return self.taking.post


class ProposalEnded(Effect, frozen=True, kw_only=True, tag="proposal.ended"):
    """A proposal waits no more: it was consented to, refused, or its time is over (``silence``)."""

    post: PostId
    person: PersonId
    how: ProposalEnd


class StoodIn(Effect, frozen=True, kw_only=True, tag="stood.in"):
    """A substitute sits for the absent holder of a post in a meeting."""

    post: PostId
    person: PersonId
    meeting: MeetingId


class StoodDown(Effect, frozen=True, kw_only=True, tag="stood.down"):
    """A substitute sits for nobody any more."""

    post: PostId
    person: PersonId


class VacancyAwaits(Effect, frozen=True, kw_only=True, tag="vacancy.awaits"):
    """A vacant post waits for somebody to fill it: ``by`` sender, appointment, co-option or lot, until an instant if any."""

    post: PostId
    by: Awaiting
    until: Instant | None = None


def posts_created(state: State, effect: PostsCreated) -> State:
    """Add vacant posts."""
    posts = state.posts
    fresh = effect.posts
    everything = posts.all.mutate()
    for number, post in enumerate(fresh, effect.first):
        everything[post] = Post(
            id=post, line=effect.line, body=effect.body, sender=effect.sender, number=number
        )
    key = (effect.body, effect.line, effect.sender)
    return _with(
        state,
        all=everything.finish(),
        by_body=_add(posts.by_body, effect.body, fresh),
        by_sender=posts.by_sender if effect.sender is None else _add(posts.by_sender, effect.sender, fresh),
        numbered=posts.numbered.set(key, effect.first + effect.count - 1),
    )


def ex_officio_created(state: State, effect: ExOfficioCreated) -> State:
    """Add a vacant seat that follows another post."""
    posts = state.posts
    post = Post(
        id=effect.post,
        line=effect.line,
        body=effect.body,
        sender=None,
        number=effect.number,
        source=effect.source,
    )
    return _with(
        state,
        all=posts.all.set(post.id, post),
        by_body=_add(posts.by_body, post.body, (post.id,)),
        numbered=posts.numbered.set((post.body, post.line, None), effect.number),
        ex_officio=_add(posts.ex_officio, effect.source, (post.id,)),
    )


def seats_apportioned(state: State, effect: SeatsApportioned) -> State:
    """Keep the shares until the next time."""
    key = (effect.line, effect.body)
    return _with(state, shares=state.posts.shares.set(key, Lookup(dict(effect.seats))))


def post_abolished(state: State, effect: PostAbolished) -> State:
    """Take a post away."""
    posts = state.posts
    post = posts.all[effect.post]
    return _with(
        state,
        all=posts.all.delete(post.id),
        by_body=_drop(posts.by_body, post.body, post.id),
        acting=_without(posts.acting, post.id),
        by_sender=posts.by_sender if post.sender is None else _drop(posts.by_sender, post.sender, post.id),
        ex_officio=posts.ex_officio if post.source is None else _drop(posts.ex_officio, post.source, post.id),
    )


def seat_filled(state: State, effect: SeatFilled) -> State:
    """Seat a person."""
    posts = state.posts
    post = msgspec.structs.replace(
        posts.all[effect.post],
        holder=effect.person,
        capacity=effect.capacity,
        since=effect.since,
        election=effect.election,
        order=effect.order,
        list=effect.list,
        acting=None,
    )
    return _with(
        state,
        all=posts.all.set(post.id, post),
        by_holder=_add(posts.by_holder, effect.person, (post.id,)),
        acting=_without(posts.acting, post.id),
    )


def seat_vacated(state: State, effect: SeatVacated) -> State:
    """Empty a post; the election that filled it stays known, for countback."""
    posts = state.posts
    post = msgspec.structs.replace(posts.all[effect.post], holder=None, capacity="full", acting=None)
    departed = (
        posts.departed if post.election is None else _add(posts.departed, post.election, (effect.person,))
    )
    return _with(
        state,
        all=posts.all.set(post.id, post),
        by_holder=_drop(posts.by_holder, effect.person, post.id),
        departed=departed,
        acting=_without(posts.acting, post.id),
        past=_left(posts, post, effect),
    )


COMPLETED = frozenset({"term", "election"})
"""Causes by which a term is completed: its time is over, or an election fills the seat anew."""


def _left(posts: Posts, post: Post, effect: SeatVacated) -> Lookup[tuple[LineId, PersonId], Past]:
    """Remember what the person has behind them; a caretaker's days are no term."""
    key = (post.line, effect.person)
    before = posts.past.get(key, Past(0, effect.at))
    full = posts.all[post.id].capacity == "full" and effect.cause in COMPLETED
    return posts.past.set(key, Past(before.terms + full, effect.at))


def capacity_changed(state: State, effect: CapacityChanged) -> State:
    """Note it."""
    posts = state.posts
    post = msgspec.structs.replace(posts.all[effect.post], capacity=effect.capacity, acting=effect.acting)
    others = _without(posts.acting, post.id)
    acting = others if post.acting is None else (*others, post.id)
    return _with(state, all=posts.all.set(post.id, post), acting=acting)


def seat_proposed(state: State, effect: SeatProposed) -> State:
    """Wait."""
    proposal = Proposal(
        taking=effect.taking, need=effect.need, bylaws_version=effect.bylaws_version, until=effect.until
    )
    return _with(state, proposed=state.posts.proposed.set(effect.post, proposal))


def proposal_ended(state: State, effect: ProposalEnded) -> State:
    """Wait no more."""
    return _with(state, proposed=state.posts.proposed.delete(effect.post))


def stood_in(state: State, effect: StoodIn) -> State:
    """Note who sits."""
    return _with(state, standing_in=state.posts.standing_in.set(effect.post, effect.person))


def stood_down(state: State, effect: StoodDown) -> State:
    """Forget it."""
    return _with(state, standing_in=state.posts.standing_in.delete(effect.post))


def vacancy_awaits(state: State, effect: VacancyAwaits) -> State:
    """Nothing changes; whom the post waits for is a fact of the ruling."""
    del effect
    return state


def _with(state: State, **parts: object) -> State:
    return msgspec.structs.replace(state, posts=msgspec.structs.replace(state.posts, **parts))


def _add(index: Lookup[K, tuple[V, ...]], key: K, ids: tuple[V, ...]) -> Lookup[K, tuple[V, ...]]:
    return index.set(key, (*index.get(key, ()), *ids))


def _without(ids: Ids, post: PostId) -> Ids:
    return tuple(each for each in ids if each != post) if post in ids else ids


def _drop(index: Lookup[K, Ids], key: K, post: PostId) -> Lookup[K, Ids]:
    left = tuple(each for each in index[key] if each != post)
    return index.set(key, left) if left else index.delete(key)


APPLIERS: Appliers = {
    PostsCreated: posts_created,
    ExOfficioCreated: ex_officio_created,
    SeatsApportioned: seats_apportioned,
    PostAbolished: post_abolished,
    SeatFilled: seat_filled,
    SeatVacated: seat_vacated,
    CapacityChanged: capacity_changed,
    SeatProposed: seat_proposed,
    ProposalEnded: proposal_ended,
    StoodIn: stood_in,
    StoodDown: stood_down,
    VacancyAwaits: vacancy_awaits,
}
